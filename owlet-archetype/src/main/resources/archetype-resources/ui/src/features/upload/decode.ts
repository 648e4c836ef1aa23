/** Text of a file, and the encoding that was taken; assumed when the bytes themselves do not say. */
export interface Decoded { text: string; encoding: string; assumed: boolean }

const MARKS: [string, number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

/** As the person says; by byte order mark; as the model says; else UTF-8, else what Excel on Windows writes. */
export function decode(bytes: Uint8Array, chosen?: string, told?: string): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((b, i) => bytes[i] === b))?.[0];
  const sure = chosen ?? marked ?? told;
  if (sure) return { text: new TextDecoder(sure).decode(bytes), encoding: sure.toLowerCase(), assumed: false };
  const wide = wideWithoutMark(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, assumed: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', assumed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', assumed: true };
  }
}

const PROBE = 512;

/** Half of the bytes of Latin text in UTF-16 are zero, at one side. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const probe = bytes.subarray(0, PROBE);
  if (probe.length < 4) return null;
  let even = 0, odd = 0;
  probe.forEach((b, i) => { if (b === 0) { if (i % 2) odd++; else even++; } });
  const most = probe.length * 0.3;
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : null;
}

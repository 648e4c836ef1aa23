/** A text that stands for itself where the same cell would stand for an absent value: the file has it in quotes, or as a text of JSON. */
export class Literal {
  constructor(readonly text: string) {}
  toString() { return this.text; }
}

/** A number that the file has as such, in plain digits: whatever mark of decimals the texts of its column have. */
export class Exact {
  readonly text: string;
  constructor(written: string) { this.text = /e/i.test(written) ? unfolded(written) : written; }
  toString() { return this.text; }
  /** The number itself, with all of its digits where the browser can. */
  toJSON(): unknown { return (JSON as { rawJSON?: (text: string) => unknown }).rawJSON?.(this.text) ?? Number(this.text); }
}

const MOST = 400;

/** 1.5E-3 as 0.0015: digit by digit, as a double would round. */
function unfolded(written: string): string {
  const m = /^([-+]?)(\d+)(?:\.(\d+))?e([-+]?\d+)$/i.exec(written);
  const shift = Number(m?.[4]);
  if (!m || Math.abs(shift) > MOST) return written;
  const digits = m[2]! + (m[3] ?? '');
  const point = m[2]!.length + shift;
  const all = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const whole = all.slice(0, Math.max(1, point)).replace(/^0+(?=\d)/, ''), part = all.slice(Math.max(1, point)).replace(/0+$/, '');
  return `${m[1] === '-' ? '-' : ''}${whole}${part ? `.${part}` : ''}`;
}

/** Excel counts with 15 digits, and stores what binary fractions make of them. */
export const ofExcel = (stored: string) => new Exact(String(Number(Number(stored).toPrecision(15))));

/** A cell as people see it. */
export function shown(v: unknown): string {
  if (v === null || v === undefined) return '';
  if (v instanceof Literal || v instanceof Exact) return v.text;
  if (v instanceof Date) return v.toISOString().replace('T00:00:00.000Z', '');
  return typeof v === 'object' ? JSON.stringify(v) : String(v);
}

const EDGES = /^[\t-\r\x1c- \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+|[\t-\r\x1c- \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+$/g;

/** A cell without the blanks around it. A space that must not break is none of them, as for the server. */
export const strip = (cell: string) => (cell.trim().length === cell.length ? cell : cell.replace(EDGES, ''));

/** Of the cells of a file: what stands for an absent value, apart from blank ones. */
export const tokensOf = (upload?: { missing?: string[] }) => new Set((upload?.missing ?? []).map(strip));

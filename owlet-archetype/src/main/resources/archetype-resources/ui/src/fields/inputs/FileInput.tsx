import type { ControlProps } from '../FieldInput';

interface FileRef { key: string; name: string; size: number; sha256: string }

async function describe(file: File): Promise<FileRef> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = [...hash].map((b) => b.toString(16).padStart(2, '0')).join('');
  return { key: `${sha256}/${file.name}`, name: file.name, size: file.size, sha256 };
}

/** What tells a file from all others: name, size and hash. The file itself stays where it is. */
export function FileInput({ value, names, onChange, onBlur, disabled }: ControlProps) {
  const file = value as FileRef | undefined;
  return (
    <>
      <input {...names} type="file" className="input" disabled={disabled} onBlur={onBlur} onChange={(e) => { const chosen = e.currentTarget.files?.[0]; if (chosen) void describe(chosen).then(onChange); }} />
      {file?.name && <p className="dim">{file.name} · {file.size} B · <span className="mono">{file.sha256.slice(0, 12)}</span></p>}
    </>
  );
}

import type { ControlProps } from '../FieldInput';

const TYPES = { date: 'date', time: 'time', timestamp: 'datetime-local' } as const;
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** An instant on the clock of this machine, as the input wants it. */
function toLocal(iso: string): string {
  const d = new Date(iso);
  if (Number.isNaN(d.getTime())) return '';
  const seconds = d.getSeconds() || d.getMilliseconds() ? `:${pad(d.getSeconds())}${d.getMilliseconds() ? `.${pad(d.getMilliseconds(), 3)}` : ''}` : '';
  return `${pad(d.getFullYear(), 4)}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}T${pad(d.getHours())}:${pad(d.getMinutes())}${seconds}`;
}

function fromLocal(text: string): string {
  const d = new Date(text);
  return Number.isNaN(d.getTime()) ? text : d.toISOString();
}

/** Dates and times by the platform's pickers; an instant is shown on the clock of this machine, and kept in UTC. */
export function TimeInput({ field, value, names, onChange, onBlur, autoFocus, disabled, bare }: ControlProps) {
  const kind = field.type as keyof typeof TYPES;
  const text = typeof value === 'string' ? value : '';
  return (
    <input {...names} type={TYPES[kind]} step={kind === 'date' ? undefined : 1} className={bare ? 'input small' : 'input'} autoFocus={autoFocus} disabled={disabled} onBlur={onBlur}
      value={kind === 'timestamp' ? toLocal(text) : text} max={kind === 'time' ? undefined : kind === 'date' ? '9999-12-31' : '9999-12-31T23:59:59'}
      onChange={(e) => onChange(e.currentTarget.value === '' ? undefined : kind === 'timestamp' ? fromLocal(e.currentTarget.value) : e.currentTarget.value)} />
  );
}

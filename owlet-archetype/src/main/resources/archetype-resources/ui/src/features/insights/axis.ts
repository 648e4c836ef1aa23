import { currentLocale } from '../../model/format';

/** Round ticks for an axis, and a label that fits under it. */
export function ticks(min: number, max: number, wanted = 4): number[] {
  const span = max - min || Math.abs(max) || 1;
  const raw = span / (wanted - 1);
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((s) => s * magnitude >= raw) ?? 10) * magnitude;
  const first = Math.floor(min / step) * step;
  const out: number[] = [];
  for (let v = first; out.length < 2 || out.at(-1)! < max; v += step) out.push(Number(v.toPrecision(12)));
  return out;
}

const LEAST_COUNT = 4;

/** Whole numbers for what is counted, the last of them at or above the largest. */
export function countTicks(max: number, wanted = 4): number[] {
  const most = Math.max(max, LEAST_COUNT);
  const magnitude = 10 ** Math.floor(Math.log10(most / (wanted - 1)));
  const step = Math.max(1, [1, 2, 5, 10].map((s) => s * magnitude).find((s) => s >= most / (wanted - 1))!);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

export const digits = (at: number[]) => Math.max(...at.map((v) => (String(v).split('.')[1] ?? '').length));

export function bucketLabel(key: string, short = false): string {
  const month = /^(\d{4})-(\d\d)$/.exec(key);
  if (month) return short ? `${format(`${key}-01`, { month: 'short' })} ’${key.slice(2, 4)}` : format(`${key}-01`, { month: 'long', year: 'numeric' });
  const quarter = /^(\d{4})-Q(\d)$/.exec(key);
  if (quarter) return `Q${quarter[2]} ${short ? `’${key.slice(2, 4)}` : quarter[1]}`;
  if (/^\d{4}-\d\d-\d\d$/.test(key)) return format(key, short ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' });
  return key;
}

const format = (day: string, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(currentLocale(), { ...how, timeZone: 'UTC' }).format(Date.parse(day));

export const every = (count: number, width: number, each = 58) => Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / each))));

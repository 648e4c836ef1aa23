import { currentLocale } from './format';

/** Dates and times as people here write them, to and from what the API takes. A text that is neither stays as it is. */
type Part = 'day' | 'month' | 'year';
const pad = (n: number | string, width = 2) => String(n).padStart(width, '0');

/** Day, month and year in the order and with the marks of the locale, in our calendar and digits. */
function layout(): { type: string; value: string }[] {
  const style = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
  return new Intl.DateTimeFormat(currentLocale(), style).formatToParts(0).filter((p) => p.type !== 'era');
}
const order = () => layout().map((p) => p.type).filter((type): type is Part => type !== 'literal');

const draw = (values: Record<Part, string>) => layout().map((p) => (p.type === 'literal' ? p.value : values[p.type as Part])).join('').trim();

/** 31-12-2026 */
export const dateExample = () => draw({ day: '31', month: '12', year: '2026' });

export function showDate(iso: string): string {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  return m ? draw({ year: m[1]!, month: m[2]!, day: m[3]! }) : iso;
}

/** ISO 8601, or three numbers in the order of the locale. */
export function readDate(typed: string): string {
  const text = typed.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const numbers = /^(\d{1,4})\D+(\d{1,4})\D+(\d{1,4})\D*$/.exec(text)?.slice(1);
  if (!numbers) return text;
  const named = Object.fromEntries((numbers[0]!.length === 4 ? (['year', 'month', 'day'] as Part[]) : order()).map((part, i) => [part, numbers[i]!])) as Record<Part, string>;
  return named.year.length === 4 && named.month.length <= 2 && named.day.length <= 2 ? `${named.year}-${pad(named.month)}-${pad(named.day)}` : text;
}

const CLOCK = /^(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(\.\d{1,9})?)?\s*([ap])?\.?(?:m\.?)?$/i;

/** 09:30, without seconds of none. */
export const showTime = (iso: string) => (/^\d\d:\d\d:00$/.test(iso) ? iso.slice(0, 5) : iso);

export function readTime(typed: string): string {
  const m = CLOCK.exec(typed.trim());
  if (!m) return typed.trim();
  const half = m[5]?.toLowerCase();
  const hour = half ? (Number(m[1]) % 12) + (half === 'p' ? 12 : 0) : Number(m[1]);
  return `${pad(hour)}:${m[2]}:${m[3] ?? '00'}${m[4] ?? ''}`;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant on the clock of this machine, with all its digits. */
export function showMoment(iso: string): string {
  const m = MOMENT.exec(iso);
  const at = new Date(m ? `${m[1]}T${m[2]}:${m[3] ?? '00'}${m[5]}` : NaN);
  if (!m || Number.isNaN(at.getTime())) return iso;
  return `${showDate(`${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`)} ${showTime(`${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}${m[4] ?? ''}`)}`;
}

/** A date and a time on the clock of this machine, or ISO 8601 with an offset; as UTC. */
export function readMoment(typed: string): string {
  const text = typed.trim();
  if (MOMENT.test(text)) return text;
  const split = /^(.+?)(?:,?\s+|T)(\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d{1,9})?)?\s*(?:[ap]\.?(?:m\.?)?)?)$/i.exec(text);
  const day = split && /^(\d{4})-(\d\d)-(\d\d)$/.exec(readDate(split[1]!));
  const clock = split && /^(\d\d):(\d\d):(\d\d)(\.\d{1,9})?$/.exec(readTime(split[2]!));
  if (!day || !clock || Number(clock[1]) > 23) return text;
  const at = new Date(0);
  at.setFullYear(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
  if (at.getDate() !== Number(day[3])) return text;
  at.setHours(Number(clock[1]), Number(clock[2]), Number(clock[3]), 0);
  return `${at.toISOString().slice(0, 19)}${clock[4] ?? ''}Z`;
}

/** The zone of this machine, such as Europe/Amsterdam. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

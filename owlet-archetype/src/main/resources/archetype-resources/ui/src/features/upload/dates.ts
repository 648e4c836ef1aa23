/** Dates and times as files have them, by the patterns of the model (a part of Java's DateTimeFormatter) or by their looks. */
const PARTS: Record<string, [name: string, regex: string]> = {
  yyyy: ['y', '\\d{4}'], uuuu: ['y', '\\d{4}'], yy: ['yy', '\\d{2}'], MM: ['m', '\\d{2}'], M: ['m', '\\d{1,2}'], dd: ['d', '\\d{2}'], d: ['d', '\\d{1,2}'],
  HH: ['h', '\\d{2}'], H: ['h', '\\d{1,2}'], mm: ['n', '\\d{2}'], m: ['n', '\\d{1,2}'], ss: ['s', '\\d{2}'], s: ['s', '\\d{1,2}'],
};

export interface Pattern { regex: RegExp; zone: string }

const known = new Map<string, Pattern>();

export function compile(pattern: string): Pattern {
  const cached = known.get(pattern);
  if (cached) return cached;
  const zoned = / ([A-Z][A-Za-z_]+(?:\/[A-Za-z_+\-0-9/]+)?|Z)$/.exec(pattern);
  const body = zoned ? pattern.slice(0, zoned.index) : pattern;
  let regex = '';
  for (const piece of body.match(/'(?:[^']|'')*'|([A-Za-z])\1*|./gs) ?? []) {
    const part = PARTS[piece];
    if (part) regex += `(?<${part[0]}>${part[1]})`;
    else if (/^S+$/.test(piece)) regex += `(?<f>\\d{${piece.length}})`;
    else regex += literal(piece.startsWith("'") ? piece.slice(1, -1).replaceAll("''", "'") : piece);
  }
  const made = { regex: new RegExp(`^${regex}$`), zone: zoned?.[1] ?? 'UTC' };
  known.set(pattern, made);
  return made;
}

const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const two = (v: string | number) => String(v).padStart(2, '0');

/** The date, if there is such a day. */
export function day(y: string, m: string, d: string): string | null {
  const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  at.setUTCFullYear(Number(y));
  return at.getUTCMonth() === Number(m) - 1 && at.getUTCDate() === Number(d) ? `${y.padStart(4, '0')}-${two(m)}-${two(d)}` : null;
}

const CENTURY = 2000;

export function byPattern(text: string, pattern: string, type: 'date' | 'time' | 'timestamp'): string | null {
  const { regex, zone } = compile(pattern);
  const g = regex.exec(text)?.groups;
  if (!g) return null;
  const time = `${two(g.h ?? 0)}:${two(g.n ?? 0)}:${two(g.s ?? 0)}${g.f ? `.${g.f}` : ''}`;
  if (type === 'time') return Number(g.h ?? 0) < 24 && Number(g.n ?? 0) < 60 ? time : null;
  const date = day(g.y ?? String(CENTURY + Number(g.yy ?? 0)), g.m ?? '1', g.d ?? '1');
  return date && (type === 'date' ? date : instant(date, time, zone));
}

const zones = new Map<string, Intl.DateTimeFormat>();

/** A moment from a day and a time in a zone; a time that came twice is the earlier. */
export function instant(date: string, time: string, zone: string): string | null {
  const utc = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(utc)) return null;
  if (zone === 'UTC' || zone === 'Z') return new Date(utc).toISOString();
  const around = [utc - offset(utc - DAY, zone), utc - offset(utc + DAY, zone)].sort((a, b) => a - b);
  const at = around.find((one) => one + offset(one, zone) === utc);
  return at === undefined ? null : new Date(at).toISOString();
}

const DAY = 86_400_000;

function offset(at: number, zone: string): number {
  let format = zones.get(zone);
  if (!format) zones.set(zone, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })));
  const p = Object.fromEntries(format.formatToParts(at).map((x) => [x.type, x.value]));
  return Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day), Number(p.hour), Number(p.minute), Number(p.second)) - Math.floor(at / 1000) * 1000;
}

/** 31/3/2026, 31.03.2026, 2026/03/31: day or month first as the column has it. */
export function looseDay(text: string, order: 'dmy' | 'mdy' = 'dmy'): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const m = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return m && (order === 'dmy' ? day(m[3]!, m[2]!, m[1]!) : day(m[3]!, m[1]!, m[2]!));
}

/** A moment: ISO 8601 with or without offset (then UTC), or a loose day with a time. */
export function looseInstant(text: string, order?: 'dmy' | 'mdy'): string | null {
  const m = /^(\S+?)(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i.exec(text.trim());
  const date = m && looseDay(m[1]!, order);
  if (!date) return null;
  const time = (m[2] ?? '00:00').padStart(5, '0');
  const zone = !m[3] ? 'Z' : /^[+-]\d\d$/.test(m[3]) ? `${m[3]}:00` : m[3].toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const micros = /\.(\d{4,6})/.exec(time);
  const at = new Date(`${date}T${time}${zone}`);
  if (Number.isNaN(at.getTime())) return null;
  return micros ? at.toISOString().replace(/\.\d+Z$/, `.${micros[1]}Z`) : at.toISOString();
}

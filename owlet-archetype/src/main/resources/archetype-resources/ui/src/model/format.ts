import { t } from '../i18n/text';
import type { Field } from './types';

let locale = 'en-GB';
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** The language of numbers and dates: the model's, else the browser's. */
export function setLocale(wanted: string) {
  locale = Intl.NumberFormat.supportedLocalesOf([wanted])[0] ?? 'en-GB';
  cache.clear();
}
export const currentLocale = () => locale;

function numberFormat(min: number, max: number): Intl.NumberFormat {
  const key = `n${min},${max}`;
  if (!cache.has(key)) cache.set(key, new Intl.NumberFormat(locale, { minimumFractionDigits: min, maximumFractionDigits: max }));
  return cache.get(key) as Intl.NumberFormat;
}

const DAY = { day: '2-digit', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

function dateFormat(style: 'date' | 'timestamp'): Intl.DateTimeFormat {
  if (!cache.has(style)) cache.set(style, new Intl.DateTimeFormat(locale, style === 'date' ? { ...DAY, timeZone: 'UTC' } : { ...DAY, ...TIME }));
  return cache.get(style) as Intl.DateTimeFormat;
}

export const formatCount = (n: number) => numberFormat(0, 0).format(n);
/** Text is formatted digit by digit, not as a double. */
export const formatNumber = (v: number | string, scale = 0, most = scale) => numberFormat(scale, most).format(v as Intl.StringNumericLiteral);

const dateText = (v: string, style: 'date' | 'timestamp') => {
  const at = Date.parse(v);
  return Number.isNaN(at) ? v : dateFormat(style).format(at);
};
export const formatDate = (v: string) => dateText(v, 'date');
export const formatTimestamp = (v: string) => dateText(v, 'timestamp');

export const enumLabel = (field: Pick<Field, 'values'>, value: unknown) => field.values?.find((e) => e.value === value)?.label ?? String(value);

const DOUBLE_PLACES = 17;

/** A value in words of the person's language; nothing for an absent one. */
export function formatValue(field: Omit<Field, 'name' | 'label'>, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.type) {
    case 'integer': case 'long': return formatNumber(value as number | string);
    case 'decimal': return formatNumber(value as string, field.scale ?? 0);
    case 'double': return formatNumber(value as number, 0, DOUBLE_PLACES);
    case 'boolean': return value ? t.common.yes : t.common.no;
    case 'date': return formatDate(String(value));
    case 'timestamp': return formatTimestamp(String(value));
    case 'enum': return enumLabel(field, value);
    case 'list': return (value as unknown[]).map((v) => formatValue(field.items!, v)).join(', ');
    case 'shape': return (field.fields ?? []).map((f) => formatValue(f, (value as Record<string, unknown>)[f.name])).filter(Boolean).join(', ');
    case 'json': return JSON.stringify(value);
    case 'file': return String((value as { name?: string }).name ?? '');
    default: return String(value);
  }
}

const MINUTE = 60, HOUR = 3600, DAYS = 86_400;

export function relativeTime(iso: string): string {
  const s = (Date.parse(iso) - Date.now()) / 1000;
  const rtf = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const abs = Math.abs(s);
  if (abs < MINUTE) return rtf.format(Math.round(s), 'second');
  if (abs < HOUR) return rtf.format(Math.round(s / MINUTE), 'minute');
  if (abs < DAYS) return rtf.format(Math.round(s / HOUR), 'hour');
  return rtf.format(Math.round(s / DAYS), 'day');
}

import { ofDouble, parseDecimal, plain, round, type Decimal } from './arithmetic';
import type { Field } from './types';

/** What expressions reckon with: whole numbers as bigint, exact ones as Decimal, times as microseconds; null is absent. */
export type Value = null | boolean | bigint | number | string | Decimal | unknown[];

export type ValueType = 'bool' | 'int' | 'long' | 'double' | 'decimal' | 'text' | 'uuid' | 'date' | 'time' | 'timestamp' | 'enum' | 'list' | 'other';

export const isDecimal = (v: Value): v is Decimal => typeof v === 'object' && v !== null && 'digits' in v;

const DAY = 86_400_000_000n;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/;

function micros(clock: string): bigint | null {
  const m = TIME.exec(clock);
  return m && BigInt(Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3] ?? 0)) * 1_000_000n + BigInt((m[4] ?? '').padEnd(6, '0').slice(0, 6));
}

/** Date.parse knows thousandths: the rest comes from the text. */
function instant(text: string): bigint | null {
  const m = /^(\d{4}-\d\d-\d\d)T([\d:.]+)(Z|[+-]\d\d:\d\d)$/.exec(text);
  const clock = m && micros(m[2]!);
  const day = m ? Date.parse(`${m[1]}T00:00:00${m[3]}`) : NaN;
  return clock === null || Number.isNaN(day) ? null : BigInt(day) * 1000n + clock;
}

/** JSON as a value of a type; what is none is absent, as it has a fault of its own. */
export function toValue(type: ValueType, json: unknown): Value {
  if (json === undefined || json === null) return null;
  switch (type) {
    case 'bool': return typeof json === 'boolean' ? json : null;
    case 'int': case 'long': return /^-?\d+$/.test(String(json)) ? BigInt(json as string) : null;
    case 'double': { const n = Number(json); return typeof json !== 'boolean' && json !== '' && Number.isFinite(n) ? n : null; }
    case 'decimal': return parseDecimal(String(json));
    case 'uuid': return String(json).toLowerCase();
    case 'time': return micros(String(json));
    case 'timestamp': return instant(String(json));
    case 'list': return Array.isArray(json) ? json : null;
    case 'other': return String(json);
    default: return typeof json === 'string' ? json : null;
  }
}

/** An exact number of what is one; null for all else. */
export function exact(v: Value): Decimal | null {
  if (typeof v === 'bigint') return { digits: v, scale: 0 };
  if (typeof v === 'number') return Number.isFinite(v) ? ofDouble(v) : null;
  return isDecimal(v) ? v : null;
}

export const asDouble = (v: Value): number | null => (v === null ? null : isDecimal(v) ? Number(plain(v)) : Number(v));

/** A value as the JSON of a computed field; null when it has too many digits for it. */
export function toJson(field: Field, v: Value): unknown {
  if (v === null) return field.type === 'boolean' && !field.optional ? false : null;
  switch (field.type) {
    case 'decimal': {
      const rounded = round(exact(v)!, field.scale!);
      return String(rounded.digits < 0n ? -rounded.digits : rounded.digits).length - rounded.scale > field.precision! - field.scale! && rounded.digits !== 0n ? null : plain(rounded, field.scale);
    }
    case 'double': return asDouble(v);
    case 'integer': return Number(v);
    case 'long': return Number.isSafeInteger(Number(v)) ? Number(v) : String(v);
    case 'timestamp': return isoTime(v as bigint);
    case 'time': return new Date(Number((v as bigint) / 1000n)).toISOString().slice(11, 19) + fraction((v as bigint) % 1_000_000n);
    default: return v;
  }
}

const fraction = (part: bigint) => (part ? `.${String(part).padStart(6, '0').replace(/0+$/, '')}` : '');
function isoTime(v: bigint): string {
  const part = ((v % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return `${new Date(Number((v - part) / 1000n)).toISOString().slice(0, 19)}${fraction(part)}Z`;
}

export const dayOf = (v: Value): Date | null => (v === null ? null : new Date(typeof v === 'bigint' ? Number((v - (((v % DAY) + DAY) % DAY)) / 1000n) : `${String(v)}T00:00:00Z`));

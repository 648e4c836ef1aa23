import { checkField } from '../../model/check';
import type { Field, FieldType } from '../../model/types';
import { byPattern, looseDay, looseInstant } from './dates';
import type { Problem, Reading } from './types';
import { Exact, Literal, strip } from './written';

export interface Converted { value?: unknown; problem?: Omit<Problem, 'field'> }
type Type = Omit<Field, 'name' | 'label'>;

export const NUMBERS = new Set<FieldType>(['integer', 'long', 'decimal', 'double']);
export const TEXTS = new Set<FieldType>(['string', 'text', 'markdown']);

/** The wire value of a cell, or what is wrong with it. Absent cells have neither. References are looked up later. */
export function convert(field: Field, raw: unknown, reading: Reading): Converted {
  if (raw instanceof Literal) return TEXTS.has(field.type) ? checked(field, raw.text) : convert(field, raw.text, reading);
  return isBlank(raw) ? {} : checked(field, read(field, raw, reading));
}

function checked(field: Field, value: unknown): Converted {
  const [problem] = checkField(named(field), value);
  return problem ? { value, problem: { code: problem.code, message: problem.message } } : { value };
}

const unlinked = new WeakMap<Field, Field>();

/** Of a reference people write the name or the key: which key that is, is found out later, and so is its type. */
function named(field: Field): Field {
  if (field.type !== 'reference' && field.items?.type !== 'reference') return field;
  let found = unlinked.get(field);
  if (!found) unlinked.set(field, (found = { ...field, key: undefined, items: field.items && { ...field.items, key: undefined } }));
  return found;
}

export const isBlank = (raw: unknown) => raw === null || raw === undefined || (typeof raw === 'string' && strip(raw) === '');

/** What cannot be understood stays text, for the check to explain. */
function read(field: Type, raw: unknown, reading: Reading): unknown {
  if (raw instanceof Exact && field.type !== 'json') return read(field, raw.text, {});
  if (field.type === 'list') return (Array.isArray(raw) ? raw : split(String(raw))).map((part) => read(field.items!, part, reading));
  if (field.type === 'json') return json(raw);
  return scalar(field, text(field, raw), reading) ?? (typeof raw === 'string' ? raw.trim() : raw);
}

/** A cell as text: dates of Excel in ISO 8601, whole numbers of Excel without their point. */
function text(field: Type, raw: unknown): string {
  if (raw instanceof Date) return field.type === 'date' ? raw.toISOString().slice(0, 10) : field.type === 'time' ? raw.toISOString().slice(11, 19) : raw.toISOString();
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
}

function scalar(field: Type, raw: string, reading: Reading): unknown {
  const cell = raw.trim();
  switch (field.type) {
    case 'integer': case 'long': {
      const n = number(cell, reading)?.replace(/\.0+$/, '');
      if (n === undefined || !/^-?\d+$/.test(n)) return undefined;
      return Number.isSafeInteger(Number(n)) ? Number(n) : n;
    }
    case 'decimal': return number(field.unit && cell.endsWith(field.unit) ? cell.slice(0, -field.unit.length) : cell, reading);
    case 'double': { const n = Number(number(cell, reading) ?? (/^-?\d+(\.\d+)?e[+-]?\d+$/i.test(cell) ? cell : NaN)); return Number.isFinite(n) ? n : undefined; }
    case 'boolean': return /^(true|yes|on|t|y|1)$/i.test(cell) ? true : /^(false|no|off|f|n|0)$/i.test(cell) ? false : undefined;
    case 'date': return (reading.pattern && byPattern(cell, reading.pattern, 'date')) || looseDay(cell.replace(/[T ]00:00(:00)?(\.0+)?Z?$/, ''), reading.order) || undefined;
    case 'time': return (reading.pattern && byPattern(cell, reading.pattern, 'time')) || /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/.exec(cell)?.[0].padStart(5, '0');
    case 'timestamp': return (reading.pattern && byPattern(cell, reading.pattern, 'timestamp')) || looseInstant(cell, reading.order) || undefined;
    case 'enum': return choice(field, cell);
    case 'id': return cell.toLowerCase();
    default: return raw;
  }
}

const SIGNS = /[\s\u00a0\u2009\u202f'\u2019]/g;

/** A number in plain digits: groups of three and signs of money taken out. Undefined when it is none. */
export function number(cell: string, { decimalComma }: Reading): string | undefined {
  let t = cell.replace(/^[€$£¥]\s*|\s*[€$£¥%]$/g, '').replace(SIGNS, '');
  if (decimalComma) {
    if (/^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/.test(t)) t = t.replaceAll('.', '');
    else if (t.includes('.') && t.includes(',')) return undefined;
    t = t.replace(',', '.');
  } else if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(t)) t = t.replaceAll(',', '');
  return /^[-+]?\d+(\.\d+)?$/.test(t) ? t.replace(/^\+/, '') : undefined;
}

const folded = new WeakMap<object, Map<string, string>>();
const fold = (s: string) => s.toLowerCase().replace(/[\s_-]+/g, '');

/** By value, else by label, without case, spaces and hyphens. */
function choice(field: Type, cell: string): unknown {
  let names = folded.get(field);
  if (!names) {
    names = new Map();
    for (const v of field.values ?? []) for (const key of [fold(v.label), fold(v.value)]) names.set(key, v.value);
    folded.set(field, names);
  }
  return names.get(fold(cell));
}

/** [“a”, “b”] as exports have it, or a; b, or a | b, or a, b. */
function split(cell: string): unknown[] {
  if (cell.trim().startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(cell);
      if (Array.isArray(parsed)) return parsed;
    } catch { /* no JSON: text with brackets */ }
  }
  return cell.split(/\s*[;|\n]\s*|\s*,\s+/).map((s) => s.trim()).filter(Boolean);
}

function json(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  try { return JSON.parse(raw) as unknown; } catch { return raw; }
}

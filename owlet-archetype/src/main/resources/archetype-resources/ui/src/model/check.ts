import { compareDecimal, fitsDecimal, isPlainDecimal } from './decimal';
import { isBroken } from './expression';
import type { Concept, Field, Row, Rule } from './types';

/** What is wrong with a row, in the words of the API: a JSON Pointer into it, a code, a sentence. */
export interface Problem { pointer: string; code: string; message: string }

type Type = Omit<Field, 'name' | 'label'>;
type Add = (pointer: string, code: string, message: string) => void;

const INT = 2n ** 31n, LONG = 2n ** 63n;
const MAX_TEXT = 1 << 20;
const LISTED = 12;
const EMAIL = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const MAX_EMAIL = 254, MAX_URL = 2083;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const step = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Everything that is wrong with a row but what only the table knows: whether keys are taken and references exist. */
export function checkRow(concept: Concept, row: Row): Problem[] {
  const found: Problem[] = [];
  const add: Add = (pointer, code, message) => found.push({ pointer, code, message });
  for (const field of concept.fields) if (!field.readOnly) checkValue(field, row[field.name], `/${step(field.name)}`, add);
  if (concept.rules?.length) for (const rule of brokenRules(concept, readable(concept, row, found))) add('', 'rule', ruleText(rule));
  return found;
}

/** @param known the row without what could not be read */
export const brokenRules = (concept: Concept, known: Row): Rule[] => (concept.rules ?? []).filter((rule) => isBroken(concept, rule, known));

export const ruleText = (rule: Rule) => `${rule.name.replaceAll('_', ' ')} (${rule.source})`;

/** For rules, what could not be read is not there: values of another type, shapes with a fault. */
function readable(concept: Concept, row: Row, found: Problem[]): Row {
  const lost = (f: Field) => found.some((p) => p.pointer.split('/')[1] === step(f.name) && (f.type === 'shape' || p.code === 'type' || p.code === 'enum'));
  return Object.fromEntries(concept.fields.filter((f) => !lost(f)).map((f) => [f.name, row[f.name]]));
}

export function checkField(field: Field, value: unknown): Problem[] {
  const found: Problem[] = [];
  checkValue(field, value, `/${step(field.name)}`, (pointer, code, message) => found.push({ pointer, code, message }));
  return found;
}

function checkValue(field: Type, value: unknown, at: string, add: Add) {
  if (value === undefined || value === null) {
    if (field.required && field.default === undefined && !field.generated) add(at, 'required', 'is required');
    return;
  }
  checkers[field.type](field, value as never, at, add);
}

type Checker = (field: Type, value: never, at: string, add: Add) => void;

const text: Checker = (f, value: unknown, at, add) => {
  if (typeof value !== 'string') return add(at, 'type', 'must be text');
  if (value.includes('\0') || !value.isWellFormed()) return add(at, 'type', 'must not hold the character U+0000 nor half of a surrogate pair');
  if (value.length > MAX_TEXT) return add(at, 'maxLength', `must have at most ${MAX_TEXT} characters`);
  const length = [...value].length;
  if (f.minLength !== undefined && length < f.minLength) return add(at, 'minLength', `must have at least ${count(f.minLength, 'character')}`);
  if (f.maxLength !== undefined && length > f.maxLength) return add(at, 'maxLength', `must have at most ${count(f.maxLength, 'character')}`);
  if (f.pattern !== undefined && !regex(f.pattern).test(value)) return add(at, 'pattern', `must match /${shown(f.pattern)}/`);
  if (f.format === 'email' && !(value.length <= MAX_EMAIL && EMAIL.test(value))) add(at, 'format', 'must be an e-mail address, such as ann@example.org');
  if (f.format === 'uri' && !isUrl(value)) add(at, 'format', 'must be a web address that starts with http:// or https://');
};

const whole = (limit: bigint): Checker => (f, value: unknown, at, add) => {
  const digits = typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : limit === LONG && typeof value === 'string' ? value : '';
  if (!/^-?\d+$/.test(digits) || BigInt(digits) < -limit || BigInt(digits) >= limit) return add(at, 'type', `must be a whole number from ${-limit} to ${limit - 1n}`);
  range(f, digits, at, add);
};

const decimal: Checker = (f, value: unknown, at, add) => {
  const v = String(value);
  if ((typeof value !== 'string' && typeof value !== 'number') || !isPlainDecimal(v)) {
    const places = Math.min(f.scale!, 2);
    return add(at, 'type', `must be a decimal such as ${['125', '12.5', '1.25'][places]}`);
  }
  const misfit = fitsDecimal(v, f.precision!, f.scale!);
  if (misfit === 'scale') return add(at, 'scale', `must have at most ${count(f.scale!, 'decimal place')}`);
  if (misfit) return add(at, 'precision', `must have at most ${count(f.precision! - f.scale!, 'digit')} before the point`);
  range(f, v, at, add);
};

const double: Checker = (f, value: unknown, at, add) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return add(at, 'type', 'must be a number');
  bounds(f, at, add, (bound) => value - Number(bound), doubleText);
};

/** As Java writes a double: 1000.0. */
const doubleText = (bound: string | number) => (/^-?\d{1,7}$/.test(String(bound)) ? `${bound}.0` : String(bound));

const range = (f: Type, v: string, at: string, add: Add) => bounds(f, at, add, (bound) => compareDecimal(v, String(bound)));

/** The first bound that a value breaks; to what it compares, the caller knows. */
function bounds(f: Type, at: string, add: Add, compare: (bound: string | number) => number, text: (bound: string | number) => string = String) {
  if (f.minimum !== undefined && compare(f.minimum) < 0) return add(at, 'min', `must be at least ${text(f.minimum)}`);
  if (f.exclusiveMinimum !== undefined && compare(f.exclusiveMinimum) <= 0) return add(at, 'min', `must be more than ${text(f.exclusiveMinimum)}`);
  if (f.maximum !== undefined && compare(f.maximum) > 0) return add(at, 'max', `must be at most ${text(f.maximum)}`);
  if (f.exclusiveMaximum !== undefined && compare(f.exclusiveMaximum) >= 0) add(at, 'max', `must be less than ${text(f.exclusiveMaximum)}`);
}

const FIRST_DAY = '0001-01-01';
const date: Checker = (f, value: unknown, at, add) => {
  if (typeof value !== 'string' || !isDate(value)) return add(at, 'type', 'must be a date such as 2026-03-31');
  if (value < FIRST_DAY) return add(at, 'type', 'must be a date of the years 0001 to 9999');
  bounds(f, at, add, (bound) => order(value, bound === 'today' ? new Date().toISOString().slice(0, 10) : String(bound)));
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/;
const time: Checker = (f, value: unknown, at, add) => {
  if (typeof value !== 'string' || !TIME.test(value)) return add(at, 'type', 'must be a time such as 09:30:00');
  bounds(f, at, add, (bound) => order(value.length === 5 ? `${value}:00` : value, String(bound).length === 5 ? `${bound}:00` : String(bound)));
};

const MOMENT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const timestamp: Checker = (f, value: unknown, at, add) => {
  const day = typeof value === 'string' ? MOMENT.exec(value)?.[1] : undefined;
  if (!day || !isDate(day)) return add(at, 'type', 'must be a date and time with offset such as 2026-03-31T09:30:00Z');
  bounds(f, at, add, (bound) => Date.parse(value as string) - (bound === 'now' ? Date.now() : Date.parse(String(bound))));
};

const oneOf: Checker = (f, value: unknown, at, add) => {
  if (f.values?.some((v) => v.value === value)) return;
  const codes = (f.values ?? []).map((v) => v.value);
  add(at, 'enum', `must be one of ${codes.slice(0, LISTED).join(', ')}${codes.length > LISTED ? ', …' : ''}`);
};

const list: Checker = (f, value: unknown, at, add) => {
  if (!Array.isArray(value)) return add(at, 'type', 'must be a list');
  if (f.minItems !== undefined && value.length < f.minItems) return add(at, 'minItems', `must have at least ${count(f.minItems, 'item')}`);
  if (f.maxItems !== undefined && value.length > f.maxItems) return add(at, 'maxItems', `must have at most ${count(f.maxItems, 'item')}`);
  value.forEach((item, i) => (item === null || item === undefined ? add(`${at}/${i}`, 'required', 'is required') : checkers[f.items!.type](f.items!, item as never, `${at}/${i}`, add)));
};

const shape: Checker = (f, value: unknown, at, add) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return add(at, 'type', 'must be an object');
  for (const part of f.fields ?? []) checkValue(part, (value as Row)[part.name], `${at}/${step(part.name)}`, add);
};

/** The key's type alone: whether there is such a row, the table says. */
const reference: Checker = (f, value, at, add) => { if (f.key) checkers[f.key.type]({ type: f.key.type, precision: f.key.precision, scale: f.key.scale, format: f.key.format === 'uuid' ? f.key.format : undefined, values: f.key.values }, value, at, add); };

const FILE: Field[] = [
  { name: 'key', label: '', type: 'string', required: true }, { name: 'name', label: '', type: 'string' },
  { name: 'size', label: '', type: 'long' }, { name: 'sha256', label: '', type: 'string' },
];
const file: Checker = (_, value, at, add) => shape({ type: 'shape', fields: FILE }, value, at, add);

const anything: Checker = () => undefined;

const checkers: Record<Field['type'], Checker> = {
  id: (_, value: unknown, at, add) => { if (typeof value !== 'string' || !UUID.test(value)) add(at, 'type', 'must be a UUID such as 0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4'); },
  string: text, text, markdown: text, integer: whole(INT), long: whole(LONG), decimal, double,
  boolean: (_, value: unknown, at, add) => { if (typeof value !== 'boolean') add(at, 'type', 'must be true or false'); },
  date, time, timestamp, enum: oneOf, reference, list, shape, json: anything, file,
};

const patterns = new Map<string, RegExp>();
function regex(source: string): RegExp {
  let found = patterns.get(source);
  if (!found) patterns.set(source, (found = new RegExp(source, 'u')));
  return found;
}
/** The pattern as the model has it: model.json anchors it. */
const shown = (pattern: string) => /^\^\(\?:(.*)\)\$$/s.exec(pattern)?.[1] ?? pattern;

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function isUrl(v: string): boolean {
  return v.length <= MAX_URL && /^https?:\/\//.test(v) && URL.canParse(v);
}

export function isDate(v: string): boolean {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(v);
  if (!m) return false;
  const t = new Date(0);
  t.setUTCFullYear(Number(m[1]), Number(m[2]) - 1, Number(m[3]));
  return t.getUTCMonth() === Number(m[2]) - 1 && t.getUTCDate() === Number(m[3]);
}

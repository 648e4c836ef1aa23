import { align, compare as compareExact, divide, plain, round } from './arithmetic';
import type { Concept, Expression, Field, Row } from './types';
import { asDouble, dayOf, exact, isDecimal, toJson, toValue, type Value, type ValueType } from './values';

/** Rules and computed fields, reckoned as the API does: as in SQL, an absent operand makes a result absent, and logic has three values. */
type Known = (e: Expression) => Value;

export function evaluate(e: Expression, fields: Field[], row: Row): Value {
  const of: Known = (inner) => evaluate(inner, fields, row);
  if (e.field !== undefined) return fieldValue(e, e.field.split('.'), fields, row);
  return e.op === undefined ? toValue(e.yields, e.value) : operations[e.op]!(e, of);
}

/** The value of a computed field, as JSON has it; null when it has none. */
export const computedValue = (c: Pick<Concept, 'fields'>, field: Field, row: Row): unknown => toJson(field, evaluate(field.expression!, c.fields, row));

/** Whether a rule is broken: what is unknown breaks none. */
export const isBroken = (c: Pick<Concept, 'fields'>, rule: { when: Expression }, row: Row) => evaluate(rule.when, c.fields, row) === false;

function fieldValue(e: Expression, [name, ...rest]: string[], fields: Field[], row: Row): Value {
  const field = fields.find((f) => f.name === name);
  if (!field) return null;
  if (field.expression) return toValue(e.yields, toJson(field, evaluate(field.expression, fields, row)));
  const json = row[name!] ?? given(field);
  if (!rest.length) return toValue(e.yields, json);
  return typeof json === 'object' && json !== null ? fieldValue(e, rest, field.fields ?? [], json as Row) : null;
}

const today = () => new Date().toISOString().slice(0, 10);
const given = (f: Field) => (f.generated === 'now' ? new Date().toISOString() : f.generated === 'today' ? today() : f.default);

/** By code point: JavaScript's own order is by UTF-16 unit. */
function compareText(a: string, b: string): number {
  const x = [...a], y = [...b];
  const at = x.findIndex((c, i) => c !== y[i]);
  if (at < 0 || at >= y.length) return x.length - y.length;
  return x[at]!.codePointAt(0)! - y[at]!.codePointAt(0)!;
}

const order = (a: Value, b: Value): number =>
  typeof a === 'string' ? compareText(a, String(b)) : typeof a === 'boolean' ? Number(a) - Number(b) : compareExact(exact(a)!, exact(b)!);

const both = (test: (a: Value, b: Value) => Value) => (e: Expression, of: Known): Value => {
  const a = of(e.args![0]!), b = of(e.args![1]!);
  return a === null || b === null ? null : test(a, b);
};
const one = (make: (a: Value, e: Expression) => Value) => (e: Expression, of: Known): Value => {
  const a = widen(of(e.args![0]!), e.yields);
  return a === null ? null : make(a, e);
};

const NUMBERS = new Set<ValueType>(['int', 'long', 'decimal', 'double']);
function widen(v: Value, type: ValueType): Value {
  if (v === null || !NUMBERS.has(type) || typeof v === 'string' || Array.isArray(v)) return v;
  return type === 'double' ? asDouble(v) : type === 'decimal' ? exact(v) : v;
}

const LIMITS: Partial<Record<ValueType, bigint>> = { int: 2n ** 31n, long: 2n ** 63n };
/** What does not fit its type is absent. */
function fit(v: Value, type: ValueType): Value {
  const limit = LIMITS[type];
  if (typeof v === 'number') return Number.isFinite(v) ? v : null;
  return limit !== undefined && typeof v === 'bigint' && (v < -limit || v >= limit) ? null : v;
}

type Two<V> = (a: V, b: V) => V;
function arithmetic(whole: Two<bigint>, double: Two<number>, decimal: (a: Value, b: Value) => Value) {
  return (e: Expression, of: Known): Value => {
    const [a, b] = e.args!.map((arg) => widen(of(arg), e.yields)) as [Value, Value];
    if (a === null || b === null) return null;
    if (e.yields === 'decimal') return decimal(a, b);
    return fit(e.yields === 'double' ? double(a as number, b as number) : whole(a as bigint, b as bigint), e.yields);
  };
}
const aligned = (apply: Two<bigint>) => (a: Value, b: Value): Value => {
  const [x, y, scale] = align(exact(a)!, exact(b)!);
  return { digits: apply(x, y), scale };
};
const negated = (a: Value): Value => (isDecimal(a) ? { ...a, digits: -a.digits } : -(a as number | bigint));
const isNegative = (a: Value) => (isDecimal(a) ? a.digits < 0n : (a as number | bigint) < 0);

function rounded(a: Value, e: Expression): Value {
  const places = Number(e.args![1]!.value);
  if (typeof a !== 'number') return round(exact(a)!, places);
  const near = toValue('decimal', String(a));
  return isDecimal(near) ? Number(plain(round(near, places))) : null;
}

const operations: Record<string, (e: Expression, of: Known) => Value> = {
  or: (e, of) => { const [a, b] = e.args!.map(of); return a === true || b === true ? true : a === null || b === null ? null : false; },
  and: (e, of) => { const [a, b] = e.args!.map(of); return a === false || b === false ? false : a === null || b === null ? null : true; },
  not: one((a) => !a),
  eq: both((a, b) => order(a, b) === 0), ne: both((a, b) => order(a, b) !== 0),
  lt: both((a, b) => order(a, b) < 0), lte: both((a, b) => order(a, b) <= 0),
  gt: both((a, b) => order(a, b) > 0), gte: both((a, b) => order(a, b) >= 0),
  is_null: (e, of) => of(e.args![0]!) === null, is_not_null: (e, of) => of(e.args![0]!) !== null,
  in: (e, of) => { const [a, ...values] = e.args!.map(of); return a === null || a === undefined ? null : values.some((v) => v !== null && order(a, v) === 0); },
  add: arithmetic((a, b) => a + b, (a, b) => a + b, aligned((a, b) => a + b)),
  subtract: arithmetic((a, b) => a - b, (a, b) => a - b, aligned((a, b) => a - b)),
  multiply: arithmetic((a, b) => a * b, (a, b) => a * b, (a, b) => { const x = exact(a)!, y = exact(b)!; return { digits: x.digits * y.digits, scale: x.scale + y.scale }; }),
  divide: arithmetic((a, b) => a / b, (a, b) => a / b, (a, b) => divide(exact(a)!, exact(b)!)),
  negate: one((a, e) => fit(negated(a), e.yields)),
  abs: one((a, e) => (isNegative(a) ? fit(negated(a), e.yields) : a)),
  round: one(rounded),
  length: one((a) => BigInt([...(a as string)].length)), size: one((a) => BigInt((a as unknown[]).length)),
  lower: one((a) => (a as string).toLowerCase()), upper: one((a) => (a as string).toUpperCase()),
  year: one((a) => BigInt(dayOf(a)!.getUTCFullYear())), month: one((a) => BigInt(dayOf(a)!.getUTCMonth() + 1)), day: one((a) => BigInt(dayOf(a)!.getUTCDate())),
  concat: (e, of) => { const texts = e.args!.map(of); return texts.includes(null) ? null : texts.join(''); },
  coalesce: (e, of) => { for (const arg of e.args!) { const v = of(arg); if (v !== null) return widen(v, e.yields); } return null; },
  now: () => toValue('timestamp', new Date().toISOString()), today,
};

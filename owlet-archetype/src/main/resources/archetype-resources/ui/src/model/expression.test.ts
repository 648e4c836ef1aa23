import { describe, expect, it } from 'vitest';
import { divide, ofDouble, parseDecimal, plain, round } from './arithmetic';
import { computedValue, evaluate, isBroken } from './expression';
import type { Expression, Field, Row } from './types';
import type { ValueType } from './values';

const value = (yields: ValueType, v: string | boolean): Expression => ({ value: v, yields });
const field = (yields: ValueType, name: string): Expression => ({ field: name, yields });
const op = (name: string, yields: ValueType, ...args: Expression[]): Expression => ({ op: name, yields, args });
const of = (e: Expression, row: Row = {}, fields: Field[] = []) => evaluate(e, fields, row);
const decimal = (text: string) => parseDecimal(text)!;

const FIELDS: Field[] = [
  { name: 'weight', label: 'Weight', type: 'decimal', precision: 6, scale: 1 },
  { name: 'age', label: 'Age', type: 'enum', default: 'unknown' },
  { name: 'position', label: 'Position', type: 'shape', fields: [{ name: 'lat', label: 'Lat', type: 'decimal', precision: 9, scale: 6 }] },
  { name: 'at', label: 'At', type: 'timestamp', generated: 'now' },
  { name: 'heavy', label: 'Heavy', type: 'boolean', expression: op('gt', 'bool', field('decimal', 'weight'), value('int', '600')) },
  { name: 'gross', label: 'Gross', type: 'decimal', precision: 4, scale: 2, optional: true, expression: op('multiply', 'decimal', field('decimal', 'weight'), value('decimal', '1.21')) },
];

describe('logic', () => {
  const [yes, no, unknown] = [value('bool', true), value('bool', false), field('bool', 'absent')];
  it('has three values', () => {
    expect(of(op('and', 'bool', no, unknown))).toBe(false);
    expect(of(op('and', 'bool', yes, unknown))).toBe(null);
    expect(of(op('or', 'bool', yes, unknown))).toBe(true);
    expect(of(op('or', 'bool', no, unknown))).toBe(null);
    expect(of(op('not', 'bool', unknown))).toBe(null);
    expect(of(op('is_null', 'bool', unknown))).toBe(true);
    expect(of(op('in', 'bool', unknown, yes))).toBe(null);
  });
  it('breaks a rule only by false', () => {
    const when = op('lt', 'bool', field('decimal', 'weight'), value('int', '5'));
    expect([{}, { weight: '4' }, { weight: '5' }, { weight: 'x' }].map((row) => isBroken({ fields: FIELDS }, { when }, row))).toEqual([false, false, true, false]);
  });
});

describe('numbers', () => {
  it('are exact', () => {
    expect(of(op('eq', 'bool', op('add', 'decimal', value('decimal', '0.1'), value('decimal', '0.2')), value('decimal', '0.30')))).toBe(true);
    expect(of(op('eq', 'bool', value('double', '0.1'), value('decimal', '0.1')))).toBe(false);
    expect(of(op('lt', 'bool', value('long', '9007199254740992'), value('long', '9007199254740993')))).toBe(true);
    expect(plain(ofDouble(0.1))).toBe('0.1000000000000000055511151231257827021181583404541015625');
  });
  it('have no value beyond their type', () => {
    expect(of(op('add', 'int', value('int', '2147483647'), value('int', '1')))).toBe(null);
    expect(of(op('negate', 'long', value('long', '-9223372036854775808')))).toBe(null);
    expect(of(op('divide', 'double', value('double', '1'), value('double', '0')))).toBe(null);
    expect(of(op('divide', 'decimal', value('int', '1'), value('int', '0')))).toBe(null);
  });
  it('divide to 34 digits, half even', () => {
    expect(plain(divide(decimal('1'), decimal('3'))!)).toBe(`0.${'3'.repeat(34)}`);
    expect(plain(divide(decimal('-2'), decimal('3'))!)).toBe(`-0.${'6'.repeat(33)}7`);
    expect(plain(divide(decimal('1'), decimal('-4'))!)).toMatch(/^-0\.250*$/);
    expect(plain(divide(decimal('12345678901234567890123456789012345678'), decimal('1'))!)).toBe('12345678901234567890123456789012350000');
  });
  it('round half up, in decimal notation', () => {
    expect(['2.675', '-2.675', '0.004'].map((v) => plain(round(decimal(v), 2)))).toEqual(['2.68', '-2.68', '0.00']);
    expect(of(op('round', 'double', value('double', '2.675'), value('int', '2')))).toBe(2.68);
  });
});

describe('texts and times', () => {
  it('have the order and the length of code points', () => {
    expect(of(op('lt', 'bool', value('text', '\u{ffff}'), value('text', '\u{1f989}')))).toBe(true);
    expect(of(op('lt', 'bool', value('text', 'ab'), value('text', 'abc')))).toBe(true);
    expect(of(op('length', 'int', value('text', '🦉x')))).toBe(2n);
  });
  it('know instants whatever their offset, to the microsecond', () => {
    const at = (text: string) => value('timestamp', text);
    expect(of(op('eq', 'bool', at('2026-03-29T01:30:00+02:00'), at('2026-03-28T23:30:00Z')))).toBe(true);
    expect(of(op('lt', 'bool', at('2026-01-01T00:00:00.000001Z'), at('2026-01-01T00:00:00.000002Z')))).toBe(true);
    expect(of(op('day', 'int', at('1969-12-31T23:59:59.5Z')))).toBe(31n);
    expect(of(op('year', 'int', value('date', '0001-01-01')))).toBe(1n);
  });
  it('are absent when one is', () => {
    expect(of(op('concat', 'text', value('text', 'a'), field('text', 'absent')))).toBe(null);
    expect(of(op('coalesce', 'text', field('text', 'absent'), value('text', 'b')))).toBe('b');
  });
});

describe('fields', () => {
  it('reach into shapes, and have their defaults', () => {
    expect(of(op('gt', 'bool', field('decimal', 'position.lat'), value('int', '52')), { position: { lat: '52.1' } }, FIELDS)).toBe(true);
    expect(of(field('decimal', 'position.lat'), {}, FIELDS)).toBe(null);
    expect(of(field('enum', 'age'), {}, FIELDS)).toBe('unknown');
    expect(of(op('lte', 'bool', field('timestamp', 'at'), op('now', 'timestamp')), {}, FIELDS)).toBe(true);
  });
  it('are computed from others', () => {
    const [heavy, gross] = [FIELDS[4]!, FIELDS[5]!];
    expect([{ weight: '600.1' }, { weight: '600' }, {}].map((row) => computedValue({ fields: FIELDS }, heavy, row))).toEqual([true, false, false]);
    expect([{ weight: '10.5' }, { weight: '90' }, {}].map((row) => computedValue({ fields: FIELDS }, gross, row))).toEqual(['12.71', null, null]);
  });
});

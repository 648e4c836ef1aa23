import { describe, expect, it } from 'vitest';
import type { Concept, Field } from '../../model/types';
import { filterable, inWords } from './filters';

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({ name: 'f', label: 'F', type, ...more });
const words = (f: Field, ...conditions: [op: string, ...values: string[]][]) => inWords(f, conditions.map(([op, ...values]) => ({ name: 'f', op, values })));

describe('a filter in words', () => {
  it('says choices by their labels', () => {
    const species = field('enum', { values: [{ value: 'A', label: 'Barn owl' }, { value: 'B', label: 'Tawny owl' }] });
    expect(words(species, ['eq', 'A', 'B'])).toBe('is Barn owl or Tawny owl');
    expect(words(species, ['eq', 'GONE'])).toBe('is GONE');
    expect(words(field('boolean'), ['eq', 'true'])).toBe('is Yes');
  });

  it('says ranges as values are written', () => {
    expect(words(field('decimal', { scale: 2 }), ['gte', '1234.5'], ['lte', '2000'])).toBe('from 1,234.50, to 2,000.00');
    expect(words(field('timestamp'), ['gte', '2026-03-01'])).toBe('from 01 Mar 2026');
  });

  it('says absence, and names what it does not know', () => {
    expect(words(field('string'), ['null', 'true'])).toBe('is empty');
    expect(words(field('string'), ['null', 'false'])).toBe('is filled');
    expect(words(field('string'), ['lt', 'x'])).toBe('lt x');
  });
});

describe('what can be filtered on', () => {
  it('are fields and the parts of shapes, not what the API cannot compare', () => {
    const concept = { fields: [field('json', { name: 'j' }), field('file', { name: 'x' }), field('shape', { name: 'p', label: 'Position', fields: [field('decimal', { name: 'lat', label: 'Lat', required: true })] }), field('list', { name: 's', items: { type: 'shape' } }), field('list', { name: 'l', items: { type: 'string' } })] } as Concept;
    expect(filterable(concept).map((f) => [f.name, f.label, !!f.required])).toEqual([['p.lat', 'Position · Lat', false], ['l', 'F', false]]);
  });
});

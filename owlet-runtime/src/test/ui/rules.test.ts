import { describe, expect, it } from 'vitest';
import { checkRow } from '../model/check';
import { link } from '../model/concept';
import type { Concept, Row } from '../model/types';

/** What the generated records say of rows just inside and just outside the rules; kept by the processor's tests. */
interface Vectors { concepts: { concept: Concept; base: Row; cases: { at?: string; value?: unknown; problems: [string, string, string][] }[] }[] }

/** Faults in order of their places; among those of one row, the record tells types first. */
const sorted = (problems: [string, string, string][]) => [...problems].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const files = import.meta.glob<Vectors>('./vectors/*.json', { eager: true, import: 'default' });

it('has the vectors', () => expect(Object.keys(files).length).toBeGreaterThan(3));

for (const [file, { concepts }] of Object.entries(files)) {
  link(concepts.map((c) => c.concept));
  for (const { concept, base, cases } of concepts) {
    describe(`${file} ${concept.name}`, () => {
      it.each(cases)('$at = $value', ({ at, value, problems }) => {
        const { [at ?? '']: _, ...row } = base;
        if (at !== undefined && value !== undefined) row[at] = value;
        expect(sorted(checkRow(concept, row).map((p) => [p.pointer, p.code, p.message]))).toEqual(sorted(problems));
      });
    });
  }
}

import { expect, it } from 'vitest';
import { lot } from './lot.fixture';
import { autoMatch } from './match';
import { distance } from './similar';
import type { Sheet } from './types';

const sheet = (headers: string[], row: unknown[]): Sheet => ({ kind: 'CSV', headers, rows: [row], notes: [], sheets: [] });

it('finds fields by name, label, slip and common words', () => {
  const m = autoMatch(lot, sheet(['Lot Code', 'pricePerKg', 'Proces', 'Harvest date', 'Supplier name', 'Buyer'], ['ET-2026-001', '12.50', 'Washed', '31/03/2026', 'Kii', 'AO']));
  expect(m.map((x) => x.field)).toEqual(['code', 'price_per_kg', 'process', 'harvested_on', 'supplier', null]);
  expect(m.map((x) => x.sure)).toEqual([false, true, false, false, false, false]);
});
it('gives a field to one column only', () => {
  expect(autoMatch(lot, sheet(['Bags', 'bags'], ['1', '2'])).filter((x) => x.field === 'bags')).toHaveLength(1);
});
it('takes the headings of the model before all others', () => {
  const named = { ...lot, upload: { columns: { bags: 'Sacks', code: 'Bags' } } };
  expect(autoMatch(named, sheet(['Bags', 'Sacks'], ['ET-2026-001', '2'])).map((x) => x.field)).toEqual(['code', 'bags']);
});
it('does as it was told the last time, also to leave a column out', () => {
  const m = autoMatch(lot, sheet(['Sum', 'Bags'], ['1', '2']), { sum: 'bags', bags: null });
  expect(m.map((x) => [x.field, x.sure])).toEqual([['bags', true], [null, true]]);
});
it('passes over what an export adds', () => {
  expect(autoMatch(lot, sheet(['code', 'supplier$title', '_version'], ['a', 'b', '1'])).map((x) => [x.field, x.sure])).toEqual([['code', true], [null, true], [null, true]]);
});
it('tells day-first from month-first, and a decimal comma, by the whole column', () => {
  expect(autoMatch(lot, sheet(['Harvested on'], ['03/31/2026']))[0]!.reading).toEqual({ order: 'mdy' });
  expect(autoMatch(lot, sheet(['Price per kg'], ['1.234,50']))[0]!.reading).toEqual({ decimalComma: true });
});
it('takes columns without headings in the order of the model', () => {
  expect(autoMatch(lot, sheet(['', ''], ['ET-2026-001', 'kii'])).map((x) => x.field)).toEqual(['code', 'supplier']);
});
it('measures slips', () => expect(distance('wsahed', 'washed')).toBe(2));

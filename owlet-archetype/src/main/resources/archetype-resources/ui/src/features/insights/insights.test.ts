import { expect, it } from 'vitest';
import { countTicks, ticks } from './axis';
import { before, bucketRange, fillBuckets } from './buckets';

const g = (key: string) => ({ key, value: 1, count: 1 });

it('fills the gaps of a timeline', () => expect(fillBuckets([g('2026-Q1'), g('2025-Q3')], 'quarter').map((x) => [x.key, x.count])).toEqual([['2025-Q3', 1], ['2025-Q4', 0], ['2026-Q1', 1]]));
it('shows the latest of a long timeline', () => {
  const shown = fillBuckets([g('1990-01'), g('2026-03')], 'month');
  expect([shown.length, shown.at(-1)!.key]).toEqual([48, '2026-03']);
});
it.each([['2026-01', 'month', '2025-12'], ['2026', 'year', '2025'], ['2026-03-01', 'day', '2026-02-28'], ['2026-Q1', 'quarter', '2025-Q4'], ['2026-W01', 'week', '2025-W52'], ['2021-W01', 'week', '2020-W53'], ['2026-03-30', 'week', '2026-03-23']] as const)('goes back from %s by a %s', (key, bucket, wanted) => expect(before(key, bucket)).toBe(wanted));
it.each([['2026-02', 'month', '2026-02-01', '2026-02-28'], ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31'], ['2024', 'year', '2024-01-01', '2024-12-31'], ['2026-W14', 'week', '2026-03-30', '2026-04-05'], ['2026-03-31', 'day', '2026-03-31', '2026-03-31']] as const)('turns %s into a filter', (key, bucket, from, to) => {
  expect(Object.fromEntries(bucketRange('at', key, bucket))).toEqual({ 'at.gte': from, 'at.lte': to });
});
it.each([[0, 4496], [82.5, 85.1], [0, 1], [-3, 7], [5, 5]])('ticks from %d to %d hold the range', (a, b) => {
  const t = ticks(a, b);
  expect(t[0]).toBeLessThanOrEqual(a);
  expect(t.at(-1)).toBeGreaterThanOrEqual(b);
  expect(t.length).toBeLessThan(8);
});
it('counts in whole numbers', () => expect(countTicks(2).every(Number.isInteger)).toBe(true));

import { expect, it } from 'vitest';
import { countTicks, ticks } from './axis';

it.each([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 19, 26, 99, 101, 412, 3503, 1_000_000])('counts up to %d in whole numbers that reach it', (max) => {
  const at = countTicks(max);
  expect(at.every(Number.isInteger)).toBe(true);
  expect(at.at(-1)).toBeGreaterThanOrEqual(max);
  expect(at.length).toBeLessThan(7);
});
it('spans what is measured', () => {
  const at = ticks(-3, 12.5);
  expect(at[0]).toBeLessThanOrEqual(-3);
  expect(at.at(-1)).toBeGreaterThanOrEqual(12.5);
});

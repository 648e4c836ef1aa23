import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decode } from '../features/upload/decode';
import { tokens } from '../features/upload/tokens';

/** Awkward files and their records, as the server's reader is held to them. */
const CASES = new URL('./csv-cases/', import.meta.url);
const names = readdirSync(CASES).filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -'.csv'.length));

interface Case { delimiter?: string; escape?: string; records: string[][] }

it('has the cases', () => expect(names.length).toBeGreaterThan(30));

it.each(names)('takes %s apart', (name) => {
  const { delimiter = ',', escape, records } = JSON.parse(readFileSync(new URL(`${name}.json`, CASES), 'utf8')) as Case;
  const { text } = decode(readFileSync(new URL(`${name}.csv`, CASES)));
  expect(tokens(text, { delimiter, escape }).rows).toEqual(records);
});

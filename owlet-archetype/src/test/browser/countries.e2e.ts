import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibility, stage, type Stage } from './stage';

/** One concept of 56 fields, and the published file of them. */
const FILE = join(process.env.OWLET_SHARED_DATA ?? '', 'country-codes.csv');
const there = existsSync(FILE);
if (!there) console.log(`SKIPPED: the web app with country codes: there is no ${FILE}`);

let s: Stage;
beforeAll(async () => {
  if (there) s = await stage('country-codes');
});
afterAll(() => s?.stop());

it.skipIf(!there)('takes the file in as it is published: Namibia, and spaces that must not break, with it', async () => {
  const page = await s.page();
  await page.goto(`${s.app.url}/data/countries/import`);
  await page.setInputFiles('input[type=file]', { name: 'country-codes.csv', mimeType: 'text/csv', buffer: readFileSync(FILE) });
  await page.getByRole('button', { name: 'Import 249 rows' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 249 rows' }).click();
  await page.getByRole('heading', { name: /^249 countries saved/ }).waitFor();
  expect(await (await s.app.call('GET', '/api/countries/NA')).json()).toMatchObject({ display_name: 'Namibia', continent: 'AF' });
  expect(page.complaints).toEqual([]);
});

it.skipIf(!there)('finds and changes one of the rows among 56 fields, on a small screen', async () => {
  const page = await s.page('editor', { viewport: { width: 390, height: 844 } });
  await page.goto(`${s.app.url}/data/countries?q=Namibia`);
  await page.getByRole('status').filter({ hasText: '1 to 1 of 1' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.goto(`${s.app.url}/data/countries/edit/NA`);
  await page.getByRole('textbox', { name: /^Capital/ }).fill('Windhuk');
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Countries' }).waitFor();
  expect(await (await s.app.call('GET', '/api/countries/NA')).json()).toMatchObject({ capital: 'Windhuk' });
  expect(page.complaints).toEqual([]);
});

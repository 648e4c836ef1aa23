import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibility, stage, type Stage } from './stage';

/** Airports and routes as OpenFlights publishes them: no heading, \\N for nothing, backslashes before quotes. */
const FOLDER = process.env.OWLET_SHARED_DATA ?? '';
const AIRPORTS = join(FOLDER, 'openflights-airports.dat'), ROUTES = join(FOLDER, 'openflights-routes.dat');
const there = existsSync(AIRPORTS) && existsSync(ROUTES);
if (!there) console.log(`SKIPPED: the web app with airports and routes: there is no ${AIRPORTS}`);

let s: Stage;
beforeAll(async () => {
  if (there) s = await stage('open-data');
});
afterAll(() => s?.stop());

const row = async (path: string) => (await s.app.call('GET', path)).json() as Promise<Record<string, unknown>>;

async function drop(page: Page, path: string, name: string, bytes: Buffer) {
  await page.goto(`${s.app.url}/data/${path}/import`);
  await page.getByLabel('File to import').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
}

it.skipIf(!there)('takes the airports in as their file is', async () => {
  const page = await s.page();
  await drop(page, 'airports', 'airports.dat', readFileSync(AIRPORTS));
  await page.getByRole('button', { name: 'Check 7,698 rows' }).click();
  await page.getByRole('button', { name: 'Import 7,698 rows' }).click();
  await page.getByRole('heading', { name: '7,698 airports saved' }).waitFor();
  expect(await row('/api/airports/332')).toMatchObject({ name: 'Magdeburg "City" Airport', utc_offset: '1.00' });
  expect(await row('/api/airports?iata.null=true&limit=1')).toMatchObject({ total: 1626 });
  expect(page.complaints).toEqual([]);
});

it.skipIf(!there)('hands the routes back whose airports are missing, in a file that goes in once they are blanked', { timeout: 180_000 }, async () => {
  const page = await s.page();
  await drop(page, 'routes', 'routes.dat', readFileSync(ROUTES));
  await page.getByRole('button', { name: 'Check 67,663 rows' }).click();
  const load = page.getByRole('button', { name: 'Import 67,187 rows' });
  await load.waitFor({ timeout: 60_000 });
  expect(await accessibility(page)).toEqual([]);
  await load.click();
  await page.getByRole('heading', { name: /^67,187 routes saved/ }).waitFor({ timeout: 120_000 });
  expect(await row('/api/routes?limit=1')).toMatchObject({ total: 67_187 });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Rows not saved' }).click()]);
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString();
  await drop(page, 'routes', 'mended.csv', Buffer.from(blanked(text)));
  await page.getByRole('button', { name: 'Import 476 rows' }).click();
  await page.getByRole('heading', { name: '476 routes saved' }).waitFor();
  expect(await row('/api/routes?limit=1')).toMatchObject({ total: 67_663 });
  expect(page.complaints).toEqual([]);
});

/** Without the references that the reasons name, as a person would blank them. No cell of this file has a comma. */
function blanked(text: string): string {
  const [heading = '', ...lines] = text.replace(/^\ufeff/, '').trim().split('\r\n');
  const names = heading.split(',');
  const labels: Record<string, string> = { source_airport: 'Source airport', destination_airport: 'Destination airport' };
  return [heading, ...lines.map((line) => {
    const cells = line.split(',');
    const why = cells.slice(names.indexOf('_error')).join(',');
    return cells.map((cell, i) => (labels[names[i]!] && why.includes(`${labels[names[i]!]}:`) ? '' : cell)).join(',');
  })].join('\r\n');
}

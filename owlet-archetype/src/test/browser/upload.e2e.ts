import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibility, stage, type Stage } from './stage';

const SITES = ['NL012', 'NL047'];
const RINGER = 'ann@example.org';
/** Larger than what the browser looks at itself. */
const LARGE = 17 * 1024 * 1024;

let s: Stage;

beforeAll(async () => {
  s = await stage('owl-watch');
  await s.app.call('POST', '/api/sites/batch', { rows: SITES.map((code) => ({ code, name: `Barn ${code}`, opened: '2020-01-01' })) });
  await s.app.call('POST', '/api/ringers/batch', { rows: [{ email: RINGER, name: 'Ann', licence: 'L1' }] });
});

afterAll(() => s?.stop());

const moment = (i: number) => new Date(Date.UTC(2024, 0, 1, 0, i)).toISOString();
const row = (i: number, change: Partial<Record<'site' | 'species' | 'weight' | 'seen', string>> = {}) =>
  [change.site ?? SITES[i % 2], RINGER, change.species ?? 'Barn owl', change.seen ?? moment(i), change.weight ?? '331.5'].join(',');
const csv = (rows: string[]) => Buffer.from(`Site,Ringer,Species,Seen at,Weight (g)\n${rows.join('\n')}\n`);
const total = async () => ((await (await s.app.call('GET', '/api/sightings?limit=1')).json()) as { total: number }).total;

it('imports 1,000 rows with 50 bad ones, which are mended by kind of mistake', async () => {
  const rows = Array.from({ length: 1000 }, (_, i) => (i % 20 ? row(i) : i % 40 ? row(i, { species: 'Barn owll' }) : row(i, { weight: '331.55' })));
  const page = await s.page();
  await page.goto(`${s.app.url}/data/sightings/import`);
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.setInputFiles('input[type=file]', { name: 'night.csv', mimeType: 'text/csv', buffer: csv(rows) });
  await page.getByRole('button', { name: 'Check 1,000 rows' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Check 1,000 rows' }).click();
  await page.getByRole('button', { name: 'Import 950 rows' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  // A slip in a word, 25 times: the likely one is offered.
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Import 975 rows' }).waitFor();
  await page.getByRole('button', { name: 'Round to 1 place' }).click();
  await page.getByText('No problems left').waitFor();
  await page.getByRole('button', { name: 'Import 1,000 rows' }).click();
  await page.getByRole('heading', { name: '1,000 sightings saved' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  expect(await total()).toBe(1000);
  expect(page.complaints).toEqual([]);
});

it('brings back what only the table knows, row by row, to be mended and sent again', async () => {
  const before = await total();
  const page = await s.page();
  await page.goto(`${s.app.url}/data/sightings/import`);
  await page.setInputFiles('input[type=file]', { name: 'again.csv', mimeType: 'text/csv', buffer: csv([row(1), row(5000), row(5001)]) });
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByRole('heading', { name: '2 sightings saved, 1 refused' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Rows not saved' }).click()]);
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString();
  expect(text).toMatch(/_row,_error\r\nNL047,ann@example.org,Barn owl,.*,331.5,1,/);
  await page.getByRole('button', { name: 'Fix 1 row' }).click();
  await page.getByRole('button', { name: /^Seen at, row 1/ }).click();
  await page.getByRole('textbox', { name: 'Seen at, Row 1' }).fill('2024-06-01 10:00');
  await page.keyboard.press('Enter');
  await page.getByText('No problems left').waitFor();
  await page.getByRole('button', { name: /^Import 1 row/ }).click();
  await page.getByRole('heading', { name: '3 sightings saved' }).waitFor();
  expect(await total()).toBe(before + 3);
});

it('stops and goes on after the page was closed; nothing is lost, nothing saved twice', async () => {
  const before = await total();
  const page = await s.page();
  const rows = Array.from({ length: 12_000 }, (_, i) => row(i + 100_000));
  let passed = 0;
  // The answer to the second part is lost: the server has saved it, the page does not know.
  await page.route('**/sightings/batch', async (route) => {
    if (++passed !== 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.goto(`${s.app.url}/data/sightings/import`);
  await page.setInputFiles('input[type=file]', { name: 'long.csv', mimeType: 'text/csv', buffer: csv(rows) });
  await page.getByRole('button', { name: 'Check 12,000 rows' }).click();
  await page.getByRole('button', { name: 'Import 12,000 rows' }).click();
  await page.getByText('The import did not finish').waitFor();
  expect(await total()).toBe(before + 10_000);
  await page.reload();
  await page.getByText('The import of long.csv has not ended').waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: '12,000 sightings saved' }).waitFor();
  expect(await total()).toBe(before + 12_000);
  await page.reload();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect(await page.getByText('has not ended').count()).toBe(0);
});

it('sends a large file past the API, reports its rows, and takes it back as a whole', async () => {
  const before = await total();
  const page = await s.page();
  const good = Array.from({ length: 3000 }, (_, i) => row(i + 500_000));
  const wide = ',Remark\n' + [...good, row(1, { site: 'XX99' })].map((r) => `${r},${'x'.repeat(Math.ceil(LARGE / 3000))}`).join('\n');
  await page.goto(`${s.app.url}/data/sightings/import`);
  await page.setInputFiles('input[type=file]', { name: 'year.csv', mimeType: 'text/csv', buffer: Buffer.from(`Site,Ringer,Species,Seen at,Weight${wide}\n`) });
  await page.getByText('This file goes straight to storage').waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.getByRole('heading', { name: '3,000 sightings saved, 1 refused' }).waitFor();
  await page.getByText('Not imported: Remark.').waitFor();
  expect(await accessibility(page)).toEqual([]);
  expect(await total()).toBe(before + 3000);
  await page.getByRole('button', { name: 'Undo this upload' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('The upload was undone.').waitFor();
  expect(await total()).toBe(before);
  expect(page.complaints).toEqual([]);
});

it('shows before anything is sent which rule of the model a row breaks, in the words of the API', async () => {
  const before = await total();
  const page = await s.page();
  await page.goto(`${s.app.url}/data/sightings/import`);
  const lines = [`NL012,${RINGER},Barn owl,${moment(900_001)},300,nestling`, `NL012,${RINGER},Barn owl,${moment(900_002)},300,adult`, `NL012,${RINGER},Barn owl,${moment(900_003)},,nestling`];
  await page.setInputFiles('input[type=file]', { name: 'rules.csv', mimeType: 'text/csv', buffer: Buffer.from(`Site,Ringer,Species,Seen at,Weight (g),Age\n${lines.join('\n')}\n`) });
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await page.getByText('nestling has no weight (age != nestling or weight is null)').waitFor();
  await page.getByRole('button', { name: 'Leave empty' }).click();
  await page.getByText('No problems left').waitFor();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByRole('heading', { name: '3 sightings saved' }).waitFor();
  expect(await total()).toBe(before + 3);
});

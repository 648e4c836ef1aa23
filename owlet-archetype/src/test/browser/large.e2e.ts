import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibility, signIn, stage, type Stage, type WatchedPage } from './stage';

const RINGER = 'ann@example.org';
const ROWS = 3000;
/** 45 MB of them: six parts. */
const REMARK = 'x'.repeat(15_000);
const ADDRESS = '**/uploads/*/parts/*';

let s: Stage;
let folder: string;
let file: string;
let begun = 0;

beforeAll(async () => {
  s = await stage('owl-watch');
  folder = mkdtempSync(join(tmpdir(), 'owlet-large-'));
  await s.app.call('POST', '/api/sites/batch', { rows: [{ code: 'NL012', name: 'Barn', opened: '2020-01-01' }] });
  await s.app.call('POST', '/api/ringers/batch', { rows: [{ email: RINGER, name: 'Ann', licence: 'L1' }] });
});

/** Each test has rows of its own, and one that is refused. */
beforeEach(() => {
  const start = Date.UTC(2010, 0, 1) + ++begun * 1e9;
  const row = (i: number, site: string) => `${site},${RINGER},Barn owl,${new Date(start + i * 60_000).toISOString()},331.5,${REMARK}`;
  const rows = Array.from({ length: ROWS }, (_, i) => row(i, 'NL012'));
  file = join(folder, `year-${begun}.csv`);
  writeFileSync(file, `Site,Ringer,Species,Seen at,Weight,Remark\n${[...rows, row(ROWS, 'XX99')].join('\n')}\n`);
});

afterAll(async () => {
  await s?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const total = async () => ((await (await s.app.call('GET', '/api/sightings?limit=1')).json()) as { total: number }).total;
const uploads = async () => ((await (await s.app.call('GET', '/api/sightings/uploads')).json()) as { items: { status: string; cancelled?: boolean }[] }).items;
const toImport = (page: Page) => page.goto(`${s.app.url}/data/sightings/import`);

interface Line { sent: number[]; reached: Promise<void>; held?: number }

/**
 * The parts that reach the server. One may be held back, until `held` is emptied: the route itself stays to the end, because requests
 * that are under way when the last route goes may hang for good.
 */
async function parts(page: WatchedPage, held?: number): Promise<Line> {
  let reach = () => {};
  const line: Line = { sent: [], reached: new Promise<void>((done) => { reach = done; }), held };
  await page.route(ADDRESS, async (route) => {
    const number = Number(/parts\/(\d+)/.exec(route.request().url())![1]);
    if (number === line.held) return reach();
    line.sent.push(number);
    return route.continue();
  });
  return line;
}

const choose = (page: Page) => page.getByLabel('File to import').setInputFiles(file);

async function begin(page: WatchedPage) {
  await toImport(page);
  await choose(page);
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
}

const report = (page: Page) => page.getByRole('heading', { name: '3,000 sightings saved, 1 refused' }).waitFor();

it('sends a file in parts, reports its rows, and hands the refused ones back; a sign-in that ends meanwhile is renewed', async () => {
  const before = await total();
  const page = await s.page();
  const { sent } = await parts(page);
  await page.route('**/complete', (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }), { times: 1 });
  await begin(page);
  await report(page);
  expect(sent).toEqual([1, 2, 3, 4, 5, 6]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the refused rows' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^year-\d+-rejects\.csv$/);
  expect(Buffer.concat(await (await download.createReadStream()).toArray()).toString()).toMatch(/XX99/);
  expect(await total()).toBe(before + ROWS);
  expect(page.complaints).toEqual([]);
});

it('goes on after a reload with the same file, and sends only the parts that are missing', async () => {
  const before = await total();
  const page = await s.page();
  const line = await parts(page, 4);
  await begin(page);
  await line.reached;
  await page.getByText(/^24 MB of 43 MB$/).waitFor();
  expect(await accessibility(page)).toEqual([]);
  // A second tab sees it, and does not send it as well.
  const other = await page.context().newPage();
  await other.goto(s.app.url);
  await signIn(other, 'editor');
  await toImport(other);
  await other.getByText('It is being sent in another tab of this browser.').waitFor();
  expect(await other.getByLabel('Choose the file').count()).toBe(0);
  await other.close();
  await page.reload();
  line.held = undefined;
  const left = page.getByRole('region', { name: /^The import of year-\d+\.csv has not ended$/ });
  await left.getByText('24 MB of 43 MB are there.').waitFor();
  expect(await accessibility(page)).toEqual([]);
  const wrong = join(folder, 'other.csv');
  writeFileSync(wrong, 'Site\n');
  await page.setInputFiles('input[aria-label="Choose the file"]', wrong);
  await left.getByRole('alert').getByText('This file has another name.').waitFor();
  expect(line.sent).toEqual([1, 2, 3]);
  await page.setInputFiles('input[aria-label="Choose the file"]', file);
  await report(page);
  expect(line.sent).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await total()).toBe(before + ROWS);
  await toImport(page);
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect(await page.getByText('has not ended').count()).toBe(0);
});

it('is cancelled in the middle, and leaves nothing', async () => {
  const before = await total();
  const page = await s.page();
  const { reached } = await parts(page, 3);
  await begin(page);
  await reached;
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. Nothing was saved.').waitFor();
  expect((await uploads())[0]).toMatchObject({ status: 'failed', cancelled: true });
  expect(await total()).toBe(before);
});

it('waits for the network, and goes on by itself when it is back', async () => {
  const before = await total();
  const page = await s.page();
  const line = await parts(page, 3);
  await begin(page);
  await line.reached;
  await page.context().setOffline(true);
  await page.getByText(/It is tried again in \d+ s/).waitFor();
  line.held = undefined;
  expect(await accessibility(page)).toEqual([]);
  await page.context().setOffline(false);
  await report(page);
  expect(await total()).toBe(before + ROWS);
});

it('is stopped and continued on the page; leaving it meanwhile asks first', async () => {
  const page = await s.page();
  const line = await parts(page, 3);
  await page.goto(`${s.app.url}/data/sightings`);
  await page.getByRole('link', { name: 'Import' }).first().click();
  await choose(page);
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await line.reached;
  await page.goBack();
  await page.getByRole('dialog').getByText('Leave the import?').waitFor();
  expect(page.url()).toMatch(/import$/);
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('16 MB of 43 MB are there.').waitFor();
  line.held = undefined;
  await page.getByRole('button', { name: 'Continue' }).click();
  await report(page);
  expect(line.sent).toEqual([1, 2, 3, 4, 5, 6]);
});

it('is cancelled while its rows are read, and says what came of that', async () => {
  const page = await s.page();
  let asked = false;
  // A server that takes its time: it reads until it is asked to stop, and a little longer.
  await page.route(/uploads\/[0-9a-f-]{36}$/, async (route) => {
    const upload = { id: 'x', filename: 'rows.gz', mode: 'insert', size: 9, who: 'editor', when: new Date().toISOString(), undone: false };
    const was = asked;
    if (route.request().method() === 'DELETE') { asked = true; return route.fulfill({ status: 202, json: { ...upload, status: 'running', rows: 12_000 } }); }
    return route.fulfill({ json: was ? { ...upload, status: 'failed', cancelled: true, message: 'Called off by editor.' } : { ...upload, status: 'running', rows: 12_000, rejected: 7 } });
  });
  await toImport(page);
  await page.setInputFiles('input[type=file]', { name: 'rows.gz', mimeType: 'application/gzip', buffer: Buffer.from('not a gzip') });
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText('Reading rows, 12,000 so far').waitFor();
  await page.getByText('7 of them refused so far').waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. Nothing was saved.').waitFor();
  expect(page.complaints).toEqual([]);
});

it('lists the files that were handed in, with their refused rows and a way back', async () => {
  const before = await total();
  const page = await s.page();
  await page.goto(`${s.app.url}/data/sightings/history`);
  await page.getByText('Uploads', { exact: true }).click();
  const last = page.getByRole('listitem').filter({ hasText: `year-${begun - 2}.csv` });
  await last.getByText('3,001 rows: 3,000 accepted, 1 refused').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'year-3.csv' }).getByText('Cancelled').waitFor();
  expect(await accessibility(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), last.getByRole('button', { name: 'Refused rows' }).click()]);
  expect(download.suggestedFilename()).toMatch(/-rejects\.csv$/);
  await last.getByRole('button', { name: 'Undo upload' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo upload' }).click();
  await last.getByText('Undone', { exact: true }).waitFor();
  expect(await total()).toBe(before - ROWS);
  expect(page.complaints).toEqual([]);
});

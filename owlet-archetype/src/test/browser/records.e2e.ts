import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibility, stage, type Stage, type WatchedPage } from './stage';

let on: Stage;
beforeAll(async () => {
  on = await stage('owl-watch');
  const sites = Array.from({ length: 60 }, (_, i) => ({ code: `NL${100 + i}`, name: `Barn ${String(i).padStart(2, '0')}`, opened: `20${10 + (i % 10)}-05-01` }));
  expect((await on.app.call('POST', '/api/sites/batch', { mode: 'insert', rows: sites })).status).toBe(200);
  await on.app.call('POST', '/api/ringers', { email: 'ann@example.org', name: 'Ann', licence: 'L1' });
  const sighting = (site: string, species: string, day: string, weight?: string) => ({ site, ringer: 'ann@example.org', species, seen_at: `${day}T20:00:00Z`, ...(weight ? { weight } : {}) });
  const rows = [sighting('NL100', 'TYTO_ALBA', '2025-01-10', '310.0'), sighting('NL101', 'STRIX_ALUCO', '2025-02-10', '480.5'), sighting('NL102', 'ASIO_OTUS', '2025-03-10')];
  expect((await on.app.call('POST', '/api/sightings/batch', { mode: 'insert', rows })).status).toBe(200);
});
afterAll(() => on?.stop());

async function table(path: string, page?: WatchedPage): Promise<WatchedPage> {
  const opened = page ?? (await on.page('editor'));
  await opened.goto(`${on.app.url}${path}`);
  await opened.locator('tbody tr td button').first().waitFor();
  return opened;
}
const cell = (page: WatchedPage, name: string) => page.getByRole('gridcell', { name, exact: true });
const row = async (path: string) => (await (await on.app.call('GET', path)).json()) as { items: Record<string, string>[]; total: number };
const weights = async () => (await row('/api/sightings?sort=seen_at')).items.map((r) => r.weight);

describe('finding rows', () => {
  it('pages, and keeps its place in the address', async () => {
    const page = await table('/data/sites?sort=name');
    expect(await page.getByRole('status').first().innerText()).toBe('1 to 25 of 60');
    await page.getByRole('button', { name: 'Next page' }).click();
    await cell(page, 'Open Barn 25').or(page.getByRole('button', { name: 'Open Barn 25' })).first().waitFor();
    expect(page.url()).toContain('page=2');
    await page.goBack();
    await page.getByRole('button', { name: 'Open Barn 00' }).waitFor();
  });

  it('sorts by a heading, both ways', async () => {
    const page = await table('/data/sites?sort=name');
    await page.getByRole('columnheader', { name: /^Name/ }).getByRole('button').click();
    await page.getByRole('button', { name: 'Open Barn 59' }).waitFor();
    expect(await page.getByRole('columnheader', { name: /^Name/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('searches as one types, and says when nothing matches', async () => {
    const page = await table('/data/sites');
    await page.getByRole('searchbox', { name: 'Search sites' }).fill('barn 07');
    await page.getByRole('status').filter({ hasText: '1 to 1 of 1' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search sites' }).fill('castle');
    await page.getByRole('heading', { name: 'No sites match' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await page.getByRole('status').filter({ hasText: '1 to 25 of 60' }).waitFor();
  });

  it('filters by type: choices, ranges, references', async () => {
    const page = await table('/data/sightings');
    const filter = async (name: string) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    const shows = (n: number) => page.getByRole('status').filter({ hasText: `1 to ${n} of ${n}` }).waitFor();
    await filter('Species');
    await page.getByLabel('Barn owl').check();
    await page.getByLabel('Tawny owl').check();
    await shows(2);
    expect(await accessibility(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await filter('Weight');
    await page.getByLabel('From').fill('400');
    await page.getByRole('button', { name: 'Apply' }).click();
    await shows(1);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await shows(3);
    await filter('Site');
    await page.getByRole('combobox', { name: 'Site' }).fill('Barn 02');
    await page.getByRole('option', { name: /Barn 02/ }).click();
    await shows(1);
    expect(page.url()).toContain('site=NL102');
  });

  it('exports the rows that match, as the API writes them', async () => {
    const page = await table('/data/sites?code.in=NL100,NL101&sort=code');
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'As csv' }).click();
    const text = readFileSync(await (await file).path(), 'utf8');
    expect(text).toBe(await (await on.app.call('GET', '/api/sites/export?format=csv&code.in=NL100,NL101')).text());
    expect(text.trim().split('\n')).toHaveLength(3);
  });
});

describe('changing rows', () => {
  it('changes a cell by keyboard, refuses in the API\'s words, and undoes', async () => {
    const page = await table('/data/sightings?sort=seen_at');
    await cell(page, '310.0').click();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Weight' }).fill('5');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'must be at least 20' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Weight' }).fill('333.5');
    await page.keyboard.press('Enter');
    await page.getByText('Weight changed').waitFor();
    await cell(page, '333.5').waitFor();
    expect((await weights())[0]).toBe('333.5');
    await page.getByRole('button', { name: 'Undo' }).click();
    await cell(page, '310.0').waitFor();
    expect(page.complaints).toEqual([]);
  });

  it('asks whose value should stay when two windows change the same cell', async () => {
    const mine = await table('/data/sightings?sort=seen_at');
    const theirs = await table('/data/sightings?sort=seen_at', await on.page('admin'));
    const change = async (page: WatchedPage, to: string) => {
      await cell(page, '480.5').dblclick();
      await page.getByRole('textbox', { name: 'Weight' }).fill(to);
      await page.keyboard.press('Enter');
    };
    await change(theirs, '490.0');
    await theirs.getByText('Weight changed').waitFor();
    await change(mine, '470.0');
    const dialog = mine.getByRole('dialog', { name: 'Somebody else changed this row' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/480\.5[^]*490\.0[^]*470\.0/);
    expect(await accessibility(mine)).toEqual([]);
    expect((await weights())[1]).toBe('490.0');
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await cell(mine, '470.0').waitFor();
    expect((await weights())[1]).toBe('470.0');
  });

  it('does not ask when the other window changed another cell', async () => {
    const page = await table('/data/sightings?sort=seen_at');
    const { items } = await row('/api/sightings?sort=seen_at');
    await on.app.call('PATCH', `/api/sightings/${items[0]!.id}`, { age: 'adult' });
    await cell(page, '310.0').dblclick();
    await page.getByRole('textbox', { name: 'Weight' }).fill('311.0');
    await page.keyboard.press('Enter');
    await cell(page, '311.0').waitFor();
    expect((await row('/api/sightings?sort=seen_at')).items[0]).toMatchObject({ age: 'adult', weight: '311.0' });
  });

  it('deletes the selected rows after asking, keeps those that others refer to, and brings them back', async () => {
    const page = await table('/data/sites?sort=code');
    for (const name of ['Barn 00', 'Barn 10', 'Barn 11']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    const bar = page.getByRole('region', { name: 'Selected rows' });
    expect(await accessibility(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 3 rows?' });
    expect(await accessibility(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 rows deleted').waitFor();
    await page.getByText(/1 could not be deleted/).waitFor();
    expect((await row('/api/sites?limit=1')).total).toBe(58);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Restored').waitFor();
    expect((await row('/api/sites?limit=1')).total).toBe(60);
  });
});

describe('looking at rows', () => {
  it('opens a row beside the table, with all fields, its versions, and those beside it', async () => {
    const page = await table('/data/sightings?sort=seen_at');
    await page.locator('tbody tr td button').first().click();
    const drawer = page.getByRole('dialog', { name: /Barn 00/ });
    await drawer.getByText('TYTO').or(drawer.getByText('Barn owl')).first().waitFor();
    expect(await accessibility(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Earlier versions' }).click();
    await drawer.getByRole('list', { name: 'Earlier versions' }).waitFor();
    expect(await drawer.getByRole('listitem').count()).toBeGreaterThan(1);
    expect(await accessibility(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Next row' }).click();
    await page.getByRole('dialog', { name: /Barn 01/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('shows every commit, and the table as it was at one', async () => {
    const page = await table('/data/sites');
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('Batch').first().waitFor();
    expect(await accessibility(page)).toEqual([]);
    await page.getByRole('link', { name: 'Look' }).last().click();
    await page.getByText('This is how the table was at version').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('checkbox').first().waitFor();
  });

  it('is whole on a phone and in the dark, too', async () => {
    for (const [width, height, colorScheme] of [[390, 844, 'light'], [390, 844, 'dark'], [1440, 900, 'dark']] as const) {
      const page = await table('/data/sightings', await on.page('editor', { viewport: { width, height }, colorScheme }));
      expect(await accessibility(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.locator('tbody tr td button').first().click();
      await page.getByRole('dialog').waitFor();
      expect(await accessibility(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.goto(`${on.app.url}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await accessibility(page)).toEqual([]);
      expect(page.complaints).toEqual([]);
    }
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibility, stage, type Stage } from './stage';

let s: Stage;

beforeAll(async () => {
  s = await stage('owl-watch');
  await s.app.call('POST', '/api/sites/batch', { rows: ['2019-03-01', '2019-03-09', '2019-07-01'].map((opened, i) => ({ code: `NL01${i}`, name: `Barn ${i}`, opened })) });
});

afterAll(() => s?.stop());

it('shows columns that lead to their rows, and the same as a table', async () => {
  const page = await s.page();
  await page.goto(`${s.app.url}/data/sites/insights`);
  const march = page.getByRole('button', { name: /^March 2019: 2/ });
  await march.waitFor();
  expect(await page.getByRole('button', { name: /^April 2019: 0/ }).isDisabled()).toBe(true);
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'As a table' }).click();
  await page.getByRole('row', { name: 'July 2019 1 1' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'As a chart' }).click();
  await march.press('Enter');
  await page.waitForURL(/opened\.gte=2019-03-01&opened\.lte=2019-03-31/);
  await page.locator('main').getByText('Barn 1').first().waitFor();
  expect(await page.locator('main').getByText('Barn 2').count()).toBe(0);
  expect(page.complaints).toEqual([]);
});

it('says so when there is nothing to show', async () => {
  const page = await s.page('reader', { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  await page.goto(`${s.app.url}/data/sightings/insights`);
  await page.getByRole('heading', { name: 'Nothing to show yet' }).waitFor();
  expect(await accessibility(page)).toEqual([]);
});

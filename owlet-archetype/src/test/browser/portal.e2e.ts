import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibility, stage, type Stage } from './stage';

let s: Stage;

beforeAll(async () => { s = await stage('owl-watch'); });
afterAll(() => s?.stop());

it('finds an operation, sends it for real, and shows the answer', async () => {
  const page = await s.page();
  await page.goto(`${s.app.url}/developers`);
  await page.getByRole('searchbox', { name: 'Search the operations' }).fill('create site');
  await page.getByRole('button', { name: 'POST Create site' }).click();
  await page.getByRole('textbox', { name: 'Body' }).fill('{"code": "NL077", "name": "It\'s \\"here\\"", "opened": "2020-01-01"}');
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send POST' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await answer.getByText('201', { exact: true }).waitFor();
  await answer.getByText('/api/sites/NL077').waitFor();
  expect(await accessibility(page)).toEqual([]);
  expect((await s.app.call('GET', '/api/sites/NL077')).status).toBe(200);
  await page.getByRole('button', { name: 'Send POST' }).click();
  await answer.getByText('409', { exact: true }).first().waitFor();
  expect(page.complaints).toEqual([]);
});

it('fills in a key that is there, and copies code with the token in it', async () => {
  const page = await s.page('editor', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${s.app.url}/developers?op=getSite`);
  await expect.poll(() => page.getByRole('textbox', { name: /^key/ }).inputValue()).toBe('NL077');
  for (const language of ['curl', 'JavaScript', 'Python', 'Java']) {
    await page.getByRole('button', { name: language, exact: true }).click();
    await page.getByRole('button', { name: 'Copy with your token' }).click();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toContain(`${s.app.url}/api/sites/NL077`);
    expect(code).toMatch(/Bearer eyJ[\w.-]{100}/);
    await page.getByRole('button', { name: 'Copied' }).waitFor({ state: 'detached' });
  }
});

it('hands out the document and the schemas', async () => {
  const page = await s.page('reader', { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  await page.goto(`${s.app.url}/developers`);
  await page.getByText('Download', { exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Sighting.schema.json' }).click()]);
  const schema = JSON.parse(Buffer.concat(await (await file.createReadStream()).toArray()).toString()) as { $ref: string; $defs: object };
  expect(schema.$ref).toBe('#/$defs/Sighting.Input');
  expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining(['Species', 'Age']));
  expect(await accessibility(page)).toEqual([]);
});

it('leads to the licences of all that the app is made of, its typeface and workers too', async () => {
  const page = await s.page();
  await page.goto(`${s.app.url}/developers`);
  const [text] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Licences of what this app is made of' }).click()]);
  const words = await (await fetch(text.url())).text();
  for (const part of ['SIL OPEN FONT LICENSE', 'react-dom ', 'read-excel-file ', 'fflate ']) expect(words).toContain(part);
});

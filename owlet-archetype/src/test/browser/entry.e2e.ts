import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibility, stage, type Stage, type WatchedPage } from './stage';

let s: Stage;
let page: WatchedPage;

const open = async (path: string, options = {}) => {
  page = await s.page('editor', options);
  await page.goto(s.app.url + path);
};
const box = (name: string) => page.getByRole('textbox', { name });
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
const row = async (path: string) => (await s.app.call('GET', path)).json() as Promise<Record<string, unknown>>;
const site = { code: 'NL012', name: 'Haystack', opened: '2020-01-01' };

beforeAll(async () => {
  s = await stage('owl-watch');
  await s.app.call('POST', '/api/sites', site);
  await s.app.call('POST', '/api/ringers', { email: 'ann@example.org', name: 'Ann', licence: 'L1' });
});
afterAll(() => s?.stop());

/** Each place with what is said of it. */
const said = (p: Page) => p.locator('[id^="field-"][id$="-error"]').evaluateAll((all) => all.map((e) => [e.id.slice('field'.length, -'-error'.length).replaceAll('-', '/'), e.textContent]));

it('refuses what the API refuses, in its words, before anything is sent', async () => {
  await open('/data/sites/new');
  await box('Code').fill('x1');
  await box('Opened').fill('31/12/1899');
  await page.getByRole('button', { name: 'Add Position' }).click();
  await box('Lat').fill('90.5');
  await box('Lon').fill('4.1234567');
  const sent: string[] = [];
  page.on('request', (r) => { if (r.method() === 'POST') sent.push(r.url()); });
  await save();
  await page.getByRole('alert').waitFor();
  const answer = await s.app.call('POST', '/api/sites', { code: 'x1', opened: '1899-12-31', position: { lat: '90.5', lon: '4.1234567' } });
  const { errors } = (await answer.json()) as { errors: { pointer: string; message: string }[] };
  expect((await said(page)).sort()).toEqual(errors.map((e) => [e.pointer, e.message]).sort());
  expect(sent).toEqual([]);
  expect(await accessibility(page)).toEqual([]);
  await page.getByRole('alert').getByRole('button', { name: /^Position Lon/ }).click();
  await expect.poll(() => box('Lon').evaluate((e) => e === document.activeElement)).toBe(true);
  expect(page.complaints).toEqual([]);
});

it('makes a row with dates as they are written here, exact decimals and a part of several fields', async () => {
  await open('/data/sites/new');
  await box('Code').fill('NL100');
  await box('Name').fill('Barn');
  await box('Opened').fill('1/2/2024');
  await page.getByRole('button', { name: 'Add Position' }).click();
  await box('Lat').fill('52.123456');
  await box('Lon').fill('-0.000001');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Barn saved').waitFor();
  expect(await row('/api/sites/NL100')).toMatchObject({ opened: '2024-02-01', position: { lat: '52.123456', lon: '-0.000001' } });
});

it('shows what the API alone knows at its field: a key that is taken', async () => {
  await open('/data/sites/new');
  await box('Code').fill('NL012');
  await box('Name').fill('Twin');
  await box('Opened').fill('2024-01-01');
  await save();
  await page.locator('#field-code-error').waitFor();
  await expect.poll(() => box('Code').evaluate((e) => e === document.activeElement)).toBe(true);
});

it('finds references by name, adds to lists, holds rules and computes as it is typed, by keyboard alone', async () => {
  await open('/data/sightings/new', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const ringer = page.getByRole('combobox', { name: 'Ringer' });
  await ringer.fill('an');
  await page.getByRole('option', { name: /Ann/ }).waitFor();
  await ringer.press('Enter');
  const where = page.getByRole('combobox', { name: 'Site' });
  await where.fill('hay');
  await page.getByRole('option', { name: /Haystack/ }).waitFor();
  await where.press('Enter');
  await page.getByRole('combobox', { name: 'Species' }).selectOption('TYTO_ALBA');
  await page.getByRole('combobox', { name: 'Age' }).selectOption('nestling');
  await box('Seen at').fill('31/3/2026 14:30');
  await box('Weight').fill('600.5');
  expect(await page.getByRole('region', { name: 'Worked out' }).innerText()).toContain('Yes');
  const rings = page.getByRole('group', { name: 'Rings' });
  await rings.getByRole('button', { name: 'Add' }).click();
  await rings.getByRole('textbox').fill('AB123');
  await page.keyboard.press('Control+Enter');
  await page.getByText('nestling has no weight (age != nestling or weight is null)').waitFor();
  expect(await accessibility(page)).toEqual([]);
  await box('Weight').fill('');
  await page.getByRole('button', { name: 'Save and add another' }).click();
  await page.getByText(/saved/).waitFor();
  expect(await box('Seen at').inputValue()).toBe('');
  const { items } = (await row('/api/sightings')) as { items: Record<string, unknown>[] };
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ site: 'NL012', ringer: 'ann@example.org', seen_at: '2026-03-31T14:30:00Z', rings: ['AB123'], heavy: false });
  expect(page.complaints).toEqual([]);
});

it('does not lose a click on Save to the message that appears on leaving a field', async () => {
  await open('/data/sites/new');
  await box('Code').fill('!');
  await save();
  await page.getByRole('alert').getByText('Name is required').waitFor();
});

it('tells of a change by somebody else, and saves over it only when told to', async () => {
  await open('/data/sites/edit/NL012');
  expect(await box('Code').isDisabled()).toBe(true);
  await box('Name').fill('Mine');
  await s.app.call('PATCH', '/api/sites/NL012', { name: 'Theirs' });
  await save();
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this row' });
  await dialog.getByText('Theirs', { exact: true }).first().waitFor();
  expect(await accessibility(page)).toEqual([]);
  expect(await row('/api/sites/NL012')).toMatchObject({ name: 'Theirs' });
  await dialog.getByRole('button', { name: 'Save mine' }).click();
  await page.getByText('Mine saved').waitFor();
  expect(await row('/api/sites/NL012')).toMatchObject({ ...site, name: 'Mine' });
});

it('keeps a draft over a reload, and asks before it leaves one', async () => {
  await open('/data/sites');
  await page.getByRole('link', { name: 'New site' }).first().click();
  await box('Name').fill('Half done');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  // Back asks as links do, and the page stays what it was meanwhile.
  await page.goBack();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  expect(page.url()).toMatch(/sites\/new$/);
  expect(await box('Name').inputValue()).toBe('Half done');
  page.on('dialog', (d) => void d.accept());
  await page.reload();
  await page.getByText('What you had begun is here again.').waitFor();
  expect(await box('Name').inputValue()).toBe('Half done');
});

it('leaves by Back what was not saved, when told to', async () => {
  await open('/data/sites');
  await page.getByRole('link', { name: 'New site' }).first().click();
  await box('Name').fill('Not wanted');
  await page.goBack();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: /^Sites/ }).waitFor();
  expect(page.url()).toMatch(/data\/sites$/);
});

it('shows Markdown as it will look: what leads elsewhere than the web is text', async () => {
  await open('/data/sites/new');
  await box('Notes').fill('# Owls\n\n<b onclick="x()">bold</b> [bad](javascript:alert(1)) [good](https://example.org) ![p](https://example.org/p.png)');
  await page.getByText('Preview').click();
  await page.getByRole('heading', { name: 'Owls' }).waitFor();
  const group = page.locator('#field-notes');
  expect(await group.getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual(['https://example.org']);
  expect(await group.locator('b, img').count()).toBe(0);
  expect(await accessibility(page)).toEqual([]);
  expect(page.complaints).toEqual([]);
});

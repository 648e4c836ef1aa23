import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibility, signIn, stage, type Stage } from './stage';

let on: Stage;
beforeAll(async () => { on = await stage('owl-watch'); });
afterAll(() => on?.stop());

describe('signing in', () => {
  it('leads through the issuer and back to where the person was headed', async () => {
    const page = await on.page(null);
    await page.goto(`${on.app.url}/data/sites?sort=name&name.contains=kerk`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Owl watch');
    expect(await accessibility(page)).toEqual([]);
    await signIn(page, 'editor');
    await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/data/sites?sort=name&name.contains=kerk');
    expect(page.complaints).toEqual([]);
  });

  it('is asked for with PKCE, state and nonce, and leaves no code in the address', async () => {
    const page = await on.page(null);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/authorize/);
    const asked = new URL(page.url()).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${on.app.url}/` });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)!.length).toBeGreaterThan(20);
    await page.locator('button[value="reader"]').click();
    await page.getByRole('heading', { level: 1, name: /Hello/ }).waitFor();
    expect(page.url()).toBe(`${on.app.url}/`);
  });

  it('refuses an answer whose state is another', async () => {
    const page = await on.page(null);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/authorize/);
    await page.goto(`${on.app.url}/?code=stolen&state=another`);
    await page.getByText('Sign-in did not finish').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('owlet.session'))).toBeNull();
  });

  it('lasts as long as the tab, and renews the token when the API no longer takes it', async () => {
    const page = await on.page('editor');
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('owlet.session')!) as { access: string };
      sessionStorage.setItem('owlet.session', JSON.stringify({ ...kept, access: 'worn out' }));
    });
    await page.goto(`${on.app.url}/data/sites`);
    await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
    await page.getByText('No sites yet').waitFor();
    expect(await page.evaluate(() => (JSON.parse(sessionStorage.getItem('owlet.session')!) as { access: string }).access)).not.toBe('worn out');
  });

  it('ends at the issuer, in the shape that Cognito wants', async () => {
    const page = await on.page('editor');
    const left = page.waitForRequest((r) => new URL(r.url()).pathname === '/logout');
    await page.getByRole('button', { name: /Edda Editor/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    expect(Object.fromEntries(new URL((await left).url()).searchParams)).toEqual({ client_id: 'owlet-local', logout_uri: `${on.app.url}/` });
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('owlet.session'))).toBeNull();
  });
});

describe('what a person may', () => {
  it('is nothing without a group, and that is said', async () => {
    const page = await on.page('none');
    await page.getByRole('heading', { name: 'You may not see anything yet' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it('is reading for readers: what they may not do is not there', async () => {
    const page = await on.page('reader');
    await page.goto(`${on.app.url}/data/sites`);
    await page.getByText('No sites yet').waitFor();
    expect(await page.getByRole('link', { name: /New site|Import/ }).count()).toBe(0);
    await page.goto(`${on.app.url}/data/sites/new`);
    await page.getByRole('heading', { name: 'Not for you' }).waitFor();
  });
});

describe('every other state', () => {
  it('has a page for addresses that are none, and a palette that leads on', async () => {
    const page = await on.page('editor');
    await page.goto(`${on.app.url}/data/dragons`);
    await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('sigh');
    expect(await accessibility(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Sightings' }).waitFor();
  });

  it('says when there is no connection, and goes on when there is', async () => {
    const page = await on.page('editor');
    await page.context().setOffline(true);
    await page.getByText('No connection: what you see may be old.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('No connection: what you see may be old.').waitFor({ state: 'detached' });
  });

  it('tells what the server said when it fails, and tries again', async () => {
    const page = await on.page('editor');
    let busy = true;
    await page.route('**/api/sites?**', (route) => (busy ? route.fulfill({ status: 429, body: '{}' }) : route.continue()));
    await page.goto(`${on.app.url}/data/sites`);
    await page.getByText('Too many requests at once').waitFor();
    busy = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No sites yet').waitFor();
  });

  it('speaks the language that is chosen', async () => {
    const page = await on.page('editor');
    await page.getByRole('button', { name: /Edda Editor/ }).click();
    await page.getByRole('menuitemradio', { name: 'Nederlands' }).click();
    await page.getByRole('link', { name: 'Overzicht' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { start, type Application, type Project } from './application';

/** Who signs in: one of the local issuer's people, by group. */
export type Persona = 'reader' | 'editor' | 'admin' | 'none';

/** A page that keeps what the browser complained of: errors of scripts, of the content security policy, of the console. */
export type WatchedPage = Page & { complaints: string[] };

/** One application and one browser, shared by a file of tests. */
export interface Stage {
  app: Application;
  browser: Browser;
  /** A new page, signed in unless told otherwise; closed with its test, and shown in words when that failed. */
  page(as?: Persona | null, options?: BrowserContextOptions): Promise<WatchedPage>;
  stop(): Promise<void>;
}

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @param place folder of the project, or its jar, where it is not the one that the environment names */
export async function stage(project: Project, place?: string): Promise<Stage> {
  const app = await start(project, place);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  return {
    app,
    browser,
    async page(as = 'editor', options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', acceptDownloads: true, ...options,
      });
      const page = await watched(context);
      onTestFinished(async ({ task }) => {
        if (task.result?.state === 'fail') console.log(`The page of "${task.name}" at its end, ${page.url()}:\n${await words(page)}\n${page.complaints.join('\n')}`);
        await context.close();
      });
      await page.goto(app.url);
      if (as) await signIn(page, as);
      return page;
    },
    async stop() {
      await browser.close();
      await app.stop();
    },
  };
}

async function watched(context: BrowserContext): Promise<WatchedPage> {
  await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (e) => console.error(`CSP ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`)));
  const page = Object.assign(await context.newPage(), { complaints: [] as string[] });
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of (4\d\d)/.test(m.text())) page.complaints.push(m.text());
  });
  page.on('pageerror', (e) => page.complaints.push(e.message));
  return page;
}

const MOST = 3000;

/** What a person would read on the page; empty when it does not answer. */
const words = (page: Page) => page.locator('body').innerText({ timeout: 2000 }).then((text) => text.slice(0, MOST), () => '');

/** From the signed-out page through the issuer's sign-in page and back. */
export async function signIn(page: Page, as: Persona) {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/authorize/);
  await page.locator(`button[value="${as}"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/oauth2'));
  // Not before the code has become a session: a page left earlier would be signed out.
  await page.locator('main').waitFor();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is now. It comes through the debugger, so that the page's policy stays strict. */
export async function accessibility(page: Page): Promise<string[]> {
  return page.evaluate(`${axe}; axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21aa','wcag22aa','best-practice'] })
    .then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))`);
}

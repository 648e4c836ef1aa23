import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stage, type Stage } from './stage';

const PAGE = `export default function RulesPage() {
  return <h1>Rules of the house</h1>;
}
`;

let folder: string;
let s: Stage;

function edit(file: string, change: Record<string, string>) {
  let text = readFileSync(join(folder, file), 'utf8');
  for (const [before, after] of Object.entries(change)) {
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    text = text.replace(before, after);
  }
  writeFileSync(join(folder, file), text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'owlet-own-'));
  cpSync(process.env.OWLET_TEST_OWL_WATCH!, folder, { recursive: true });
  mkdirSync(join(folder, 'ui/src/features/rules'));
  writeFileSync(join(folder, 'ui/src/features/rules/RulesPage.tsx'), PAGE);
  edit('ui/src/app/routes.ts', {
    "| { at: 'portal' }": "| { at: 'portal' } | { at: 'rules' }",
    "  if (pathname === '/developers')": "  if (pathname === '/rules') return { at: 'rules' };\n  if (pathname === '/developers')",
  });
  edit('ui/src/app/Pages.tsx', {
    'export function Pages()': "const RulesPage = lazy(() => import('../features/rules/RulesPage'));\n\nexport function Pages()",
    "  if (place.at === 'portal')": "  if (place.at === 'rules') return <RulesPage />;\n  if (place.at === 'portal')",
  });
  execFileSync('mvn', ['-q', '-B', '-o', 'owlet:ui-build'], { cwd: folder, stdio: 'inherit' });
  s = await stage('owl-watch', folder);
});

afterAll(async () => {
  await s?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('shows a page of the project beside the generated ones, built by owlet:ui-build and served by owlet:run', async () => {
  const page = await s.page();
  await page.goto(`${s.app.url}/rules`);
  await page.getByRole('heading', { name: 'Rules of the house' }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Sites/ }).click();
  await page.getByRole('heading', { level: 1, name: /Sites/ }).waitFor();
  expect(page.complaints).toEqual([]);
});

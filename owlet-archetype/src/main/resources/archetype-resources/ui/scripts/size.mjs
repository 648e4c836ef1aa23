// What the table page loads first, as it travels: fails above the budget. Run it after npm run build.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 150 * 1024;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const wanted = new Set();

function take(key) {
  const chunk = manifest[key];
  if (wanted.has(chunk.file)) return;
  wanted.add(chunk.file);
  for (const css of chunk.css ?? []) wanted.add(css);
  for (const other of chunk.imports ?? []) take(other);
}
take('index.html');
take('src/features/records/RecordsPage.tsx');
const sizes = [...wanted].map((file) => [file, gzipSync(readFileSync(`dist/${file}`)).length]);
const sum = sizes.reduce((total, [, size]) => total + size, 0);
for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${file}`);
console.log(`${(sum / 1024).toFixed(1).padStart(7)} KB  in all, of ${BUDGET / 1024}`);
if (sum > BUDGET) {
  console.error('The table page is heavier than its budget.');
  process.exit(1);
}

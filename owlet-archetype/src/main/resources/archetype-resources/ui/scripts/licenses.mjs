// A plugin of Vite: licenses.txt, with the licence of every package of which something is in the bundle or in its workers.
import { readdirSync, readFileSync } from 'node:fs';

const packages = new Set();

function collect(_, bundle) {
  for (const chunk of Object.values(bundle)) {
    for (const id of chunk.moduleIds ?? []) {
      const place = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'));
      if (place) packages.add(place[1]);
    }
  }
}

function words(place) {
  const { name, version, license } = JSON.parse(readFileSync(`${place}/package.json`, 'utf8'));
  const files = readdirSync(place).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  if (!license && !files.length) throw new Error(`${name} says nowhere under which licence it is.`);
  return [`${name} ${version} (${license})`, ...files.map((file) => readFileSync(`${place}/${file}`, 'utf8').trim())].join('\n\n');
}

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** Workers are built before the bundle that names them. */
export const workerLicenses = () => ({ name: 'licenses of workers', generateBundle: collect });
export const licenses = () => ({
  name: 'licenses',
  generateBundle(options, bundle) {
    collect(options, bundle);
    const all = [...packages].map(words).sort();
    this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: `${['This web app has parts of these packages.', ...all].join(RULE)}\n` });
  },
});

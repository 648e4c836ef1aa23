// Builds the web app that the runtime carries: node bundle.mjs build <source> <workplace> <destination>
// Does nothing when the destination was built from the same source. Tests it, with tests and data
// of ours beside its own: node bundle.mjs test <workplace> <tests> <data...>
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const STAMP = 'source.sha256';
const OLDEST_NODE = [20, 19];
const MADE = new Set(['node_modules', 'dist']);

const [command, ...folders] = process.argv.slice(2);

/** Paths of all files of the source, relative, with /, in order of their bytes. */
function files(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .filter((entry) => !(entry.isDirectory() && (MADE.has(entry.name) || entry.name.startsWith('.'))))
    .flatMap((entry) => (entry.isDirectory() ? files(folder, `${prefix}${entry.name}/`) : [prefix + entry.name]))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The same as the goal ui-build computes of a project's ui/. */
function hash(folder) {
  const sum = createHash('sha256');
  for (const path of files(folder)) {
    const bytes = readFileSync(join(folder, path));
    sum.update(path).update('\0').update(String(bytes.length)).update('\0').update(bytes);
  }
  return sum.digest('hex');
}

function fail(sentence) {
  console.error(`The web app was not built: ${sentence}`);
  process.exit(1);
}

function npm(workplace, ...args) {
  // npm is a script on Windows, which only a shell starts
  const done = spawnSync('npm', args, { cwd: workplace, encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.error) fail(`npm could not be started (${done.error.message}).`);
  if (done.status !== 0) fail(`npm ${args.join(' ')} ended with ${done.status}.\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`it needs Node ${OLDEST_NODE.join('.')} or later, this is ${process.versions.node}.`);
  }
}

/** Keeps installed packages as long as the lock is the same. */
function copy(source, workplace) {
  mkdirSync(workplace, { recursive: true });
  for (const name of readdirSync(workplace)) {
    if (name !== 'node_modules') rmSync(join(workplace, name), { recursive: true });
  }
  for (const path of files(source)) cpSync(join(source, path), join(workplace, path));
}

function install(workplace) {
  const lock = createHash('sha256').update(readFileSync(join(workplace, 'package-lock.json'))).digest('hex');
  const installed = join(workplace, 'node_modules', '.lock');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  npm(workplace, 'ci', '--no-audit', '--no-fund');
  writeFileSync(installed, lock);
}

function build(source, workplace, destination) {
  const wanted = hash(source);
  const stamp = join(destination, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return;
  console.log('Building the web app with npm');
  copy(source, workplace);
  install(workplace);
  npm(workplace, 'run', 'build');
  rmSync(destination, { recursive: true, force: true });
  cpSync(join(workplace, 'dist'), destination, { recursive: true });
  writeFileSync(stamp, `${wanted}\n`);
}

/** Runs the tests of the web app, and those of a folder with what they are held to, each in a folder of its name beside them. */
function test(workplace, tests, ...data) {
  const beside = join(workplace, 'src', 'owlet');
  rmSync(beside, { recursive: true, force: true });
  cpSync(tests, beside, { recursive: true });
  for (const folder of data) cpSync(folder, join(beside, basename(folder)), { recursive: true });
  console.log(npm(workplace, 'test'));
  rmSync(beside, { recursive: true });
}

requireNode();
if (command === 'build') build(...folders);
else if (command === 'test') test(...folders);
else fail(`there is no command ${command}.`);

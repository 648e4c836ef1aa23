import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A project that is served on this machine, with tables of its own. */
export interface Application {
  url: string;
  /** A request with the rights of a group. */
  call(method: string, path: string, body?: unknown, group?: string): Promise<Response>;
  stop(): Promise<void>;
}

export type Project = 'owl-watch' | 'chinook' | 'country-codes' | 'open-data';

/** As much as a small laptop leaves. */
const MEMORY = '-Xmx256m';

/**
 * Starts a project as its user would: `mvn owlet:run` in its folder, or its jar. Where it lies, a variable says:
 * OWLET_TEST_OWL_WATCH, OWLET_TEST_CHINOOK, OWLET_TEST_COUNTRY_CODES, OWLET_TEST_OPEN_DATA.
 */
export async function start(project: Project, folder?: string): Promise<Application> {
  const variable = `OWLET_TEST_${project.toUpperCase().replaceAll('-', '_')}`;
  const place = folder ?? process.env[variable];
  if (!place) throw new Error(`${variable} must name the folder of the project, or its jar`);
  const jar = place.endsWith('.jar');
  const port = await freePort();
  const root = mkdtempSync(join(tmpdir(), 'owlet-browser-'));
  const child = spawn(jar ? 'java' : 'mvn', jar ? [MEMORY, '-jar', place] : ['-B', '-o', 'owlet:run'], {
    cwd: jar ? root : place,
    env: { ...process.env, OWLET_PORT: String(port), OWLET_ROOT: join(root, 'data'), JDK_JAVA_OPTIONS: MEMORY },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  await announced(child);
  const url = `http://localhost:${port}`;
  const tokens = new Map<string, string>();
  return {
    url,
    async call(method, path, body, group = 'admin') {
      if (!tokens.has(group)) tokens.set(group, await (await fetch(`${url}/local/token?group=${group}`)).text());
      return fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${tokens.get(group)}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      process.kill(-child.pid!, 'SIGTERM');
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

function announced(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(' runs at ')) done();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => fail(new Error(`the application ended with ${code}:\n${said}`)));
  });
}

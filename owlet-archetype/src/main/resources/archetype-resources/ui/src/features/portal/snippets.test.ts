/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { languages, snippet, type Call } from './snippets';

const nasty = 'It\'s "quoted" \\n $(touch x) `id` ${y} \u2028 """ true null @ é 🦉';
const call: Call = {
  method: 'POST', url: "https://api.example/v1/lots?q=%7Bx%7D&a='b", headers: { authorization: 'Bearer t', 'x-note': 'a\'b"c' },
  body: JSON.stringify({ name: nasty, ok: true, none: null, list: [1, 'null'] }, null, 2),
};

/** The body as the code of a language would send it, run where its interpreter is here. */
function run(command: string, args: string[]): unknown {
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8' }));
}

it('quotes for the shell whatever comes', () => {
  const words = run('sh', ['-c', snippet('curl', call).replace(/^curl/, 'node -e "process.stdout.write(JSON.stringify(process.argv.slice(1)))" --')]) as string[];
  expect(words).toEqual(['-X', 'POST', call.url, '-H', 'authorization: Bearer t', '-H', 'x-note: a\'b"c', '--data-raw', call.body]);
});
it('writes JavaScript that sends the same', () => {
  const code = `let seen; const fetch = async (url, o) => ((seen = [url, o]), { ok: true, text: async () => '' }); const console = { log() {} };\n${snippet('JavaScript', call)}\nprocess.stdout.write(JSON.stringify(seen));`;
  const [url, options] = run('node', ['--input-type=module', '-e', code]) as [string, { method: string; headers: object; body: string }];
  expect([url, options.method, options.headers, JSON.parse(options.body)]).toEqual([call.url, 'POST', call.headers, JSON.parse(call.body!)]);
});
it('writes Python literals, not words in texts', () => {
  const code = snippet('Python', call);
  expect(code).toContain('"ok": True');
  expect(code).toContain('"none": None');
  expect(code).toContain('true null @');
});
it('keeps Java text blocks whole', () => {
  const code = snippet('Java', call);
  expect(code.match(/(?<!\\)"""/g)).toHaveLength(2);
  expect(code).toContain('\\\\n $(touch x)');
});
it.each(['{"id": 9007199254740993}', '{"__proto__": {"a": 1}}', '@/etc/passwd', 'a,b\n1,"x"\n', '[1.00000000000000001]'])('sends %s as it is', (body) => {
  expect(snippet('JavaScript', { ...call, body })).toContain(`body: ${JSON.stringify(body)}`);
  expect(snippet('Python', { ...call, body })).toContain(`data=${JSON.stringify(body)}.encode()`);
  expect(snippet('Java', { ...call, body })).toContain(`ofString(${JSON.stringify(body)})`);
  expect(snippet('curl', { ...call, body })).toContain(`--data-raw '${body}'`);
});
it.each(languages)('%s holds the address and the token', (l) => {
  const code = snippet(l, { ...call, url: 'https://api.example/v1/lots' });
  expect(code).toContain('https://api.example/v1/lots');
  expect(code).toContain('Bearer t');
});

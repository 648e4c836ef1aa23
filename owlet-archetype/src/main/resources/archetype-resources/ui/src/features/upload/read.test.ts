import { expect, it } from 'vitest';
import { convert } from './cells';
import { byPattern, looseInstant } from './dates';
import { rounded } from './fixes';
import { lot } from './lot.fixture';
import { read } from './read';

const file = (name: string, data: string | number[]) => new File([typeof data === 'string' ? data : new Uint8Array(data)], name);
const latin = (s: string) => [...s].map((c) => c.charCodeAt(0));

it('reads a semicolon file of a Windows machine, and says what it assumed', async () => {
  const sheet = await read(file('a.csv', latin('Name;Preis\r\nSanta In\u00eas;12,50\r\n')), lot);
  expect(sheet).toMatchObject({ headers: ['Name', 'Preis'], rows: [['Santa Inês', '12,50']], encoding: 'windows-1252', delimiter: ';' });
  expect(sheet.notes.map((n) => n.code)).toEqual(['encoding', 'delimiter']);
});
it('reads UTF-16, with and without a mark', async () => {
  const wide = latin('a,b\nc,d\n').flatMap((c) => [c, 0]);
  for (const bytes of [[0xff, 0xfe, ...wide], wide]) expect((await read(file('a.csv', bytes), lot)).rows).toEqual([['c', 'd']]);
});
it('keeps line breaks and quotes in quotes, and passes over headings that come again', async () => {
  const sheet = await read(file('a.csv', '\ufeffa,b\n"x\ny","say ""hi"""\na,b\n1,2\n'), lot);
  expect(sheet.rows).toEqual([['x\ny', 'say "hi"'], ['1', '2']]);
  expect(sheet.notes).toEqual([{ code: 'repeated', detail: '1' }]);
});
it('counts ragged rows and keeps their cells', async () => {
  const sheet = await read(file('a.csv', 'a,b\n1\n1,2,3\n'), lot);
  expect(sheet.headers).toHaveLength(3);
  expect(sheet.notes).toEqual([{ code: 'ragged', detail: '2' }]);
});
it('does without a heading when the model or the person says so', async () => {
  expect((await read(file('a.csv', '1,2\n'), { ...lot, upload: { header: false } })).rows).toEqual([['1', '2']]);
  expect((await read(file('a.csv', '1,2\n'), lot, { header: false })).headers).toEqual(['', '']);
});
it('reads JSON and NDJSON, whatever the name, with shapes as columns', async () => {
  const shaped = { ...lot, fields: [...lot.fields, { name: 'at', label: 'At', type: 'shape' as const, fields: [] }] };
  expect(await read(file('a.txt', '[{"code":"x","at":{"lat":1.50}}]'), shaped)).toMatchObject({ kind: 'JSON', headers: ['code', 'at.lat'] });
  expect(await read(file('a.jsonl', '{"a":1}\n\n{"b":[1]}\n'), lot)).toMatchObject({ kind: 'NDJSON', headers: ['a', 'b'] });
});
it.each([['a.csv', 'a,b\n'], ['a.csv', 'a,b\n"x,1\n'], ['a.json', '{"a":1'], ['a.json', '{"a":1}'], ['a.ndjson', '{"a":1}\n{'], ['a.xls', '\u00d0\u00cf\u0011\u00e0']])('refuses %s with %j', async (name, text) => {
  await expect(read(file(name, latin(text)), lot)).rejects.toHaveProperty('code');
});
it.each([
  ['dd/MM/yyyy HH:mm Europe/Amsterdam', '31/03/2026 09:30', '2026-03-31T07:30:00.000Z'], ["yyyy-MM-dd'T'HH:mm:ss UTC", '2026-03-31T09:30:00', '2026-03-31T09:30:00.000Z'],
  ['dd/MM/yyyy HH:mm Europe/Amsterdam', '25/10/2026 02:30', '2026-10-25T00:30:00.000Z'], ['dd/MM/yyyy HH:mm Europe/Amsterdam', '29/03/2026 02:30', null], ['dd/MM/yyyy HH:mm', '31/02/2026 09:30', null],
])('reads by %s: %s', (pattern, text, wanted) => expect(byPattern(text, pattern, 'timestamp')).toBe(wanted));
it.each([['2026-03-31', '2026-03-31T00:00:00.000Z'], ['2026-03-31 9:30', '2026-03-31T09:30:00.000Z'], ['2026-03-31T09:30:00.123456+02:00', '2026-03-31T07:30:00.123456Z'], ['yesterday', null]])('reads the moment %s', (text, wanted) => expect(looseInstant(text)).toBe(wanted));
it.each([
  ['decimal', '€ 1.234,50', { decimalComma: true }, '1234.50'], ['decimal', '1,234.5', {}, '1234.5'], ['decimal', '12,5', {}, '12,5'], ['boolean', 'Yes', {}, true],
  ['integer', '1 234', {}, 1234], ['long', '9007199254740993', {}, '9007199254740993'], ['date', '31.3.2026', {}, '2026-03-31'], ['date', '03/31/2026', { order: 'mdy' }, '2026-03-31'], ['list', 'a; b', {}, ['a', 'b']], ['list', '["a, b"]', {}, ['a, b']],
] as const)('converts %s %s', (type, raw, reading, wanted) => {
  expect(convert({ name: 'x', label: 'X', type, precision: 12, scale: 2, items: { type: 'string' } }, raw, reading).value).toEqual(wanted);
});
it.each([['9.555', '9.56'], ['-0.004', '-0.00'], ['99.995', '100.00'], ['12,345', '12.35'], ['1.2', '1.2'], ['many', 'many']])('rounds %s', (raw, wanted) => {
  expect(rounded(raw, { name: 'x', label: 'X', type: 'decimal', scale: 2 })).toBe(wanted);
});

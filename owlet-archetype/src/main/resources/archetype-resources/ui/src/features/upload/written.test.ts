import { expect, it } from 'vitest';
import type { Concept, Field } from '../../model/types';
import { toCsv } from '../../ui/csv';
import { Engine } from './engine';
import { autoMatch } from './match';
import { read } from './read';
import { Exact, ofExcel } from './written';

const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ name, label: name, type, required: false, ...more });
const place: Concept = {
  name: 'place', path: 'places', label: { one: 'Place', many: 'Places' }, key: 'code', title: 'code', operations: {}, access: {},
  fields: [field('code', 'string', { required: true }), field('country', 'string'), field('size', 'decimal', { precision: 12, scale: 3 }), field('count', 'integer'), field('extra', 'json')],
};
const of = (upload: Concept['upload']): Concept => ({ ...place, upload });
const file = (name: string, text: string) => new File([text], name);

async function engine(name: string, text: string, concept: Concept) {
  const sheet = await read(file(name, text), concept);
  return { sheet, e: new Engine(concept, sheet, autoMatch(concept, sheet), {}) };
}
const sent = (e: Engine) => (JSON.parse(e.chunk(0, 'insert', 100, 1e6).body) as { rows: Record<string, unknown>[] }).rows;
async function rows(name: string, text: string, upload: Concept['upload']) {
  return sent((await engine(name, text, of(upload))).e);
}

it('tells a text in quotes from an absent value', async () => {
  const upload = { missing: ['NA', '\\N'] };
  expect(await rows('a.csv', 'code,country,size\na,NA,NA\nb,"NA",\nc,"",""\nd,\\N, \n', upload)).toEqual([{ code: 'a' }, { code: 'b', country: 'NA' }, { code: 'c', country: '' }, { code: 'd' }]);
});
it('takes for blank what the server takes for blank', async () => {
  expect(await rows('a.csv', 'code,country,size\na,\u00a0,\u00a0\nb, \u2003\t,\n \u2003,\t,\n', { missing: ['NA'] })).toEqual([{ code: 'b' }]);
  expect(await rows('a.csv', 'code,country\na,\u00a0\nb,\u00a0NA\nc, NA\n', { missing: ['NA'] })).toEqual([{ code: 'a', country: '\u00a0' }, { code: 'b', country: '\u00a0NA' }, { code: 'c' }]);
});
it('finds no meaning in quotes where all headings have them', async () => {
  expect(await rows('a.csv', '"code","country"\n"a","NA"\n"b",""\n', { missing: ['NA'] })).toEqual([{ code: 'a' }, { code: 'b' }]);
});
it('takes texts of JSON for what they are, where a text is wanted', async () => {
  const text = '[{"code":"a","country":"NA","size":"NA"},{"code":"b","country":"","count":""}]';
  expect(await rows('a.json', text, { missing: ['NA'] })).toEqual([{ code: 'a', country: 'NA' }, { code: 'b', country: '' }]);
});
it('reads files of databases without heading: escapes go, \\N is absent', async () => {
  const upload = { header: false, escape: '\\', missing: ['\\N'] };
  expect(await rows('a.dat', 'a,"Cote d\\\'Or \\"x\\\\",1.5,\\N\n', upload)).toEqual([{ code: 'a', country: 'Cote d\'Or "x\\', size: '1.5' }]);
});
it('reads numbers of JSON and of Excel as such, texts by the mark of the model', async () => {
  const upload = { formats: { decimal: ',' } };
  expect(await rows('a.ndjson', '{"code":"a","size":1.234}\n{"code":"b","size":"1.234"}\n{"code":"c","size":"1,5"}\n', upload)).toEqual([{ code: 'a', size: '1.234' }, { code: 'b', size: '1.234' }, { code: 'c', size: '1.5' }]);
  expect(await rows('a.csv', 'code;size\na;1.234\nb;1,5\n', upload)).toEqual([{ code: 'a', size: '1234' }, { code: 'b', size: '1.5' }]);
  const sheet = { kind: 'Excel' as const, headers: ['code', 'size'], notes: [], sheets: [], rows: [['a', ofExcel('1.2340000000000001')], ['b', '1,5']] };
  expect(sent(new Engine(of(upload), sheet, autoMatch(of(upload), sheet), {}))).toEqual([{ code: 'a', size: '1.234' }, { code: 'b', size: '1.5' }]);
});
it('keeps JSON as it is', async () => {
  const { e } = await engine('a.ndjson', '{"code":"a","extra":{"n":[1.50,12345678901234567890],"t":"1"}}\n', place);
  expect(e.chunk(0, 'insert', 9, 1e6).body).toMatch(/"extra":\{"n":\[1\.50?,1234567890123456(7890|7000)\],"t":"1"\}/);
  expect(e.page('all', 0, 1).rows[0]!.values[1]).toEqual({ n: [1.5, 12345678901234567890], t: '1' });
});
it.each([['1.5E-3', '0.0015'], ['-12e2', '-1200'], ['1.25E+1', '12.5'], ['0E0', '0'], ['1e999', '1e999'], ['12', '12']])('writes the number %s as %s', (written, plain) => {
  expect(new Exact(written).text).toBe(plain);
});
it('knows the file by its own mark, by sep=, and refused rows by their heading', async () => {
  const sheet = await read(file('a.csv', '\ufeffsep=;\ncode;country\na;Zoë\n'), of({ encoding: 'windows-1252' }));
  expect(sheet).toMatchObject({ encoding: 'utf-8', delimiter: ';', rows: [['a', 'Zoë']] });
  expect((await read(file('a.csv', 'code,country,_row,_error\na,b,1,no\n'), of({ header: false }))).headers).toEqual(['code', 'country', '_row', '_error']);
});
it('hands rows back that are read as they were', async () => {
  const texts = ['NA', '', ' ', 'a"b', 'a,b', 'a;b', '\\N', '\\', 'x\\ny', 'a\nb', '"', ' NA ', '~', 'é', "'"];
  for (const upload of [{}, { missing: ['NA', '\\N'], escape: '\\' }, { missing: ['NA'], delimiter: ';', encoding: 'windows-1252' }, { missing: ['~'], delimiter: '|' }]) {
    const concept = of(upload);
    const literal = texts.map((text, i) => [`k${i}`, { literal: text }, 'many']);
    const bare = texts.filter((text) => !/[",;\n|]/.test(text)).map((text, i) => [`l${i}`, text, 'many']);
    const before = await engine('a.csv', toCsv([['code', 'country', 'count'], ...literal, ...bare], upload), concept);
    const refused = before.e.rejects();
    expect(refused).toHaveLength(literal.length + bare.length);
    const after = await engine('a.csv', toCsv([['code', 'country', 'count', '_row', '_error'], ...refused.map((r) => [...r.cells, String(r.row + 1), 'no'])], upload), concept);
    expect(after.sheet.rows.map((r) => r.slice(0, 3))).toEqual(before.sheet.rows);
  }
});

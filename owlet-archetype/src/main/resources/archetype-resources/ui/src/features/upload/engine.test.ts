import { expect, it } from 'vitest';
import type { Concept } from '../../model/types';
import { Engine } from './engine';
import { Fixes } from './fixes';
import { autoMatch } from './match';
import { lot } from './lot.fixture';
import type { Sheet } from './types';

const headers = ['code', 'supplier', 'process', 'harvested_on', 'bags', 'price_per_kg'];
const good = ['ET-2026-001', 'Kii Factory', 'Washed', '2026-03-01', '12', '9.50'];
const with_ = (change: Record<number, unknown>) => good.map((v, i) => change[i] ?? v);
const targets = { supplier: { keys: [['kii factory', 'id-1'], ['id-1', 'id-1']] as [string, unknown][], choices: [], complete: true } };
const sheetOf = (...rows: unknown[][]): Sheet => ({ kind: 'CSV', headers, notes: [], sheets: [], rows });
const engine = (sheet: Sheet, concept: Concept = lot, fixes?: Fixes) => new Engine(concept, sheet, autoMatch(concept, sheet), targets, fixes);
const problems = (e: Engine) => e.page('bad', 0, 100).rows.map((r) => [r.row, r.problems.flatMap((p) => (p ? [`${p.field} ${p.code}`] : []))]);
const rows = [good, with_({ 0: 'ET-2026-002', 2: 'Wsahed' }), with_({ 1: 'Nobody' })];

it('resolves names, converts, and finds what is wrong', () => {
  const e = engine(sheetOf(...rows));
  expect(problems(e)).toEqual([[1, ['process enum']], [2, ['code twice', 'supplier reference']]]);
  const sent = JSON.parse(e.chunk(0, 'insert', 10, 10_000).body);
  expect(sent).toEqual({ mode: 'insert', rows: [{ code: 'ET-2026-001', supplier: 'id-1', process: 'WASHED', harvested_on: '2026-03-01', bags: 12, price_per_kg: '9.50' }] });
});
it('mends every cell with the same text, and a row that equalled another', () => {
  const e = engine(sheetOf(...rows, with_({ 0: 'ET-2026-003', 2: 'Wsahed' })));
  const wrong = e.review().groups.find((g) => g.code === 'enum')!;
  expect(wrong).toMatchObject({ rows: 2, first: 1, texts: [{ raw: 'Wsahed', count: 2 }] });
  e.fix({ kind: 'text', key: wrong.key, raw: 'Wsahed', text: 'WASHED' });
  e.fix({ kind: 'cell', row: 2, field: 'supplier', text: 'id-1' });
  expect(problems(e)).toEqual([[2, ['code twice']]]);
  e.fix({ kind: 'cell', row: 0, field: 'code', text: 'ET-2026-009' });
  expect(e.review()).toMatchObject({ bad: 0, ready: 4, groups: [] });
});
it('fills a required field that no column feeds, rounds, cuts and leaves empty', () => {
  const sheet: Sheet = { kind: 'CSV', headers: ['code', 'supplier', 'harvested_on', 'bags', 'price_per_kg'], notes: [], sheets: [], rows: [['ET-2026-001', 'id-1', '2026-03-01', 'many', '9.555']] };
  const e = engine(sheet);
  expect(problems(e)).toEqual([[0, ['process required', 'bags type', 'price_per_kg scale']]]);
  const key = (code: string) => e.review().groups.find((g) => g.code === code)!.key;
  e.fix({ kind: 'fill', key: key('required'), text: 'NATURAL' });
  e.fix({ kind: 'group', key: key('scale'), how: 'round' });
  e.fix({ kind: 'group', key: key('type'), how: 'empty' });
  expect(JSON.parse(e.chunk(0, 'insert', 1, 1000).body).rows).toEqual([{ code: 'ET-2026-001', supplier: 'id-1', process: 'NATURAL', harvested_on: '2026-03-01', price_per_kg: '9.56' }]);
});
it('says what the server refused until the row changes', () => {
  const e = engine(sheetOf(good));
  e.refuse([{ row: 0, errors: [{ pointer: '/code', code: 'duplicate', message: 'there is already a Lot' }] }]);
  expect(problems(e)).toEqual([[0, ['code refused']]]);
  e.fix({ kind: 'cell', row: 0, field: 'code', text: 'ET-2026-100' });
  expect(problems(e)).toEqual([]);
});
it('leaves out rows that are skipped, also as twins', () => {
  const e = engine(sheetOf(good, good));
  e.fix({ kind: 'group', key: e.review().groups[0]!.key, how: 'skip' });
  expect(e.review()).toMatchObject({ bad: 0, ready: 1, skipped: 1 });
});
it('sends each row once, in parts that the server bears, and goes on after what was taken', () => {
  const many = sheetOf(...Array.from({ length: 7 }, (_, i) => with_({ 0: `ET-2026-10${i}` })));
  const e = engine(many);
  e.taken([1]);
  const seen: number[][] = [];
  for (let from = 0; ;) { const c = e.chunk(from, 'insert', 3, 100_000); if (!c.rows.length) break; seen.push(c.rows); from = c.next; }
  expect(seen).toEqual([[0, 2, 3], [4, 5, 6]]);
  const size = new TextEncoder().encode(e.chunk(0, 'insert', 2, 100_000).body).length;
  expect(e.chunk(0, 'insert', 100, size + 40).rows).toEqual([0, 2]);
});
it('takes up corrections that were kept', () => {
  const e = engine(sheetOf(...rows));
  e.fix({ kind: 'cell', row: 1, field: 'process', text: 'Natural' });
  const again = engine(sheetOf(...rows), lot, Fixes.from(JSON.parse(JSON.stringify(e.fixes))));
  expect(problems(again)).toEqual(problems(e));
});
it('takes cells that the model calls missing for absent, and quotes nothing', () => {
  const e = engine(sheetOf(with_({ 4: 'NA' })), { ...lot, upload: { missing: ['NA'] } });
  expect(e.review().bad).toBe(0);
});
it('says at a cell which rule of the model a row breaks, with defaults and as the API reads it', () => {
  const field = (name: string) => ({ field: name, yields: 'text' as const });
  const rule = {
    name: 'washed_in_bags', source: 'process != WASHED or bags is not null',
    when: { yields: 'bool' as const, op: 'or', args: [{ yields: 'bool' as const, op: 'ne', args: [field('process'), { yields: 'text' as const, value: 'WASHED' }] }, { yields: 'bool' as const, op: 'is_not_null', args: [{ field: 'bags', yields: 'int' as const }] }] },
  };
  const ruled = { ...lot, rules: [rule] };
  const e = engine(sheetOf(with_({ 4: '' }), with_({ 0: 'ET-2026-002', 2: 'Natural', 4: '' }), with_({ 0: 'ET-2026-003', 2: 'Wsahed', 4: '' }), with_({ 0: 'ET-2026-004', 4: '0' })), ruled);
  expect(problems(e)).toEqual([[0, ['process rule']], [2, ['process enum']], [3, ['bags min']]]);
  expect(e.review().groups.find((g) => g.code === 'rule')).toMatchObject({ rows: 1, message: 'washed in bags (process != WASHED or bags is not null)' });
  e.fix({ kind: 'cell', row: 0, field: 'bags', text: '3' });
  expect(problems(e).map(([row]) => row)).toEqual([2, 3]);
});

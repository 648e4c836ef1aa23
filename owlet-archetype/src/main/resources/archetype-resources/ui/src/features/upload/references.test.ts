import { afterEach, expect, it, vi } from 'vitest';
import type { Concept, Field, Model } from '../../model/types';
import type { EngineClient } from './client';
import { resolveReferences } from './references';

const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ name, label: name, type, required: true, ...more });
const concept = (name: string, title: string, fields: Field[]): Concept => ({ name, path: `${name}s`, label: { one: name, many: `${name}s` }, key: 'id', title, operations: {}, access: {}, fields });
const airport = concept('airport', 'name', [field('id', 'integer'), field('name', 'string', { maxLength: 20 })]);
const route = concept('route', 'id', [field('id', 'integer'), field('from', 'reference', { to: 'airport' })]);
const model = { api: { basePath: '/api' }, concepts: [airport, route] } as unknown as Model;
const mapping = [{ column: 1, field: 'from', sure: true, reading: {} }];
const rows = [{ id: 7, name: 'Goroka' }, { id: 8, name: 'Madang' }];

/** The worker, of which only the texts of a column are asked. */
const engine = (texts: string[]) => ({ run: async () => texts }) as unknown as EngineClient;
const asked = () => vi.mocked(fetch).mock.calls.map(([url]) => decodeURIComponent(String(url)));

/** A table of 6,000 rows, of which the first page has none that is wanted. */
const serve = (answer: (query: URLSearchParams) => Response) => vi.stubGlobal('fetch', vi.fn(async (url: string) => {
  const query = new URL(url, 'http://x').searchParams;
  return query.has('id') || query.has('name') ? answer(query) : Response.json({ items: [], next: 'more', total: 6000 });
}));
afterEach(() => vi.unstubAllGlobals());

it('asks a large table only for what it can have, by key and then by title', async () => {
  serve((query) => Response.json({ items: rows.filter((r) => query.getAll('id').includes(String(r.id)) || query.getAll('name').includes(r.name)), next: null, total: 6000 }));
  const found = await resolveReferences(engine(['7', 'Madang', 'a name that no airport can have']), model, route, mapping);
  expect(found.from!.keys).toEqual(expect.arrayContaining([['7', 7], ['madang', 8]]));
  expect(asked().slice(1)).toEqual([expect.stringMatching(/&id=7$/), expect.stringMatching(/&name=Madang$/)]);
});
it('parts questions that would be too long, and walks through long answers', async () => {
  const texts = Array.from({ length: 130 }, (_, i) => String(i));
  serve((query) => Response.json({ items: query.getAll('id').slice(query.has('cursor') ? 40 : 0, query.has('cursor') ? 60 : 40).map((id) => ({ id: Number(id), name: `n${id}` })), next: query.has('cursor') || query.getAll('id').length < 40 ? null : 'next', total: 6000 }));
  const found = await resolveReferences(engine(texts), model, route, mapping);
  expect(texts.filter((text) => !found.from!.keys.some(([key]) => key === text))).toEqual([]);
});
it('does not take a table that cannot be asked for one that lacks the row', async () => {
  serve(() => Response.json({ detail: 'down' }, { status: 500 }));
  await expect(resolveReferences(engine(['7']), model, route, mapping)).rejects.toThrow('down');
});

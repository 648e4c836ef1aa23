import type { Concept } from '../../model/types';
import { ReadError } from './read';
import type { Note, Sheet } from './types';
import { Exact, Literal, strip, tokensOf } from './written';

export function parseJson(text: string): unknown[] {
  let data: unknown;
  try { data = JSON.parse(text, exact as never); } catch (e) { throw new ReadError('json', (e as Error).message); }
  const list = Array.isArray(data) ? data : (data as { items?: unknown })?.items;
  if (!Array.isArray(list)) throw new ReadError('jsonList');
  return list;
}

export function parseLines(text: string): unknown[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, i) => {
    if (!line.trim()) return [];
    try { return [JSON.parse(line, exact as never)]; } catch { throw new ReadError('jsonLine', String(i + 1)); }
  });
}

/** Numbers as they were written, where the browser tells: 0.10 stays 0.10, and 2^60 is not rounded. */
function exact(_: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? new Exact(context?.source ?? String(value)) : value;
}

/** Objects as rows: the fields of shapes become columns of their own. */
export function objects(kind: Sheet['kind'], list: unknown[], concept: Concept, notes: Note[]): Sheet {
  const shapes = new Set(concept.fields.filter((f) => f.type === 'shape').flatMap((f) => [f.name, f.label]));
  const missing = tokensOf(concept.upload);
  const columns = new Map<string, number>();
  const rows = list.map((one) => {
    const row: unknown[] = [];
    const add = (name: string, value: unknown, nested: boolean) => {
      if (nested && value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Exact)) {
        for (const [k, v] of Object.entries(value)) add(`${name}.${k}`, v, true);
        return;
      }
      if (!columns.has(name)) columns.set(name, columns.size);
      row[columns.get(name)!] = typeof value === 'string' && (!strip(value) || missing.has(strip(value))) ? new Literal(value) : value;
    };
    if (one && typeof one === 'object') for (const [k, v] of Object.entries(one)) add(k, v, shapes.has(k));
    return row;
  });
  return { kind, headers: [...columns.keys()], rows, notes, sheets: [] };
}

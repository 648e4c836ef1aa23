import type { Concept } from '../../model/types';
import { keyFields } from '../../model/concept';

const ABSENT = '\u0000';

/** Which rows of the file have the same key, or the same values of a unique set. Knows the rows by their places. */
export class Duplicates {
  readonly sets: string[][];
  private readonly seen: Map<string, number[] | number>[];

  constructor(concept: Concept, used: Set<string>) {
    const own = concept.fields.filter((f) => f.unique).map((f) => [f.name]);
    const all = [keyFields(concept), ...(concept.unique ?? []), ...own];
    const unlike = [...new Map(all.map((set) => [set.join(), set])).values()];
    this.sets = unlike.filter((set) => set.every((name) => used.has(name)));
    this.seen = this.sets.map(() => new Map());
  }

  /** Places of the other rows that this one now equals, or no longer equals. */
  add(row: number, values: Record<string, unknown>): number[] {
    return this.sets.flatMap((set, i) => {
      const key = keyOf(set, values);
      if (key === null) return [];
      const there = this.seen[i]!.get(key);
      if (there === undefined) { this.seen[i]!.set(key, row); return []; }
      const rows = typeof there === 'number' ? [there] : there;
      this.seen[i]!.set(key, [...rows, row].sort((a, b) => a - b));
      return rows;
    });
  }

  remove(row: number, values: Record<string, unknown>): number[] {
    return this.sets.flatMap((set, i) => {
      const key = keyOf(set, values);
      const there = key === null ? undefined : this.seen[i]!.get(key);
      if (key === null || there === undefined) return [];
      const rest = (typeof there === 'number' ? [there] : there).filter((r) => r !== row);
      if (rest.length) this.seen[i]!.set(key, rest); else this.seen[i]!.delete(key);
      return rest;
    });
  }

  /** The set by which an earlier row is the same, and that row. */
  earlier(row: number, values: Record<string, unknown>): { field: string; first: number } | null {
    for (const [i, set] of this.sets.entries()) {
      const key = keyOf(set, values);
      const there = key === null ? undefined : this.seen[i]!.get(key);
      if (typeof there === 'object' && there[0] !== row) return { field: set[0]!, first: there[0]! };
    }
    return null;
  }
}

/** Absent values equal nothing. */
function keyOf(set: string[], values: Record<string, unknown>): string | null {
  let key = '';
  for (const name of set) {
    const v = values[name];
    if (v === undefined || v === null) return null;
    key += `${typeof v === 'object' ? JSON.stringify(v) : String(v)}${ABSENT}`;
  }
  return key;
}

import type { Group, Problem } from './types';

interface Kept { field: string; code: string; message: string; detail?: string; texts: Map<string, Set<number>>; rows: number }

/** All problems, by row and by kind of mistake. Kept up to date row by row, so that a correction costs only the rows it touches. */
export class Groups {
  readonly byRow = new Map<number, Problem[]>();
  private readonly kinds = new Map<string, Kept>();

  set(row: number, problems: Problem[], rawOf: (field: string) => string) {
    const before = this.byRow.get(row);
    if (before) for (const p of before) this.drop(row, p);
    if (!problems.length) { this.byRow.delete(row); return; }
    this.byRow.set(row, problems);
    for (const p of problems) this.keep(row, p, rawOf(p.field));
  }

  private keep(row: number, p: Problem, raw: string) {
    const key = kindOf(p);
    let kind = this.kinds.get(key);
    if (!kind) this.kinds.set(key, (kind = { field: p.field, code: p.code, message: p.message, detail: p.detail, texts: new Map(), rows: 0 }));
    let rows = kind.texts.get(raw);
    if (!rows) kind.texts.set(raw, (rows = new Set()));
    if (!rows.has(row)) { rows.add(row); kind.rows++; }
  }

  private drop(row: number, p: Problem) {
    const kind = this.kinds.get(kindOf(p));
    if (!kind) return;
    for (const [raw, rows] of kind.texts) {
      if (!rows.delete(row)) continue;
      kind.rows--;
      if (!rows.size) kind.texts.delete(raw);
      break;
    }
    if (!kind.texts.size) this.kinds.delete(kindOf(p));
  }

  rowsOf(key: string): number[] { return [...(this.kinds.get(key)?.texts.values() ?? [])].flatMap((rows) => [...rows]); }
  rowsWith(key: string, raw: string): number[] { return [...(this.kinds.get(key)?.texts.get(raw) ?? [])]; }
  get size() { return this.kinds.size; }

  /** The kinds with most rows first, each with its most frequent texts. */
  list(most: number, texts: number): Group[] {
    return [...this.kinds].sort(([, a], [, b]) => b.rows - a.rows).slice(0, most).map(([key, kind]) => {
      let first = Infinity;
      const counted = [...kind.texts].map(([raw, rows]) => { for (const r of rows) { if (r < first) first = r; } return { raw, count: rows.size }; });
      return {
        key, field: kind.field, code: kind.code, message: kind.message, detail: kind.detail, rows: kind.rows, first, distinct: counted.length,
        texts: counted.sort((a, b) => b.count - a.count).slice(0, texts),
      };
    });
  }
}

const kindOf = (p: Problem) => `${p.field}\n${p.code}\n${p.message}`;

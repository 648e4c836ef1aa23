import type { Concept } from '../../model/types';
import type { Converted } from './cells';
import { Column, habitsOf, kept } from './columns';
import { Duplicates } from './duplicates';
import { fieldOf, Fixes, touchedBy } from './fixes';
import { Groups } from './groups';
import { leafAt, leaves, put, type Leaf } from './leaves';
import { ruleProblems } from './rules';
import type { Cell } from '../../ui/csv';
import type { Chunk, Fix, GridRow, Mapping, Problem, Refusal, Review, Sheet, Targets, View } from './types';
import { shown } from './written';

const GROUPS = 40, SAMPLES = 6;

/** The rows of a file on their way to the table: converted, checked, corrected. It lives in a worker, where nothing waits for it. */
export class Engine {
  private readonly used: Column[];
  private readonly groups = new Groups();
  private readonly duplicates: Duplicates;
  private readonly refused = new Map<number, Problem[]>();
  private readonly sent = new Set<number>();
  private revision = 0;
  private order: { view: View; revision: number; rows: number[] } | null = null;

  constructor(private readonly concept: Concept, private readonly sheet: Sheet, mapping: Mapping[], targets: Record<string, Targets>, readonly fixes = new Fixes()) {
    const all = leaves(concept), habits = habitsOf(concept, sheet);
    const columns = new Map(mapping.filter((m) => m.field).map((m) => [m.field!, m]));
    this.used = all.filter((l) => columns.has(l.name) || l.required).map((leaf) => {
      const m = columns.get(leaf.name);
      return new Column(leaf, m?.column ?? -1, m?.reading ?? {}, habits, targets[leaf.name]);
    });
    this.duplicates = new Duplicates(concept, new Set(this.used.map((u) => u.leaf.name)));
    this.recheck(sheet.rows.keys());
  }

  raw(row: number, field: string): string {
    const u = this.used.find((one) => one.leaf.name === field);
    return this.fixes.of(row, field) ?? (u ? shown(this.sheet.rows[row]![u.column]) : '');
  }

  private cell(row: number, u: Column): Converted {
    const text = this.fixes.of(row, u.leaf.name);
    return text === undefined ? u.read(this.sheet.rows[row]![u.column]) : u.corrected(text);
  }

  /** The row by the names of its columns, with what is wrong in itself. */
  private flat(row: number): { values: Record<string, unknown>; problems: Problem[] } {
    const values: Record<string, unknown> = {};
    const known: Record<string, unknown> = {};
    const problems: Problem[] = [];
    for (const u of this.used) {
      const { value, problem } = this.cell(row, u);
      if (value !== undefined) known[u.leaf.name] = value;
      // What is wrong in itself is no key: two rows seen “last week” are not the same row.
      if (problem) problems.push({ field: u.leaf.name, ...problem });
      else if (value !== undefined) values[u.leaf.name] = value;
    }
    for (const { leaf } of this.used) if (values[leaf.name] === undefined && !problems.some((p) => p.field === leaf.name) && this.needs(leaf, values)) problems.push({ field: leaf.name, code: 'required', message: 'is required' });
    if (this.concept.rules?.length) problems.push(...ruleProblems(this.concept, this.used, known, problems));
    return { values, problems };
  }

  /** Part of a shape is wanted when another part of it is there. */
  private needs(leaf: Leaf, values: Record<string, unknown>): boolean {
    if (leaf.required) return true;
    if (leaf.path.length < 2 || !leaf.field.required || leaf.field.default !== undefined) return false;
    const siblings = `${leaf.path.slice(0, -1).join('.')}.`;
    return Object.keys(values).some((name) => name.startsWith(siblings));
  }

  private recheck(rows: Iterable<number>) {
    const near = new Set<number>();
    for (const row of rows) {
      if (this.fixes.skipped.has(row)) { this.groups.set(row, [], String); continue; }
      const { values, problems } = this.flat(row);
      for (const other of this.duplicates.add(row, values)) { near.add(other); near.add(row); }
      this.settle(row, values, problems);
    }
    for (const row of near) this.again(row);
    this.revision++;
  }

  private again(row: number) {
    if (this.fixes.skipped.has(row)) return;
    const { values, problems } = this.flat(row);
    this.settle(row, values, problems);
  }

  private settle(row: number, values: Record<string, unknown>, problems: Problem[]) {
    const twin = this.duplicates.earlier(row, values);
    if (twin && !problems.some((p) => p.field === twin.field)) problems.push({ field: twin.field, code: 'twice', message: 'is in the file twice', detail: String(twin.first + 1) });
    for (const p of this.refused.get(row) ?? []) if (!problems.some((q) => q.field === p.field)) problems.push(p);
    this.groups.set(row, problems, (field) => this.raw(row, field));
  }

  /** Applies a correction and checks the rows that it touches, and those that were the same as they. */
  fix(fix: Fix): Review {
    const touched = touchedBy(fix, this.groups, this.sheet.rows.length);
    const near = new Set<number>();
    for (const row of touched) if (!this.fixes.skipped.has(row)) for (const other of this.duplicates.remove(row, this.flat(row).values)) near.add(other);
    const name = fix.kind === 'keep' ? '' : fieldOf(fix);
    this.fixes.apply(fix, touched, this.used.find((u) => u.leaf.name === name)?.leaf.field, (row) => this.raw(row, name));
    for (const row of touched) this.refused.delete(row);
    this.recheck(touched);
    for (const row of near) this.again(row);
    return this.review();
  }

  /** What the server refused, said at the cells until these rows are changed. */
  refuse(refusals: Refusal[]): Review {
    const all = leaves(this.concept);
    for (const { row, errors } of refusals) {
      this.refused.set(row, errors.map((e) => ({ field: leafAt(all, e.pointer)?.name ?? this.used[0]!.leaf.name, code: 'refused', message: e.message, detail: e.code })));
      this.again(row);
    }
    this.revision++;
    return this.review();
  }

  review(): Review {
    const rows = this.sheet.rows.length, bad = this.groups.byRow.size, skipped = this.fixes.skipped.size;
    return { revision: this.revision, rows, bad, skipped, ready: rows - bad - skipped, groups: this.groups.list(GROUPS, SAMPLES), groupCount: this.groups.size };
  }

  columns(): string[] {
    const wanting = new Set(this.groups.list(GROUPS, 0).map((g) => g.field));
    return this.used.filter((u) => u.column >= 0 || wanting.has(u.leaf.name)).map((u) => u.leaf.name);
  }

  page(view: View, from: number, to: number): { count: number; rows: GridRow[] } {
    if (this.order?.view !== view || this.order.revision !== this.revision) {
      const rows = view === 'bad' ? [...this.groups.byRow.keys()].sort((a, b) => a - b) : [...this.sheet.rows.keys()].filter((r) => !this.fixes.skipped.has(r));
      this.order = { view, revision: this.revision, rows };
    }
    const names = this.columns();
    return {
      count: this.order.rows.length,
      rows: this.order.rows.slice(from, to).map((row) => {
        const { values } = this.flat(row);
        const problems = this.groups.byRow.get(row) ?? [];
        return { row, values: names.map((n) => plain(values[n])), raw: names.map((n) => this.raw(row, n)), problems: names.map((n) => problems.find((p) => p.field === n)) };
      }),
    };
  }

  /** The next rows to send, as many as fit; none when all are sent. */
  chunk(from: number, mode: string, maxRows: number, maxBytes: number): Chunk & { next: number } {
    const parts: string[] = [], rows: number[] = [];
    let bytes = 64, row = from;
    for (; row < this.sheet.rows.length && rows.length < maxRows; row++) {
      if (this.sent.has(row) || this.fixes.skipped.has(row) || this.groups.byRow.has(row)) continue;
      const text = JSON.stringify(this.value(row));
      const size = utf8(text) + 1;
      if (rows.length && bytes + size > maxBytes) break;
      parts.push(text); rows.push(row); bytes += size;
    }
    return { body: `{"mode":"${mode}","rows":[${parts.join(',')}]}`, rows, next: row };
  }

  /** Rows that the server has taken: they are not sent again. */
  taken(rows: number[]) { for (const row of rows) this.sent.add(row); }

  private value(row: number): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const u of this.used) {
      const { value } = this.cell(row, u);
      if (value !== undefined) put(out, u.leaf.path, value);
    }
    return out;
  }

  /** Rows that have problems or were refused, as they came. */
  rejects(): { row: number; cells: Cell[]; why: Problem[] }[] {
    const columns = new Map(this.used.map((u) => [u.column, u]));
    return [...this.groups.byRow].sort(([a], [b]) => a - b).map(([row, why]) => ({ row, cells: this.sheet.headers.map((_, i) => kept(this.sheet.rows[row]![i], columns.get(i))), why }));
  }
}

/** For the page: numbers of JSON that keep their digits do not get there. */
const plain = (v: unknown): unknown => (v && typeof v === 'object' ? JSON.parse(JSON.stringify(v)) : v);

const utf8 = (s: string) => { let n = s.length; for (let i = 0; i < s.length; i++) { const c = s.charCodeAt(i); if (c > 0x7f) n += c > 0x7ff ? 2 : 1; } return n; };

import type { Concept } from '../../model/types';
import type { Cell } from '../../ui/csv';
import { convert, isBlank, NUMBERS, TEXTS, type Converted } from './cells';
import type { Leaf } from './leaves';
import type { Reading, Sheet, Targets } from './types';
import { Exact, Literal, shown, strip, tokensOf } from './written';

const REMEMBERED = 20_000;

/** How the file at hand says things. */
export interface Habits { json: boolean; missing: Set<string> }

export const habitsOf = (concept: Concept, sheet: Sheet): Habits => ({ json: sheet.kind === 'JSON' || sheet.kind === 'NDJSON', missing: tokensOf(concept.upload) });

/** A column of a file on its way into a field; what a text became is remembered. */
export class Column {
  private readonly known = new Map<string, Converted>();
  private readonly keys?: Map<string, unknown>;

  /** @param column its number, from 0; -1 where a required field has none */
  constructor(readonly leaf: Leaf, readonly column: number, private readonly reading: Reading, private readonly habits: Habits, targets?: Targets) {
    if (leaf.field.type === 'reference') this.keys = new Map(targets?.keys ?? []);
  }

  /** Of a cell as the file has it. */
  read(raw: unknown): Converted {
    const { field } = this.leaf;
    if (isBlank(raw)) return {};
    if (raw instanceof Literal) return this.literal(raw);
    if (typeof raw !== 'string') return this.look(convert(field, raw, this.reading), raw);
    if (this.habits.missing.has(strip(raw))) return {};
    // JSON has numbers in texts with a point.
    return this.once(raw, () => (this.habits.json && NUMBERS.has(field.type) ? this.plainFirst(raw) : convert(field, raw, this.reading)), raw);
  }

  /** Of what a person typed instead: numbers with a point, too, where the file has a comma. */
  corrected(text: string): Converted {
    return isBlank(text) ? {} : this.once(`\u0001${text}`, () => this.plainFirst(text), text);
  }

  private plainFirst(text: string): Converted {
    const plain = convert(this.leaf.field, text, {});
    return plain.problem ? convert(this.leaf.field, text, this.reading) : plain;
  }

  private once(key: string, make: () => Converted, raw: string): Converted {
    let done = this.known.get(key);
    if (!done) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(key, (done = this.look(make(), raw)));
    }
    return done;
  }

  /** In a file with quotes they say that a value is meant; JSON has texts where other tools have nothing. */
  private literal(raw: Literal): Converted {
    const done = this.look(convert(this.leaf.field, raw, this.reading), raw);
    return done.problem && this.habits.json && !TEXTS.has(this.leaf.field.type) ? {} : done;
  }

  /** A reference stands for the key of what it names. */
  private look(done: Converted, raw: unknown): Converted {
    if (!this.keys || done.value === undefined || done.problem) return done;
    const key = this.keys.get(shown(raw).trim().toLowerCase());
    return key === undefined ? { value: done.value, problem: { code: 'reference', message: 'refers to nothing', detail: this.leaf.field.to } } : { value: key };
  }

  /** A number of the file with the mark that texts of this column have. */
  written(number: Exact): string {
    return this.reading.decimalComma ? number.text.replace('.', ',') : number.text;
  }
}

/** A cell to be read again as it was: what stood for itself is in quotes. */
export function kept(raw: unknown, column?: Column): Cell {
  if (raw instanceof Literal) return { literal: raw.text };
  return raw instanceof Exact && column ? column.written(raw) : shown(raw);
}

/** What people wrote where a reference is wanted. */
export function mentioned(concept: Concept, sheet: Sheet, column: number, most: number): string[] {
  const out = new Set<string>();
  const missing = tokensOf(concept.upload);
  for (const row of sheet.rows) {
    const text = shown(row[column]).trim();
    if (text && !(typeof row[column] === 'string' && missing.has(text))) out.add(text);
    if (out.size >= most) break;
  }
  return [...out];
}

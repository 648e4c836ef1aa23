import type { Concept } from '../../model/types';
import { convert } from './cells';
import { leaves, type Leaf } from './leaves';
import { readingOf } from './reading';
import { fold, similar } from './similar';
import type { Mapping, Sheet } from './types';
import { shown } from './written';

/** What a person chose for the headings of an earlier file: heading (folded) to field, or to nothing. */
export type Remembered = Record<string, string | null>;

/** Guesses which column belongs to which field: what was chosen before, the model's headings, names, then likeness, checked against the values. */
export function autoMatch(concept: Concept, sheet: Sheet, remembered: Remembered = {}): Mapping[] {
  const all = leaves(concept);
  const out: Mapping[] = sheet.headers.map((_, column) => ({ column, field: null, sure: false, reading: {} }));
  if (sheet.headers.every((h) => !h)) return byPlace(concept, all, sheet, out);
  const pairs = out.flatMap((m) => all.map((leaf) => ({ m, leaf, score: score(concept, leaf, sheet, m.column, remembered) })))
    .filter((p) => p.score > 0).sort((a, b) => b.score - a.score);
  for (const { m, leaf, score: s } of pairs) {
    if (m.field || out.some((o) => o.field === leaf.name)) continue;
    Object.assign(m, { field: leaf.name, sure: s >= 0.9, reading: readingOf(concept, leaf, sheet, m.column) });
  }
  for (const m of out) if (!m.field && (remembered[fold(sheet.headers[m.column]!)] === null || ours(concept, sheet.headers[m.column]!))) m.sure = true;
  return out;
}

function byPlace(concept: Concept, all: Leaf[], sheet: Sheet, out: Mapping[]): Mapping[] {
  const entered = all.filter((l) => l.field.generated === undefined || sheet.headers.length >= all.length);
  return out.map((m) => {
    const leaf = entered[m.column];
    return leaf ? { ...m, field: leaf.name, sure: true, reading: readingOf(concept, leaf, sheet, m.column) } : m;
  });
}

/** Columns that exports have and nobody enters: computed ones, system columns, titles of references, the reasons of refused rows. */
const ours = (concept: Concept, heading: string) =>
  heading.startsWith('_') || heading.indexOf('$') > 0 || concept.fields.some((f) => f.computed !== undefined && fold(f.name) === fold(heading));

function score(concept: Concept, leaf: Leaf, sheet: Sheet, column: number, remembered: Remembered): number {
  const header = sheet.headers[column]!;
  if (!header || ours(concept, header)) return 0;
  const before = remembered[fold(header)];
  if (before !== undefined) return before === leaf.name ? 4 : 0;
  if (header.trim().toLowerCase() === concept.upload?.columns?.[leaf.name]?.trim().toLowerCase()) return 3;
  if (header.trim().toLowerCase() === leaf.name.toLowerCase()) return 2.5;
  const alike = Math.max(similar(leaf.name, header), similar(leaf.label, header), leaf.path.length > 1 ? similar(leaf.field.name, header) * 0.95 : 0);
  if (alike < 0.4) return 0;
  return alike >= 1 ? 2 : alike * (0.4 + 0.6 * fits(concept, leaf, sheet, column));
}

const TRIED = 60;

/** The share of the first values that this field would accept. */
function fits(concept: Concept, leaf: Leaf, sheet: Sheet, column: number): number {
  const reading = readingOf(concept, leaf, sheet, column);
  const seen = sheet.rows.slice(0, TRIED).map((r) => r[column]).filter((v) => v !== undefined && v !== null && v !== '');
  if (!seen.length) return 0.5;
  return seen.filter((v) => !convert(leaf.field, v, reading).problem).length / seen.length;
}

/** Required fields that no column feeds. */
export const missingFields = (concept: Concept, mapping: Mapping[]): Leaf[] =>
  leaves(concept).filter((l) => l.required && !mapping.some((m) => m.field === l.name));

export function samples(sheet: Sheet, column: number, most = 3): string[] {
  const out: string[] = [];
  for (const row of sheet.rows.slice(0, TRIED * 10)) {
    const v = row[column];
    const text = v instanceof Date ? v.toISOString().slice(0, 10) : shown(v).trim();
    if (text && !out.includes(text)) out.push(text);
    if (out.length >= most) break;
  }
  return out;
}

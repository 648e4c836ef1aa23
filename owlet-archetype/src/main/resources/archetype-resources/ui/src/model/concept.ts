import type { Concept, Field, Row } from './types';

export const fieldOf = (c: Concept, name: string) => c.fields.find((f) => f.name === name);
export const writable = (c: Concept) => c.fields.filter((f) => !f.readOnly);
export const keyFields = (c: Concept) => (Array.isArray(c.key) ? c.key : [c.key]);

/** The parts of a key, each percent-encoded, with commas: unlike for unlike rows, and what stands in addresses of the API. */
export const rowId = (c: Concept, row: Row) => keyFields(c).map((name) => encodeURIComponent(String(row[name] ?? ''))).join(',');

/** Names of routes below a concept: a key that reads like one is reached by encoding a letter. */
const ROUTES = new Set(['summary', 'batch', 'history', 'export', 'uploads']);
export const keyPath = (id: string) => (ROUTES.has(id) ? `%${id.charCodeAt(0).toString(16)}${id.slice(1)}` : id);

/** The name a person would use for this row. References bring theirs along as `field$title`. */
export function rowTitle(c: Concept, row: Row): string {
  const title = row[c.title];
  if (title !== undefined && title !== '' && !keyFields(c).includes(c.title)) return String(title);
  const shown = c.fields.filter((f) => !f.readOnly && (f.type === 'string' || f.type === 'reference')).slice(0, 2)
    .map((f) => row[`${f.name}$title`] ?? row[f.name]).filter(Boolean);
  return shown.length ? shown.join(' · ') : keyFields(c).map((name) => String(row[name] ?? '')).join(' · ');
}

export function sections(c: Concept, more: string, details: string): { title: string; fields: Field[] }[] {
  const named = c.form?.sections ?? [];
  const seen = new Set(named.flatMap((s) => s.fields));
  const rest = writable(c).filter((f) => !seen.has(f.name));
  // The part of what is optional has no name of its own.
  const out = named.map((s) => ({ title: s.title === 'More' ? more : s.title, fields: s.fields.map((n) => fieldOf(c, n)).filter((f): f is Field => !!f && !f.readOnly) }));
  if (rest.length) out.push({ title: named.length ? more : details, fields: rest });
  return out.filter((s) => s.fields.length);
}

const SHOWN = 8;
const LONG = new Set(['text', 'markdown', 'json', 'file']);

/** Those that the table begins with, then all others. */
export function tableFields(c: Concept): { shown: Field[]; others: Field[] } {
  const names = c.table?.columns ?? c.fields.filter((f) => f.type !== 'id' && !LONG.has(f.type)).slice(0, SHOWN).map((f) => f.name);
  const shown = names.map((n) => fieldOf(c, n)).filter((f): f is Field => !!f);
  return { shown, others: c.fields.filter((f) => !names.includes(f.name)) };
}

const NUMERIC = new Set(['integer', 'long', 'decimal', 'double']);
export const isNumeric = (f: Pick<Field, 'type'>) => NUMERIC.has(f.type);

/** Tells every reference what its values are: what the key of its concept is. Once, after loading. */
export function link(concepts: Concept[]) {
  const walk = (f: Omit<Field, 'name' | 'label'>) => {
    const target = f.type === 'reference' ? concepts.find((c) => c.name === f.to) : undefined;
    if (target) f.key = fieldOf(target, keyFields(target)[0]!);
    if (f.items) walk(f.items);
    f.fields?.forEach(walk);
  };
  concepts.forEach((c) => c.fields.forEach(walk));
}

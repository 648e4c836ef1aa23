import type { Concept, Field } from '../../model/types';

/** A column that a file may have: a field, or a field within a shape, by its dotted name. */
export interface Leaf { name: string; label: string; path: string[]; field: Field; required: boolean }

export function leaves(concept: Concept): Leaf[] {
  return concept.fields.flatMap((f) => below(f, [], '', true));
}

function below(f: Field, path: string[], label: string, mustBe: boolean): Leaf[] {
  if (f.computed !== undefined || f.type === 'file') return [];
  if (f.readOnly && f.generated === undefined) return [];
  const at = [...path, f.name];
  const name = label ? `${label} · ${f.label}` : f.label;
  const required = mustBe && !!f.required && f.default === undefined && f.generated === undefined;
  if (f.type === 'shape') return (f.fields ?? []).flatMap((inner) => below(inner, at, name, required));
  return [{ name: at.join('.'), label: name, path: at, field: f, required }];
}

export function put(row: Record<string, unknown>, path: string[], value: unknown) {
  let at = row;
  for (const step of path.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
  at[path.at(-1)!] = value;
}

/** The column that a pointer of the API leads to. */
export function leafAt(all: Leaf[], pointer: string): Leaf | undefined {
  const steps = pointer.split('/').slice(1).map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));
  return all.find((l) => l.path.every((p, i) => p === steps[i])) ?? all.find((l) => l.path[0] === steps[0]);
}

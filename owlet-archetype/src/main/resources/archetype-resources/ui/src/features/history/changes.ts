import { keyFields } from '../../model/concept';
import type { Concept, Field, Row } from '../../model/types';

const NEVER_CHANGED = 1;

/** The fields in which a row differs from what it was. */
export const changesOf = (concept: Concept, before: Row, after: Row): Field[] =>
  concept.fields.filter((f) => JSON.stringify(before[f.name] ?? null) !== JSON.stringify(after[f.name] ?? null));

/** What to ask for to get the row as it was before its last change; nothing when it was not changed since it was created. */
export function earlier(concept: Concept, row: Row): URLSearchParams | undefined {
  if (!row._updated_at || Number(row._version) <= NEVER_CHANGED) return undefined;
  const params = new URLSearchParams({ limit: '1', asOf: String(row._updated_at) });
  for (const name of keyFields(concept)) params.append(`${name}.eq`, String(row[name]));
  return params;
}

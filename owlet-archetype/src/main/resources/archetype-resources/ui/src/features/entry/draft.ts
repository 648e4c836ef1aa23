import type { Concept, Row } from '../../model/types';

/** What somebody began to write survives a reload of the page, in this tab. */
const keyOf = (c: Concept) => `owlet.draft.${c.name}`;

export function readDraft(c: Concept): Row | null {
  try {
    const text = sessionStorage.getItem(keyOf(c));
    return text ? (JSON.parse(text) as Row) : null;
  } catch { return null; }
}

export function keepDraft(c: Concept, row: Row | null) {
  try {
    if (row) sessionStorage.setItem(keyOf(c), JSON.stringify(row));
    else sessionStorage.removeItem(keyOf(c));
  } catch { /* storage is full: nothing is kept */ }
}

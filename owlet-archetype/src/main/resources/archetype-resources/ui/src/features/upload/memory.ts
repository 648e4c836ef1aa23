import type { Concept } from '../../model/types';
import type { Remembered } from './match';
import { fold } from './similar';
import type { Mapping } from './types';

const place = (c: Concept) => `owlet.columns.${c.name}`;
const MOST = 300;

/** Which field a heading went to the last time, in this browser. */
export function recall(concept: Concept): Remembered {
  try { return JSON.parse(localStorage.getItem(place(concept)) ?? '{}') as Remembered; } catch { return {}; }
}

export function remember(concept: Concept, headers: string[], mapping: Mapping[]) {
  const next = { ...recall(concept), ...Object.fromEntries(mapping.filter((m) => m.sure && fold(headers[m.column]!)).map((m) => [fold(headers[m.column]!), m.field])) };
  try { localStorage.setItem(place(concept), JSON.stringify(Object.fromEntries(Object.entries(next).slice(-MOST)))); } catch { /* storage is off */ }
}

import { useState } from 'react';
import { tableFields } from '../../model/concept';
import type { Concept, Field } from '../../model/types';

/** How a person likes a table, kept in this browser. */
interface Kept { shown?: string[]; dense?: boolean; widths?: Record<string, number> }

export interface Prefs {
  columns: Field[];
  all: Field[];
  dense: boolean;
  widths: Record<string, number>;
  show: (name: string, on: boolean) => void;
  showAll: () => void;
  reset: () => void;
  setDense: (dense: boolean) => void;
  setWidth: (name: string, width: number) => void;
}

function read(key: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

export function usePrefs(concept: Concept): Prefs {
  const key = `owlet.table.${concept.name}`;
  const [kept, setKept] = useState(() => read(key));
  const keep = (change: Kept) => setKept((now) => {
    const next = { ...now, ...change };
    localStorage.setItem(key, JSON.stringify(next));
    return next;
  });
  const { shown, others } = tableFields(concept);
  const all = [...shown, ...others];
  const names = kept.shown ?? shown.map((f) => f.name);
  // The first column names the row: it always shows.
  const columns = all.filter((f, i) => i === 0 || names.includes(f.name));
  return {
    columns, all,
    dense: kept.dense ?? false,
    widths: kept.widths ?? {},
    show: (name, on) => keep({ shown: on ? [...names, name] : names.filter((n) => n !== name) }),
    showAll: () => keep({ shown: all.map((f) => f.name) }),
    reset: () => keep({ shown: undefined, widths: undefined }),
    setDense: (dense) => keep({ dense }),
    setWidth: (name, width) => keep({ widths: { ...kept.widths, [name]: width } }),
  };
}

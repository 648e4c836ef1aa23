import { useMemo, useRef, useState } from 'react';
import { ApiError } from '../../api/client';
import { idOf, type Errors } from '../../fields/types';
import { checkRow, type Problem } from '../../model/check';
import { writable } from '../../model/concept';
import { say } from '../../model/say';
import type { Concept, Row } from '../../model/types';

export const emptyRow = (c: Concept): Row => {
  const row: Row = {};
  for (const f of writable(c)) {
    if (f.default !== undefined) row[f.name] = f.default;
    else if (f.type === 'shape' && f.required) row[f.name] = {};
  }
  return row;
};

/** The first sentence for each place; of the row as a whole, all of them. */
const byPointer = (concept: Concept, problems: Problem[]): Errors => {
  const out: Errors = {};
  for (const p of problems) {
    const said = say(concept, p);
    if (p.pointer !== '') out[p.pointer] ??= said;
    else out[''] = out[''] ? `${out['']}\n${said}` : said;
  }
  return out;
};

/** What a message moves while a button is pressed would move it from under the pointer: the message waits. */
function afterPress(act: () => void) {
  if (!document.querySelector(':is(button, a, summary):active')) return act();
  window.addEventListener('pointerup', () => setTimeout(act), { once: true });
}

/** Takes the focus to the first input at a place or below it. */
export function focusOn(pointer: string) {
  requestAnimationFrame(() => {
    const box = document.getElementById(idOf(pointer));
    const input = box?.matches('input, select, textarea') ? box : (box?.querySelector<HTMLElement>('input, select, textarea, button') ?? box);
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  });
}

export const SUMMARY = 'entry-problems';
const focusOnSummary = () => requestAnimationFrame(() => document.getElementById(SUMMARY)?.focus());

/** A row that is being written: what is wrong shows at a field once it was left, and everywhere once it was to be saved. */
export function useEntry(concept: Concept, initial: Row) {
  const [row, setRow] = useState(initial);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Errors>({});
  const saved = useRef(initial);
  const problems = useMemo(() => checkRow(concept, row), [concept, row]);
  const found = useMemo(() => byPointer(concept, problems), [concept, problems]);
  // Nobody is told that something is missing while still on the way to it.
  const visible = tried ? found : byPointer(concept, problems.filter((p) => p.code !== 'required' && seen.has(p.pointer.split('/')[1]!)));
  const errors: Errors = { ...refused, ...visible };
  return {
    row, errors,
    dirty: JSON.stringify(row) !== JSON.stringify(saved.current),
    set(name: string, value: unknown) {
      setRow(({ [name]: _, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }));
      setRefused((r) => Object.fromEntries(Object.entries(r).filter(([pointer]) => pointer !== '' && pointer.split('/')[1] !== name)));
    },
    leave: (name: string) => afterPress(() => setSeen((s) => new Set(s).add(name))),
    reset(next: Row) { saved.current = next; setRow(next); setSeen(new Set()); setTried(false); setRefused({}); },
    /** Whether it may be sent; else the focus goes to the first fault. */
    check(): boolean {
      setTried(true);
      const first = concept.fields.flatMap((f) => Object.keys(found).filter((p) => p.split('/')[1] === f.name))[0];
      if (first) focusOn(first);
      else if (found['']) focusOnSummary();
      return !problems.length;
    },
    /** Puts what the API refused at the fields that it is about; what is left belongs to the row. */
    refuse(e: unknown): string {
      if (!(e instanceof ApiError) || !e.errors.length) return e instanceof Error ? e.message : String(e);
      setRefused(byPointer(concept, e.errors));
      const first = e.errors.find((p) => p.pointer !== '');
      if (first) focusOn(first.pointer);
      else focusOnSummary();
      return '';
    },
  };
}

export type Entry = ReturnType<typeof useEntry>;

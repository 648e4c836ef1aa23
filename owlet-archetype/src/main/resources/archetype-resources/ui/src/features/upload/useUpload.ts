import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { EngineClient, EngineError } from './client';
import { missingFields } from './match';
import { isLarge } from './large';
import { recall, remember } from './memory';
import { resolveReferences } from './references';
import { sendRows, takenRows, tally, type Outcome } from './send';
import { durable, runs, type Mode, type Run } from './store';
import type { UploadState } from '../../api/uploads';
import type { Choices, FileFacts, Fix, Mapping, Review, Targets } from './types';

export type Step = 'file' | 'match' | 'review' | 'send' | 'large';

const words = (e: unknown) => (e instanceof EngineError && e.code ? t.import.faults[e.code]?.(e.detail) : undefined) ?? (e instanceof Error ? e.message : String(e));

interface State {
  step: Step; busy: string | null; problem: string | null; file: File | null; left: UploadState | null; facts: FileFacts | null; choices: Choices; mapping: Mapping[];
  targets: Record<string, Targets>; review: Review | null; columns: string[]; mode: Mode; outcome: Outcome | null; sending: boolean; unfinished: { run: Run; outcome: Outcome } | null; kept: boolean;
}
const start: State = {
  step: 'file', busy: null, problem: null, file: null, left: null, facts: null, choices: {}, mapping: [], targets: {}, review: null, columns: [], mode: 'insert', outcome: null, sending: false, unfinished: null, kept: true,
};

/** The whole import as one piece of state; each step shows a part of it. The rows themselves stay in the worker. */
export function useUpload(concept: Concept) {
  const model = useModel();
  const client = useQueryClient();
  const [state, setState] = useState(start);
  const set = (change: Partial<State>) => setState((s) => ({ ...s, ...change }));
  const engine = useRef<EngineClient>(null);
  const abort = useRef<AbortController>(null);
  const run = useRef<Run>(null);
  const worker = () => (engine.current ??= new EngineClient());

  useEffect(() => {
    void (async () => {
      const kept = await durable();
      const left = await runs.of(concept.name).catch(() => undefined);
      const outcome = left && tally(await runs.sent(left));
      setState((s) => ({ ...s, kept, unfinished: left && outcome && outcome.created + outcome.updated < left.total ? { run: left, outcome } : null }));
    })();
    return () => { abort.current?.abort(); engine.current?.end(); engine.current = null; };
  }, [concept.name]);

  const attempt = async (busy: string, work: () => Promise<void>) => {
    set({ busy, problem: null });
    try { await work(); } catch (e) { set({ problem: words(e) }); } finally { set({ busy: null }); }
  };
  const open = (file: File, choices: Choices = {}, here = false) => attempt(t.import.reading(file.name), async () => {
    if (!here && (await isLarge(file))) return set({ file, left: null, step: 'large' });
    const facts = await worker().run('open', file, concept, choices, recall(concept));
    set({ file, choices, facts, mapping: facts.guess, outcome: null, review: null });
    run.current = null;
    // A file made from the template needs no questions.
    if (!facts.notes.length && facts.guess.every((m) => m.sure) && !facts.missing.length) await check(facts.guess); else set({ step: 'match' });
  });
  const check = async (mapping: Mapping[], fixes?: Run['fixes']) => {
    const targets = await resolveReferences(worker(), model, concept, mapping);
    const review = await worker().run('check', mapping, targets, fixes);
    set({ mapping, targets, review, columns: await worker().run('columns'), step: 'review' });
  };
  const fix = async (change: Fix) => {
    const review = await worker().run('fix', change);
    set({ review, columns: await worker().run('columns') });
  };
  const send = async () => {
    const { file, choices, mapping, mode, review } = state;
    run.current = { ...(run.current ?? { concept: concept.name, id: crypto.randomUUID(), file: file!, choices }), mapping, mode, fixes: await worker().run('fixes'), total: review!.rows - review!.skipped };
    await runs.keep(run.current);
    await go();
  };
  const go = async () => {
    abort.current = new AbortController();
    set({ step: 'send', sending: true });
    const outcome = await sendRows(worker(), concept, model.api.basePath, run.current!, abort.current.signal, (o) => set({ outcome: o }));
    set({ outcome, sending: false, review: await worker().run('refuse', outcome.refused) });
    void client.invalidateQueries({ queryKey: [concept.name] });
    if (!outcome.stopped && !outcome.failed && !outcome.refused.length) await runs.drop(run.current!);
  };
  /** Takes up an import that stopped, with the file, the columns and the corrections as they were. */
  const resume = () => attempt(t.import.checking, async () => {
    const { run: left, outcome } = state.unfinished!;
    run.current = left;
    const facts = await worker().run('open', left.file, concept, left.choices, {});
    set({ file: left.file, choices: left.choices, facts, mode: left.mode, unfinished: null, outcome });
    await check(left.mapping, left.fixes);
    const sent = await runs.sent(left);
    await worker().run('taken', takenRows(sent));
    await go();
  });
  const reopen = (change: Choices) => open(state.file!, { ...state.choices, ...change }, true);
  const assign = async (column: number, field: string | null, reading?: Mapping['reading']) => {
    const how = reading ?? (field ? await worker().run('reading', field, column) : {});
    setState((s) => ({ ...s, mapping: s.mapping.map((m) => (m.column === column ? { ...m, field, reading: how, sure: true } : field && m.field === field ? { ...m, field: null } : m)) }));
  };
  /** Back to the grid with only the rows that the server refused, its words at the cells. */
  const fixRefused = async () => {
    await fix({ kind: 'keep', rows: state.outcome!.refused.map((r) => r.row) });
    set({ step: 'review', review: await worker().run('refuse', state.outcome!.refused) });
  };
  return {
    ...state, missing: missingFields(concept, state.mapping), engine: worker, open, fix, send, resume, reopen, assign, fixRefused, goOn: go,
    check: () => attempt(t.import.checking, async () => { remember(concept, state.facts!.headers, state.mapping); await check(state.mapping); }),
    /** Goes on with an upload that waits for its file, or follows one that is being read. */
    takeUp: (left: UploadState, file: File | null) => set({ left, file, step: 'large', problem: null }),
    stop: () => abort.current?.abort(),
    setMode: (mode: Mode) => set({ mode }),
    setStep: (step: Step) => set({ step, problem: null }),
    discard: async () => { if (state.unfinished) await runs.drop(state.unfinished.run); set({ unfinished: null }); },
    restart: async () => { if (run.current) await runs.drop(run.current); run.current = null; setState((s) => ({ ...start, kept: s.kept })); },
  };
}

export type Upload = ReturnType<typeof useUpload>;

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/client';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { begin, deliver, isBinary, look, undo, type Ticket, type UploadState } from './large';
import type { Mode } from './store';

const POLL = 900;

/** An upload from its first byte to its report. */
export function useLarge(concept: Concept, file: File) {
  const base = `${useModel().api.basePath}/${concept.path}`;
  const client = useQueryClient();
  const [phase, setPhase] = useState<'idle' | 'sending' | 'reading'>('idle');
  const [share, setShare] = useState(0);
  const [state, setState] = useState<UploadState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const [binary, setBinary] = useState(false);
  const ticket = useRef<Ticket>(null);
  const abort = useRef<AbortController>(null);
  useEffect(() => { void isBinary(file).then(setBinary); return () => abort.current?.abort(); }, [file]);

  const fresh = () => client.invalidateQueries({ queryKey: [concept.name] });

  /** What was begun goes on where it was: parts that arrived are not sent again. */
  const start = async (mode: Mode) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setProblem(null); setCancelled(false); setState(null); setPhase('sending');
    try {
      if (!ticket.current) ticket.current = await begin(base, file, mode);
      else {
        const now = await look(base, ticket.current.id);
        if (now.parts) ticket.current = { ...ticket.current, parts: now.parts };
        if (now.status !== 'waiting') ticket.current = { id: ticket.current.id };
      }
      await deliver(ticket.current, file, signal, setShare);
      setPhase('reading');
      await follow(ticket.current.id, signal);
    } catch (e) {
      if (!signal.aborted) setProblem(e instanceof ApiError && (e.status === 404 || e.status === 405) ? t.import.noUploads : e instanceof Error ? e.message : String(e));
    }
    setPhase('idle');
  };
  const follow = async (id: string, signal: AbortSignal) => {
    while (!signal.aborted) {
      const now = await look(base, id);
      setState(now);
      if (now.status === 'failed') ticket.current = null;
      if (now.status === 'done' || now.status === 'failed') return void fresh();
      await new Promise((go) => setTimeout(go, POLL));
    }
  };
  const cancel = async () => {
    abort.current?.abort();
    if (ticket.current) await undo(base, ticket.current.id).catch(() => undefined);
    ticket.current = null;
    setShare(0); setCancelled(true); setPhase('idle');
  };
  const revert = async () => {
    await undo(base, state!.id);
    setState(await look(base, state!.id));
    void fresh();
  };
  return { phase, share, state, problem: problem ?? (abort.current?.signal.aborted && ticket.current ? t.import.stopped : null), cancelled, binary, canContinue: !!ticket.current, start, cancel, revert, pause: () => abort.current?.abort() };
}

export type Large = ReturnType<typeof useLarge>;

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/client';
import { begin, complete, look, withdraw, type Ticket, type UploadState } from '../../api/uploads';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { deliver } from './deliver';
import { isBinary } from './large';
import { lockOf, mark } from './marks';
import { Patience } from './patience';
import type { Mode } from './store';

const POLL = 900, SLOW = 3000, OFTEN = 20;

export type Phase = 'idle' | 'sending' | 'reading' | 'stopping';
interface State { phase: Phase; sent: number; lost?: number; upload?: UploadState; problem?: string; paused: boolean; cancelled: boolean; binary: boolean }

/** An upload from its first byte to its report; or from where it was left. */
export function useLarge(concept: Concept, file: File | null, left: UploadState | null) {
  const base = `${useModel().api.basePath}/${concept.path}`;
  const client = useQueryClient();
  const [state, setState] = useState<State>({ phase: 'idle', sent: 0, upload: left ?? undefined, paused: false, cancelled: false, binary: false });
  const set = (change: Partial<State>) => setState((s) => ({ ...s, ...change }));
  const ticket = useRef<Ticket | null>(left);
  const abort = useRef<AbortController>(null);
  const patience = useRef<Patience>(null);

  const fresh = () => void client.invalidateQueries({ queryKey: [concept.name] });

  /** What was begun goes on where it was: parts that arrived are not sent again. */
  const start = async (mode: Mode) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    const waits = (patience.current = new Patience(signal, (lost) => set({ lost })));
    set({ phase: left && left.status !== 'waiting' ? 'reading' : 'sending', problem: undefined, paused: false, cancelled: false, upload: undefined });
    try {
      let open: Ticket & { status?: string };
      if (ticket.current) open = await waits.until(() => look(base, ticket.current!.id, signal));
      else {
        open = await begin(base, file!, mode);
        // Called off before it was known by what name.
        if (signal.aborted) return void (await withdraw(base, open.id));
        ticket.current = open;
        mark(open.id, file!);
      }
      const wanting = (open.status ?? 'waiting') === 'waiting';
      if (!file && wanting && open.parts?.length === 0) await waits.until(() => complete(open, [], signal));
      if (file && wanting) {
        await navigator.locks.request(lockOf(open.id), { ifAvailable: true }, async (lock) => {
          if (!lock) throw new Error(t.import.otherTab);
          await deliver(open, { base, file, signal, patience: waits, sent: (sent) => set({ sent, lost: undefined }) });
        });
      }
      set({ phase: 'reading' });
      await follow(open.id, signal, waits);
    } catch (e) {
      if (!signal.aborted) set({ phase: 'idle', problem: e instanceof ApiError && (e.status === 404 || e.status === 405) ? t.import.noUploads : e instanceof Error ? e.message : String(e) });
    }
  };
  const follow = async (id: string, signal: AbortSignal, waits: Patience) => {
    for (let asked = 1; !signal.aborted; asked++) {
      const upload = await waits.until(() => look(base, id, signal));
      set({ upload });
      if (upload.status === 'done' || upload.status === 'failed') {
        if (upload.status === 'failed') ticket.current = null;
        set({ phase: 'idle', cancelled: !!upload.cancelled });
        return fresh();
      }
      await new Promise((go) => setTimeout(go, asked < OFTEN ? POLL : SLOW));
    }
  };
  /** Of what is being read, the end is waited for: it stops, or it was done before. */
  const cancel = async () => {
    const id = ticket.current?.id;
    const reading = state.phase === 'reading';
    if (reading) set({ phase: 'stopping' }); else abort.current?.abort();
    try {
      if (id) await withdraw(base, id);
      if (reading) return;
      ticket.current = null;
      set({ phase: 'idle', cancelled: true, sent: 0, lost: undefined, problem: undefined, paused: false });
      fresh();
    } catch (e) { set({ phase: reading ? 'reading' : 'idle', problem: e instanceof Error ? e.message : String(e) }); }
  };
  const pause = () => { abort.current?.abort(); set({ phase: 'idle', paused: true, lost: undefined }); };
  const revert = async () => {
    await withdraw(base, state.upload!.id);
    set({ upload: await look(base, state.upload!.id) });
    fresh();
  };
  useEffect(() => {
    if (file) void isBinary(file).then((binary) => set({ binary }));
    if (left) void start('insert');
    return () => abort.current?.abort();
  }, [file, left]);
  return { ...state, base, canContinue: !!ticket.current && !!file, start, cancel, revert, pause, tryNow: () => patience.current?.wake() };
}

export type Large = ReturnType<typeof useLarge>;

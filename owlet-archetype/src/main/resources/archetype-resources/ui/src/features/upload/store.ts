import type { KeptFixes } from './fixes';
import type { Choices, Mapping, Refusal } from './types';

/** An import under way: enough to take it up again after the page was closed. */
export interface Run { concept: string; id: string; file: File; choices: Choices; mapping: Mapping[]; fixes: KeptFixes; mode: Mode; total: number }
export type Mode = 'insert' | 'upsert';

/** A part of the file that was or is being sent. It is written down before it goes out, and its key makes a repetition harmless. */
export interface Sent { run: string; n: number; key: string; rows: number[]; body?: string; answer?: { created: number; updated: number; refused: Refusal[] } }

const NAME = 'owlet.imports';
let opening: Promise<IDBDatabase | null> | undefined;

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((done) => {
    try {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore('runs', { keyPath: 'concept' });
        asked.result.createObjectStore('sent', { keyPath: ['run', 'n'] });
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done(null);
    } catch { done(null); }
  });
  return opening;
}

/** False when this browser keeps nothing: then a stopped import can be taken up only while the page is open. */
export const durable = async () => (await open()) !== null;

const memory = { runs: new Map<string, Run>(), sent: new Map<string, Sent[]>() };

async function act<T>(store: 'runs' | 'sent', mode: IDBTransactionMode, work: (s: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const db = await open();
  if (!db) return undefined;
  return new Promise((done, fail) => {
    const t = db.transaction(store, mode);
    const asked = work(t.objectStore(store));
    t.oncomplete = () => done(asked.result);
    t.onerror = t.onabort = () => fail(t.error ?? new Error('the browser could not keep the import'));
  });
}

const all = (run: string) => IDBKeyRange.bound([run, 0], [run, Infinity]);

export const runs = {
  async keep(run: Run) { memory.runs.set(run.concept, run); await act('runs', 'readwrite', (s) => s.put(run)); },
  async of(concept: string): Promise<Run | undefined> { return memory.runs.get(concept) ?? act<Run>('runs', 'readonly', (s) => s.get(concept)); },
  async drop(run: Run) {
    memory.runs.delete(run.concept);
    memory.sent.delete(run.id);
    await act('runs', 'readwrite', (s) => s.delete(run.concept));
    await act('sent', 'readwrite', (s) => s.delete(all(run.id)));
  },
  async note(sent: Sent) {
    memory.sent.set(sent.run, [...(memory.sent.get(sent.run) ?? []).filter((one) => one.n !== sent.n), sent]);
    await act('sent', 'readwrite', (s) => s.put(sent));
  },
  async forget(sent: Sent) {
    memory.sent.set(sent.run, (memory.sent.get(sent.run) ?? []).filter((one) => one.n !== sent.n));
    await act('sent', 'readwrite', (s) => s.delete([sent.run, sent.n]));
  },
  async sent(run: Run): Promise<Sent[]> { return memory.sent.get(run.id) ?? (await act<Sent[]>('sent', 'readonly', (s) => s.getAll(all(run.id)))) ?? []; },
};

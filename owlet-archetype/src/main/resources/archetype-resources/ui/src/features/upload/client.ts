import { trusted } from '../../config/trusted';
import type { Tasks } from './engine.worker';
import workerUrl from './engine.worker.ts?worker&url';

/** What went wrong in the worker, by a code that the texts know. */
export class EngineError extends Error {
  constructor(readonly code: string | undefined, readonly detail: string) { super(detail || code); }
}

/** The worker as functions. A file of 100,000 rows must not freeze the page. */
export class EngineClient {
  private readonly worker = new Worker(trusted(workerUrl), { type: 'module' });
  private readonly waiting = new Map<number, { done: (answer: never) => void; fail: (e: Error) => void }>();
  private last = 0;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<{ id: number; answer?: never; fault?: { code?: string; detail: string } }>) => {
      const one = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.fault) one?.fail(new EngineError(data.fault.code, data.fault.detail)); else one?.done(data.answer as never);
    };
    this.worker.onerror = (e) => {
      for (const one of this.waiting.values()) one.fail(new EngineError(undefined, e.message));
      this.waiting.clear();
    };
  }

  run<T extends keyof Tasks>(task: T, ...input: Parameters<Tasks[T]>): Promise<Awaited<ReturnType<Tasks[T]>>> {
    const id = ++this.last;
    return new Promise((done, fail) => {
      this.waiting.set(id, { done: done as (answer: never) => void, fail });
      this.worker.postMessage({ id, task, input });
    });
  }

  end() { this.worker.terminate(); }
}

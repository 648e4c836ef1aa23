import { ApiError, request, type FieldProblem } from '../../api/client';
import type { Concept } from '../../model/types';
import type { EngineClient } from './client';
import { runs, type Run, type Sent } from './store';
import type { Refusal } from './types';

interface BatchAnswer { created: number; updated: number; rejected: { index: number; errors: FieldProblem[] }[] }

/** How far an import is. */
export interface Outcome { created: number; updated: number; refused: Refusal[]; rows: number; seconds: number; stopped: boolean; failed?: string }

export const nothing = (): Outcome => ({ created: 0, updated: 0, refused: [], rows: 0, seconds: 0, stopped: false });

export function tally(sent: Sent[]): Outcome {
  const out = nothing();
  const refused = new Map<number, Refusal>();
  for (const { rows, answer } of sent) {
    if (!answer) continue;
    out.created += answer.created;
    out.updated += answer.updated;
    for (const row of rows) refused.delete(row);
    for (const r of answer.refused) refused.set(r.row, r);
  }
  out.refused = [...refused.values()].sort((a, b) => a.row - b.row);
  out.rows = out.created + out.updated + out.refused.length;
  return out;
}

/** Rows that the server has, and that are therefore not sent again. */
export const takenRows = (sent: Sent[]): number[] => sent.flatMap(({ rows, answer }) => {
  if (!answer) return [];
  const refused = new Set(answer.refused.map((r) => r.row));
  return rows.filter((row) => !refused.has(row));
});

/** Refused for good as a whole: nothing of it was saved, and the same again would be refused again. */
const refusedWhole = (e: unknown) => e instanceof ApiError && [400, 403, 404, 405, 413, 415, 422].includes(e.status);

/**
 * Sends what is ready in parts that the server bears. First, what was under way when the import stopped: with its key, the
 * server answers it as it did the first time, whether or not that answer arrived. So nothing is lost, and nothing is saved twice.
 */
export async function sendRows(engine: EngineClient, concept: Concept, basePath: string, run: Run, signal: AbortSignal, progress: (o: Outcome) => void): Promise<Outcome> {
  const started = performance.now();
  const limit = concept.operations.import!;
  let all = await runs.sent(run);
  const finish = (more: Partial<Outcome>) => ({ ...tally(all), ...more, seconds: (performance.now() - started) / 1000 });
  const post = async (part: Sent) => {
    const { data } = await request<BatchAnswer>('POST', `${basePath}/${concept.path}/batch`, {
      body: new Blob([part.body!]), headers: { 'content-type': 'application/json', 'idempotency-key': part.key }, signal,
    });
    const refused = data.rejected.map((r) => ({ row: part.rows[r.index]!, errors: r.errors }));
    const done: Sent = { ...part, body: undefined, answer: { created: data.created, updated: data.updated, refused } };
    await runs.note(done);
    all = [...all.filter((one) => one.n !== part.n), done];
    await engine.run('taken', takenRows([done]));
    progress(finish({}));
  };
  let part: Sent | undefined;
  try {
    for (part of all.filter((one) => !one.answer)) await post(part);
    for (let from = 0; ;) {
      if (signal.aborted) return finish({ stopped: true });
      const chunk = await engine.run('chunk', from, run.mode, limit.maxRows, limit.maxBytes);
      if (!chunk.rows.length) return finish({});
      from = chunk.next;
      part = { run: run.id, n: 1 + all.reduce((most, one) => Math.max(most, one.n), 0), key: crypto.randomUUID(), rows: chunk.rows, body: chunk.body };
      await runs.note(part);
      all = [...all, part];
      await post(part);
    }
  } catch (e) {
    if (part && refusedWhole(e)) { await runs.forget(part); all = all.filter((one) => one.n !== part!.n); }
    return signal.aborted ? finish({ stopped: true }) : finish({ failed: e instanceof Error ? e.message : String(e) });
  }
}

import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { request } from '../../api/client';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { keyPath, rowId, rowTitle } from '../../model/concept';
import { formatCount } from '../../model/format';
import type { Concept, Row } from '../../model/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/toast';

/** So many at once: each is a commit, and commits of one table follow each other anyway. */
const TOGETHER = 3;

interface Asked { rows: Row[]; done: () => void }

/** Deletes rows after asking, tells what stayed and why, and brings back what went when that is asked for. */
export function useDeletion(concept: Concept): { ask: (rows: Row[], done: () => void) => void; dialog: ReactNode } {
  const base = `${useModel().api.basePath}/${concept.path}`;
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: [concept.name] });

  const restore = async (rows: Row[]) => {
    try {
      const { data } = await request<{ created: number; rejected: { errors: { message: string }[] }[] }>('POST', `${base}/batch`, { body: { mode: 'insert', rows }, headers: { 'idempotency-key': crypto.randomUUID() } });
      if (data.created) toast('good', t.records.restored);
      const [why] = data.rejected;
      if (why) toast('bad', why.errors.map((e) => e.message).join(', '));
    } catch (e) {
      toast('bad', e instanceof Error ? e.message : String(e));
    }
    await refresh();
  };

  const run = async ({ rows, done }: Asked) => {
    setBusy(true);
    const gone: Row[] = [];
    const stayed: string[] = [];
    const queue = [...rows];
    const worker = async () => {
      for (let row = queue.shift(); row; row = queue.shift()) {
        const { _version, ...one } = row;
        await request('DELETE', `${base}/${keyPath(rowId(concept, one))}`).then(() => gone.push(one), (e: Error) => stayed.push(e.message));
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, worker));
    setBusy(false);
    setAsked(undefined);
    done();
    await refresh();
    if (gone.length) toast('good', t.records.deleted(gone.length === 1 ? rowTitle(concept, gone[0]!) : t.common.rows(formatCount(gone.length), false)), { label: t.common.undo, run: () => void restore(gone) });
    if (stayed.length) toast('bad', `${t.records.notDeleted(formatCount(stayed.length))}: ${stayed[0]}`);
  };

  const what = asked && (asked.rows.length === 1 ? rowTitle(concept, asked.rows[0]!) : t.common.rows(formatCount(asked.rows.length), false));
  const dialog = asked && (
    <Dialog title={t.records.deleteAsk(what!)} close={() => !busy && setAsked(undefined)} actions={<><Button disabled={busy} onClick={() => setAsked(undefined)}>{t.common.cancel}</Button><Button look="danger" busy={busy} onClick={() => void run(asked)}>{t.common.delete}</Button></>}>
      <p>{t.records.deleteText}</p>
    </Dialog>
  );
  return { ask: (rows, done) => setAsked({ rows, done }), dialog };
}

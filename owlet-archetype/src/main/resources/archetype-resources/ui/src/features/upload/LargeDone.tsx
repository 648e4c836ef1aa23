import { Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { fetchRejects, type UploadState } from '../../api/uploads';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/states';
import { DoneView } from './DoneView';
import type { Large } from './useLarge';

export function LargeDone({ concept, state, large, again }: { concept: Concept; state: UploadState; large: Large; again: () => void }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const revert = async () => {
    setAsking(false);
    try { await large.revert(); } catch (e) { setProblem(e instanceof Error ? e.message : String(e)); }
  };
  const assumed = [...(state.assumed ?? []), ...(state.unmapped?.length ? [t.import.unmapped(state.unmapped.join(', '))] : [])];
  const lines = (state.errors ?? []).flatMap((r) => r.errors.map((e) => ({ ...e, row: r.row })));
  return (
    <>
      <DoneView concept={concept} created={state.created ?? 0} updated={state.updated ?? 0} refused={state.rejected ?? 0} lines={lines} failed={problem ?? undefined}
        notes={<>
          {state.undone && <Notice>{t.import.undone}</Notice>}
          {assumed.length > 0 && <Notice title={t.import.assumed}>{assumed.map((s) => <p key={s}>{s}</p>)}</Notice>}
        </>}
        actions={<>
          {state.rejects && (state.rejected ?? 0) > 0 && <Button icon={<Download size={15} />} onClick={() => void fetchRejects(large.base, state.id)}>{t.import.downloadRejects}</Button>}
          {!state.undone && (state.accepted ?? 0) > 0 && <Button icon={<Undo2 size={15} />} onClick={() => setAsking(true)}>{t.import.undo}</Button>}
          <Button look="quiet" onClick={again}>{t.import.another}</Button>
        </>} />
      {asking && (
        <Dialog title={t.import.undoAsk} close={() => setAsking(false)} actions={<>
          <Button onClick={() => setAsking(false)}>{t.common.cancel}</Button>
          <Button look="danger" onClick={() => void revert()}>{t.common.undo}</Button>
        </>}>{t.import.undoText}</Dialog>
      )}
    </>
  );
}

import { useState } from 'react';
import { withdraw } from '../../api/uploads';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/states';
import { toast } from '../../ui/toast';

/** Takes an upload back, in one reverse commit; the API refuses with a sentence when its rows were changed since. */
export function UndoDialog({ concept, upload, close, done }: { concept: Concept; upload: string; close: () => void; done: () => void }) {
  const { api } = useModel();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const undo = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await withdraw(`${api.basePath}/${concept.path}`, upload);
      toast('good', t.history.undone);
      done();
      close();
    } catch (e) {
      setRefused(e instanceof Error ? e.message : String(e));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t.history.undoAsk} close={() => !busy && close()} actions={<><Button disabled={busy} onClick={close}>{t.common.cancel}</Button><Button look="primary" busy={busy} onClick={() => void undo()}>{t.history.undo}</Button></>}>
      <p>{t.history.undoText}</p>
      {refused && <Notice bad>{refused}</Notice>}
    </Dialog>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldValue } from '../../fields/FieldValue';
import { t } from '../../i18n/text';
import { relativeTime } from '../../model/format';
import type { Concept, Field, Row } from '../../model/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/toast';
import { useFieldSave } from './save';
import css from './ConflictDialog.module.css';

/** Two people changed the same field of the same row. */
export interface Conflict { field: Field; before: Row; theirs: Row; mine: unknown }

export function ConflictDialog({ concept, conflict, close, again }: { concept: Concept; conflict: Conflict; close: () => void; again: (conflict: Conflict) => void }) {
  const { field, before, theirs, mine } = conflict;
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const save = useFieldSave(concept);
  const keepTheirs = () => {
    void client.invalidateQueries({ queryKey: [concept.name] });
    close();
  };
  const keepMine = async () => {
    setBusy(true);
    try {
      const next = await save(field, theirs, mine);
      if (next) return again(next);
      toast('good', t.records.changed(field.label));
      close();
    } catch (e) {
      toast('bad', e instanceof Error ? e.message : String(e));
    } finally {
      setBusy(false);
    }
  };
  const line = (label: string, value: unknown, row?: Row) => <div className={css.line}><dt>{label}</dt><dd><FieldValue field={field} value={value} row={row} /></dd></div>;
  return (
    <Dialog title={t.records.conflict} close={keepTheirs} actions={<><Button onClick={keepTheirs}>{t.records.keepTheirs}</Button><Button look="primary" busy={busy} onClick={() => void keepMine()}>{t.records.keepYours}</Button></>}>
      <p className={css.text}>{t.records.conflictBy(String(theirs._updated_by ?? '?'), theirs._updated_at ? relativeTime(String(theirs._updated_at)) : '', field.label)}</p>
      <dl className={css.lines}>
        {line(t.records.before, before[field.name], before)}
        {line(t.records.theirs, theirs[field.name], theirs)}
        {line(t.records.yours, mine)}
      </dl>
    </Dialog>
  );
}

import { useState } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../../api/client';
import { useSave } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { FieldValue } from '../../fields/FieldValue';
import { t } from '../../i18n/text';
import { rowTitle, writable } from '../../model/concept';
import type { Concept, Row } from '../../model/types';
import { Button, ButtonLink } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/states';
import { toast } from '../../ui/toast';
import { Actions } from './Actions';
import { EntryForm } from './EntryForm';
import { Frame } from './Frame';
import { useEntry } from './useEntry';
import css from './EntryPage.module.css';

interface Props { concept: Concept; id: string; loaded: Row; etag?: string }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what may be written, as it is now. */
const editable = (c: Concept, row: Row): Row => Object.fromEntries(writable(c).filter((f) => row[f.name] !== undefined).map((f) => [f.name, row[f.name]]));

/** A JSON Merge Patch (RFC 7396): what differs, null for what is gone. Of shapes, all parts. */
export function patchOf(c: Concept, before: Row, after: Row): Row {
  const patch: Row = {};
  for (const { name, type } of writable(c)) {
    if (same(before[name], after[name])) continue;
    const gone = type === 'shape' && after[name] ? Object.fromEntries(Object.keys((before[name] ?? {}) as Row).map((k) => [k, null])) : {};
    patch[name] = after[name] === undefined ? null : type === 'shape' ? { ...gone, ...(after[name] as Row) } : after[name];
  }
  return patch;
}

export function EditRow({ concept, id, loaded, etag }: Props) {
  const [base, setBase] = useState<{ row: Row; etag?: string }>({ row: loaded, etag });
  const [titles] = useState(loaded);
  const entry = useEntry(concept, editable(concept, loaded));
  const save = useSave(concept);
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState('');
  const [theirs, setTheirs] = useState<{ row: Row; etag?: string } | null>(null);

  const send = async (tag: string | undefined, before: Row) => {
    setProblem('');
    if (!entry.check()) return;
    try {
      const { data } = await save.mutateAsync({ id, row: patchOf(concept, editable(concept, before), entry.row), etag: tag });
      toast('good', t.form.saved(rowTitle(concept, data)));
      navigate(pathOf(concept));
    } catch (e) {
      if (e instanceof ApiError && e.status === 412 && e.current) setTheirs({ row: e.current, etag: e.etag });
      else setProblem(entry.refuse(e));
    }
  };
  return (
    <Frame concept={concept} title={t.form.edit(rowTitle(concept, loaded))} dirty={entry.dirty}>
      <EntryForm concept={concept} entry={{ ...entry, row: { ...titlesOf(titles), ...entry.row } }} keyFixed onSubmit={() => void send(base.etag, base.row)}>
        {problem && <Notice bad title={t.common.failed}>{problem}</Notice>}
        <Actions busy={save.isPending}><ButtonLink look="quiet" href={pathOf(concept)}>{t.common.cancel}</ButtonLink></Actions>
      </EntryForm>
      {theirs && (
        <Dialog wide title={t.records.conflict} close={() => setTheirs(null)} actions={<>
          <Button onClick={() => { entry.reset(editable(concept, theirs.row)); setBase(theirs); setTheirs(null); }}>{t.records.keepTheirs}</Button>
          <Button look="primary" onClick={() => { const now = theirs; setBase(now); setTheirs(null); void send(now.etag, now.row); }}>{t.records.keepYours}</Button>
        </>}>
          <p>{t.records.conflictText}</p>
          <div className={css.gap} />
          <Differences concept={concept} theirs={theirs.row} yours={entry.row} />
        </Dialog>
      )}
    </Frame>
  );
}

const titlesOf = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => name.endsWith('$title')));

function Differences({ concept, theirs, yours }: { concept: Concept; theirs: Row; yours: Row }) {
  return (
    <div className={css.conflict}>
      <span className={css.head} /><span className={css.head}>{t.records.theirs}</span><span className={css.head}>{t.records.yours}</span>
      {writable(concept).filter((f) => !same(theirs[f.name], yours[f.name])).flatMap((f) => [
        <span key={`${f.name} label`}>{f.label}</span>,
        <span key={`${f.name} theirs`}><FieldValue field={f} value={theirs[f.name]} row={theirs} /></span>,
        <span key={`${f.name} yours`}><FieldValue field={f} value={yours[f.name]} row={yours} /></span>,
      ])}
    </div>
  );
}

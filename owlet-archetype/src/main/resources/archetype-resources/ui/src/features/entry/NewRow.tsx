import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useSave } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { t } from '../../i18n/text';
import { rowTitle } from '../../model/concept';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/states';
import { toast } from '../../ui/toast';
import { Actions } from './Actions';
import { keepDraft, readDraft } from './draft';
import { EntryForm, FORM } from './EntryForm';
import { Frame } from './Frame';
import { emptyRow, useEntry } from './useEntry';
import css from './EntryPage.module.css';

export function NewRow({ concept }: { concept: Concept }) {
  const [draft] = useState(() => readDraft(concept));
  const [hadDraft, setHadDraft] = useState(draft !== null);
  const entry = useEntry(concept, draft ?? emptyRow(concept));
  const save = useSave(concept);
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState('');
  /** The same attempt, however often it is sent: one row. A changed one is another attempt. */
  const attempt = useRef({ row: '', key: '' });
  const more = useRef(false);
  const { row, dirty } = entry;
  useEffect(() => keepDraft(concept, dirty ? row : null), [concept, row, dirty]);

  const submit = async () => {
    setProblem('');
    if (!entry.check()) return;
    const text = JSON.stringify(row);
    if (attempt.current.row !== text) attempt.current = { row: text, key: crypto.randomUUID() };
    try {
      const { data } = await save.mutateAsync({ row, once: attempt.current.key });
      keepDraft(concept, null);
      toast('good', t.form.saved(rowTitle(concept, data)));
      attempt.current = { row: '', key: '' };
      if (!more.current) return navigate(pathOf(concept));
      entry.reset(emptyRow(concept));
      document.querySelector<HTMLElement>(`#${FORM} input, #${FORM} select, #${FORM} textarea`)?.focus();
    } catch (e) { setProblem(entry.refuse(e)); }
  };
  return (
    <Frame concept={concept} title={t.form.new(concept.label.one.toLowerCase())} dirty={dirty}>
      {hadDraft && <><Notice>{t.form.draft} <Button small look="quiet" onClick={() => { entry.reset(emptyRow(concept)); setHadDraft(false); }}>{t.form.discard}</Button></Notice><div className={css.gap} /></>}
      <EntryForm concept={concept} entry={entry} keyFixed={false} onSubmit={() => void submit()}>
        {problem && <Notice bad title={t.common.failed}>{problem}</Notice>}
        <Actions busy={save.isPending} onSave={() => { more.current = false; }}>
          <Button type="submit" disabled={save.isPending} onClick={() => { more.current = true; }}>{t.form.saveNext}</Button>
        </Actions>
      </EntryForm>
    </Frame>
  );
}

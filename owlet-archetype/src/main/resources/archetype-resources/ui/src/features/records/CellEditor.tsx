import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ApiError } from '../../api/client';
import { FieldInput } from '../../fields/FieldInput';
import { t } from '../../i18n/text';
import { checkField, type Problem } from '../../model/check';
import { say } from '../../model/say';
import type { Concept, Field, Row } from '../../model/types';
import { toast } from '../../ui/toast';
import type { Conflict } from './ConflictDialog';
import { useFieldSave } from './save';
import css from './DataTable.module.css';

interface Props { concept: Concept; field: Field; row: Row; stop: (refocus: boolean) => void; onConflict: (conflict: Conflict) => void }

/** Choosing is saving; what is typed is saved by Enter or by leaving, and left as it was by Escape. */
const CHOSEN = new Set(['enum', 'reference', 'boolean']);

const said = (concept: Concept, problem: Problem | undefined) => problem && say(concept, problem);

export default function CellEditor({ concept, field, row, stop, onConflict }: Props) {
  const old = row[field.name];
  const [value, setValue] = useState<unknown>(old);
  const [fault, setFault] = useState<string>();
  const save = useFieldSave(concept);
  const latest = useRef(value);
  const busy = useRef(false);
  const holder = useRef<HTMLDivElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const pointer = `/${field.name}`;
  useEffect(() => {
    if (fault) bubble.current?.showPopover({ source: holder.current! });
  }, [fault]);

  const commit = async (refocus: boolean) => {
    if (busy.current) return;
    const next = latest.current;
    if (JSON.stringify(next) === JSON.stringify(old)) return stop(refocus);
    const wrong = next === undefined && field.required ? t.records.needed : said(concept, checkField(field, next)[0]);
    if (wrong) return setFault(wrong);
    busy.current = true;
    try {
      const conflict = await save(field, row, next);
      if (conflict) onConflict(conflict);
      else toast('good', t.records.changed(field.label), { label: t.common.undo, run: () => void save(field, { ...row, [field.name]: next }, old).then((c) => c && onConflict(c), (e: Error) => toast('bad', e.message)) });
      stop(refocus && !conflict);
    } catch (e) {
      const own = e instanceof ApiError ? e.errors.find((one) => one.pointer.split('/')[1] === field.name) : undefined;
      setFault(said(concept, own) ?? (e instanceof Error ? e.message : String(e)));
    } finally {
      busy.current = false;
    }
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Escape') { e.stopPropagation(); stop(true); }
    if (e.key === 'Enter') { e.preventDefault(); e.stopPropagation(); void commit(true); }
  };
  const change = (v: unknown) => {
    setValue(v);
    setFault(undefined);
    latest.current = v;
    if (CHOSEN.has(field.type)) void commit(true);
  };
  return (
    <div ref={holder} className={css.editor} onKeyDown={onKeyDown} role="group" aria-label={t.records.editCell(field.label)}>
      <FieldInput field={field} value={value} row={row} pointer={pointer} errors={fault ? { [pointer]: fault } : {}} bare autoFocus onBlur={() => void commit(false)} onChange={change} />
      {fault && <span ref={bubble} popover="manual" role="alert" className={css.fault}>{fault}</span>}
    </div>
  );
}

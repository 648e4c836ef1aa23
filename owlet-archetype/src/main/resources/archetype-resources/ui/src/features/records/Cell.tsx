import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { FieldValue } from '../../fields/FieldValue';
import { t } from '../../i18n/text';
import { isNumeric, keyFields, rowTitle } from '../../model/concept';
import { formatValue } from '../../model/format';
import type { Concept, Field, Row } from '../../model/types';
import type { Conflict } from './ConflictDialog';
import { inPlace } from './inPlace';
import css from './DataTable.module.css';

const CellEditor = lazy(() => import('./CellEditor'));

interface Props {
  concept: Concept;
  field: Field;
  row: Row;
  r: number;
  c: number;
  edits: boolean;
  inTabOrder: boolean;
  onFocus: () => void;
  onConflict: (conflict: Conflict) => void;
  /** Only the first cell: it names the row, and opens it. */
  open?: () => void;
}

export function Cell({ concept, field, row, r, c, edits, inTabOrder, onFocus, onConflict, open }: Props) {
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLTableCellElement>(null);
  const editable = edits && inPlace(concept, field);
  const stop = (refocus: boolean) => {
    setEditing(false);
    if (refocus) requestAnimationFrame(() => box.current?.focus());
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.target !== box.current || (e.key !== 'Enter' && e.key !== 'F2')) return;
    e.preventDefault();
    if (open && e.key === 'Enter') open();
    else if (editable) setEditing(true);
  };
  const value = row[field.name];
  const key = keyFields(concept).includes(field.name);
  const shown = key && field.type === 'integer' ? <>{String(value)}</> : <Shown field={field} value={value} row={row} />;
  return (
    <td ref={box} role="gridcell" className={css.cell} data-r={r} data-c={c} data-num={isNumeric(field) || undefined} data-first={c === 0 || undefined} data-editing={editing || undefined} aria-readonly={!editable}
      tabIndex={editing ? undefined : inTabOrder ? 0 : -1} onFocus={onFocus} onKeyDown={onKeyDown} onDoubleClick={() => editable && setEditing(true)}>
      {editing ? <Suspense fallback={shown}><CellEditor concept={concept} field={field} row={row} stop={stop} onConflict={onConflict} /></Suspense>
        : open ? <button type="button" className={css.title} tabIndex={-1} aria-label={t.records.open(rowTitle(concept, row))} onClick={open}>{shown}</button>
        : <span className={css.value} title={long(field, value)}>{shown}</span>}
    </td>
  );
}

const LONG = 28;

function long(field: Field, value: unknown): string | undefined {
  if (field.type !== 'string' && field.type !== 'text' && field.type !== 'markdown' && field.type !== 'shape' && field.type !== 'list') return undefined;
  const text = formatValue(field, value);
  return text.length > LONG ? text : undefined;
}

/** One line, whatever the type. */
function Shown({ field, value, row }: { field: Field; value: unknown; row: Row }) {
  if (value === undefined || value === null || value === '') return <span className={css.absent} aria-hidden>–</span>;
  if (field.type === 'list') return <span className={css.tags}>{(value as unknown[]).map((v, i) => <span key={i} className={css.tag}>{formatValue(field.items!, v)}</span>)}</span>;
  if (['shape', 'text', 'markdown', 'json', 'file', 'string'].includes(field.type)) return <>{formatValue(field, value)}</>;
  return <FieldValue field={field} value={value} row={row} unit={false} />;
}

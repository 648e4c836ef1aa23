import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import type { Concept, Field } from '../../model/types';
import { GridLine } from './GridLine';
import { leaves } from './leaves';
import type { View } from './types';
import { useRows } from './useRows';
import type { Upload } from './useUpload';
import css from './ReviewGrid.module.css';

const ROW = 34;
const OVER = 10;
/** Rows by which the drawn part moves on: scrolling by a few pixels draws nothing anew. */
const STRIDE = 8;

/** Draws only the rows in sight: 100,000 rows scroll like 100. */
export function ReviewGrid({ concept, up, view }: { concept: Concept; up: Upload; view: View }) {
  const frame = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(0);
  const [height, setHeight] = useState(480);
  const [editing, setEditing] = useState<string | null>(null);
  useEffect(() => {
    const el = frame.current!;
    const watch = new ResizeObserver(() => setHeight(el.clientHeight));
    watch.observe(el);
    return () => watch.disconnect();
  }, []);
  const all = leaves(concept);
  const shown = up.columns.flatMap((name) => all.find((l) => l.name === name) ?? []);
  const first = Math.max(0, start - OVER);
  const last = start + Math.ceil(height / ROW) + STRIDE + OVER;
  const widths = shown.map((l) => widthOf(l.field));
  const { count, at } = useRows(up, view, first, last);
  const end = Math.min(count, last);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return (
    <div ref={frame} className={css.frame} onScroll={(e) => setStart(Math.floor(e.currentTarget.scrollTop / ROW / STRIDE) * STRIDE)} onKeyDown={walk} tabIndex={0} role="region" aria-label={t.import.gridLabel}>
      <table className={css.table} aria-rowcount={count + 1} style={{ width: NUMBER + widths.reduce((sum, w) => sum + w, 0) }}>
        <colgroup><col style={{ width: NUMBER }} />{shown.map((l, i) => <col key={l.name} style={{ width: widths[i] }} />)}</colgroup>
        <thead><tr><th scope="col" className={css.no}>{t.import.row}</th>{shown.map((l) => <th key={l.name} scope="col" data-num={isNumeric(l.field) || undefined}>{l.label}</th>)}</tr></thead>
        <tbody>
          {first > 0 && <tr aria-hidden><td className={css.space} colSpan={shown.length + 1} style={{ height: first * ROW }} /></tr>}
          {places.map((i) => <GridLine key={i} place={i} line={at(i)} leaves={shown} up={up} editing={editing} edit={setEditing} />)}
          {end < count && <tr aria-hidden><td className={css.space} colSpan={shown.length + 1} style={{ height: (count - end) * ROW }} /></tr>}
        </tbody>
      </table>
    </div>
  );
}

const NUMBER = 64;
const WIDTHS: Partial<Record<Field['type'], number>> = { boolean: 96, integer: 110, long: 150, decimal: 120, double: 130, date: 124, time: 96, timestamp: 172, enum: 140, list: 180, reference: 170 };
/** Widths that do not depend on the rows in sight, so that nothing jumps while scrolling. */
const widthOf = (f: Field) => WIDTHS[f.type] ?? 190;

/** Arrow keys walk the cells. */
function walk(e: KeyboardEvent<HTMLElement>) {
  const cell = (e.target as HTMLElement).closest('td');
  if (!cell || (e.target as HTMLElement).tagName !== 'BUTTON') return;
  const row = cell.parentElement as HTMLTableRowElement;
  const to = e.key === 'ArrowRight' ? cell.nextElementSibling : e.key === 'ArrowLeft' ? cell.previousElementSibling
    : e.key === 'ArrowDown' ? (row.nextElementSibling as HTMLTableRowElement | null)?.cells[cell.cellIndex]
    : e.key === 'ArrowUp' ? (row.previousElementSibling as HTMLTableRowElement | null)?.cells[cell.cellIndex] : undefined;
  const button = to?.querySelector('button');
  if (!button) return;
  e.preventDefault();
  button.focus();
}

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import type { Concept } from '../../model/types';
import { GridLine } from './GridLine';
import { leaves } from './leaves';
import type { View } from './types';
import { useRows } from './useRows';
import type { Upload } from './useUpload';
import css from './ReviewGrid.module.css';

const ROW = 34;
const OVER = 12;

/** Draws only the rows in sight: 100,000 rows scroll like 100. */
export function ReviewGrid({ concept, up, view }: { concept: Concept; up: Upload; view: View }) {
  const frame = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState({ top: 0, height: 480 });
  const [editing, setEditing] = useState<string | null>(null);
  useEffect(() => {
    const el = frame.current!;
    const watch = new ResizeObserver(() => setWindow((w) => ({ ...w, height: el.clientHeight })));
    watch.observe(el);
    return () => watch.disconnect();
  }, []);
  const all = leaves(concept);
  const shown = up.columns.flatMap((name) => all.find((l) => l.name === name) ?? []);
  const first = Math.max(0, Math.floor(window.top / ROW) - OVER);
  const last = Math.ceil((window.top + window.height) / ROW) + OVER;
  const { count, at } = useRows(up, view, first, last);
  const end = Math.min(count, last);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return (
    <div ref={frame} className={css.frame} onScroll={(e) => { const top = e.currentTarget.scrollTop; setWindow((w) => ({ ...w, top })); }} onKeyDown={walk} tabIndex={0} role="region" aria-label={t.import.gridLabel}>
      <table className={css.table} aria-rowcount={count + 1}>
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

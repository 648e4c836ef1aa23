import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useState, type PointerEvent } from 'react';
import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import type { Concept, Field } from '../../model/types';
import type { Prefs } from './prefs';
import type { TableState } from './tableState';
import css from './DataTable.module.css';

const NARROWEST = 64;
const WIDEST = 800;
const UNSORTED = new Set(['list', 'shape', 'json', 'file']);

/** A column's name: a click sorts by it, a second one the other way, a third no more; its edge is dragged for its width. */
export function HeaderCell({ field, width, concept, state, prefs }: { field: Field; width: number; concept: Concept; state: TableState; prefs: Prefs }) {
  const [drag, setDrag] = useState<{ from: number; width: number }>();
  const order = state.sort.split(',')[0];
  const way = order === field.name ? 'ascending' : order === `-${field.name}` ? 'descending' : undefined;
  const next = way === 'ascending' ? `-${field.name}` : way === 'descending' ? '' : field.name;
  const words = <span>{field.label}{field.unit && <i className={css.unit}> {field.unit}</i>}</span>;
  const Arrow = way === 'ascending' ? ArrowUp : way === 'descending' ? ArrowDown : ArrowUpDown;
  const move = (e: PointerEvent) => drag && prefs.setWidth(field.name, Math.round(Math.max(NARROWEST, Math.min(WIDEST, drag.width + e.clientX - drag.from))));
  return (
    <th scope="col" className={css.head} data-num={isNumeric(field) || undefined} aria-sort={way}>
      {concept.operations.list?.sort && !UNSORTED.has(field.type)
        ? <button type="button" className={css.sort} title={field.description} data-on={way && true} onClick={() => state.set({ sort: next })}>{words}<Arrow size={13} aria-hidden /><span className="sr-only">{t.records.sortBy(field.label)}</span></button>
        : <span className={css.sort} title={field.description}>{words}</span>}
      <span className={css.grip} data-busy={drag && true} aria-hidden onPointerDown={(e) => { e.currentTarget.setPointerCapture(e.pointerId); setDrag({ from: e.clientX, width }); }} onPointerMove={move} onPointerUp={() => setDrag(undefined)} />
    </th>
  );
}

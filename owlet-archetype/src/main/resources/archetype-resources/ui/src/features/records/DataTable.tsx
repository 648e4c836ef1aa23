import { useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../i18n/text';
import { rowId, rowTitle } from '../../model/concept';
import type { Concept, Row } from '../../model/types';
import { Check } from '../../ui/Check';
import { Bone } from '../../ui/states';
import { Cell } from './Cell';
import type { Conflict } from './ConflictDialog';
import { HeaderCell } from './HeaderCell';
import type { Prefs } from './prefs';
import type { TableState } from './tableState';
import { widthOf } from './width';
import css from './DataTable.module.css';

interface Props {
  concept: Concept;
  state: TableState;
  prefs: Prefs;
  rows?: Row[];
  /** What shows is of the question before. */
  stale: boolean;
  edits: boolean;
  deletes: boolean;
  selected: ReadonlyMap<string, Row>;
  onSelect: (selected: ReadonlyMap<string, Row>) => void;
  onConflict: (conflict: Conflict) => void;
}

const CHECK = 44;
const BONES = 12;
const FAR = 9999;
const STEPS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -FAR], End: [0, FAR], PageUp: [-FAR, 0], PageDown: [FAR, 0] };
const within = (n: number, most: number) => Math.max(0, Math.min(n, most));

export function DataTable({ concept, state, prefs, rows, stale, edits, deletes, selected, onSelect, onConflict }: Props) {
  const { columns } = prefs;
  const [at, setAt] = useState({ row: 0, col: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const widths = columns.map((f) => prefs.widths[f.name] ?? widthOf(f));
  // Shares, so that on a wide window the columns grow and the boxes beside them do not.
  const sum = widths.reduce((all, w) => all + w, 0);
  const ids = (rows ?? []).map((row) => rowId(concept, row));
  const all = ids.length > 0 && ids.every((id) => selected.has(id));
  const select = (chosen: Row[], on: boolean) => {
    const next = new Map(selected);
    for (const row of chosen) {
      if (on) next.set(rowId(concept, row), row);
      else next.delete(rowId(concept, row));
    }
    onSelect(next);
  };
  /** The arrow keys walk the cells, of which one is in the tab order; space selects the row. */
  const walk = (e: KeyboardEvent) => {
    const cell = e.target as HTMLElement;
    if (cell.dataset.r === undefined) return;
    const row = Number(cell.dataset.r);
    const step = STEPS[e.key];
    if (e.key === ' ' && deletes && rows?.[row]) select([rows[row]], !selected.has(ids[row]!));
    if (!step && e.key !== ' ') return;
    e.preventDefault();
    if (!step) return;
    const to = { row: within(row + step[0], ids.length - 1), col: within(Number(cell.dataset.c) + step[1], columns.length - 1) };
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-r="${to.row}"][data-c="${to.col}"]`)?.focus();
  };
  return (
    <div className={css.frame} data-dense={prefs.dense || undefined} data-stale={stale || undefined} aria-busy={!rows || stale}>
      <table ref={grid} className={css.table} role="grid" aria-label={concept.label.many} aria-multiselectable={deletes || undefined} onKeyDown={walk} style={{ width: sum + (deletes ? CHECK : 0) }}>
        <colgroup>{deletes && <col style={{ width: CHECK }} />}{columns.map((f, i) => <col key={f.name} style={{ width: `${(100 * widths[i]!) / sum}%` }} />)}</colgroup>
        <thead>
          <tr>
            {deletes && <th className={css.check} scope="col"><Check label={t.records.selectAll} checked={all} some={ids.some((id) => selected.has(id))} onChange={(e) => select(rows ?? [], e.currentTarget.checked)} /></th>}
            {columns.map((f, i) => <HeaderCell key={f.name} field={f} width={widths[i]!} concept={concept} state={state} prefs={prefs} />)}
          </tr>
        </thead>
        <tbody data-checks={deletes || undefined}>
          {!rows && Array.from({ length: BONES }, (_, i) => (
            <tr key={i} className={css.row}>{deletes && <td className={css.check} />}{columns.map((f, j) => <td key={f.name} className={css.cell}><Bone width={`${45 + ((i * 7 + j * 13) % 45)}%`} /></td>)}</tr>
          ))}
          {rows?.map((row, r) => {
            const id = ids[r]!;
            return (
              <tr key={id} className={css.row} aria-selected={deletes ? selected.has(id) : undefined} data-on={selected.has(id) || undefined} data-open={state.open === id || undefined}>
                {deletes && <td className={css.check}><Check label={t.records.select(rowTitle(concept, row))} checked={selected.has(id)} onChange={(e) => select([row], e.currentTarget.checked)} /></td>}
                {columns.map((f, c) => (
                  <Cell key={f.name} concept={concept} field={f} row={row} r={r} c={c} edits={edits} inTabOrder={at.row === r && at.col === c} onFocus={() => setAt({ row: r, col: c })} onConflict={onConflict}
                    open={c === 0 ? () => state.set({ open: id }) : undefined} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

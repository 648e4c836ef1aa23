import { memo } from 'react';
import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import { formatValue } from '../../model/format';
import { CellEditor } from './CellEditor';
import type { Leaf } from './leaves';
import { said } from './said';
import type { GridRow, Problem } from './types';
import type { Upload } from './useUpload';
import css from './ReviewGrid.module.css';

interface Props { place: number; line: GridRow | undefined; leaves: Leaf[]; up: Upload; editing: string | null; edit: (key: string | null) => void }

function Line({ place, line, leaves, up, editing, edit }: Props) {
  if (!line) return <tr aria-hidden><th className={css.no} />{leaves.map((l) => <td key={l.name} />)}</tr>;
  return (
    <tr aria-rowindex={place + 2}>
      <th scope="row" className={css.no}>{line.row + 1}</th>
      {leaves.map((leaf, c) => {
        const key = `${line.row}:${leaf.name}`;
        const problem = line.problems[c];
        const text = textOf(leaf, line, c, problem);
        const words = problem ? said(problem, leaf) : '';
        return (
          <td key={leaf.name} data-bad={!!problem || undefined} data-num={isNumeric(leaf.field) || undefined} data-editing={editing === key || undefined}>
            {editing === key
              ? <CellEditor leaf={leaf} row={line.row} text={line.raw[c] ?? ''} up={up} done={() => edit(null)} />
              : <button type="button" className={css.cell} title={words || undefined} aria-label={t.import.cell(leaf.label, String(line.row + 1), text || t.import.emptyCell, words)} onClick={() => edit(key)}>{text || (problem ? t.import.emptyCell : '')}</button>}
          </td>
        );
      })}
    </tr>
  );
}

function textOf(leaf: Leaf, line: GridRow, c: number, problem: Problem | undefined): string {
  const raw = line.raw[c] ?? '';
  if (problem || leaf.field.type === 'reference') return raw;
  return formatValue(leaf.field, line.values[c]);
}

export const GridLine = memo(Line, (a, b) => a.line === b.line && a.place === b.place && a.leaves.length === b.leaves.length && mine(a) === mine(b));

const mine = ({ line, editing }: Props) => (line && editing?.startsWith(`${line.row}:`) ? editing : null);

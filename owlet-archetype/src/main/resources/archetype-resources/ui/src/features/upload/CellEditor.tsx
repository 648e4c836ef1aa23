import { useId, useRef } from 'react';
import { t } from '../../i18n/text';
import type { Leaf } from './leaves';
import type { Upload } from './useUpload';

const OFFERED = 500;

/** One cell, as text: Enter or leaving it applies, Escape lets it be. */
export function CellEditor({ leaf, row, text, up, done }: { leaf: Leaf; row: number; text: string; up: Upload; done: () => void }) {
  const closed = useRef(false);
  const list = useId();
  const close = (value?: string) => {
    if (closed.current) return;
    closed.current = true;
    if (value !== undefined && value !== text) void up.fix({ kind: 'cell', row, field: leaf.name, text: value });
    done();
  };
  const name = `${leaf.label}, ${t.import.inRow(String(row + 1))}`;
  const options = choicesOf(leaf, up);
  if (options && leaf.field.type !== 'reference') {
    return (
      <select className="input small" aria-label={name} autoFocus defaultValue={options.some((o) => o.value === text) ? text : ''} onChange={(e) => close(e.currentTarget.value)} onBlur={() => close()} onKeyDown={(e) => { if (e.key === 'Escape') close(); }}>
        <option value="">{t.import.emptyCell}</option>
        {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    );
  }
  return (
    <>
      <input className="input small" aria-label={name} autoFocus defaultValue={text} list={options ? list : undefined} onFocus={(e) => e.currentTarget.select()}
        onBlur={(e) => close(e.currentTarget.value)} onKeyDown={(e) => { if (e.key === 'Enter') close(e.currentTarget.value); if (e.key === 'Escape') close(); }} />
      {options && <datalist id={list}>{options.slice(0, OFFERED).map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</datalist>}
    </>
  );
}

/** What can be chosen for a field, when that is a closed list. */
export function choicesOf(leaf: Leaf, up: Upload): { value: string; label: string }[] | null {
  if (leaf.field.type === 'enum') return leaf.field.values ?? [];
  if (leaf.field.type === 'boolean') return [{ value: 'true', label: t.common.yes }, { value: 'false', label: t.common.no }];
  if (leaf.field.type === 'reference') return up.targets[leaf.name]?.choices ?? null;
  return null;
}

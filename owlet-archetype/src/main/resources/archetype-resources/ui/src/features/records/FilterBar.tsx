import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/text';
import type { Concept, Field } from '../../model/types';
import { Button } from '../../ui/Button';
import { MenuItem, Popover } from '../../ui/Popover';
import { FilterEditor } from './FilterEditor';
import { filterable, inWords } from './filters';
import type { TableState } from './tableState';
import css from './FilterBar.module.css';

export function FilterBar({ concept, state }: { concept: Concept; state: TableState }) {
  const [adding, setAdding] = useState<string | null>(null);
  const fields = filterable(concept);
  const active = [...new Set(state.conditions.map((c) => c.name))];
  const shown = adding && !active.includes(adding) ? [...active, adding] : active;
  return (
    <>
      {shown.map((name) => {
        const field = fields.find((f) => f.name === name) ?? { name, label: name, type: 'string' as const };
        return <Chip key={name} field={field} state={state} fresh={adding === name} settle={() => setAdding(null)} />;
      })}
      <Popover menu label={t.records.filter} anchor={(p) => <Button small look="quiet" className={css.add} icon={<ListFilter size={14} />} {...p}>{t.records.filter}</Button>}>
        {(close) => fields.filter((f) => !shown.includes(f.name)).map((f) => <MenuItem key={f.name} onPick={() => { close(); setAdding(f.name); }}>{f.label}</MenuItem>)}
      </Popover>
      {active.length > 1 && <Button small look="quiet" onClick={state.clear}>{t.records.clearFilters}</Button>}
    </>
  );
}

function Chip({ field, state, fresh, settle }: { field: Field; state: TableState; fresh: boolean; settle: () => void }) {
  const conditions = state.conditions.filter((c) => c.name === field.name);
  const [titles, setTitles] = useState<Record<string, string>>({});
  const remove = () => { settle(); state.filter(field.name, []); };
  return (
    <span className={css.chip}>
      <Popover label={t.records.filterOn(field.label)} open={fresh} onClose={() => fresh && settle()} anchor={(p) => (
        <button type="button" className={css.label} {...p}>{field.label}{conditions.length > 0 && <> <strong>{inWords(field, conditions, titles)}</strong></>}</button>
      )}>
        {(close) => <FilterEditor field={field} conditions={conditions} close={close} titled={(key, title) => setTitles((now) => ({ ...now, [key]: title }))} apply={(next) => state.filter(field.name, next)} />}
      </Popover>
      <button type="button" className={css.remove} aria-label={t.records.removeFilter(field.label)} onClick={remove}><X size={13} /></button>
    </span>
  );
}

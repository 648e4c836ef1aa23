import { Columns3, Download, Rows3, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button, IconButton } from '../../ui/Button';
import { MenuItem, MenuLabel, Popover } from '../../ui/Popover';
import { ColumnChooser } from './ColumnChooser';
import { useExport } from './exporting';
import { FilterBar } from './FilterBar';
import type { Prefs } from './prefs';
import type { TableState } from './tableState';
import css from './Toolbar.module.css';

const TYPING = 250;

export function Toolbar({ concept, state, prefs, total }: { concept: Concept; state: TableState; prefs: Prefs; total?: number }) {
  const { busy, run } = useExport(concept, state);
  return (
    <div className={css.bar} role="toolbar" aria-label={t.shell.views(concept.label.many.toLowerCase())}>
      <SearchBox concept={concept} state={state} />
      <FilterBar concept={concept} state={state} />
      <div className={css.tools}>
        <Popover end label={t.records.columns} anchor={(p) => <Button look="quiet" small icon={<Columns3 size={15} />} {...p}>{t.records.columns}</Button>}>
          {() => <ColumnChooser prefs={prefs} />}
        </Popover>
        <IconButton label={t.records.dense} aria-pressed={prefs.dense} onClick={() => prefs.setDense(!prefs.dense)}><Rows3 size={16} /></IconButton>
        {concept.operations.export && (
          <Popover end menu label={t.records.export} anchor={(p) => <Button look="quiet" small busy={busy} icon={<Download size={15} />} {...p}>{t.records.export}</Button>}>
            {(close) => (
              <>
                <MenuLabel>{state.narrowed && total !== undefined ? t.records.matching(formatCount(total)) : t.records.wholeTable}</MenuLabel>
                {concept.operations.export!.formats.map((format) => (
                  <MenuItem key={format} onPick={() => { close(); void run(format); }}>{t.records.exportAs(format)}</MenuItem>
                ))}
              </>
            )}
          </Popover>
        )}
      </div>
    </div>
  );
}

/** Searches when typing pauses. */
function SearchBox({ concept, state }: { concept: Concept; state: TableState }) {
  const [words, setWords] = useState(state.words);
  useEffect(() => setWords(state.words), [state.words]);
  useEffect(() => {
    if (words === state.words) return;
    const timer = setTimeout(() => state.set({ words }), TYPING);
    return () => clearTimeout(timer);
  }, [words, state]);
  const label = t.records.search(concept.label.many.toLowerCase());
  return (
    <div className={css.search}>
      <Search size={15} aria-hidden />
      <input type="search" className="input small" aria-label={label} placeholder={label} value={words} onChange={(e) => setWords(e.currentTarget.value)} onKeyDown={(e) => e.key === 'Enter' && state.set({ words })} />
    </div>
  );
}

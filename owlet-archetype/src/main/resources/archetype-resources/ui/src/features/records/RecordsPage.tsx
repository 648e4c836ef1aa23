import { Database, History, Plus, SearchX, Upload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { usePage } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import { rowId } from '../../model/concept';
import { formatCount } from '../../model/format';
import type { Concept, Row } from '../../model/types';
import { Button, ButtonLink } from '../../ui/Button';
import { EmptyState, ErrorState } from '../../ui/states';
import { ConceptHeader } from './ConceptHeader';
import { ConflictDialog, type Conflict } from './ConflictDialog';
import { DataTable } from './DataTable';
import { useDeletion } from './deletion';
import { inPlace } from './inPlace';
import { Pager } from './Pager';
import { usePrefs } from './prefs';
import { SelectionBar } from './SelectionBar';
import { listParams, useTableState, type TableState } from './tableState';
import { Toolbar } from './Toolbar';
import css from './RecordsPage.module.css';

const RowDrawer = lazy(() => import('./RowDrawer'));

/** The rows of a concept: found, ordered, changed in place, looked at one by one. */
export default function RecordsPage({ concept }: { concept: Concept }) {
  const state = useTableState(concept);
  const prefs = usePrefs(concept);
  const may = useMay();
  const page = usePage(concept, listParams(state));
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const [conflict, setConflict] = useState<Conflict>();
  const deletion = useDeletion(concept);
  const rows = page.data?.items;
  const past = state.version !== undefined;
  const edits = may(concept, 'update') && !past;
  const open = rows?.findIndex((row) => rowId(concept, row) === state.open) ?? -1;
  return (
    <div className={css.page}>
      <ConceptHeader concept={concept} count={page.data && !state.narrowed ? formatCount(page.data.total) : undefined} />
      {past && (
        <p className={css.past} role="status"><History size={15} aria-hidden />{t.history.looking(state.version!)}
          <Button small onClick={() => state.set({ version: undefined })}>{t.history.now}</Button>
        </p>
      )}
      <Toolbar concept={concept} state={state} prefs={prefs} total={page.data?.total} />
      {page.error ? <ErrorState error={page.error} retry={() => void page.refetch()} />
        : rows?.length === 0 ? <Nothing concept={concept} state={state} />
        : (
          <>
            <DataTable concept={concept} state={state} prefs={prefs} rows={rows} stale={page.isPlaceholderData} edits={edits} deletes={may(concept, 'delete') && !past} selected={selected} onSelect={setSelected} onConflict={setConflict} />
            <Pager state={state} total={page.data?.total ?? 0} shown={rows?.length ?? 0} hint={edits && prefs.columns.some((f) => inPlace(concept, f)) ? t.records.hint : undefined} />
          </>
        )}
      <SelectionBar rows={[...selected.values()]} clear={() => setSelected(new Map())} onDelete={(chosen) => deletion.ask(chosen, () => setSelected(new Map()))} />
      {state.open && <Suspense><RowDrawer concept={concept} id={state.open} version={state.version} onDelete={(row) => deletion.ask([row], () => state.set({ open: undefined }))} close={() => state.set({ open: undefined })}
        previous={rows && open > 0 ? () => state.set({ open: rowId(concept, rows[open - 1]!) }) : undefined}
        next={rows && open >= 0 && open < rows.length - 1 ? () => state.set({ open: rowId(concept, rows[open + 1]!) }) : undefined} /></Suspense>}
      {conflict && <ConflictDialog concept={concept} conflict={conflict} close={() => setConflict(undefined)} again={setConflict} />}
      {deletion.dialog}
    </div>
  );
}

function Nothing({ concept, state }: { concept: Concept; state: TableState }) {
  const many = concept.label.many.toLowerCase();
  const adds = useMay()(concept, 'create');
  if (state.narrowed) return <EmptyState icon={<SearchX size={22} />} title={t.records.none(many)} actions={<Button onClick={state.clear}>{t.records.clearAll}</Button>}>{t.records.noneText}</EmptyState>;
  if (state.page > 1) return <EmptyState icon={<SearchX size={22} />} title={t.records.none(many)} actions={<Button onClick={() => state.set({ page: 1 })}>{t.records.firstPage}</Button>} />;
  return (
    <EmptyState icon={<Database size={22} />} title={t.records.empty(many)} actions={adds && (
      <>
        <ButtonLink look="primary" href={pathOf(concept, 'new')} icon={<Plus size={16} />}>{t.shell.create(concept.label.one.toLowerCase())}</ButtonLink>
        <ButtonLink href={pathOf(concept, 'import')} icon={<Upload size={15} />}>{t.shell.import}</ButtonLink>
      </>
    )}>{adds ? t.records.emptyText : t.records.emptyReader}</EmptyState>
  );
}

import { ChevronDown, ChevronUp, History, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useQuery } from '@tanstack/react-query';
import { ApiError, request } from '../../api/client';
import { editPath, pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { useConceptNamed, useModel } from '../../config/context';
import { FieldValue } from '../../fields/FieldValue';
import { t } from '../../i18n/text';
import { keyPath, rowTitle } from '../../model/concept';
import { formatTimestamp } from '../../model/format';
import type { Concept, Field, Row } from '../../model/types';
import { Button, ButtonLink, IconButton } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import { Bone, ErrorState } from '../../ui/states';
import css from './RowDrawer.module.css';

const RowHistory = lazy(() => import('../history/RowHistory'));

interface Props { concept: Concept; id: string; version?: string; close: () => void; previous?: () => void; next?: () => void; onDelete: (row: Row) => void }

/** Everything about one row, beside the table. */
export default function RowDrawer({ concept, id, version, close, previous, next, onDelete }: Props) {
  const { api } = useModel();
  const may = useMay();
  const [history, setHistory] = useState(false);
  const row = useQuery({
    queryKey: [concept.name, 'row', id, version],
    queryFn: async ({ signal }) => (await request<Row>('GET', `${api.basePath}/${concept.path}/${keyPath(id)}${version ? `?version=${version}` : ''}`, { signal })).data,
  });
  const now = !version && row.data;
  return (
    <Dialog side title={row.data ? rowTitle(concept, row.data) : concept.label.one} close={close} actions={
      <>
        {now && may(concept, 'update') && <ButtonLink look="primary" href={editPath(concept, id)} icon={<Pencil size={15} />}>{t.records.editRow}</ButtonLink>}
        {now && concept.operations.history && <Button aria-pressed={history} icon={<History size={15} />} onClick={() => setHistory(!history)}>{t.history.row}</Button>}
        {now && may(concept, 'delete') && <Button look="danger" icon={<Trash2 size={15} />} onClick={() => onDelete(row.data)}>{t.common.delete}</Button>}
        <span className={css.walk}>
          <IconButton label={t.records.previousRow} disabled={!previous} onClick={previous}><ChevronUp size={17} /></IconButton>
          <IconButton label={t.records.nextRow} disabled={!next} onClick={next}><ChevronDown size={17} /></IconButton>
        </span>
      </>
    }>
      {row.error instanceof ApiError && row.error.status === 404 ? <ErrorState error={new ApiError(404, t.records.gone)} />
        : row.error ? <ErrorState error={row.error} retry={() => void row.refetch()} />
        : !row.data ? <div className={css.wait} role="status" aria-label={t.common.loading}>{concept.fields.slice(0, 8).map((f) => <Bone key={f.name} width="70%" height={14} />)}</div>
        : history ? <Suspense><RowHistory concept={concept} row={row.data} /></Suspense>
        : <Details concept={concept} row={row.data} />}
    </Dialog>
  );
}

function Details({ concept, row }: { concept: Concept; row: Row }) {
  const link = `${location.origin}${location.pathname}${location.search}`;
  return (
    <>
      <dl className={css.fields}>
        {concept.fields.map((f) => <div key={f.name} className={css.field}><dt title={f.description}>{f.label}</dt><dd><Value field={f} row={row} /></dd></div>)}
      </dl>
      <dl className={css.meta}>
        <div><dt>{t.records.createdAt}</dt><dd>{t.records.by(formatTimestamp(String(row._created_at)), String(row._created_by ?? '?'))}</dd></div>
        <div><dt>{t.records.changedAt}</dt><dd>{t.records.by(formatTimestamp(String(row._updated_at)), String(row._updated_by ?? '?'))}</dd></div>
        <div><dt>{t.records.version}</dt><dd>{String(row._version)} <CopyButton value={link} label={t.records.link} /></dd></div>
      </dl>
    </>
  );
}

function Value({ field, row }: { field: Field; row: Row }) {
  const target = useConceptNamed(field.to);
  const value = row[field.name];
  const shown = <FieldValue field={field} value={value} row={row} whole />;
  if (!target || value === undefined || value === null) return shown;
  return <Link href={`${pathOf(target)}?open=${encodeURIComponent(encodeURIComponent(String(value)))}`}>{shown}</Link>;
}

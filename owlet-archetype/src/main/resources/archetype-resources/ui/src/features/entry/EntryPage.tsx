import { useRow } from '../../api/hooks';
import { useMay } from '../../auth/access';
import { ApiError } from '../../api/client';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { Bone, ErrorState } from '../../ui/states';
import { EditRow } from './EditRow';
import { NewRow } from './NewRow';
import css from './EntryPage.module.css';

/** A new row, or an existing one to be changed. */
export default function EntryPage({ concept, id }: { concept: Concept; id?: string }) {
  const may = useMay();
  const { data, error, refetch } = useRow(concept, id);
  if (!may(concept, id === undefined ? 'create' : 'update')) return <div className={css.page}><ErrorState error={new ApiError(403, t.form.noMore)} /></div>;
  if (id === undefined) return <NewRow concept={concept} />;
  if (error) return <div className={css.page}><ErrorState error={error} retry={() => void refetch()} /></div>;
  if (!data) return <div className={css.page} role="status" aria-label={t.common.loading}><Bone width="240px" height={22} /><div className={css.gap} /><Bone width="100%" height={320} /></div>;
  return <EditRow concept={concept} id={id} loaded={data.data} etag={data.etag} />;
}

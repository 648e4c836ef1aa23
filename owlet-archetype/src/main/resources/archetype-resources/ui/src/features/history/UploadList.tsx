import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Files, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { fetchRejects, recent, type UploadState } from '../../api/uploads';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { useSession } from '../../auth/session';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { formatCount, formatTimestamp, relativeTime } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button, ButtonLink } from '../../ui/Button';
import { Bone, EmptyState, ErrorState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { UndoDialog } from './UndoDialog';
import css from './HistoryPage.module.css';

const MOST = 100, POLL = 3000;
const open = (u: UploadState) => u.status === 'waiting' || u.status === 'running';

/** The files that were handed in for a table: who, when, what became of their rows; refused rows to be fetched, and a way back. */
export function UploadList({ concept }: { concept: Concept }) {
  const base = `${useModel().api.basePath}/${concept.path}`;
  const client = useQueryClient();
  const mayDelete = useMay()(concept, 'delete');
  const me = useSession()?.username;
  const [undoing, setUndoing] = useState<string>();
  const uploads = useQuery({
    queryKey: [concept.name, 'uploads', 'all'],
    queryFn: ({ signal }) => recent(base, MOST, signal),
    refetchInterval: ({ state }) => (state.data?.some(open) ? POLL : false),
  });
  const rejects = async (id: string) => {
    try { await fetchRejects(base, id); } catch (e) { toast('bad', e instanceof Error ? e.message : String(e)); }
  };
  if (uploads.error) return <ErrorState error={uploads.error} retry={() => void uploads.refetch()} />;
  if (uploads.data?.length === 0) return <EmptyState icon={<Files size={22} />} title={t.history.noUploads}>{t.history.noUploadsText}</EmptyState>;
  return (
    <>
      <ol className={css.list} aria-busy={!uploads.data}>
        {!uploads.data && Array.from({ length: 6 }, (_, i) => <li key={i} className={css.item}><Bone width="40%" height={14} /></li>)}
        {uploads.data?.map((u) => {
          const mine = u.who === me;
          return (
            <li key={u.id} className={css.item}>
              <div className={css.what}><strong className={css.file}>{u.filename}</strong><span className={css.state} data-status={u.undone ? 'undone' : u.status}>{u.undone ? t.history.states.undone : t.history.states[u.cancelled ? 'cancelled' : u.status]}</span></div>
              <p className={css.who}>{t.history.line(u.who, relativeTime(u.when))} · <time dateTime={u.when}>{formatTimestamp(u.when)}</time></p>
              <p className={css.who}>{u.message ?? (u.rows === undefined ? '' : t.history.counts(formatCount(u.rows), u.accepted === undefined ? undefined : formatCount(u.accepted), formatCount(u.rejected ?? 0)))}</p>
              <div className={css.actions}>
                {u.status === 'done' && !!u.rejected && <Button small look="quiet" icon={<Download size={14} />} onClick={() => void rejects(u.id)}>{t.history.rejects}</Button>}
                {u.status === 'done' && !u.undone && !!u.accepted && (mayDelete || mine) && <Button small icon={<Undo2 size={14} />} onClick={() => setUndoing(u.id)}>{t.history.undo}</Button>}
                {open(u) && mine && <ButtonLink small href={pathOf(concept, 'import')}>{t.import.goOn}</ButtonLink>}
              </div>
            </li>
          );
        })}
      </ol>
      {undoing && <UndoDialog concept={concept} upload={undoing} close={() => setUndoing(undefined)} done={() => void client.invalidateQueries({ queryKey: [concept.name] })} />}
    </>
  );
}

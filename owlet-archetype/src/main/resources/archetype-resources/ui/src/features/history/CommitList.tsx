import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Eye, History, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { request } from '../../api/client';
import type { Commit } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { formatCount, formatTimestamp, relativeTime } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button, ButtonLink } from '../../ui/Button';
import { Bone, EmptyState, ErrorState } from '../../ui/states';
import { UndoDialog } from './UndoDialog';
import css from './HistoryPage.module.css';

const STEP = 50;
const MOST = 500;

/** Every commit of a table, newest first: who, when, how many rows; each can be looked at, and an upload undone. */
export function CommitList({ concept }: { concept: Concept }) {
  const { api } = useModel();
  const client = useQueryClient();
  const may = useMay()(concept, 'delete');
  const [undoing, setUndoing] = useState<string>();
  const history = useInfiniteQuery({
    queryKey: [concept.name, 'history', 'pages'],
    initialPageParam: STEP,
    // The API has no pages of commits: each step asks for more of the newest.
    queryFn: async ({ pageParam, signal }) => (await request<{ items: Commit[] }>('GET', `${api.basePath}/${concept.path}/history?limit=${pageParam}`, { signal })).data.items,
    getNextPageParam: (last, all) => (last.length === Math.min(MOST, STEP * 2 ** (all.length - 1)) && last.length < MOST ? Math.min(MOST, STEP * 2 ** all.length) : undefined),
  });
  const items = history.data?.pages.at(-1);
  const undone = new Set(items?.filter((c) => c.what === 'UNDO UPLOAD').map((c) => c.upload));
  return (
    <>
      {history.error ? <ErrorState error={history.error} retry={() => void history.refetch()} />
        : items?.length === 0 ? <EmptyState icon={<History size={22} />} title={t.history.empty} />
        : (
          <ol className={css.list} aria-busy={!items}>
            {!items && Array.from({ length: 6 }, (_, i) => <li key={i} className={css.item}><Bone width="40%" height={14} /></li>)}
            {items?.map((commit, i) => (
              <li key={commit.version} className={css.item}>
                <div className={css.what}>
                  <strong>{t.history.names[commit.what] ?? commit.what}</strong>
                  {commit.rows !== undefined && <span className="dim">{t.common.rows(formatCount(commit.rows), commit.rows === 1)}</span>}
                </div>
                <p className={css.who}>{t.history.line(commit.who, relativeTime(commit.when))} · <time dateTime={commit.when}>{formatTimestamp(commit.when)}</time> · {t.history.numbered(formatCount(commit.version))}</p>
                <div className={css.actions}>
                  {i > 0 && <ButtonLink small look="quiet" icon={<Eye size={14} />} href={`${pathOf(concept)}?version=${commit.version}`}>{t.history.look}</ButtonLink>}
                  {commit.upload && may && commit.what === 'UPLOAD' && !undone.has(commit.upload) && <Button small icon={<Undo2 size={14} />} onClick={() => setUndoing(commit.upload)}>{t.history.undo}</Button>}
                </div>
              </li>
            ))}
          </ol>
        )}
      {history.hasNextPage && <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>{t.history.older}</Button>}
      {undoing && <UndoDialog concept={concept} upload={undoing} close={() => setUndoing(undefined)} done={() => void client.invalidateQueries({ queryKey: [concept.name] })} />}
    </>
  );
}

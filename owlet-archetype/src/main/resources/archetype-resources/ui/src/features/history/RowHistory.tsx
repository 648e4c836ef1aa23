import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/client';
import type { Page } from '../../api/hooks';
import { useModel } from '../../config/context';
import { FieldValue } from '../../fields/FieldValue';
import { t } from '../../i18n/text';
import { formatTimestamp, relativeTime } from '../../model/format';
import type { Concept, Row } from '../../model/types';
import { Bone, ErrorState } from '../../ui/states';
import { changesOf, earlier } from './changes';
import css from './RowHistory.module.css';

const STEPS = 20;

/** A row as it was after each commit that touched it, newest first: read from the table as of just before each change. */
export default function RowHistory({ concept, row }: { concept: Concept; row: Row }) {
  const base = `${useModel().api.basePath}/${concept.path}`;
  const states = useQuery({
    queryKey: [concept.name, 'row history', row],
    queryFn: async ({ signal }) => {
      const found = [row];
      for (let params = earlier(concept, row); params && found.length < STEPS; params = earlier(concept, found.at(-1)!)) {
        const [before] = (await request<Page>('GET', `${base}?${params}`, { signal })).data.items;
        if (!before) break;
        found.push(before);
      }
      return found;
    },
  });
  if (states.error) return <ErrorState error={states.error} retry={() => void states.refetch()} />;
  if (!states.data) return <div role="status" aria-label={t.common.loading}><Bone width="60%" height={14} /></div>;
  return (
    <ol className={css.list} aria-label={t.history.row}>
      {states.data.map((state, i) => {
        const before = states.data[i + 1];
        return (
          <li key={i} className={css.item}>
            <p className={css.head}><strong>{before ? t.records.changedAt : t.records.createdAt}</strong> <span>{t.history.line(String(state._updated_by ?? '?'), relativeTime(String(state._updated_at)))}</span> <time className="dim" dateTime={String(state._updated_at)}>{formatTimestamp(String(state._updated_at))}</time></p>
            {before && (
              <dl className={css.changes}>
                {changesOf(concept, before, state).map((f) => (
                  <div key={f.name}><dt>{f.label}</dt><dd><del><FieldValue field={f} value={before[f.name]} row={before} /></del> <span aria-hidden>→</span> <ins><FieldValue field={f} value={state[f.name]} row={state} /></ins></dd></div>
                ))}
              </dl>
            )}
          </li>
        );
      })}
    </ol>
  );
}

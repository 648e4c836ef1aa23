import { ChevronLeft, ChevronRight } from 'lucide-react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import { IconButton } from '../../ui/Button';
import { SIZES, type TableState } from './tableState';
import css from './Pager.module.css';

export function Pager({ state, total, shown, hint }: { state: TableState; total: number; shown: number; hint?: string }) {
  const pages = Math.max(1, Math.ceil(total / state.size));
  const first = (state.page - 1) * state.size;
  return (
    <div className={css.pager}>
      <span role="status">{shown > 0 && t.records.range(formatCount(first + 1), formatCount(first + shown), formatCount(total))}</span>
      {hint && <span className={css.hint}>{hint}</span>}
      <div className={css.end}>
        <select className="input small" aria-label={t.records.rowsPerPage} value={state.size} onChange={(e) => state.set({ size: Number(e.currentTarget.value) })}>
          {SIZES.map((n) => <option key={n} value={n}>{t.records.perPage(formatCount(n))}</option>)}
        </select>
        <IconButton label={t.records.previous} disabled={state.page <= 1} onClick={() => state.set({ page: state.page - 1 })}><ChevronLeft size={17} /></IconButton>
        <span className={css.at}>{t.records.pageOf(formatCount(state.page), formatCount(pages))}</span>
        <IconButton label={t.records.next} disabled={state.page >= pages} onClick={() => state.set({ page: state.page + 1 })}><ChevronRight size={17} /></IconButton>
      </div>
    </div>
  );
}

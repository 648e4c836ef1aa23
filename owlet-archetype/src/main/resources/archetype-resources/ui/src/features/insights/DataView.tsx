import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Mark } from './Chart';
import css from './DataView.module.css';

/** A chart as numbers: for those who listen, and for those who want to know exactly. */
export function DataView({ marks, title, by }: { marks: Mark[]; title: string; by: string }) {
  return (
    <div className={css.frame} tabIndex={0} role="region" aria-label={title}>
      <table className={css.table}>
        <thead><tr><th scope="col">{by}</th><th scope="col" data-num>{t.insights.value}</th><th scope="col" data-num>{t.insights.count}</th></tr></thead>
        <tbody>
          {marks.map((m) => (
            <tr key={m.key}><th scope="row"><button type="button" className={css.link} onClick={m.go}>{m.label}</button></th><td data-num>{m.text}</td><td data-num>{formatCount(m.count)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

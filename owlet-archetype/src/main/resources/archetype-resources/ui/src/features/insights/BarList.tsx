import { useState } from 'react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Mark } from './Chart';
import css from './BarList.module.css';

const MOST = 8;

export function BarList({ marks }: { marks: Mark[] }) {
  const [all, setAll] = useState(false);
  const top = Math.max(...marks.map((m) => Math.abs(m.value)), 0.0001);
  return (
    <>
      <ul className={css.list}>
        {(all ? marks : marks.slice(0, MOST)).map((m) => (
          <li key={m.key}>
            <button type="button" className={css.row} onClick={m.go} title={t.insights.show(m.label)}>
              <span className={css.label}>{m.label}</span>
              <span className={css.track}><span className={css.bar} style={{ width: `${(Math.abs(m.value) / top) * 100}%` }} /></span>
              <span className={css.value}>{m.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {marks.length > MOST && <button type="button" className={css.more} onClick={() => setAll(!all)} aria-expanded={all}>{all ? t.insights.fewer : t.insights.all(formatCount(marks.length))}</button>}
    </>
  );
}

import type { ReactNode } from 'react';
import { t } from '../../i18n/text';
import type { Mark } from './Chart';
import css from './Slots.module.css';

const ROOM = 24;

interface Props { marks: Mark[]; width: number; over: (i: number | null) => void; draw?: (m: Mark) => ReactNode }

/** One slot for each mark. Wide slots are buttons that lead to the rows; slots too narrow to hit are hovered, and read as a list. */
export function Slots({ marks, width, over, draw }: Props) {
  const roomy = width / marks.length >= ROOM;
  return (
    <ul className={css.slots} onMouseLeave={() => over(null)}>
      {marks.map((m, i) => (
        <li key={m.key} className={css.slot} onMouseEnter={() => over(i)}>
          {roomy
            ? <button type="button" className={css.hit} aria-label={`${m.label}: ${m.text}. ${t.insights.show(m.label)}`} onFocus={() => over(i)} onBlur={() => over(null)} onClick={m.go} disabled={!m.count}>{draw?.(m)}</button>
            : <span className={css.hit} onClick={m.count ? m.go : undefined}>{draw?.(m)}<span className="sr-only">{m.label}: {m.text}</span></span>}
        </li>
      ))}
    </ul>
  );
}

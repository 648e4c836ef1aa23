import { t } from '../../i18n/text';
import { formatNumber } from '../../model/format';
import type { Mark } from './Chart';
import css from './ShareBar.module.css';

const STEPS = [100, 68, 44, 26, 15, 9];
const PALEST = 6;
const TONES: Record<string, string> = { green: '#2f9e62', blue: '#3b82d6', orange: '#e07b26', yellow: '#d9a514', grape: '#9a54c9', red: '#d3453c', gray: '#8b8f88' };

/** Parts of a whole as one bar: easier to compare than a pie, and it fits a phone. */
export function ShareBar({ marks }: { marks: Mark[] }) {
  const total = marks.reduce((sum, m) => sum + m.value, 0) || 1;
  const toned = new Set(marks.map((m) => m.tone)).size === marks.length && marks.every((m) => m.tone && m.tone in TONES);
  const paint = (m: Mark, i: number) => (toned ? TONES[m.tone!] : `color-mix(in oklab, var(--ow-accent) ${STEPS[i] ?? PALEST}%, var(--ow-line))`);
  return (
    <div className={css.share}>
      <div className={css.bar} aria-hidden>{marks.map((m, i) => <span key={m.key} style={{ flexGrow: m.value, background: paint(m, i) }} />)}</div>
      <ul className={css.list}>
        {marks.map((m, i) => (
          <li key={m.key}>
            <button type="button" className={css.row} onClick={m.go} title={t.insights.show(m.label)}>
              <i style={{ background: paint(m, i) }} aria-hidden /><span>{m.label}</span>
              <span className={css.value}>{m.text}</span><span className={css.pct}>{t.insights.percent(formatNumber((m.value / total) * 100))}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

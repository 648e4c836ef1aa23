import { useState } from 'react';
import { Grid, Labels } from './Axis';
import { countTicks, every, ticks } from './axis';
import type { Mark } from './Chart';
import { Slots } from './Slots';
import { useWidth } from './useWidth';
import css from './ColumnChart.module.css';

/** Amounts over time. Plain HTML: sharp at every size, a list for a screen reader, a button for each column. */
export function ColumnChart({ marks, whole }: { marks: Mark[]; whole: boolean }) {
  const { ref, width } = useWidth();
  const [over, setOver] = useState<number | null>(null);
  const most = Math.max(...marks.map((m) => m.value), 0), least = Math.min(...marks.map((m) => m.value), 0);
  const scale = whole && least === 0 ? countTicks(most) : ticks(least, most || 1);
  const span = scale.at(-1)! - scale[0]!;
  const now = marks[over ?? -1];
  const height = (m: Mark) => `${((Math.max(m.value, 0) - scale[0]!) / span) * 100}%`;
  return (
    <div className={css.chart}>
      <div className={css.tip} aria-hidden>{now && <>{now.label} <strong>{now.text}</strong></>}</div>
      <div className={css.plot} ref={ref} data-over={over !== null || undefined}>
        <Grid at={scale} />
        <Slots marks={marks} width={width} over={setOver} draw={(m) => <span className={css.column} style={{ height: m.count ? height(m) : 0 }} />} />
      </div>
      <Labels labels={marks.map((m) => m.short)} step={every(marks.length, width)} />
    </div>
  );
}

import { useState } from 'react';
import { Grid, Labels } from './Axis';
import { every, ticks } from './axis';
import type { Mark } from './Chart';
import { Slots } from './Slots';
import { useWidth } from './useWidth';
import css from './LineChart.module.css';

const H = 190;

/** Averages over time: a line, because a column that does not start at zero misleads. */
export function LineChart({ marks: all }: { marks: Mark[] }) {
  const { ref, width } = useWidth();
  const [over, setOver] = useState<number | null>(null);
  const marks = all.filter((m) => m.count);
  const values = marks.map((m) => m.value);
  const pad = (Math.max(...values) - Math.min(...values)) * 0.15;
  const scale = ticks(Math.min(...values) - pad, Math.max(...values) + pad);
  const [min, max] = [scale[0]!, scale.at(-1)!];
  const x = (i: number) => ((i + 0.5) / marks.length) * width;
  const y = (v: number) => H - ((v - min) / (max - min)) * H;
  const line = marks.map((m, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(m.value).toFixed(1)}`).join('');
  const now = marks[over ?? -1];
  return (
    <div className={css.chart}>
      <div className={css.tip} aria-hidden>{now && <>{now.label} <strong>{now.text}</strong></>}</div>
      <div className={css.plot} ref={ref}>
        <Grid at={scale} />
        <svg className={css.svg} width={width} height={H} aria-hidden>
          <path className={css.area} d={`${line}L${x(marks.length - 1).toFixed(1)} ${H}L${x(0).toFixed(1)} ${H}Z`} />
          <path className={css.line} d={line} />
          {now && <><path className={css.rule} d={`M${x(over!)} 0V${H}`} /><circle className={css.dot} cx={x(over!)} cy={y(now.value)} r={4.5} /></>}
        </svg>
        <Slots marks={marks} width={width} over={setOver} />
      </div>
      <Labels labels={marks.map((m) => m.short)} step={every(marks.length, width)} />
    </div>
  );
}

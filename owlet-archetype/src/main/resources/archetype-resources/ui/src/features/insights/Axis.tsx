import { formatNumber } from '../../model/format';
import { digits } from './axis';
import css from './Axis.module.css';

export function Grid({ at }: { at: number[] }) {
  const min = at[0]!, max = at.at(-1)!, places = digits(at);
  return <>{at.map((v) => <span key={v} className={css.line} style={{ bottom: `${((v - min) / (max - min)) * 100}%` }} aria-hidden><span>{formatNumber(v, places)}</span></span>)}</>;
}

export function Labels({ labels, step }: { labels: string[]; step: number }) {
  return <div className={css.axis} aria-hidden>{labels.map((l, i) => <span key={i}>{i % step === 0 ? l : ''}</span>)}</div>;
}

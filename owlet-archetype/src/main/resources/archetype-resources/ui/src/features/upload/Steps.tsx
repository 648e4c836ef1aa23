import { Check } from 'lucide-react';
import { t } from '../../i18n/text';
import type { Step } from './useUpload';
import css from './Steps.module.css';

const order: Step[] = ['file', 'match', 'review', 'send'];

export function Steps({ at }: { at: Step }) {
  const now = order.indexOf(at === 'large' ? 'send' : at);
  return (
    <ol className={css.steps}>
      {t.import.steps.map((label, i) => (
        <li key={label} className={css.step} data-state={i < now ? 'done' : i === now ? 'now' : 'next'} aria-current={i === now ? 'step' : undefined}>
          <span className={css.dot} aria-hidden>{i < now ? <Check size={13} strokeWidth={3} /> : i + 1}</span>
          <span className={css.label}>{label}{i < now && <span className="sr-only"> {t.import.stepDone}</span>}</span>
        </li>
      ))}
    </ol>
  );
}

import { ArrowLeft, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import { fieldOf, keyFields } from '../../model/concept';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Segments } from '../../ui/Segments';
import { ProblemList } from './ProblemList';
import { ReviewGrid } from './ReviewGrid';
import type { View } from './types';
import type { Upload } from './useUpload';
import css from './ReviewStep.module.css';

export function ReviewStep({ concept, up }: { concept: Concept; up: Upload }) {
  const r = up.review!;
  const [view, setView] = useState<View>(r.bad ? 'bad' : 'all');
  const mayUpdate = useMay()(concept, 'update');
  const keys = keyFields(concept);
  const match = mayUpdate && keys.every((k) => up.mapping.some((m) => m.field === k)) ? keys.map((k) => fieldOf(concept, k)?.label ?? k).join(', ') : null;
  const now = view === 'bad' && !r.bad ? 'clean' : view;
  return (
    <>
      <div className={css.columns}>
        <section className={css.left} aria-label={t.common.rows('', false).trim()}>
          <div className={css.bar}>
            <Segments<View> label={t.import.rowsToShow} value={view} onChange={setView} options={[{ value: 'bad', label: t.import.withProblems(formatCount(r.bad)) }, { value: 'all', label: t.import.allRows(formatCount(r.rows - r.skipped)) }]} />
            <span className={css.hint}>{t.import.clickCell}</span>
          </div>
          {now === 'clean'
            ? <div className={css.clean}><CircleCheck size={26} aria-hidden /><strong>{t.import.clean}</strong><span>{t.import.cleanText(formatCount(r.ready))}</span></div>
            : <ReviewGrid key={view} concept={concept} up={up} view={view} />}
        </section>
        <ProblemList concept={concept} up={up} />
      </div>
      <div className={css.foot}>
        <Button look="primary" disabled={!r.ready} onClick={() => void up.send()}>{t.import.import(formatCount(r.ready), r.ready === 1)}</Button>
        {match && (
          <Segments label={t.import.whatWith} value={up.mode} onChange={up.setMode} options={[{ value: 'insert', label: t.import.onlyAdd }, { value: 'upsert', label: t.import.update(match) }]} />
        )}
        {r.bad > 0 && <span className={css.behind}>{t.import.stayBehind(formatCount(r.bad))}</span>}
        <span className={css.end}><Button look="quiet" icon={<ArrowLeft size={15} />} onClick={() => up.setStep('match')}>{t.import.columns}</Button></span>
      </div>
    </>
  );
}

import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/states';
import { DoneView } from './DoneView';
import { useRejects } from './rejects';
import type { Upload } from './useUpload';
import css from './SendStep.module.css';

export function SendStep({ concept, up }: { concept: Concept; up: Upload }) {
  const rejects = useRejects(concept, up);
  if (up.sending || !up.outcome) return <Sending concept={concept} up={up} />;
  const o = up.outcome;
  const left = up.review!.bad - o.refused.length;
  const unsent = Math.max(0, up.review!.ready - (o.created + o.updated));
  return (
    <DoneView concept={concept} created={o.created} updated={o.updated} seconds={o.seconds} leftOut={Math.max(0, left)} skipped={up.review!.skipped}
      failed={o.failed} stopped={o.stopped && unsent > 0 ? t.import.stoppedText(formatCount(unsent)) : undefined} refused={o.refused.length}
      lines={o.refused.flatMap((r) => r.errors.map((e) => ({ ...e, row: r.row + 1 })))} actions={<>
        {(o.stopped || o.failed) && <Button look="primary" onClick={() => void up.goOn()}>{t.import.goOn}</Button>}
        {o.refused.length > 0 && <Button look={o.stopped || o.failed ? 'plain' : 'primary'} onClick={() => void up.fixRefused()}>{t.import.fixRows(formatCount(o.refused.length), o.refused.length === 1)}</Button>}
        {up.review!.bad > 0 && <Button onClick={() => void rejects()}>{t.import.notSaved}</Button>}
        <Button look="quiet" onClick={() => void up.restart()}>{t.import.another}</Button>
      </>} />
  );
}

function Sending({ concept, up }: { concept: Concept; up: Upload }) {
  const total = up.review!.ready, sent = up.outcome?.rows ?? 0;
  const share = total ? (sent / total) * 100 : 0;
  return (
    <div className={css.box}>
      <h2 className={css.title}>{t.import.importing(concept.label.many.toLowerCase())}</h2>
      <Progress value={share} label={t.import.progress} />
      <div className={css.under}><span className="num" role="status">{t.import.of(formatCount(sent), formatCount(total))}</span><span className="num">{Math.round(share)} %</span></div>
      <p className={css.text}>{up.kept ? t.import.keepOpen : t.import.notDurable}</p>
      <Button onClick={up.stop}>{t.import.stop}</Button>
    </div>
  );
}

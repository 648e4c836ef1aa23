import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import { keyFields, fieldOf } from '../../model/concept';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Segments } from '../../ui/Segments';
import { Notice, Progress, Spinner } from '../../ui/states';
import { LargeDone } from './LargeDone';
import type { Mode } from './store';
import { useLarge } from './useLarge';
import type { Upload } from './useUpload';
import css from './SendStep.module.css';

const READABLE = 80 * 1024 * 1024;
const MEGA = 1024 * 1024;

/** A file that goes to storage as it is: sent with progress, read by the server, reported row by row, undone as a whole. */
export function LargeStep({ concept, up }: { concept: Concept; up: Upload }) {
  const file = up.file!;
  const large = useLarge(concept, file);
  const [mode, setMode] = useState<Mode>('insert');
  const mayUpdate = useMay()(concept, 'update');
  const { state, phase } = large;
  if (state?.status === 'done') return <LargeDone concept={concept} state={state} large={large} again={up.restart} />;
  const keys = keyFields(concept).map((k) => fieldOf(concept, k)?.label ?? k).join(', ');
  const failed = state?.status === 'failed' ? state.message ?? t.import.nothingSaved : large.problem;
  return (
    <div className={css.box}>
      {phase === 'idle' && (
        <>
          <h2 className={css.title}>{t.import.large}</h2>
          <p className={css.text}>{large.binary ? t.import.largeBinary : t.import.largeText}</p>
          <p className={css.fileLine}><FileUp size={16} aria-hidden />{file.name}<span className="dim num">{formatCount(Math.ceil(file.size / MEGA))} MB</span></p>
          {mayUpdate && <Segments label={t.import.whatWith} value={mode} onChange={setMode} options={[{ value: 'insert', label: t.import.onlyAdd }, { value: 'upsert', label: t.import.update(keys) }]} />}
        </>
      )}
      {phase === 'sending' && (
        <>
          <h2 className={css.title}>{t.import.sending(file.name)}</h2>
          <Progress value={large.share * 100} label={t.import.progress} />
          <div className={css.under}><span className="num" role="status">{Math.round(large.share * 100)} %</span><span className="num">{formatCount(Math.round((file.size * large.share) / MEGA))} / {formatCount(Math.ceil(file.size / MEGA))} MB</span></div>
        </>
      )}
      {phase === 'reading' && <p className={css.fileLine} role="status"><Spinner />{state?.status === 'running' ? t.import.running(formatCount(state.rows ?? 0)) : t.import.waiting}</p>}
      {failed && <Notice bad title={t.import.uploadFailed}>{failed}</Notice>}
      {large.cancelled && <Notice title={t.import.stopped}>{t.import.cancelled}</Notice>}
      <div className={css.actions}>
        {phase === 'idle' && !failed && <Button look="primary" onClick={() => void large.start(mode)}>{t.import.upload}</Button>}
        {phase === 'idle' && failed && <Button look="primary" onClick={() => void large.start(mode)}>{large.canContinue ? t.import.continueUpload : t.common.again}</Button>}
        {phase === 'sending' && <><Button onClick={large.pause}>{t.import.stop}</Button><Button look="quiet" onClick={() => void large.cancel()}>{t.import.cancel}</Button></>}
        {phase === 'idle' && !large.binary && file.size < READABLE && <Button onClick={() => void up.open(file, {}, true)} busy={!!up.busy}>{t.import.hereAfterAll}</Button>}
        {phase === 'idle' && <Button look="quiet" onClick={() => void up.restart()}>{t.import.another}</Button>}
      </div>
    </div>
  );
}

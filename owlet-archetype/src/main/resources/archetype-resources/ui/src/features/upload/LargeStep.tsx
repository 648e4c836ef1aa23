import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import { keyFields, fieldOf } from '../../model/concept';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { Segments } from '../../ui/Segments';
import { Notice } from '../../ui/states';
import { LargeDone } from './LargeDone';
import { LargeProgress } from './LargeProgress';
import { megabytes } from './size';
import type { Mode } from './store';
import { useLarge } from './useLarge';
import type { Upload } from './useUpload';
import css from './SendStep.module.css';

const READABLE = 80 * 1024 * 1024;

/** A file that goes to storage as it is: sent with progress, read by the server, reported row by row, undone as a whole. */
export function LargeStep({ concept, up }: { concept: Concept; up: Upload }) {
  const { file, left } = up;
  const large = useLarge(concept, file, left);
  const [mode, setMode] = useState<Mode>('insert');
  const mayUpdate = useMay()(concept, 'update');
  const { upload, phase } = large;
  const name = file?.name ?? left!.filename, size = file?.size ?? left!.size;
  if (upload?.status === 'done' && phase === 'idle') return <LargeDone concept={concept} state={upload} large={large} again={up.restart} />;
  const keys = keyFields(concept).map((k) => fieldOf(concept, k)?.label ?? k).join(', ');
  const failed = large.cancelled ? undefined : upload?.status === 'failed' ? upload.message ?? t.import.nothingSaved : large.problem;
  const idle = phase === 'idle';
  const begun = large.paused || !!failed || large.cancelled;
  return (
    <div className={css.box}>
      {idle && (
        <>
          <h2 className={css.title}>{begun ? t.import.uploadOf(name) : t.import.large}</h2>
          {!begun && <p className={css.text}>{large.binary ? t.import.largeBinary : t.import.largeText}</p>}
          <p className={css.fileLine}><FileUp size={16} aria-hidden /><span className={css.name}>{name}</span><span className="dim num">{megabytes(size)}</span></p>
          {mayUpdate && !begun && <Segments label={t.import.whatWith} value={mode} onChange={setMode} options={[{ value: 'insert', label: t.import.onlyAdd }, { value: 'upsert', label: t.import.update(keys) }]} />}
        </>
      )}
      {!idle && <LargeProgress large={large} name={name} size={size} />}
      {failed && <Notice bad title={t.import.uploadFailed}>{failed}</Notice>}
      {large.cancelled && <Notice title={t.import.stopped}>{t.import.cancelled}</Notice>}
      {idle && large.paused && <Notice title={t.import.stopped}>{t.import.paused(megabytes(large.sent), megabytes(size))}</Notice>}
      <div className={css.actions}>
        {idle && file && (begun ? <Button look="primary" onClick={() => void large.start(left?.mode as Mode ?? mode)}>{large.canContinue ? t.import.continueUpload : t.common.again}</Button> : <Button look="primary" onClick={() => void large.start(mode)}>{t.import.upload}</Button>)}
        {phase === 'sending' && <Button onClick={large.pause}>{t.import.stop}</Button>}
        {(phase === 'sending' || phase === 'reading' || (idle && large.canContinue && begun)) && <Button look="quiet" onClick={() => void large.cancel()}>{t.import.cancel}</Button>}
        {idle && !large.canContinue && !large.binary && file && size < READABLE && <Button onClick={() => void up.open(file, {}, true)} busy={!!up.busy}>{t.import.hereAfterAll}</Button>}
        {idle && <Button look="quiet" onClick={() => void up.restart()}>{t.import.another}</Button>}
      </div>
      <LeaveGuard dirty={phase === 'sending'} title={t.import.leaveAsk} leave={t.form.leave} stay={t.form.stay}>{t.import.leaveSending}</LeaveGuard>
    </div>
  );
}

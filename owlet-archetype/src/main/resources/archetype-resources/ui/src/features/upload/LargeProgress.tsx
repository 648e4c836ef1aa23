import { useEffect, useState } from 'react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import { Button } from '../../ui/Button';
import { Notice, Progress, Spinner } from '../../ui/states';
import { megabytes } from './size';
import type { Large } from './useLarge';
import css from './SendStep.module.css';

/** How far an upload is: in bytes while it is sent, in rows while it is read. */
export function LargeProgress({ large, name, size }: { large: Large; name: string; size: number }) {
  const share = size ? (large.sent / size) * 100 : 0;
  const { upload } = large;
  return (
    <>
      <h2 className={css.title}>{large.phase === 'sending' ? t.import.sending(name) : t.import.uploadOf(name)}</h2>
      {large.phase === 'sending' ? (
        <>
          <Progress value={share} label={t.import.progress} />
          <div className={css.under}><span className="num" role="status">{Math.floor(share)} %</span><span className="num">{t.import.ofBytes(megabytes(large.sent), megabytes(size))}</span></div>
          {!large.lost && <p className={css.text}>{t.import.keepSending}</p>}
        </>
      ) : (
        <>
          <p className={css.fileLine} role="status"><Spinner />{large.phase === 'stopping' ? t.import.stopping : upload?.status === 'running' ? t.import.running(formatCount(upload.rows ?? 0)) : t.import.waiting}</p>
          {!!upload?.rejected && <p className={css.text}>{t.import.refusedSoFar(formatCount(upload.rejected))}</p>}
          <p className={css.text}>{t.import.mayLeave}</p>
        </>
      )}
      {large.lost !== undefined && <Lost until={large.lost} tryNow={large.tryNow} />}
    </>
  );
}

const SECOND = 1000;

/** The connection is gone: when it is tried again. */
function Lost({ until, tryNow }: { until: number; tryNow: () => void }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return (
    <Notice bad title={t.common.offline}>
      {t.import.lost(formatCount(Math.max(0, Math.ceil((until - now) / SECOND))))} <Button small onClick={tryNow}>{t.import.tryNow}</Button>
    </Notice>
  );
}

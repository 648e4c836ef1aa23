import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { renew, useSession } from '../../auth/session';
import { useConfig, useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import css from './TokenCard.module.css';

const MINUTE = 60_000, LOOK = 15_000, LOW = 10;

/** Where the API is, and the token that opens it, for as long as it lasts. */
export function TokenCard() {
  const session = useSession();
  const left = useMinutesLeft(session?.expires);
  const [busy, setBusy] = useState(false);
  const base = useBaseUrl() + useModel().api.basePath;
  const token = session?.access ?? '';
  return (
    <section className={css.card} aria-label={t.portal.access}>
      <div className={css.item}><span className={css.label}>{t.portal.baseUrl}</span><code className={css.value}>{base}</code><CopyButton value={base} label={t.portal.copyBase} /></div>
      <div className={css.item}>
        <span className={css.label}>{t.portal.token}</span>
        <code className={css.value}>{token.slice(0, 12)}…{token.slice(-6)}</code>
        <CopyButton value={token} label={t.portal.copyToken} />
        <span className={css.left} data-low={left < LOW || undefined}><KeyRound size={14} aria-hidden />{left > 0 ? t.portal.left(String(left)) : t.portal.expired}</span>
        {session?.refresh && <Button small look="quiet" busy={busy} onClick={() => { setBusy(true); void renew().finally(() => setBusy(false)); }}>{t.portal.renew}</Button>}
      </div>
    </section>
  );
}

/** Where the API is, seen from elsewhere: config.json may name it by path alone. */
export const useBaseUrl = () => new URL(useConfig().apiUrl || '/', location.origin).toString().replace(/\/$/, '');

function useMinutesLeft(expires?: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => { const timer = setInterval(() => setNow(Date.now()), LOOK); return () => clearInterval(timer); }, []);
  return expires ? Math.max(0, Math.round((expires - Math.max(now, Date.now())) / MINUTE)) : 0;
}

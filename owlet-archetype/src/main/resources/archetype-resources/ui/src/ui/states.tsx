import { CloudOff, Lock, RotateCw, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { t } from '../i18n/text';
import { Button } from './Button';
import bone from './Bone.module.css';
import css from './states.module.css';

/** A grey bar where text will be. */
export const Bone = ({ width, height = 10 }: { width?: string; height?: number }) => <span className={bone.bone} style={{ width, height }} aria-hidden />;

export const Spinner = () => <span className={css.spinner} aria-hidden />;

export const Splash = ({ label }: { label: string }) => <div className={css.splash} role="status"><Spinner /><span>{label}</span></div>;

/** `main`: it is all that the page has, so that its title is the page's. */
export function EmptyState({ icon, title, children, actions, main }: { icon: ReactNode; title: string; children?: ReactNode; actions?: ReactNode; main?: boolean }) {
  const Title = main ? 'h1' : 'h2';
  return (
    <div className={css.state}>
      <span className={css.icon}>{icon}</span>
      <Title className={css.title}>{title}</Title>
      {children && <p className={css.text}>{children}</p>}
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}

/** What went wrong, in words that say whose turn it is. */
export function ErrorState({ error, retry, main }: { error: unknown; retry?: () => void; main?: boolean }) {
  const status = error instanceof ApiError ? error.status : undefined;
  const message = error instanceof Error ? error.message : String(error);
  const { title, icon } = status === 0 ? { title: t.common.offline, icon: <WifiOff size={22} /> }
    : status === 403 ? { title: t.common.forbidden, icon: <Lock size={22} /> }
    : status === 404 ? { title: t.common.missing, icon: <CloudOff size={22} /> }
    : { title: t.common.failed, icon: <CloudOff size={22} /> };
  return (
    <div role="alert">
      <EmptyState main={main} icon={icon} title={title} actions={retry && status !== 403 && <Button icon={<RotateCw size={15} />} onClick={retry}>{t.common.again}</Button>}>{message}</EmptyState>
    </div>
  );
}

/** A message within a page: what went wrong, or what to know. */
export function Notice({ bad, title, children }: { bad?: boolean; title?: string; children?: ReactNode }) {
  return (
    <div className={css.notice} data-bad={bad || undefined} role={bad ? 'alert' : 'note'}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}

export function Progress({ value, label }: { value: number; label: string }) {
  return <progress className={css.progress} max={100} value={value} aria-label={label} />;
}

import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import css from './Button.module.css';

export type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface Own { look?: Look; small?: boolean; icon?: ReactNode; busy?: boolean; children: ReactNode }

const face = (icon: ReactNode, busy: boolean | undefined, children: ReactNode) => (
  <>
    {busy ? <span className={css.spinner} aria-hidden /> : icon}
    <span>{children}</span>
  </>
);

export function Button({ look = 'plain', small, icon, busy, children, className, ...rest }: Own & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} disabled={rest.disabled || busy} aria-busy={busy || undefined} className={`${css.button} ${className ?? ''}`} data-look={look} data-small={small || undefined}>
      {face(icon, busy, children)}
    </button>
  );
}

export function ButtonLink({ look = 'plain', small, icon, href, children }: Own & { href: string }) {
  return <Link href={href} className={css.button} data-look={look} data-small={small || undefined}>{face(icon, false, children)}</Link>;
}

/** A button whose picture needs words: they are its name and its tip. */
export function IconButton({ label, children, className, ...rest }: ComponentProps<'button'> & { label: string }) {
  return <button type="button" title={label} {...rest} aria-label={label} className={`${css.icon} ${className ?? ''}`}>{children}</button>;
}

import { useId, type ReactNode } from 'react';
import { t } from '../i18n/text';
import css from './Field.module.css';

export interface Names { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true }

interface Props { label: ReactNode; help?: ReactNode; error?: string; required?: boolean; id?: string; children: (names: Names) => ReactNode }

/** A label above an input, and below it what is wrong or what it is for; tied together for those who listen. */
export function Field({ label, help, error, required, id, children }: Props) {
  const own = useId();
  const base = id ?? own;
  const said = [error && `${base}-error`, help && `${base}-help`].filter(Boolean).join(' ');
  return (
    <div className={css.field} data-bad={error ? true : undefined}>
      <label className={css.label} htmlFor={base}>{label}{required && <span className={css.star} title={t.common.required} aria-hidden> *</span>}</label>
      {children({ id: base, 'aria-describedby': said || undefined, 'aria-invalid': error ? true : undefined, 'aria-required': required || undefined })}
      {error && <p className={css.error} id={`${base}-error`}>{error}</p>}
      {help && <p className={css.help} id={`${base}-help`}>{help}</p>}
    </div>
  );
}

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/text';
import { Button } from '../../ui/Button';
import css from './EntryPage.module.css';

/** Below a form, in sight however long it is. */
export function Actions({ busy, onSave, children }: { busy: boolean; onSave?: () => void; children: ReactNode }) {
  return (
    <div className={css.actions}>
      <Button type="submit" look="primary" busy={busy} icon={<Check size={16} />} onClick={onSave}>{t.form.save}</Button>
      {children}
      <span className={css.hint} aria-hidden><kbd>Ctrl</kbd> <kbd>Enter</kbd> {t.form.saves}</span>
    </div>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { pathOf } from '../../app/routes';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PageHeader } from '../../ui/PageHeader';
import { useLeaving } from './useLeaving';
import css from './EntryPage.module.css';

interface Props { concept: Concept; title: string; dirty: boolean; children: ReactNode }

/** The page around a form. It asks before it leaves what was not saved. */
export function Frame({ concept, title, dirty, children }: Props) {
  const { to, stay } = useLeaving(dirty);
  const [, navigate] = useLocation();
  return (
    <div className={css.page}>
      <Link href={pathOf(concept)} className={css.back}><ArrowLeft size={15} aria-hidden />{concept.label.many}</Link>
      <PageHeader title={title} description={concept.description} />
      <div className={css.gap} />
      {children}
      {to !== null && (
        <Dialog title={t.form.leaveAsk} close={stay} actions={<>
          <Button onClick={() => { stay(); navigate(to); }}>{t.form.leave}</Button>
          <Button look="primary" autoFocus onClick={stay}>{t.form.stay}</Button>
        </>}>
          <p>{t.form.unsaved}</p>
        </Dialog>
      )}
    </div>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pathOf } from '../../app/routes';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { PageHeader } from '../../ui/PageHeader';
import css from './EntryPage.module.css';

interface Props { concept: Concept; title: string; dirty: boolean; children: ReactNode }

/** The page around a form. It asks before it leaves what was not saved. */
export function Frame({ concept, title, dirty, children }: Props) {
  return (
    <div className={css.page}>
      <Link href={pathOf(concept)} className={css.back}><ArrowLeft size={15} aria-hidden />{concept.label.many}</Link>
      <PageHeader title={title} description={concept.description} />
      <div className={css.gap} />
      {children}
      <LeaveGuard dirty={dirty} title={t.form.leaveAsk} leave={t.form.leave} stay={t.form.stay}>{t.form.unsaved}</LeaveGuard>
    </div>
  );
}

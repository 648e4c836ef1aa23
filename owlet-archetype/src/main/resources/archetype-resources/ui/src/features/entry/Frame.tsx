import { ArrowLeft } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { pathOf } from '../../app/routes';
import type { Concept } from '../../model/types';
import { PageHeader } from '../../ui/PageHeader';
import css from './EntryPage.module.css';

interface Props { concept: Concept; title: string; dirty: boolean; children: ReactNode }

/** The page around a form. The browser asks before it leaves what was not saved. */
export function Frame({ concept, title, dirty, children }: Props) {
  useEffect(() => {
    if (!dirty) return;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return (
    <div className={css.page}>
      <Link href={pathOf(concept)} className={css.back}><ArrowLeft size={15} aria-hidden />{concept.label.many}</Link>
      <PageHeader title={title} description={concept.description} />
      <div className={css.gap} />
      {children}
    </div>
  );
}

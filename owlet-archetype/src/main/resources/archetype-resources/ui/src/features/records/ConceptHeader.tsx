import { History, Plus, Table2, TrendingUp, Upload } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { pathOf, type View } from '../../app/routes';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { ButtonLink } from '../../ui/Button';
import { PageHeader } from '../../ui/PageHeader';
import css from './ConceptHeader.module.css';

/** Above each page about the rows of a concept: its name, its views, and the ways to more rows. */
export function ConceptHeader({ concept, count }: { concept: Concept; count?: string }) {
  const may = useMay();
  const [at] = useLocation();
  const { create, import: imports, summary, history } = concept.operations;
  const adds = may(concept, 'create');
  const many = concept.label.many.toLowerCase();
  const tab = (view: Exclude<View, 'edit'>, label: string, icon: React.ReactNode) => (
    <Link href={pathOf(concept, view)} className={css.tab} aria-current={at === pathOf(concept, view) ? 'page' : undefined}>{icon}{label}</Link>
  );
  return (
    <>
      <PageHeader title={concept.label.many} count={count} description={concept.description} actions={adds && (
        <>
          {imports && <ButtonLink href={pathOf(concept, 'import')} icon={<Upload size={15} />}>{t.shell.import}</ButtonLink>}
          {create && <ButtonLink look="primary" href={pathOf(concept, 'new')} icon={<Plus size={16} />}>{t.shell.create(concept.label.one.toLowerCase())}</ButtonLink>}
        </>
      )} />
      <nav className={css.tabs} aria-label={t.shell.views(many)}>
        {tab('table', t.shell.table, <Table2 size={15} aria-hidden />)}
        {summary && !!concept.insights?.length && tab('insights', t.shell.insights, <TrendingUp size={15} aria-hidden />)}
        {history && tab('history', t.shell.history, <History size={15} aria-hidden />)}
      </nav>
    </>
  );
}

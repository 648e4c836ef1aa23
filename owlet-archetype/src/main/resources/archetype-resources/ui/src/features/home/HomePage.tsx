import { useQueries } from '@tanstack/react-query';
import { ArrowRight, Database, Plus, Sprout, Upload } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { totalQuery, useTotal } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { useSession } from '../../auth/session';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { ButtonLink } from '../../ui/Button';
import { ConceptIcon } from '../../ui/ConceptIcon';
import { EmptyState } from '../../ui/states';
import css from './HomePage.module.css';

const Glance = lazy(() => import('./Glance'));

export default function HomePage() {
  const { app, concepts } = useModel();
  const may = useMay();
  const readable = concepts.filter((c) => may(c, 'read'));
  const first = useSession()?.name?.split(' ')[0];
  return (
    <div className={css.page}>
      <h1 className={css.title}>{first ? t.home.hello(first) : app.title}</h1>
      <p className={css.lead}>{app.description ?? t.home.lead}</p>
      {!concepts.length && <EmptyState icon={<Database size={22} />} title={t.home.noConcepts}>{t.home.noConceptsText}</EmptyState>}
      {readable.length > 0 && <Start concepts={readable} />}
      <div className={css.cards}>{readable.map((c) => <ConceptCard key={c.name} concept={c} />)}</div>
      <Suspense><Glance concepts={readable} /></Suspense>
    </div>
  );
}

/** What to do first, as long as no table has a row. */
function Start({ concepts }: { concepts: Concept[] }) {
  const may = useMay();
  const { api } = useModel();
  const counts = useQueries({ queries: concepts.map((c) => totalQuery(api.basePath, c)) });
  const first = concepts.find((c) => may(c, 'create'));
  if (!first || counts.some((count) => count.data?.total !== 0)) return null;
  return (
    <EmptyState icon={<Sprout size={22} />} title={t.home.start} actions={
      <>
        <ButtonLink look="primary" href={pathOf(first, 'import')} icon={<Upload size={15} />}>{t.import.title(first.label.many.toLowerCase())}</ButtonLink>
        <ButtonLink href={pathOf(first, 'new')} icon={<Plus size={15} />}>{t.shell.create(first.label.one.toLowerCase())}</ButtonLink>
      </>
    }>{t.home.startText}</EmptyState>
  );
}

function ConceptCard({ concept }: { concept: Concept }) {
  const { data } = useTotal(concept);
  const may = useMay()(concept, 'create');
  return (
    <section className={css.card} aria-label={concept.label.many}>
      <Link to={pathOf(concept)} className={css.top}>
        <span className={css.icon}><ConceptIcon name={concept.icon} size={20} /></span>
        <span className={css.name}>{concept.label.many}</span>
        <ArrowRight size={16} className={css.arrow} aria-hidden />
      </Link>
      <p className={css.number}>{data ? formatCount(data.total) : '\u00a0'}</p>
      <p className={css.text}>{concept.description}</p>
      {may && (
        <div className={css.actions}>
          <ButtonLink small href={pathOf(concept, 'new')} icon={<Plus size={14} />}>{t.shell.create(concept.label.one.toLowerCase())}</ButtonLink>
          <ButtonLink small href={pathOf(concept, 'import')} icon={<Upload size={14} />}>{t.shell.import}</ButtonLink>
        </div>
      )}
    </section>
  );
}

import { ArrowRight, Database, Plus, Upload } from 'lucide-react';
import { Link } from 'wouter';
import { useSummary } from '../../api/hooks';
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

export default function HomePage() {
  const { app, concepts } = useModel();
  const may = useMay();
  const first = useSession()?.name?.split(' ')[0];
  return (
    <div className={css.page}>
      <h1 className={css.title}>{first ? t.home.hello(first) : app.title}</h1>
      <p className={css.lead}>{app.description ?? t.home.lead}</p>
      {!concepts.length && <EmptyState icon={<Database size={22} />} title={t.home.noConcepts}>{t.home.noConceptsText}</EmptyState>}
      <div className={css.cards}>{concepts.filter((c) => may(c, 'read')).map((c) => <ConceptCard key={c.name} concept={c} />)}</div>
    </div>
  );
}

function ConceptCard({ concept }: { concept: Concept }) {
  const { data } = useSummary(concept, null);
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

import { TrendingUp } from 'lucide-react';
import { useSummary } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import { formatCount, formatNumber } from '../../model/format';
import type { Concept, Field } from '../../model/types';
import { ButtonLink } from '../../ui/Button';
import { EmptyState, ErrorState } from '../../ui/states';
import { ConceptHeader } from '../records/ConceptHeader';
import { Chart } from './Chart';
import css from './InsightsPage.module.css';

const TILES = 3;
const MEASURED = new Set<Field['type']>(['integer', 'long', 'decimal', 'double']);

export default function InsightsPage({ concept }: { concept: Concept }) {
  const total = useSummary(concept, null);
  const may = useMay()(concept, 'create');
  const insights = concept.insights ?? [];
  const count = total.data?.total;
  return (
    <div className={css.page}>
      <ConceptHeader concept={concept} count={count === undefined ? undefined : formatCount(count)} />
      {total.isError ? <ErrorState error={total.error} retry={() => void total.refetch()} />
        : count === 0 ? <EmptyState icon={<TrendingUp size={22} />} title={t.insights.none} actions={may && <ButtonLink href={pathOf(concept, 'import')}>{t.shell.import}</ButtonLink>}>{t.insights.noneText}</EmptyState>
        : !insights.length ? <EmptyState icon={<TrendingUp size={22} />} title={t.insights.noInsights}>{t.insights.noInsightsText}</EmptyState> : (
          <>
            <dl className={css.tiles}>
              <div><dt>{concept.label.many}</dt><dd>{count === undefined ? '\u00a0' : formatCount(count)}</dd></div>
              {concept.fields.filter((f) => MEASURED.has(f.type) && f.computed === undefined && !isKey(concept, f)).slice(0, TILES).map((f) => <Tile key={f.name} concept={concept} field={f} />)}
            </dl>
            <div className={css.grid}>{insights.map((i) => <Chart key={i.title} concept={concept} insight={i} />)}</div>
          </>
        )}
    </div>
  );
}

const isKey = (c: Concept, f: Field) => (Array.isArray(c.key) ? c.key.includes(f.name) : c.key === f.name);

function Tile({ concept, field }: { concept: Concept; field: Field }) {
  const { data } = useSummary(concept, { by: '', measure: `avg:${field.name}` });
  const value = data?.groups[0]?.value;
  const shown = value === undefined || value === null;
  return <div><dt>{t.insights.average(field.label.toLowerCase())}</dt><dd>{shown ? (data ? '–' : '\u00a0') : formatNumber(value, 0, Math.min(field.scale ?? 1, 2))}{!shown && field.unit && <span> {field.unit}</span>}</dd></div>;
}

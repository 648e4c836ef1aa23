import { ChartColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSummary, type Group } from '../../api/hooks';
import { pathOf } from '../../app/routes';
import { t } from '../../i18n/text';
import { fieldOf } from '../../model/concept';
import { enumLabel, formatCount, formatDate, formatNumber } from '../../model/format';
import type { Concept, Field, Insight } from '../../model/types';
import { Button, IconButton } from '../../ui/Button';
import { Bone } from '../../ui/states';
import { bucketLabel } from './axis';
import { BarList } from './BarList';
import { bucketRange, fillBuckets } from './buckets';
import { ColumnChart } from './ColumnChart';
import { DataView } from './DataView';
import { LineChart } from './LineChart';
import { ShareBar } from './ShareBar';
import css from './Chart.module.css';

export interface Mark { key: string; label: string; short: string; value: number; count: number; text: string; tone?: string; go: () => void }

const WHOLE = new Set(['integer', 'long']);

/** One insight of the model. Each mark leads to the rows behind it; all of it can be read as a table. */
export function Chart({ concept, insight }: { concept: Concept; insight: Insight }) {
  const { data, isError, refetch } = useSummary(concept, insight);
  const [, go] = useLocation();
  const [table, setTable] = useState(false);
  const by = fieldOf(concept, insight.by);
  const measured = fieldOf(concept, insight.measure.split(':')[1] ?? '');
  const whole = insight.measure === 'count' || (insight.measure.startsWith('sum') && WHOLE.has(measured?.type ?? ''));
  const groups = data && (insight.bucket ? fillBuckets(data.groups, insight.bucket) : data.groups).filter((g) => g.value !== null);
  const marks = groups?.map((g): Mark => {
    const where = insight.bucket ? bucketRange(insight.by, g.key, insight.bucket) : new URLSearchParams({ [insight.by]: g.key });
    const label = nameOf(g, by, insight);
    return {
      key: g.key, label, short: insight.bucket ? bucketLabel(g.key, true) : label, value: Number(g.value), count: g.count,
      text: `${formatNumber(g.value, whole ? 0 : Math.min(measured?.scale ?? 2, 2))}${measured?.unit ? ` ${measured.unit}` : ''}`,
      tone: by?.values?.find((v) => v.value === g.key)?.tone, go: () => go(`${pathOf(concept)}?${where}`),
    };
  });
  const filled = !!marks?.some((m) => m.count);
  return (
    <figure className={css.card}>
      <figcaption className={css.title}>
        <span>{insight.title}</span>
        {filled && <IconButton label={table ? t.insights.asChart : t.insights.asTable} aria-pressed={table} onClick={() => setTable(!table)}>{table ? <ChartColumn size={15} /> : <Table2 size={15} />}</IconButton>}
      </figcaption>
      {isError ? <div className={css.note}><p>{t.common.failed}</p><Button small onClick={() => void refetch()}>{t.common.again}</Button></div>
        : !marks ? <Bone height={190} /> : !filled ? <p className={css.note}>{t.insights.none}</p>
        : table ? <DataView marks={marks} title={insight.title} by={by?.label ?? insight.by} />
        : insight.chart === 'columns' ? <ColumnChart marks={marks} whole={whole} /> : insight.chart === 'line' ? <LineChart marks={marks} />
        : insight.chart === 'share' ? <ShareBar marks={marks} /> : <BarList marks={marks} />}
      <Foot absent={data?.absent} unlisted={data?.unlisted} />
    </figure>
  );
}

function Foot({ absent, unlisted }: { absent?: number; unlisted?: number }) {
  const said = [absent && t.insights.absent(formatCount(absent)), unlisted && t.insights.unlisted(formatCount(unlisted))].filter(Boolean);
  return said.length ? <p className={css.foot}>{said.join(', ')}</p> : null;
}

function nameOf(g: Group, by: Field | undefined, insight: Insight): string {
  if (g.label) return g.label;
  if (insight.bucket) return bucketLabel(g.key);
  if (by?.type === 'boolean') return g.key === 'true' ? t.common.yes : t.common.no;
  if (by?.type === 'date') return formatDate(g.key);
  return by?.values ? enumLabel(by, g.key) : g.key;
}

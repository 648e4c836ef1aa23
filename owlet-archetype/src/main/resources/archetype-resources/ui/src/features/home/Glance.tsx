import { useQueries } from '@tanstack/react-query';
import { totalQuery } from '../../api/hooks';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { Chart } from '../insights/Chart';
import css from './HomePage.module.css';

const CHARTS = 3;

/** The first insight of each of the tables that have the most rows. */
export default function Glance({ concepts }: { concepts: Concept[] }) {
  const { api } = useModel();
  const told = concepts.filter((c) => c.operations.summary && c.insights?.length);
  const totals = useQueries({ queries: told.map((c) => totalQuery(api.basePath, c)) });
  if (totals.some((one) => one.isPending)) return null;
  const full = told.map((concept, i) => ({ concept, total: totals[i]?.data?.total ?? 0 })).filter((one) => one.total > 0).sort((a, b) => b.total - a.total).slice(0, CHARTS);
  if (!full.length) return null;
  return (
    <section aria-label={t.home.glance}>
      <h2 className={css.h2}>{t.home.glance}</h2>
      <div className={css.charts}>{full.map(({ concept }) => <Chart key={concept.name} concept={concept} insight={concept.insights![0]!} />)}</div>
    </section>
  );
}

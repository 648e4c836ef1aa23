import type { Group } from '../../api/hooks';
import type { Insight } from '../../model/types';

export type Bucket = NonNullable<Insight['bucket']>;
const SHOWN = 48;
const DAY = 86_400_000;

/** A quarter without rows is a gap in the chart, not a missing column. The latest spans are shown. */
export function fillBuckets(groups: Group[], bucket: Bucket): Group[] {
  const sorted = [...groups].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (!sorted.length) return [];
  const have = new Map(sorted.map((g) => [g.key, g]));
  const out: Group[] = [];
  for (let key = sorted.at(-1)!.key; key >= sorted[0]!.key && out.length < SHOWN; key = before(key, bucket)) out.push(have.get(key) ?? { key, value: 0, count: 0 });
  return out.reverse();
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** First day of a span. A week is named by its Monday, or as 2026-W14. */
function startOf(key: string, bucket: Bucket): string {
  if (bucket === 'year') return `${key.slice(0, 4)}-01-01`;
  if (bucket === 'quarter') return `${key.slice(0, 4)}-${String((Number(key.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01`;
  const week = /^(\d{4})-W(\d\d)$/.exec(key);
  if (week) {
    const fourth = Date.UTC(Number(week[1]), 0, 4);
    return iso(fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (Number(week[2]) - 1) * 7 * DAY);
  }
  return bucket === 'month' ? `${key.slice(0, 7)}-01` : key;
}

function endOf(start: string, bucket: Bucket): string {
  if (bucket === 'day') return start;
  if (bucket === 'week') return iso(Date.parse(start) + 6 * DAY);
  const months = { month: 1, quarter: 3, year: 12 }[bucket];
  return iso(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1 + months, 0));
}

/** The span before. */
export function before(key: string, bucket: Bucket): string {
  const last = iso(Date.parse(startOf(key, bucket)) - DAY);
  if (bucket === 'day') return last;
  if (bucket === 'month') return last.slice(0, 7);
  if (bucket === 'year') return last.slice(0, 4);
  if (bucket === 'quarter') return `${last.slice(0, 4)}-Q${Math.ceil(Number(last.slice(5, 7)) / 3)}`;
  const monday = Date.parse(last) - 6 * DAY;
  if (!key.includes('W')) return iso(monday);
  const thursday = new Date(monday + 3 * DAY);
  const week = Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The rows of a span, as the table's filter. A day stands for all of it. */
export function bucketRange(field: string, key: string, bucket: Bucket): URLSearchParams {
  const start = startOf(key, bucket);
  return new URLSearchParams({ [`${field}.gte`]: start, [`${field}.lte`]: endOf(start, bucket) });
}

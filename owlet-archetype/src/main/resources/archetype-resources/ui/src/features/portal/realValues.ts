import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/client';
import type { Page } from '../../api/hooks';
import { useMay } from '../../auth/access';
import { useModel } from '../../config/context';
import { keyFields } from '../../model/concept';
import type { Concept } from '../../model/types';
import type { Operation } from './openapi';

export interface RealValues { key?: string; body: Record<string, unknown> }

/** The concept that an operation is about: of those whose path fits, the longest. */
export function conceptOf(op: Operation, base: string, concepts: Concept[]): Concept | undefined {
  return concepts.filter((c) => op.path === `${base}/${c.path}` || op.path.startsWith(`${base}/${c.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** An example that works at the first click: keys that exist, in place of invented ones. */
export function useRealValues(op: Operation): RealValues | undefined {
  const { api, concepts } = useModel();
  const may = useMay();
  const concept = conceptOf(op, api.basePath, concepts);
  return useQuery({
    queryKey: [concept?.name, 'real values', op.id],
    enabled: !!concept && (op.path.includes('{key}') || !!op.requestBody),
    queryFn: async () => {
      const first = async (c: Concept) => (may(c, 'read') ? (await request<Page>('GET', `${api.basePath}/${c.path}?limit=1`)).data.items[0] : undefined);
      const out: RealValues = { body: {} };
      if (op.path.includes('{key}')) {
        const row = await first(concept!);
        if (row) out.key = keyFields(concept!).map((f) => String(row[f])).join(',');
      }
      for (const f of op.requestBody ? concept!.fields.filter((x) => x.type === 'reference') : []) {
        const target = concepts.find((c) => c.name === f.to);
        const row = target && (await first(target));
        if (row) out.body[f.name] = row[keyFields(target)[0]!];
      }
      return out;
    },
  }).data;
}

/** Replaces values by name, also inside the rows of a batch. */
export function fill(sample: unknown, values: Record<string, unknown>): unknown {
  if (Array.isArray(sample)) return sample.map((s) => fill(s, values));
  if (!sample || typeof sample !== 'object') return sample;
  return Object.fromEntries(Object.entries(sample).map(([k, v]) => [k, k in values ? values[k] : fill(v, values)]));
}

/** The address of a call. The parts of a composite key are encoded one by one. */
export function addressOf(op: Operation, params: Record<string, string>, composite: boolean): string {
  let path = op.path;
  const q = new URLSearchParams();
  for (const p of op.parameters) {
    const v = params[p.name];
    if (p.in === 'path') path = path.replace(`{${p.name}}`, v ? (composite ? v.split(',').map(encodeURIComponent).join(',') : encodeURIComponent(v)) : `{${p.name}}`);
    else if (p.in === 'query' && v) q.set(p.name, v);
  }
  return q.size ? `${path}?${q}` : path;
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useModel } from '../config/context';
import type { Concept, Insight, Row } from '../model/types';
import { keyPath } from '../model/concept';
import { request } from './client';

export interface Page { items: Row[]; next: string | null; total: number }
export interface Group { key: string; label?: string; value: number | string; count: number }
export interface Summary { groups: Group[]; total: number; absent?: number; unlisted?: number }
export interface Commit { version: number; when: string; who: string; what: string; rows?: number; upload?: string }

const useBase = (c: Concept) => `${useModel().api.basePath}/${c.path}`;

export function usePage(c: Concept, params: URLSearchParams) {
  const base = useBase(c);
  const key = params.toString();
  return useQuery({
    queryKey: [c.name, 'page', key],
    queryFn: async ({ signal }) => (await request<Page>('GET', `${base}?${key}`, { signal })).data,
    placeholderData: keepPreviousData,
  });
}

export function useRow(c: Concept, id: string | undefined) {
  const base = useBase(c);
  return useQuery({
    queryKey: [c.name, 'row', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) => request<Row>('GET', `${base}/${keyPath(id!)}`, { signal }),
  });
}

const LOOKED_UP = 20;

export function useLookup(c: Concept, text: string, enabled: boolean) {
  const base = useBase(c);
  return useQuery({
    queryKey: [c.name, 'lookup', text],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const q = new URLSearchParams({ limit: String(LOOKED_UP), sort: c.title });
      if (text) q.set('q', text);
      return (await request<Page>('GET', `${base}?${q}`, { signal })).data.items;
    },
  });
}

export function useSummary(c: Concept, insight: Pick<Insight, 'by' | 'bucket' | 'measure'> | null) {
  const base = useBase(c);
  const q = new URLSearchParams();
  if (insight) { if (insight.by) q.set('by', insight.by); q.set('measure', insight.measure); if (insight.bucket) q.set('bucket', insight.bucket); }
  return useQuery({
    queryKey: [c.name, 'summary', q.toString()],
    queryFn: async ({ signal }) => (await request<Summary>('GET', `${base}/summary?${q}`, { signal })).data,
  });
}

/** How many rows a table has. */
export const totalQuery = (basePath: string, c: Concept) => ({
  queryKey: [c.name, 'total'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await request<Summary>('GET', `${basePath}/${c.path}/summary?measure=count`, { signal })).data,
});

export const useTotal = (c: Concept) => useQuery(totalQuery(useModel().api.basePath, c));

export interface Saving { id?: string; row: Row; etag?: string; once?: string }

export function useSave(c: Concept) {
  const base = useBase(c);
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, row, etag, once }: Saving) =>
      id !== undefined
        ? request<Row>('PATCH', `${base}/${keyPath(id)}`, { body: row, headers: etag ? { 'if-match': etag } : {} })
        : request<Row>('POST', base, { body: row, headers: once ? { 'idempotency-key': once } : {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: [c.name] }),
  });
}

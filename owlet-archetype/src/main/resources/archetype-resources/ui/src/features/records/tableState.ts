import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Concept } from '../../model/types';

/** One condition as the API writes it: the parameter `name.op` (`name` alone for equality) with its values. */
export interface Condition { name: string; op: string; values: string[] }

/** Which rows a table shows. It lies in the address, so that it can be sent to somebody, and Back goes back. */
export interface View { words: string; sort: string; page: number; size: number; version?: string; open?: string; conditions: Condition[] }

/** Parameters of the page or the API; a field of such a name is asked for with `.eq`. */
const OWN = new Set(['q', 'sort', 'page', 'limit', 'version', 'open', 'offset', 'cursor', 'fields', 'asOf']);
const OPS = new Set(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'null']);
export const SIZES = [25, 50, 100, 250];

export function conditionsOf(params: URLSearchParams): Condition[] {
  return [...new Set(params.keys())].filter((key) => !OWN.has(key)).map((key) => {
    const dot = key.lastIndexOf('.');
    const op = dot > 0 && OPS.has(key.slice(dot + 1)) ? key.slice(dot + 1) : '';
    return { name: op ? key.slice(0, dot) : key, op: op || 'eq', values: params.getAll(key) };
  });
}

export function viewOf(params: URLSearchParams, concept: Concept): View {
  const size = Number(params.get('limit')) || (concept.table?.pageSize ?? SIZES[0]!);
  return {
    words: params.get('q') ?? '',
    sort: params.get('sort') ?? concept.table?.sort ?? '',
    page: Math.max(1, Number(params.get('page')) || 1),
    size: SIZES.includes(size) ? size : SIZES[0]!,
    version: params.get('version') ?? undefined,
    open: params.get('open') ?? undefined,
    conditions: conditionsOf(params),
  };
}

const keyOf = ({ name, op }: Pick<Condition, 'name' | 'op'>) => (op === 'eq' && !OWN.has(name) ? name : `${name}.${op}`);

/** What narrows the table down: for lists, and as it is for an export. */
export function narrowing(view: Pick<View, 'words' | 'conditions' | 'version'>): URLSearchParams {
  const params = new URLSearchParams();
  if (view.words) params.set('q', view.words);
  if (view.version) params.set('version', view.version);
  for (const c of view.conditions) for (const v of c.values) params.append(keyOf(c), v);
  return params;
}

export function listParams(view: View): URLSearchParams {
  const params = narrowing(view);
  params.set('limit', String(view.size));
  if (view.page > 1) params.set('offset', String((view.page - 1) * view.size));
  if (view.sort) params.set('sort', view.sort);
  return params;
}

export interface TableState extends View {
  narrowed: boolean;
  set: (change: Partial<Pick<View, 'words' | 'sort' | 'page' | 'size' | 'version' | 'open'>>) => void;
  /** Replaces all conditions on a field. */
  filter: (name: string, conditions: Omit<Condition, 'name'>[]) => void;
  clear: () => void;
}

export function useTableState(concept: Concept): TableState {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const view = viewOf(params, concept);
    const change = (edit: (next: URLSearchParams) => void, replace = false) => setParams((now) => {
      const next = new URLSearchParams(now);
      edit(next);
      return next;
    }, { replace });
    const put = (next: URLSearchParams, key: string, value: string | undefined) => (value ? next.set(key, value) : next.delete(key));
    return {
      ...view,
      narrowed: !!view.words || view.conditions.length > 0,
      set: (c) => change((next) => {
        if ('words' in c) put(next, 'q', c.words);
        if ('sort' in c) put(next, 'sort', c.sort);
        if ('size' in c) put(next, 'limit', c.size === undefined ? undefined : String(c.size));
        if ('version' in c) put(next, 'version', c.version);
        if ('open' in c) put(next, 'open', c.open);
        else put(next, 'page', c.page && c.page > 1 ? String(c.page) : undefined);
      }, 'words' in c || 'open' in c),
      filter: (name, conditions) => change((next) => {
        for (const old of view.conditions.filter((c) => c.name === name)) next.delete(keyOf(old));
        for (const c of conditions) for (const v of c.values) next.append(keyOf({ name, op: c.op }), v);
        next.delete('page');
      }),
      clear: () => change((next) => {
        for (const old of view.conditions) next.delete(keyOf(old));
        next.delete('q');
        next.delete('page');
      }),
    };
  }, [params, setParams, concept]);
}

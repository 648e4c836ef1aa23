import type { Concept } from '../model/types';

/** Addresses of the app: / · /data/{path} · /data/{path}/new|import|insights|history · /data/{path}/row/{key} · /developers */
export type View = 'table' | 'new' | 'edit' | 'import' | 'insights' | 'history';
export type Place =
  | { at: 'home' } | { at: 'portal' } | { at: 'nowhere' }
  | { at: 'concept'; concept: Concept; view: View; key?: string };

export const pathOf = (c: Concept, view: Exclude<View, 'edit'> = 'table') => `/data/${c.path}${view === 'table' ? '' : `/${view}`}`;
export const editPath = (c: Concept, key: string) => `/data/${c.path}/edit/${encodeURIComponent(key)}`;

const VIEWS = new Set<string>(['new', 'import', 'insights', 'history']);

/** A path of a module has a slash in it: the longest concept's path that fits is meant. */
export function placeOf(pathname: string, concepts: Concept[]): Place {
  if (pathname === '/') return { at: 'home' };
  if (pathname === '/developers') return { at: 'portal' };
  if (!pathname.startsWith('/data/')) return { at: 'nowhere' };
  const rest = pathname.slice('/data/'.length).replace(/\/$/, '');
  const concept = concepts.filter((c) => rest === c.path || rest.startsWith(`${c.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  if (!concept) return { at: 'nowhere' };
  const [view = '', key, ...beyond] = rest.slice(concept.path.length + 1).split('/');
  if (beyond.length) return { at: 'nowhere' };
  if (!view && !key) return { at: 'concept', concept, view: 'table' };
  if (view === 'edit' && key) return { at: 'concept', concept, view: 'edit', key: decodeURIComponent(key) };
  return VIEWS.has(view) && !key ? { at: 'concept', concept, view: view as View } : { at: 'nowhere' };
}

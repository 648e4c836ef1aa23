import { useCallback } from 'react';
import type { Concept } from '../model/types';
import { useSession } from './session';

export type Right = 'create' | 'read' | 'update' | 'delete';

/** What the person's groups may do with a concept. It hides what the API would refuse; the API decides. */
export function useMay(): (c: Concept, right: Right) => boolean {
  const groups = useSession()?.groups.join(' ') ?? '';
  return useCallback((c, right) => groups.split(' ').some((g) => c.access[g]?.includes(right)), [groups]);
}

export const useHasGroup = (c: Concept[]) => {
  const groups = useSession()?.groups ?? [];
  return c.length === 0 || c.some((one) => groups.some((g) => one.access[g]?.length));
};

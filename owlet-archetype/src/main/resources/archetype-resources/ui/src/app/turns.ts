/**
 * Hears of Back and Forward before the router does, and may keep them from it. Loaded with the app: listeners of a window are
 * called in the order in which they came.
 */
type Guard = (e: PopStateEvent) => void;
let guard: Guard | null = null;
window.addEventListener('popstate', (e) => guard?.(e));

/** @returns how to end it */
export function guardTurns(wanted: Guard): () => void {
  guard = wanted;
  return () => { if (guard === wanted) guard = null; };
}

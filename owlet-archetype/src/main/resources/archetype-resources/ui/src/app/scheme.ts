import { useSyncExternalStore } from 'react';

/** Light or dark: as the person chose, else as the system is. public/scheme.js does the same before the first paint. */
export type Scheme = 'light' | 'dark' | 'auto';

const KEY = 'owlet.scheme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Scheme {
  const saved = localStorage.getItem(KEY);
  return saved === 'light' || saved === 'dark' ? saved : 'auto';
}

function apply() {
  const scheme = chosen();
  document.documentElement.dataset.scheme = scheme === 'auto' ? (system.matches ? 'dark' : 'light') : scheme;
  listeners.forEach((l) => l());
}

system.addEventListener('change', apply);

export function choose(scheme: Scheme) {
  if (scheme === 'auto') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, scheme);
  apply();
}

export const useScheme = () => useSyncExternalStore((l) => (listeners.add(l), () => listeners.delete(l)), chosen);

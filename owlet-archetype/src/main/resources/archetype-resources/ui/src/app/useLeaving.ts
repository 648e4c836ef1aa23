import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { guardTurns } from './turns';

/** Where a person wants to go: an address of the app, or so many steps through the history of the tab. */
type Aim = string | number;

/**
 * Asks before something is left that was not saved: the browser asks when the page goes, this when a link or Back and Forward
 * lead to another page of the app. The router hears of those only afterwards, so that nothing is drawn anew meanwhile.
 */
export function useLeaving(dirty: boolean) {
  const [aim, setAim] = useState<Aim | null>(null);
  const [, navigate] = useLocation();
  const free = useRef(false);
  useEffect(() => {
    if (!dirty) return;
    const page = location.pathname;
    const place = placeInHistory();
    let returning = 0;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    const hold = (e: MouseEvent) => {
      const link = (e.target as Element).closest?.('a[href]');
      const href = link?.getAttribute('href');
      if (!href?.startsWith('/') || link?.getAttribute('target') || link?.hasAttribute('download') || e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
      e.preventDefault();
      e.stopPropagation();
      setAim(href);
    };
    const turn = (e: PopStateEvent) => {
      if (free.current) return;
      if (returning) {
        e.stopImmediatePropagation();
        setAim(-returning);
        returning = 0;
      } else if (location.pathname !== page) {
        e.stopImmediatePropagation();
        const now = placeInHistory();
        returning = place === undefined || now === undefined ? 1 : place - now;
        history.go(returning);
      }
    };
    window.addEventListener('beforeunload', ask);
    const open = guardTurns(turn);
    document.addEventListener('click', hold, true);
    return () => {
      window.removeEventListener('beforeunload', ask);
      open();
      document.removeEventListener('click', hold, true);
    };
  }, [dirty]);
  const leave = () => {
    free.current = true;
    if (typeof aim === 'string') navigate(aim); else if (aim) history.go(aim);
    setAim(null);
  };
  return { asked: aim !== null, leave, stay: () => setAim(null) };
}

/** Browsers without the Navigation API do not tell; there, Back is meant. */
const placeInHistory = () => window.navigation?.currentEntry?.index;

import { useEffect, useState } from 'react';

/** Where a link would lead that leaves what was not saved: the browser asks when the page goes, and this when it stays. */
export function useLeaving(dirty: boolean) {
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    const hold = (e: MouseEvent) => {
      const link = (e.target as Element).closest?.('a[href]');
      const href = link?.getAttribute('href');
      if (!href?.startsWith('/') || link?.getAttribute('target') || e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
      e.preventDefault();
      e.stopPropagation();
      setTo(href);
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('click', hold, true);
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('click', hold, true);
    };
  }, [dirty]);
  return { to, stay: () => setTo(null) };
}

import { useEffect, useState } from 'react';

const EVENT = 'owlet.palette';

export const openPalette = () => window.dispatchEvent(new Event(EVENT));

/** Opens with its button, or with Ctrl K. */
export function usePalette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const key = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') { e.preventDefault(); setOpen((o) => !o); }
    };
    window.addEventListener(EVENT, show);
    window.addEventListener('keydown', key);
    return () => { window.removeEventListener(EVENT, show); window.removeEventListener('keydown', key); };
  }, []);
  return { open, close: () => setOpen(false) };
}

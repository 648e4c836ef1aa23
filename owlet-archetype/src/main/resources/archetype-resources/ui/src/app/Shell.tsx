import { Menu } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useModel } from '../config/context';
import { t } from '../i18n/text';
import { BrandMark } from '../ui/BrandMark';
import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useOnline } from './online';
import type { Place } from './routes';
import { Sidebar } from './Sidebar';
import { usePalette } from './palette';
import css from './Shell.module.css';

const CommandPalette = lazy(() => import('./CommandPalette'));

export function Shell({ place, children }: { place: Place; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [pathname] = useLocation();
  const { app } = useModel();
  const online = useOnline();
  const palette = usePalette();
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => { document.title = place.at === 'concept' ? `${place.concept.label.many} · ${app.title}` : app.title; }, [place, app.title]);
  return (
    <div className={css.shell}>
      <a className="skip" href="#main">{t.shell.skip}</a>
      <div className={css.side}><Sidebar /></div>
      <header className={css.top}>
        <IconButton label={t.shell.open} onClick={() => setOpen(true)}><Menu size={19} /></IconButton>
        <BrandMark size={22} /><strong className={css.title}>{app.title}</strong>
      </header>
      {open && <Dialog title={t.shell.navigation} bare side close={() => setOpen(false)}><Sidebar /></Dialog>}
      <main id="main" className={css.main} tabIndex={-1}>
        {!online && <p className={css.offline} role="status">{t.shell.offline}</p>}
        {children}
      </main>
      {palette.open && <Suspense><CommandPalette close={palette.close} /></Suspense>}
    </div>
  );
}

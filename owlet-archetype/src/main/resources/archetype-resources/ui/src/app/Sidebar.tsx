import { Code2, House, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useTotal } from '../api/hooks';
import { useMay } from '../auth/access';
import { UserMenu } from '../auth/UserMenu';
import { useConfig, useModel } from '../config/context';
import { t } from '../i18n/text';
import { formatCount } from '../model/format';
import type { Concept } from '../model/types';
import { BrandMark } from '../ui/BrandMark';
import { ConceptIcon } from '../ui/ConceptIcon';
import { openPalette } from './palette';
import { pathOf } from './routes';
import css from './Sidebar.module.css';

export function Sidebar() {
  const { app, concepts } = useModel();
  const { environment } = useConfig();
  const may = useMay();
  return (
    <nav className={css.nav} aria-label={t.shell.navigation}>
      <div className={css.brand}>
        <BrandMark />
        <strong className={css.name}>{app.title}</strong>
        {environment !== 'production' && <span className={css.env}>{environment}</span>}
      </div>
      <button type="button" className={css.search} onClick={openPalette}>
        <Search size={15} aria-hidden /><span>{t.shell.jump}</span><kbd className={css.kbd}>Ctrl K</kbd>
      </button>
      <NavLink to="/" icon={<House size={16} strokeWidth={1.75} aria-hidden />}>{t.shell.overview}</NavLink>
      <h2 className={css.group}>{t.shell.data}</h2>
      {concepts.filter((c) => may(c, 'read')).map((c) => <ConceptLink key={c.name} concept={c} />)}
      <h2 className={css.group}>{t.shell.developers}</h2>
      <NavLink to="/developers" icon={<Code2 size={16} strokeWidth={1.75} aria-hidden />}>{t.shell.api}</NavLink>
      <div className={css.foot}><UserMenu /></div>
    </nav>
  );
}

function NavLink({ to, icon, count, children }: { to: string; icon: ReactNode; count?: string; children: ReactNode }) {
  const [pathname] = useLocation();
  const here = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <Link to={to} className={css.link} aria-current={here ? 'page' : undefined}>
      {icon}<span>{children}</span>{count && <span className={css.count}>{count}</span>}
    </Link>
  );
}

function ConceptLink({ concept }: { concept: Concept }) {
  const { data } = useTotal(concept);
  return <NavLink to={pathOf(concept)} icon={<ConceptIcon name={concept.icon} />} count={data && formatCount(data.total)}>{concept.label.many}</NavLink>;
}

import { ChevronsUpDown, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { choose, useScheme } from '../app/scheme';
import { chooseLanguage, NAMES, t } from '../i18n/text';
import { MenuItem, MenuLabel, MenuLine, Popover } from '../ui/Popover';
import { signOut, useSession } from './session';
import css from './UserMenu.module.css';

export function UserMenu() {
  const session = useSession();
  const scheme = useScheme();
  const shown = session?.name ?? session?.email ?? t.auth.account;
  const schemes = [['light', t.auth.light, Sun], ['dark', t.auth.dark, Moon], ['auto', t.auth.system, Monitor]] as const;
  return (
    <Popover menu label={t.auth.account} anchor={(p) => (
      <button type="button" {...p} className={css.user}>
        <span className={css.face} aria-hidden>{initials(shown)}</span>
        <span className={css.who}><span className={css.name}>{shown}</span>{session?.email && <span className={css.mail}>{session.email}</span>}</span>
        <ChevronsUpDown size={15} aria-hidden />
      </button>
    )}>
      {(close) => (
        <>
          <MenuLabel>{t.auth.appearance}</MenuLabel>
          {schemes.map(([value, label, Icon]) => (
            <MenuItem key={value} icon={<Icon size={15} />} on={scheme === value} onPick={() => { choose(value); close(); }}>{label}</MenuItem>
          ))}
          <MenuLine />
          <MenuLabel>{t.auth.language}</MenuLabel>
          {Object.entries(NAMES).map(([language, name]) => (
            <MenuItem key={language} icon={<Languages size={15} />} on={document.documentElement.lang === language} onPick={() => chooseLanguage(language)}>{name}</MenuItem>
          ))}
          <MenuLine />
          <MenuItem icon={<LogOut size={15} />} onPick={signOut}>{t.auth.signOut}</MenuItem>
        </>
      )}
    </Popover>
  );
}

const initials = (s: string) => s.split(/[\s@.]+/).slice(0, 2).map((w) => w[0]?.toUpperCase()).join('');

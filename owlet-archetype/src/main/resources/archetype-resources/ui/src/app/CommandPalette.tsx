import { Code2, CornerDownLeft, House, Plus, Search, TrendingUp, Upload } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useMay } from '../auth/access';
import { useModel } from '../config/context';
import { t } from '../i18n/text';
import { ConceptIcon } from '../ui/ConceptIcon';
import { Dialog } from '../ui/Dialog';
import { pathOf } from './routes';
import css from './CommandPalette.module.css';

interface Command { label: string; to: string; icon: ReactNode }

const SHOWN = 9;

export default function CommandPalette({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [, navigate] = useLocation();
  const commands = useCommands();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = commands.filter((c) => words.every((w) => c.label.toLowerCase().includes(w))).slice(0, SHOWN);
  const go = (c?: Command) => { if (c) { close(); navigate(c.to); } };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'ArrowDown') { e.preventDefault(); setAt((i) => Math.min(i + 1, hits.length - 1)); }
    if (e.key === 'ArrowUp') { e.preventDefault(); setAt((i) => Math.max(i - 1, 0)); }
    if (e.key === 'Enter') { e.preventDefault(); go(hits[at]); }
  };
  return (
    <Dialog title={t.shell.jump} bare close={close}>
      <div className={css.bar}>
        <Search size={17} aria-hidden />
        <input autoFocus className={css.input} placeholder={t.shell.jump} aria-label={t.shell.jump} role="combobox" aria-expanded aria-controls="palette" aria-activedescendant={hits[at] ? `palette-${at}` : undefined}
          value={text} onChange={(e) => { setText(e.target.value); setAt(0); }} onKeyDown={onKeyDown} />
      </div>
      <ul id="palette" role="listbox" aria-label={t.shell.pages} className={css.list}>
        {hits.map((c, i) => (
          <li key={c.to} id={`palette-${i}`} role="option" aria-selected={i === at} className={css.item} onMouseMove={() => setAt(i)} onClick={() => go(c)}>
            {c.icon}<span>{c.label}</span>{i === at && <CornerDownLeft size={14} className={css.enter} aria-hidden />}
          </li>
        ))}
      </ul>
      {!hits.length && <p className={css.none} role="status">{t.shell.nothingFound}</p>}
    </Dialog>
  );
}

function useCommands(): Command[] {
  const { concepts } = useModel();
  const may = useMay();
  return useMemo(() => {
    const readable = concepts.filter((c) => may(c, 'read'));
    return [
      { label: t.shell.overview, to: '/', icon: <House size={16} /> },
      ...readable.map((c) => ({ label: c.label.many, to: pathOf(c), icon: <ConceptIcon name={c.icon} /> })),
      ...concepts.filter((c) => may(c, 'create')).flatMap((c) => [
        { label: t.form.new(c.label.one.toLowerCase()), to: pathOf(c, 'new'), icon: <Plus size={16} /> },
        { label: t.import.title(c.label.many.toLowerCase()), to: pathOf(c, 'import'), icon: <Upload size={16} /> },
      ]),
      ...readable.filter((c) => c.insights?.length).map((c) => ({ label: `${t.insights.title}: ${c.label.many}`, to: pathOf(c, 'insights'), icon: <TrendingUp size={16} /> })),
      { label: t.portal.title, to: '/developers', icon: <Code2 size={16} /> },
    ];
  }, [concepts, may]);
}

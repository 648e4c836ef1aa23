import { Search } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/text';
import { download } from '../../ui/csv';
import { jsonSchema, type OpenApi, type Operation } from './openapi';
import css from './PortalPage.module.css';

const SHORT: Record<string, string> = { DELETE: 'DEL' };

export function OperationList({ api, ops, current, choose }: { api: OpenApi; ops: Operation[]; current: Operation; choose: (o: Operation) => void }) {
  const [sought, setSought] = useState('');
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = ops.filter((o) => { const text = `${o.method} ${o.path} ${o.summary ?? ''} ${o.group}`.toLowerCase(); return words.every((w) => text.includes(w)); });
  const groups = [...new Set(found.map((o) => o.group))].sort((a, b) => Number(!a) - Number(!b));
  return (
    <div className={css.side}>
      <label className={css.search}>
        <Search size={14} aria-hidden /><span className="sr-only">{t.portal.search}</span>
        <input type="search" className="input small" placeholder={t.portal.search} value={sought} onChange={(e) => setSought(e.currentTarget.value)} />
      </label>
      <nav className={css.list} aria-label={t.portal.operations} tabIndex={0}>
        {!found.length && <p className={css.none}>{t.portal.noneFound}</p>}
        {groups.map((g) => (
          <section key={g}>
            <h2 className={css.group}>{g || t.portal.general}</h2>
            {found.filter((o) => o.group === g).map((o) => (
              <button key={o.id} type="button" className={css.op} aria-current={o === current ? 'true' : undefined} onClick={() => choose(o)}>
                <span className={css.method} data-method={o.method}>{SHORT[o.method] ?? o.method}</span><span>{o.summary ?? o.path}</span>
              </button>
            ))}
          </section>
        ))}
      </nav>
      <Downloads api={api} />
    </div>
  );
}

function Downloads({ api }: { api: OpenApi }) {
  const names = Object.keys(api.components?.schemas ?? {}).filter((name) => name.endsWith('.Input')).map((name) => name.slice(0, -'.Input'.length));
  const save = (name: string, content: object) => download(name, JSON.stringify(content, null, 2), 'application/json');
  return (
    <details className={css.files}>
      <summary>{t.portal.downloads}</summary>
      <button type="button" className={css.file} onClick={() => save('openapi.json', api)}>openapi.json</button>
      {names.map((n) => <button key={n} type="button" className={css.file} onClick={() => save(`${n}.schema.json`, jsonSchema(api, `${n}.Input`))}>{n}.schema.json</button>)}
    </details>
  );
}

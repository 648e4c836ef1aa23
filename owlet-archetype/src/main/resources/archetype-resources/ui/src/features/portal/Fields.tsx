import { t } from '../../i18n/text';
import { constraints, typeText } from './describe';
import { Inline } from './Inline';
import { plain, type OpenApi, type Param, type Schema } from './openapi';
import css from './Fields.module.css';

interface Line { name: string; schema?: Schema; required?: boolean; description?: string; where?: string; operators?: string[] }

const DEEP = 3;

export const linesOf = (params: Param[]): Line[] => params.map((p) => ({ name: p.name, schema: p.schema, required: p.required, description: p.description, where: p.in === 'query' ? undefined : p.in, operators: p['x-operators'] }));

/** The properties of an object, or parameters, with all that is known of them. */
export function Fields({ api, schema, lines: given, writable, deep = 0 }: { api: OpenApi; schema?: Schema; lines?: Line[]; writable?: boolean; deep?: number }) {
  const s = plain(api, schema).schema;
  const lines = given ?? Object.entries(s?.properties ?? {}).filter(([, p]) => !writable || !p.readOnly).map(([name, p]): Line => ({ name, schema: p, required: writable && s?.required?.includes(name) }));
  return (
    <ul className={css.list} data-deep={deep || undefined}>
      {lines.map((l) => {
        const r = plain(api, l.schema).schema ?? {};
        const inner = plain(api, r.type === 'array' ? r.items : r).schema;
        const said = constraints(r);
        const text = l.description ?? r.description;
        return (
          <li key={l.name}>
            <p className={css.top}>
              <code>{l.name}</code><span className={css.type}>{typeText(api, l.schema)}</span>
              {l.where && <span className={css.type}>{t.portal.inPlace(l.where)}</span>}
              {l.required && <span className={css.req}>{t.portal.required}</span>}{r.readOnly && !writable && <span className={css.type}>{t.portal.readOnly}</span>}
            </p>
            {text && <p className={css.text}><Inline text={text} /></p>}
            {said.length > 0 && <p className={css.text}>{said.join(', ')}</p>}
            {r.enum && <p className={css.enums}>{r.enum.map((e) => <code key={String(e)} title={r['x-labels']?.[String(e)]}>{String(e)}</code>)}</p>}
            {r.pattern && r.format !== 'decimal' && <p className={css.text}>{t.portal.pattern} <code className="mono">{r.pattern}</code></p>}
            {r.examples?.length ? <p className={css.text}>{t.portal.example} <code className="mono">{String(r.examples[0])}</code></p> : null}
            {l.operators && <p className={css.enums}>{l.operators.map((o) => <code key={o}>{`${l.name}.${o}`}</code>)}</p>}
            {inner?.properties && deep < DEEP && <Fields api={api} schema={inner} writable={writable} deep={deep + 1} />}
          </li>
        );
      })}
    </ul>
  );
}

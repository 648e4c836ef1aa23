import { t } from '../../i18n/text';
import { Fields, linesOf } from './Fields';
import { Inline } from './Inline';
import { deref, plain, type OpenApi, type Operation } from './openapi';
import { TryIt } from './TryIt';
import css from './OperationView.module.css';

export function OperationView({ api, op }: { api: OpenApi; op: Operation }) {
  const body = Object.values(op.requestBody?.content ?? {}).find((m) => m.schema && plain(api, m.schema).schema?.properties)?.schema;
  const params = op.parameters.filter((p) => !p.filter);
  const filters = op.parameters.filter((p) => p.filter);
  const answer = Object.entries(op.responses).filter(([code]) => code.startsWith('2')).map(([, r]) => deref(api, r).content?.['application/json']?.schema).find((s) => s);
  return (
    <article className={css.view} aria-label={op.summary ?? op.path}>
      <div className={css.doc}>
        <h2 className={css.title}>{op.summary ?? op.path}</h2>
        <p className={css.path}><span className={css.method} data-method={op.method}>{op.method}</span><code>{op.path}</code></p>
        {op.description && <p className={css.text}><Inline text={op.description} /></p>}
        {op.open && <p className={css.text}>{t.portal.groupsOnly}</p>}
        {params.length > 0 && <><h3 className={css.h3}>{t.portal.parameters}</h3><Fields api={api} lines={linesOf(params)} /></>}
        {filters.length > 0 && <details className={css.more}><summary>{t.portal.filters(String(filters.length))}</summary><Fields api={api} lines={linesOf(filters)} /></details>}
        {body && <><h3 className={css.h3}>{t.portal.body}</h3><Fields api={api} schema={body} writable /></>}
        <h3 className={css.h3}>{t.portal.answers}</h3>
        <ul className={css.answers}>
          {Object.entries(op.responses).map(([code, r]) => <li key={code}><span className={css.code} data-good={code.startsWith('2') || undefined}>{code}</span><span>{deref(api, r).description}</span></li>)}
        </ul>
        {answer && <details className={css.more}><summary>{t.portal.answerBody}</summary><Fields api={api} schema={answer} /></details>}
      </div>
      <TryIt api={api} op={op} />
    </article>
  );
}

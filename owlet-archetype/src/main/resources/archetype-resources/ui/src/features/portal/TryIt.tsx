import { Play } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useSession } from '../../auth/session';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { keyFields } from '../../model/concept';
import { Button } from '../../ui/Button';
import { AnswerView, ask, type Answer } from './AnswerView';
import { CodeView } from './CodeView';
import { mediaTypes, sampleBody } from './describe';
import type { OpenApi, Operation, Param } from './openapi';
import { addressOf, conceptOf, fill, useRealValues } from './realValues';
import { useBaseUrl } from './TokenCard';
import css from './TryIt.module.css';

const isJson = (s: string) => { try { JSON.parse(s); return true; } catch { return false; } };

/** The same call as code, and for real. */
export function TryIt({ api, op }: { api: OpenApi; op: Operation }) {
  const model = useModel();
  const base = useBaseUrl();
  const token = useSession()?.access ?? '';
  const media = mediaTypes(op);
  const [type, setType] = useState(media[0] ?? '');
  const [params, setParams] = useState<Record<string, string>>({});
  const [body, setBody] = useState(() => sampleBody(api, op, type));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const real = useRealValues(op);
  const box = useRef<HTMLDivElement>(null);
  const concept = conceptOf(op, model.api.basePath, model.concepts);
  const json = type.endsWith('json') && type !== 'application/x-ndjson';
  useEffect(() => {
    if (!real) return;
    setParams((p) => (real.key ? { key: real.key, ...p } : p));
    if (json) setBody((now) => (isJson(now) ? JSON.stringify(fill(JSON.parse(now), real.body), null, 2) : now));
  }, [real, json]);
  useEffect(() => { if (answer) box.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }); }, [answer]);
  const path = addressOf(op, params, !!concept && keyFields(concept).length > 1);
  const own = Object.fromEntries(op.parameters.filter((p) => p.in === 'header' && params[p.name]).map((p) => [p.name.toLowerCase(), params[p.name]!]));
  const headers = { ...(media.length ? { 'content-type': type } : {}), ...own };
  const code = (secret: string) => ({ method: op.method, url: base + path, headers: { ...(op.open ? {} : { authorization: `Bearer ${secret}` }), ...headers }, body: media.length ? body : undefined });
  const invalid = media.length > 0 && json && !isJson(body);
  const run = async (e: FormEvent) => {
    e.preventDefault();
    setBusy(true);
    setAnswer(await ask(op.method, path, media.length ? body : undefined, headers));
    setBusy(false);
  };
  const shown = op.parameters.filter((p) => !p.filter), rest = op.parameters.filter((p) => p.filter);
  const input = (p: Param) => (
    <label key={p.name} className={css.param}>
      <span><code className="mono">{p.name}</code>{p.required && <span className={css.star} aria-hidden> *</span>}</span>
      <input className="input small" required={p.required} placeholder={p.schema?.default !== undefined ? String(p.schema.default) : undefined} value={params[p.name] ?? ''} onChange={(e) => { const v = e.currentTarget.value; setParams((now) => ({ ...now, [p.name]: v })); }} />
    </label>
  );
  return (
    <div className={css.side}>
      <CodeView withToken={code(token)} shown={code(t.portal.yourToken)} />
      <form className={css.form} onSubmit={(e) => void run(e)} aria-label={t.portal.tryIt}>
        {shown.length > 0 && <div className={css.params}>{shown.map(input)}</div>}
        {rest.length > 0 && <details className={css.rest}><summary>{t.portal.filters(String(rest.length))}</summary><div className={css.params}>{rest.map(input)}</div></details>}
        {media.length > 1 && (
          <label className={css.param}><span>{t.portal.mediaType}</span>
            <select className="input small" value={type} onChange={(e) => { setType(e.currentTarget.value); setBody(sampleBody(api, op, e.currentTarget.value)); }}>{media.map((m) => <option key={m}>{m}</option>)}</select>
          </label>
        )}
        {media.length > 0 && (
          <label className={css.param}><span>{t.portal.body}</span>
            <textarea className={`input ${css.body}`} rows={Math.min(16, body.split('\n').length + 1)} value={body} spellCheck={false} aria-invalid={invalid || undefined} onChange={(e) => setBody(e.currentTarget.value)} />
            {invalid && <span className={css.bad} role="alert">{t.portal.notJson}</span>}
          </label>
        )}
        <div className={css.go}>
          <Button type="submit" look={op.method === 'DELETE' ? 'danger' : 'primary'} busy={busy} disabled={invalid} icon={<Play size={14} />}>{t.portal.send(op.method)}</Button>
          {op.method !== 'GET' && <span className={css.warn}>{t.portal.writes}</span>}
        </div>
      </form>
      <div ref={box} role="status">{answer && <AnswerView answer={answer} name={concept?.path.replaceAll('/', '-') ?? 'answer'} />}</div>
    </div>
  );
}

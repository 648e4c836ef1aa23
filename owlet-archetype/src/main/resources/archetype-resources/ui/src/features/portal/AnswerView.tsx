import { Download } from 'lucide-react';
import { send } from '../../api/client';
import { t } from '../../i18n/text';
import { formatCount, formatNumber } from '../../model/format';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { JsonView } from './JsonView';
import css from './TryIt.module.css';

export interface Answer { status: number; ms: number; size: number; text: string; file?: Blob; headers: [string, string][] }

const TOLD = ['etag', 'location', 'content-type', 'content-disposition'];
const SMALL = 2048;

export async function ask(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Answer> {
  const begun = performance.now();
  try {
    const answer = await send(method, path, { body: body === undefined ? undefined : new Blob([body]), headers });
    const blob = await answer.blob();
    const type = answer.headers.get('content-type') ?? '';
    const readable = /json|text|csv/.test(type) || blob.size === 0;
    return {
      status: answer.status, ms: Math.round(performance.now() - begun), size: blob.size, text: readable ? pretty(await blob.text(), type) : '', file: readable && !/csv|ndjson/.test(type) ? undefined : blob,
      headers: TOLD.flatMap((name) => { const v = answer.headers.get(name); return v ? [[name, v] as [string, string]] : []; }),
    };
  } catch (e) {
    return { status: 0, ms: Math.round(performance.now() - begun), size: 0, text: e instanceof Error ? e.message : String(e), headers: [] };
  }
}

/** Laid out, unless that would change a number: then as it came. */
function pretty(text: string, type: string): string {
  if (!type.includes('json') || type.includes('ndjson') || /\d{16,}/.test(text)) return text;
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

export function AnswerView({ answer, name }: { answer: Answer; name: string }) {
  const save = () => {
    const url = URL.createObjectURL(answer.file!);
    const named = /filename="([^"/\\]+)"/.exec(answer.headers.find(([h]) => h === 'content-disposition')?.[1] ?? '')?.[1];
    Object.assign(document.createElement('a'), { href: url, download: named ?? name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return (
    <section className={css.answer} aria-label={t.portal.answer}>
      <p className={css.meta}>
        <strong data-good={(answer.status >= 200 && answer.status < 300) || undefined}>{answer.status || t.portal.noAnswer}</strong>
        <span>{t.portal.ms(formatCount(answer.ms))}</span><span>{answer.size < SMALL ? t.portal.bytes(formatCount(answer.size)) : t.portal.kilobytes(formatNumber(answer.size / 1024, 1))}</span>
        {answer.text && <span className={css.copy}><CopyButton value={answer.text} label={t.portal.copyAnswer} /></span>}
      </p>
      {answer.headers.length > 0 && <dl className={css.heads}>{answer.headers.map(([k, v]) => <div key={k}><dt>{k}</dt><dd>{v}</dd></div>)}</dl>}
      {answer.file && <p className={css.saving}>{t.portal.file} <Button small icon={<Download size={14} />} onClick={save}>{t.portal.saveFile}</Button></p>}
      {answer.text && <JsonView text={answer.text} />}
    </section>
  );
}

import { Download, FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Notice, Spinner } from '../../ui/states';
import { Left } from './Left';
import { leaves } from './leaves';
import { downloadTemplate, example, rule } from './template';
import { UnfinishedUploads } from './Unfinished';
import type { Upload } from './useUpload';
import css from './DropStep.module.css';

const KINDS = '.csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx,.parquet,.gz,.zip';

export function DropStep({ concept, up }: { concept: Concept; up: Upload }) {
  return (
    <>
      {up.unfinished && !up.busy && <Unfinished up={up} />}
      {!up.busy && <UnfinishedUploads concept={concept} up={up} />}
      <div className={css.columns}>
        <div>
          <Zone up={up} />
          {up.problem && <div className={css.problem}><Notice bad title={t.import.notRead}>{up.problem}</Notice></div>}
          <p className={css.note}>{t.import.privately}</p>
        </div>
        <section className={css.expected} aria-labelledby="expected">
          <div className={css.head}>
            <h2 id="expected">{t.import.expected}</h2>
            <Button small look="quiet" icon={<Download size={14} />} onClick={() => downloadTemplate(concept)}>{t.import.template}</Button>
          </div>
          <ul className={css.fields}>
            {leaves(concept).filter((l) => !l.field.generated).map((l) => (
              <li key={l.name}>
                <span className={css.name}>{l.label}{l.required && <span className={css.req}>{t.import.required}</span>}</span>
                <span className={css.rule}>{rule(l.field)}</span>
                {example(l.field) && <code className={css.ex}>{example(l.field)}</code>}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Zone({ up }: { up: Upload }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file?: File | null) => { if (file && !up.busy) void up.open(file); };
  const drag = (on: boolean) => (e: DragEvent) => { e.preventDefault(); setOver(on); };
  return (
    <div className={css.zone} data-over={over || undefined} onDragEnter={drag(true)} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={(e) => { drag(false)(e); take(e.dataTransfer.files[0]); }}>
      <input ref={input} type="file" accept={KINDS} className="sr-only" aria-label={t.import.fileLabel} tabIndex={-1} onChange={(e) => { take(e.currentTarget.files?.[0]); e.currentTarget.value = ''; }} />
      {up.busy ? <div className={css.busy} role="status"><Spinner />{up.busy}</div> : (
        <>
          <span className={css.icon}><FileUp size={26} strokeWidth={1.6} aria-hidden /></span>
          <p className={css.lead}>{over ? t.import.letGo : t.import.drop}</p>
          <p className={css.kinds}>{t.import.kinds}</p>
          <Button onClick={() => input.current?.click()}>{t.import.choose}</Button>
        </>
      )}
    </div>
  );
}

/** An import of this table stopped before its end, perhaps with the page. */
function Unfinished({ up }: { up: Upload }) {
  const { run, outcome } = up.unfinished!;
  return (
    <Left title={t.import.resumeTitle(run.file.name)} text={t.import.resumeText(formatCount(outcome.created + outcome.updated), formatCount(run.total))}>
      <Button small look="primary" onClick={() => void up.resume()}>{t.import.resume}</Button>
      <Button small look="quiet" onClick={() => void up.discard()}>{t.import.discard}</Button>
    </Left>
  );
}

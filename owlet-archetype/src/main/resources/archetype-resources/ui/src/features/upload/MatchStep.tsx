import { ArrowRight, FileSpreadsheet } from 'lucide-react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/states';
import { MatchRow } from './MatchRow';
import type { Upload } from './useUpload';
import css from './MatchStep.module.css';

export function MatchStep({ concept, up }: { concept: Concept; up: Upload }) {
  const facts = up.facts!;
  const used = up.mapping.filter((m) => m.field).length;
  const missing = up.missing.map((l) => l.label).join(', ');
  return (
    <div className={css.step}>
      <div className={css.file}>
        <FileSpreadsheet size={20} strokeWidth={1.6} aria-hidden />
        <span className={css.words}><strong>{facts.name}</strong><span className={css.dim}>{t.import.fileFacts(facts.kind, formatCount(facts.count), String(facts.headers.length))} {facts.notes.map((n) => t.import.notes[n.code]!(n.detail)).join(' ')}</span></span>
        <Button small look="quiet" onClick={() => void up.restart()}>{t.import.another}</Button>
      </div>
      <How up={up} />
      <div className={css.table} role="table" aria-label={t.import.columnsTable}>
        <div className={css.row} role="row" data-head>
          <span role="columnheader">{t.import.inFile}</span><span role="columnheader">{t.import.examples}</span><span role="columnheader"><span className="sr-only">{t.import.to}</span></span>
          <span role="columnheader">{t.import.goesTo}</span><span role="columnheader">{t.import.match}</span>
        </div>
        {up.mapping.map((m) => <MatchRow key={m.column} concept={concept} up={up} m={m} />)}
      </div>
      {missing && <div className={css.notice}><Notice title={t.import.noColumn(missing, up.missing.length === 1)}>{t.import.noColumnText(missing)}</Notice></div>}
      {up.problem && <div className={css.notice}><Notice bad title={t.import.notChecked}>{up.problem}</Notice></div>}
      <div className={css.actions}>
        <Button look="primary" busy={!!up.busy} disabled={!used} icon={<ArrowRight size={16} />} onClick={() => void up.check()}>{t.import.checkRows(formatCount(facts.count))}</Button>
        <span className={css.dim}>{t.import.used(String(used), String(facts.headers.length))}</span>
      </div>
    </div>
  );
}

const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'windows-1250', 'utf-16le', 'utf-16be'];

/** What was found about the file, to be put right where it was guessed wrong. */
function How({ up }: { up: Upload }) {
  const { kind, sheets, sheet, encoding, delimiter, notes } = up.facts!;
  const x = t.import;
  const delimiters = [[',', x.comma], [';', x.semicolon], ['\t', x.tab], ['|', x.bar]] as const;
  return (
    <div className={css.how}>
      {sheets.length > 1 && <Pick label={x.sheet} value={sheet!} options={sheets.map((s) => [s, s])} onPick={(v) => void up.reopen({ sheet: v })} />}
      {encoding && kind === 'CSV' && <Pick label={x.encoding} value={encoding} options={[...new Set([encoding, ...ENCODINGS])].map((e) => [e, e.toUpperCase()])} onPick={(v) => void up.reopen({ encoding: v })} />}
      {kind === 'CSV' && <Pick label={x.delimiter} value={delimiter ?? ','} options={delimiters} onPick={(v) => void up.reopen({ delimiter: v })} />}
      {(kind === 'CSV' || kind === 'Excel') && (
        <label className={css.check}><input type="checkbox" checked={!notes.some((n) => n.code === 'noHeader')} onChange={(e) => void up.reopen({ header: e.currentTarget.checked })} />{x.header}</label>
      )}
    </div>
  );
}

function Pick({ label, value, options, onPick }: { label: string; value: string; options: readonly (readonly [string, string])[]; onPick: (v: string) => void }) {
  return (
    <label className={css.pick}>{label}
      <select className="input small" value={value} onChange={(e) => onPick(e.currentTarget.value)}>{options.map(([v, text]) => <option key={v} value={v}>{text}</option>)}</select>
    </label>
  );
}

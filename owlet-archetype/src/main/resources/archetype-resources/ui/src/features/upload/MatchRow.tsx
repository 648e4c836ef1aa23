import { ArrowRight, Check, CircleHelp, Minus } from 'lucide-react';
import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import type { Concept } from '../../model/types';
import { leaves, type Leaf } from './leaves';
import type { Mapping } from './types';
import type { Upload } from './useUpload';
import css from './MatchStep.module.css';

export function MatchRow({ concept, up, m }: { concept: Concept; up: Upload; m: Mapping }) {
  const facts = up.facts!;
  const header = facts.headers[m.column] || t.import.column(String(m.column + 1));
  const all = leaves(concept);
  const leaf = all.find((l) => l.name === m.field);
  const state = !m.field ? 'off' : m.sure ? 'sure' : 'guess';
  const Icon = { off: Minus, sure: Check, guess: CircleHelp }[state];
  return (
    <div className={css.row} role="row">
      <span role="cell" className={css.header}>{header}</span>
      <span role="cell" className={css.samples}>{facts.samples[m.column]?.map((s) => <span key={s}>{s}</span>)}</span>
      <span role="cell" className={css.arrow}><ArrowRight size={15} aria-hidden /></span>
      <span role="cell">
        <select className="input" aria-label={t.import.fieldFor(header)} value={m.field ?? ''} onChange={(e) => void up.assign(m.column, e.currentTarget.value || null)}>
          <option value="">{t.import.doNotImport}</option>
          {all.map((l) => <option key={l.name} value={l.name}>{l.required ? `${l.label} *` : l.label}</option>)}
        </select>
        {leaf && <Reading leaf={leaf} m={m} up={up} />}
      </span>
      <span role="cell" className={css.state} data-kind={state}><Icon size={15} aria-hidden />{state === 'off' ? t.import.notImported : state === 'sure' ? t.import.matched : t.import.pleaseCheck}</span>
    </div>
  );
}

/** Says how ambiguous text is read, and lets the person turn it round. */
function Reading({ leaf, m, up }: { leaf: Leaf; m: Mapping; up: Upload }) {
  const { pattern, order, decimalComma } = m.reading;
  const turn = (reading: Mapping['reading'], text: string) => <button type="button" className={css.reading} onClick={() => void up.assign(m.column, m.field, reading)}>{text}</button>;
  if (pattern) return <span className={css.readingText}>{t.import.byModel(pattern)}</span>;
  if (order) return turn({ order: order === 'dmy' ? 'mdy' : 'dmy' }, t.import.readAs(order === 'dmy' ? t.import.dmy : t.import.mdy));
  const marked = isNumeric(leaf.field) && up.facts!.samples[m.column]?.some((s) => /[.,]\d/.test(s));
  return marked ? turn({ decimalComma: !decimalComma }, decimalComma ? t.import.commaSign : t.import.pointSign) : null;
}

import { useId, useState, type FormEvent } from 'react';
import { useConceptNamed } from '../../config/context';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import { Button } from '../../ui/Button';
import { choicesOf } from './CellEditor';
import type { Leaf } from './leaves';
import { said } from './said';
import { closest } from './similar';
import type { Group } from './types';
import type { Upload } from './useUpload';
import css from './ProblemList.module.css';

/** A kind of mistake: what it is, what was written, and ways to mend it everywhere at once. */
export function ProblemCard({ g, leaf, up }: { g: Group; leaf: Leaf; up: Upload }) {
  const target = useConceptNamed(leaf.field.to);
  const one = g.rows === 1;
  const n = formatCount(g.rows);
  const bulk = (how: 'empty' | 'skip' | 'round' | 'cut') => () => void up.fix({ kind: 'group', key: g.key, how });
  const missing = g.code === 'required';
  const replaceable = g.code !== 'twice' && !missing;
  return (
    <li className={css.card}>
      <div className={css.head}><strong>{leaf.label}</strong><span className={css.count}>{one ? t.import.inRow(formatCount(g.first + 1)) : t.import.inRows(n)}</span></div>
      <p className={css.message}>{said({ ...g, detail: g.code === 'reference' ? target?.label.one.toLowerCase() : g.detail }, leaf)}</p>
      {missing && <Replace leaf={leaf} up={up} label={t.import.fillValue(leaf.label)} act={t.import.fill(n)} apply={(text) => up.fix({ kind: 'fill', key: g.key, text })} />}
      {replaceable && g.texts.map((one) => (
        <div key={one.raw} className={css.text}>
          <p className={css.was}><code className={css.raw}>{one.raw || t.import.emptyCell}</code>{g.distinct > 1 && one.count > 1 && <span className={css.count}>{t.import.times(formatCount(one.count))}</span>}</p>
          <Replace leaf={leaf} up={up} raw={one.raw} label={t.import.replaceWith(one.raw)} act={t.import.replace} apply={(text) => up.fix({ kind: 'text', key: g.key, raw: one.raw, text })} />
        </div>
      ))}
      {replaceable && g.distinct > g.texts.length && <p className={css.more}>{t.import.andMore(formatCount(g.distinct - g.texts.length))}</p>}
      <div className={css.links}>
        {g.code === 'scale' && <button type="button" onClick={bulk('round')}>{t.import.round(String(leaf.field.scale ?? 0))}</button>}
        {g.code === 'maxLength' && leaf.field.maxLength && <button type="button" onClick={bulk('cut')}>{t.import.cut(formatCount(leaf.field.maxLength))}</button>}
        {replaceable && !leaf.field.required && <button type="button" onClick={bulk('empty')}>{t.import.leaveEmpty}</button>}
        <button type="button" onClick={bulk('skip')}>{t.import.skip(n, one)}</button>
      </div>
    </li>
  );
}

const OFFERED = 500;

/** Another value for a text, with a likely one already chosen. */
function Replace({ leaf, up, raw = '', label, act, apply }: { leaf: Leaf; up: Upload; raw?: string; label: string; act: string; apply: (text: string) => Promise<void> }) {
  const choices = choicesOf(leaf, up);
  const likely = choices ? closest(raw, choices)?.value ?? '' : '';
  const [text, setText] = useState(likely);
  const list = useId();
  const submit = (e: FormEvent) => { e.preventDefault(); if (text) void apply(text); };
  const closed = choices && leaf.field.type !== 'reference';
  return (
    <form className={css.fix} onSubmit={submit}>
      {closed ? (
        <select className="input small" aria-label={label} value={text} onChange={(e) => setText(e.currentTarget.value)}>
          <option value="">{t.import.replacement}</option>
          {choices.map((c) => <option key={c.value} value={c.value}>{c.label}</option>)}
        </select>
      ) : (
        <>
          <input className="input small" aria-label={label} placeholder={t.import.replacement} value={text} list={choices ? list : undefined} onChange={(e) => setText(e.currentTarget.value)} />
          {choices && <datalist id={list}>{choices.slice(0, OFFERED).map((c) => <option key={c.value} value={c.value}>{c.label}</option>)}</datalist>}
        </>
      )}
      <Button small type="submit" disabled={!text}>{likely && text === likely ? t.import.accept : act}</Button>
    </form>
  );
}

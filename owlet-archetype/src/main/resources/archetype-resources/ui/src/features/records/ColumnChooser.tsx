import { useState } from 'react';
import { t } from '../../i18n/text';
import { Button } from '../../ui/Button';
import type { Prefs } from './prefs';
import css from './ColumnChooser.module.css';

const MANY = 12;

/** Which columns show; the first names the row and always does. */
export function ColumnChooser({ prefs }: { prefs: Prefs }) {
  const [words, setWords] = useState('');
  const [first, ...others] = prefs.all;
  const on = new Set(prefs.columns.map((f) => f.name));
  const found = others.filter((f) => f.label.toLowerCase().includes(words.toLowerCase()));
  return (
    <div className={css.box}>
      {prefs.all.length > MANY && <input className="input small" type="search" aria-label={t.records.findColumn} placeholder={t.records.findColumn} value={words} onChange={(e) => setWords(e.currentTarget.value)} />}
      <fieldset className={css.list}>
        <legend className="sr-only">{t.records.columns}</legend>
        <label className={css.one}><input type="checkbox" checked disabled />{first?.label}</label>
        {found.map((f) => (
          <label key={f.name} className={css.one}><input type="checkbox" checked={on.has(f.name)} onChange={(e) => prefs.show(f.name, e.currentTarget.checked)} />{f.label}</label>
        ))}
      </fieldset>
      <div className={css.foot}>
        <Button small look="quiet" onClick={prefs.showAll}>{t.records.allColumns}</Button>
        <Button small look="quiet" onClick={prefs.reset}>{t.records.usualColumns}</Button>
      </div>
    </div>
  );
}

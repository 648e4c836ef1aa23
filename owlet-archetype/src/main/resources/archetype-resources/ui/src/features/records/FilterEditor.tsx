import { lazy, Suspense, useState, type ReactNode } from 'react';
import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import type { Field } from '../../model/types';
import { Button } from '../../ui/Button';
import { Field as Frame } from '../../ui/Field';
import { choicesOf, isRanged } from './filters';
import type { Condition } from './tableState';
import css from './FilterEditor.module.css';

const ReferenceFilter = lazy(() => import('./ReferenceFilter'));

type Part = Omit<Condition, 'name'>;
export interface EditorProps { field: Field; conditions: Condition[]; close: () => void; apply: (conditions: Part[]) => void; titled: (key: string, title: string) => void }

/** The input for a filter, by the field's type; and, where a field may be absent, whether it is. */
export function FilterEditor(p: EditorProps) {
  const { field } = p;
  const choices = choicesOf(field);
  return (
    <div className={css.box}>
      {choices ? <Choices {...p} choices={choices} />
        : field.type === 'reference' ? <Suspense><ReferenceFilter {...p} /></Suspense>
        : isRanged(field) ? <Range {...p} />
        : <Words {...p} />}
      {!field.required && <Absent {...p} />}
    </div>
  );
}

const valueOf = (conditions: Condition[], op: string) => conditions.find((c) => c.op === op)?.values[0] ?? '';

function Choices({ field, conditions, apply, choices }: EditorProps & { choices: { value: string; label: string }[] }) {
  const on = conditions.find((c) => c.op === 'eq')?.values ?? [];
  const set = (value: string, checked: boolean) => apply([{ op: 'eq', values: checked ? [...on, value] : on.filter((v) => v !== value) }]);
  return (
    <fieldset className={css.choices}>
      <legend className="sr-only">{field.label}</legend>
      {choices.map((c) => <label key={c.value} className={css.choice}><input type="checkbox" checked={on.includes(c.value)} onChange={(e) => set(c.value, e.currentTarget.checked)} />{c.label}</label>)}
    </fieldset>
  );
}

function Form({ close, submit, children }: { close: () => void; submit: () => void; children: ReactNode }) {
  return (
    <form className={css.form} onSubmit={(e) => { e.preventDefault(); submit(); close(); }}>
      {children}
      <Button small look="primary" type="submit">{t.records.apply}</Button>
    </form>
  );
}

function Range({ field, conditions, apply, close }: EditorProps) {
  const [from, setFrom] = useState(valueOf(conditions, 'gte'));
  const [to, setTo] = useState(valueOf(conditions, 'lte'));
  const kind = isNumeric(field) ? { inputMode: 'decimal' as const } : { type: field.type === 'time' ? 'time' : 'date' };
  const submit = () => apply([{ op: 'gte', values: from ? [from] : [] }, { op: 'lte', values: to ? [to] : [] }]);
  return (
    <Form close={close} submit={submit}>
      <div className={css.pair}>
        <Frame label={t.records.from}>{(names) => <input {...names} {...kind} className="input small" value={from} onChange={(e) => setFrom(e.currentTarget.value)} />}</Frame>
        <Frame label={t.records.to}>{(names) => <input {...names} {...kind} className="input small" value={to} onChange={(e) => setTo(e.currentTarget.value)} />}</Frame>
      </div>
    </Form>
  );
}

function Words({ field, conditions, apply, close }: EditorProps) {
  const op = field.type === 'id' || (field.items && field.items.type !== 'string') ? 'eq' : 'contains';
  const [words, setWords] = useState(valueOf(conditions, op));
  return (
    <Form close={close} submit={() => apply([{ op, values: words ? [words] : [] }])}>
      <Frame label={op === 'eq' ? field.label : t.records.contains}>{(names) => <input {...names} className="input small" value={words} onChange={(e) => setWords(e.currentTarget.value)} />}</Frame>
    </Form>
  );
}

function Absent({ conditions, apply, close }: EditorProps) {
  const now = valueOf(conditions, 'null');
  const pick = (value: string) => { apply([{ op: 'null', values: now === value ? [] : [value] }]); close(); };
  return (
    <div className={css.absent}>
      <Button small look="quiet" aria-pressed={now === 'true'} onClick={() => pick('true')}>{t.records.isEmpty}</Button>
      <Button small look="quiet" aria-pressed={now === 'false'} onClick={() => pick('false')}>{t.records.isFilled}</Button>
    </div>
  );
}

import { Plus, X } from 'lucide-react';
import { t } from '../../i18n/text';
import type { Field } from '../../model/types';
import { Button, IconButton } from '../../ui/Button';
import { FieldInput } from '../FieldInput';
import { idOf, type InputProps } from '../types';
import css from './inputs.module.css';

/** One entry below the other, each with the input of its type. */
export function ListInput(p: InputProps) {
  const { field, value, pointer, errors, onChange, disabled } = p;
  const entries = Array.isArray(value) ? (value as unknown[]) : [];
  const full = field.maxItems !== undefined && entries.length >= field.maxItems;
  const item = (i: number) => ({ ...field.items!, name: field.name, label: t.form.entry(field.label, String(i + 1)), required: true }) as Field;
  const set = (next: unknown[]) => onChange(next.length || field.required ? next : undefined);
  const help = [field.description, field.example && t.form.example(field.example)].filter(Boolean).join(' · ');
  return (
    <fieldset className={css.list} id={idOf(pointer)} tabIndex={-1}>
      <legend className={css.label}>{field.label}{field.unit && <span className="dim"> {field.unit}</span>}{field.required && <span className={css.star} aria-hidden> *</span>}</legend>
      {entries.map((entry, i) => (
        <div key={i} className={css.entry}>
          <div className={css.grow}>
            <FieldInput {...p} field={item(i)} bare={field.items!.type !== 'shape'} value={entry} pointer={`${pointer}/${i}`} autoFocus={false} onChange={(v) => set(entries.map((old, j) => (j === i ? (v ?? null) : old)))} />
            {field.items!.type !== 'shape' && errors[`${pointer}/${i}`] && <p className={css.error}>{errors[`${pointer}/${i}`]}</p>}
          </div>
          <IconButton label={t.form.removeEntry(String(i + 1))} disabled={disabled} onClick={() => set(entries.filter((_, j) => j !== i))}><X size={15} /></IconButton>
        </div>
      ))}
      {errors[pointer] && <p className={css.error}>{errors[pointer]}</p>}
      <div><Button small icon={<Plus size={14} />} disabled={disabled || full} onClick={() => set([...entries, field.items!.type === 'shape' ? {} : null])}>{t.form.addEntry}</Button></div>
      {help && <p className={css.help}>{help}</p>}
    </fieldset>
  );
}

import { Plus, X } from 'lucide-react';
import { t } from '../../i18n/text';
import type { Row } from '../../model/types';
import { Button, IconButton } from '../../ui/Button';
import { FieldInput } from '../FieldInput';
import { idOf, isWide, type InputProps } from '../types';
import css from './inputs.module.css';

/** A value of several parts. An optional one is there or not; its parts are asked for once it is. */
export function ShapeInput(p: InputProps) {
  const { field, value, pointer, errors, onChange, disabled } = p;
  const there = value !== undefined && value !== null;
  if (!there && !field.required) return <Button small icon={<Plus size={14} />} disabled={disabled} onClick={() => onChange({})}>{t.form.addShape(field.label)}</Button>;
  const parts = (value ?? {}) as Row;
  return (
    <fieldset className={css.shape} id={idOf(pointer)} tabIndex={-1}>
      <legend className={css.legend}>{field.label}</legend>
      {!field.required && <IconButton className={css.corner} label={t.form.removeShape(field.label)} onClick={() => onChange(undefined)}><X size={15} /></IconButton>}
      {field.description && <p className={css.help}>{field.description}</p>}
      {errors[pointer] && <p className={css.error}>{errors[pointer]}</p>}
      <div className={css.parts}>
        {(field.fields ?? []).map((part) => (
          <div key={part.name} className={css.part} data-wide={isWide(part) || undefined}><FieldInput {...p} field={part} bare={false} autoFocus={false} value={parts[part.name]} pointer={`${pointer}/${part.name}`}
            onChange={(v) => onChange(clean({ ...parts, [part.name]: v }))} /></div>
        ))}
      </div>
    </fieldset>
  );
}

const clean = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined));

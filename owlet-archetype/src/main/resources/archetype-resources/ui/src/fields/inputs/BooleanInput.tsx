import { t } from '../../i18n/text';
import type { ControlProps } from '../FieldInput';

/** Yes or no; when it may be absent, a third choice. */
export function BooleanInput({ field, value, names, onChange, onBlur, autoFocus, disabled, bare }: ControlProps) {
  const css = bare ? 'input small' : 'input';
  const text = value === true ? 'true' : value === false ? 'false' : '';
  return (
    <select {...names} className={css} value={text} autoFocus={autoFocus} disabled={disabled} onBlur={onBlur} onChange={(e) => onChange(e.currentTarget.value === '' ? undefined : e.currentTarget.value === 'true')}>
      {(!field.required || text === '') && <option value="">{field.required ? t.form.choose : t.form.none}</option>}
      <option value="true">{t.common.yes}</option>
      <option value="false">{t.common.no}</option>
    </select>
  );
}

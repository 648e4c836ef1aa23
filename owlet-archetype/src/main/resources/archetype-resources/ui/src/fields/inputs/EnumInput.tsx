import { t } from '../../i18n/text';
import type { ControlProps } from '../FieldInput';

export function EnumInput({ field, value, names, onChange, onBlur, autoFocus, disabled, bare }: ControlProps) {
  const text = typeof value === 'string' ? value : '';
  const known = field.values?.some((v) => v.value === text);
  return (
    <select {...names} className={bare ? 'input small' : 'input'} value={text} autoFocus={autoFocus} disabled={disabled} onBlur={onBlur} onChange={(e) => onChange(e.currentTarget.value || undefined)}>
      {(!field.required || text === '') && <option value="">{field.required ? t.form.choose : t.form.none}</option>}
      {text !== '' && !known && <option value={text}>{text}</option>}
      {field.values?.map((v) => <option key={v.value} value={v.value}>{v.label}</option>)}
    </select>
  );
}

import type { ControlProps } from '../FieldInput';

const KINDS = { email: { type: 'email', inputMode: 'email', autoComplete: 'off' }, uri: { type: 'url', inputMode: 'url' }, uuid: {} } as const;
const given = (text: string) => (text === '' ? undefined : text);

export function TextInput({ field, value, names, onChange, onBlur, autoFocus, disabled, bare }: ControlProps) {
  return (
    <input {...names} {...(field.format ? KINDS[field.format] : {})} className={bare ? 'input small' : 'input'} value={typeof value === 'string' ? value : ''} autoFocus={autoFocus} disabled={disabled}
      spellCheck={!field.pattern && !field.format && field.type === 'string'} onBlur={onBlur} onChange={(e) => onChange(given(e.currentTarget.value))} />
  );
}

export function TextAreaInput({ value, names, onChange, onBlur, autoFocus, disabled }: ControlProps) {
  return <textarea {...names} className="input" rows={4} value={typeof value === 'string' ? value : ''} autoFocus={autoFocus} disabled={disabled} onBlur={onBlur} onChange={(e) => onChange(given(e.currentTarget.value))} />;
}

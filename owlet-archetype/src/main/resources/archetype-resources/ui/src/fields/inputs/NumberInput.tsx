import { useState } from 'react';
import { localNumber, plainNumber } from '../../model/numbers';
import type { FieldType } from '../../model/types';
import type { ControlProps } from '../FieldInput';

/** As JSON has the type: decimals and long numbers as text, so that no digit is lost. */
function toJson(type: FieldType, typed: string): unknown {
  if (typed.trim() === '') return undefined;
  const plain = plainNumber(typed);
  if (type === 'decimal') return plain;
  const n = Number(plain);
  if (type === 'double') return Number.isFinite(n) ? n : plain;
  return /^-?\d+$/.test(plain) && Number.isSafeInteger(n) ? n : plain;
}

/** A text input, not a number one: that loses digits, and what it cannot read it hides. */
export function NumberInput({ field, value, names, onChange, onBlur, autoFocus, disabled, bare }: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined || value === null ? '' : localNumber(String(value)));
  const whole = field.type === 'integer' || field.type === 'long';
  return (
    <input {...names} className={bare ? 'input small num' : 'input num'} inputMode={whole ? 'numeric' : 'decimal'} value={shown} autoFocus={autoFocus} disabled={disabled} autoComplete="off"
      onChange={(e) => { setTyped(e.currentTarget.value); onChange(toJson(field.type, e.currentTarget.value)); }}
      onBlur={() => { setTyped(null); onBlur?.(); }} />
  );
}

import { useState } from 'react';
import type { ControlProps } from '../FieldInput';

const INDENT = 2;

/** Any JSON. What is no JSON yet stays as it was typed, and is a text. */
export function JsonInput({ value, names, onChange, onBlur, autoFocus, disabled }: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() === '') return onChange(undefined);
    try { onChange(JSON.parse(text)); } catch { onChange(text); }
  };
  return <textarea {...names} className="input mono" rows={4} spellCheck={false} autoFocus={autoFocus} disabled={disabled} value={typed ?? (value === undefined ? '' : JSON.stringify(value, null, INDENT))} onBlur={onBlur} onChange={(e) => change(e.currentTarget.value)} />;
}

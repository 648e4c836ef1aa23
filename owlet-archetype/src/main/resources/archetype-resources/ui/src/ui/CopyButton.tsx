import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '../i18n/text';
import { IconButton } from './Button';

const SHOWN = 1600;

export function CopyButton({ value, label }: { value: string; label: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setDone(true);
    setTimeout(() => setDone(false), SHOWN);
  };
  return <IconButton label={done ? t.common.copied : label} onClick={() => void copy()}>{done ? <Check size={14} /> : <Copy size={14} />}</IconButton>;
}

import { Calendar, Clock } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../i18n/text';
import { dateExample, readDate, readMoment, readTime, showDate, showMoment, showTime } from '../../model/dates';
import { IconButton } from '../../ui/Button';
import type { ControlProps } from '../FieldInput';
import css from './inputs.module.css';

const KINDS = {
  date: { native: 'date', show: showDate, read: readDate, hint: dateExample },
  time: { native: 'time', show: showTime, read: readTime, hint: () => '18:30' },
  timestamp: { native: 'datetime-local', show: showMoment, read: readMoment, hint: () => `${dateExample()} 18:30` },
} as const;
type Kind = keyof typeof KINDS;

/** Dates and times as they are written here, typed or picked. An instant is shown on the clock of this machine, and kept in UTC. */
export function TimeInput({ field, value, names, onChange, onBlur, autoFocus, disabled, bare }: ControlProps) {
  const { native, show, read, hint } = KINDS[field.type as Kind];
  const [typed, setTyped] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const change = (text: string) => onChange(text.trim() === '' ? undefined : read(text));
  return (
    <span className={css.timed}>
      <input {...names} className={bare ? 'input small num' : 'input num'} value={typed ?? (typeof value === 'string' ? show(value) : '')} placeholder={hint()} autoComplete="off" autoFocus={autoFocus} disabled={disabled}
        onChange={(e) => { setTyped(e.currentTarget.value); change(e.currentTarget.value); }} onBlur={() => { setTyped(null); onBlur?.(); }} />
      {!bare && !disabled && <IconButton className={css.pick} label={t.form.pick} onClick={() => picker.current?.showPicker()}>{native === 'time' ? <Clock size={15} /> : <Calendar size={15} />}</IconButton>}
      {!bare && <input ref={picker} type={native} className={css.picker} tabIndex={-1} aria-hidden value="" onChange={(e) => { setTyped(null); change(e.currentTarget.value); }} />}
    </span>
  );
}

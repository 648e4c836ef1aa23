import { X } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useLookup } from '../../api/hooks';
import { useConceptNamed } from '../../config/context';
import { t } from '../../i18n/text';
import { keyFields, rowTitle } from '../../model/concept';
import type { Concept, Row } from '../../model/types';
import { IconButton } from '../../ui/Button';
import type { ControlProps } from '../FieldInput';
import css from './inputs.module.css';

/** A row of another concept, found by what people call it; its key is what is kept. */
export function ReferenceInput(p: ControlProps) {
  const target = useConceptNamed(p.field.to);
  return target ? <Search {...p} target={target} /> : null;
}

/** The language lets nothing refer to a concept whose key has several parts. */
const keyOf = (c: Concept, row: Row) => row[keyFields(c)[0]!];

function Search({ field, value, row, names, onChange, onBlur, autoFocus, disabled, bare, target }: ControlProps & { target: Concept }) {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<{ key: unknown; title: string } | null>(null);
  const wanted = useDeferredValue(typed ?? '');
  const { data, isFetching, isPlaceholderData } = useLookup(target, wanted, open);
  const title = value === undefined || value === null ? '' : picked?.key === value ? picked.title : String(row?.[`${field.name}$title`] ?? value);
  const options = data ?? [];
  /** Whether the options are those for what was typed: else Enter waits for them. */
  const fresh = data !== undefined && !isPlaceholderData && wanted === (typed ?? '');
  const [hasty, setHasty] = useState(false);
  const pick = (chosen?: Row) => {
    setHasty(false);
    setOpen(false);
    setTyped(null);
    setPicked(chosen ? { key: keyOf(target, chosen), title: rowTitle(target, chosen) } : null);
    onChange(chosen ? keyOf(target, chosen) : undefined);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) { e.preventDefault(); setOpen(true); setAt((i) => Math.max(0, Math.min(options.length - 1, i + step))); }
    if (e.key === 'Enter' && open && !e.ctrlKey && !e.metaKey && (!fresh || options[at])) { e.preventDefault(); e.stopPropagation(); if (fresh) pick(options[at]); else setHasty(true); }
    if (e.key === 'Escape' && open) { e.stopPropagation(); setOpen(false); setTyped(null); }
  };
  useEffect(() => { if (hasty && fresh && options[0]) pick(options[0]); }, [hasty, fresh]);
  return (
    <div className={css.combo}>
      <input {...names} className={bare ? 'input small' : 'input'} role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" aria-activedescendant={open && options[at] ? `${list}-${at}` : undefined}
        autoComplete="off" autoFocus={autoFocus} disabled={disabled} placeholder={t.form.searchFor(target.label.many.toLowerCase())} value={typed ?? title}
        onFocus={() => { if (bare) setOpen(true); setAt(0); }} onClick={() => setOpen(true)} onBlur={() => { setOpen(false); setHasty(false); setTyped(null); onBlur?.(); }} onKeyDown={onKeyDown}
        onChange={(e) => { setTyped(e.currentTarget.value); setHasty(false); setAt(0); setOpen(true); if (e.currentTarget.value === '') onChange(undefined); }} />
      {!field.required && !bare && title !== '' && !disabled && <IconButton className={css.clear} label={t.common.remove} onClick={() => pick()}><X size={14} /></IconButton>}
      {open && (
        <ul id={list} role="listbox" aria-label={target.label.many} className={css.options} onMouseDown={(e) => e.preventDefault()}>
          {options.map((option, i) => (
            <li key={i} id={`${list}-${i}`} role="option" aria-selected={i === at} className={css.option} onMouseMove={() => setAt(i)} onClick={() => pick(option)}>
              <span>{rowTitle(target, option)}</span>
              {rowTitle(target, option) !== String(keyOf(target, option)) && <span className="dim mono">{String(keyOf(target, option))}</span>}
            </li>
          ))}
          {!options.length && <li className={css.note} role="option" aria-selected={false} aria-disabled>{isFetching ? t.form.searching : t.form.noneFound(target.label.one.toLowerCase())}</li>}
        </ul>
      )}
    </div>
  );
}

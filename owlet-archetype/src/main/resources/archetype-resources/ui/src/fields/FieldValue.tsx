import { lazy, Suspense } from 'react';
import { formatValue } from '../model/format';
import type { Field, Row } from '../model/types';
import css from './FieldValue.module.css';

/** Of the values of an enum that say none. */
const TONES = ['blue', 'green', 'yellow', 'grape', 'orange', 'red'];

const MarkdownView = lazy(() => import('./MarkdownView'));

interface Props {
  field: Field;
  value: unknown;
  row?: Row;
  unit?: boolean;
  /** With room for paragraphs: Markdown is drawn, not shown as it was typed. */
  whole?: boolean;
}

/** A value to be read. Text that is a model's or a person's is text, never markup; only whole web addresses become links. */
export function FieldValue({ field, value, row, unit = true, whole }: Props) {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)) return <span className="dim" aria-hidden>–</span>;
  switch (field.type) {
    case 'id': return <span className="mono">{String(value)}</span>;
    case 'reference': return <>{String(row?.[`${field.name}$title`] ?? value)}</>;
    case 'enum': { const at = field.values?.findIndex((v) => v.value === value) ?? -1; const one = field.values?.[at]; return <span className={css.enum} data-tone={one && (one.tone ?? TONES[at % TONES.length])}>{one?.label ?? String(value)}</span>; }
    case 'markdown': if (whole) return <Suspense fallback={<span className={css.text}>{String(value)}</span>}><MarkdownView text={String(value)} /></Suspense>; return <span className={css.text}>{String(value)}</span>;
    case 'timestamp': return <time dateTime={String(value)}>{formatValue(field, value)}</time>;
    case 'shape': return <dl className={css.parts}>{(field.fields ?? []).map((f) => {
      const part = (value as Row)[f.name];
      return part === undefined ? null : <div key={f.name}><dt>{f.label}</dt><dd><FieldValue field={f} value={part} /></dd></div>;
    })}</dl>;
    case 'string': if (field.format === 'uri' && /^https?:\/\//.test(String(value))) return <a href={String(value)} target="_blank" rel="noreferrer noopener">{String(value)}</a>; return <>{String(value)}</>;
    default: return <span className={css.text}>{formatValue(field, value)}{unit && field.unit && <span className="dim"> {field.unit}</span>}</span>;
  }
}

import { lazy, Suspense, useState } from 'react';
import { t } from '../../i18n/text';
import { Segments } from '../../ui/Segments';
import type { ControlProps } from '../FieldInput';
import { TextAreaInput } from './TextInput';
import css from './inputs.module.css';

const MarkdownView = lazy(() => import('../MarkdownView'));

/** Markdown, and how it will look. */
export function MarkdownInput(p: ControlProps) {
  const [side, setSide] = useState<'write' | 'preview'>('write');
  if (p.bare) return <TextAreaInput {...p} />;
  const text = typeof p.value === 'string' ? p.value : '';
  return (
    <div className={css.markdown}>
      <Segments label={p.field.label} value={side} onChange={setSide} options={[{ value: 'write', label: t.form.write }, { value: 'preview', label: t.form.preview }]} />
      {side === 'write' ? <TextAreaInput {...p} /> : (
        <div className={css.preview} id={p.names.id} tabIndex={-1}>
          {text ? <Suspense fallback={<p className="dim">{t.common.loading}</p>}><MarkdownView text={text} /></Suspense> : <p className="dim">{t.form.emptyNote}</p>}
        </div>
      )}
    </div>
  );
}

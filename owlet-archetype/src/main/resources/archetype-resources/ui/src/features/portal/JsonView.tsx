import type { ReactNode } from 'react';
import { t } from '../../i18n/text';
import css from './JsonView.module.css';

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
const MOST = 60_000;

/** JSON with a little colour, without a highlighter library. */
export function JsonView({ text }: { text: string }) {
  const cut = text.length > MOST ? text.slice(0, MOST) : text;
  const out: ReactNode[] = [];
  let last = 0;
  for (const m of cut.matchAll(TOKEN)) {
    out.push(cut.slice(last, m.index));
    const kind = m[2] ? 'key' : m[1] ? 'string' : m[3] ? 'word' : 'number';
    out.push(<span key={m.index} data-kind={kind}>{m[1] ?? m[0]}</span>, m[2] ?? '');
    last = m.index + m[0].length;
  }
  out.push(cut.slice(last), cut === text ? '' : '\n…');
  return <pre className={css.pre} tabIndex={0} aria-label={t.portal.answer}>{out}</pre>;
}

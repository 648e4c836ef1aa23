import { useState } from 'react';
import { t } from '../../i18n/text';
import { CopyButton } from '../../ui/CopyButton';
import { languages, snippet, type Call, type Language } from './snippets';
import css from './TryIt.module.css';

const KEPT = 'owlet.language';
const before = () => { try { return localStorage.getItem(KEPT) as Language | null; } catch { return null; } };

/** The call as code. What is shown has no token in it; what is copied has. */
export function CodeView({ shown, withToken }: { shown: Call; withToken: Call }) {
  const [language, setLanguage] = useState<Language>(() => { const kept = before(); return kept && languages.includes(kept) ? kept : 'curl'; });
  const choose = (l: Language) => { setLanguage(l); try { localStorage.setItem(KEPT, l); } catch { /* storage is off */ } };
  return (
    <section className={css.code} aria-label={t.portal.code}>
      <div className={css.tabs}>
        <div role="group" aria-label={t.portal.language}>{languages.map((l) => <button key={l} type="button" aria-pressed={l === language} onClick={() => choose(l)}>{l}</button>)}</div>
        <CopyButton value={snippet(language, withToken)} label={t.portal.copyCode} />
      </div>
      <pre className={css.pre} tabIndex={0} aria-label={t.portal.codeIn(language)}>{snippet(language, shown)}</pre>
    </section>
  );
}

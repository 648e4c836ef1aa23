import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useConfig, useModel } from '../config/context';
import { t } from '../i18n/text';
import { BrandMark } from '../ui/BrandMark';
import { Button } from '../ui/Button';
import { ConceptIcon } from '../ui/ConceptIcon';
import { Notice } from '../ui/states';
import css from './SignedOutPage.module.css';

const LISTED = 6;

export function SignedOutPage({ problem }: { problem?: string }) {
  const { app, concepts } = useModel();
  const config = useConfig();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(problem);
  const go = async () => {
    setBusy(true);
    try {
      const { signIn } = await import('./flow');
      await signIn(config);
    } catch (e) {
      setBusy(false);
      setFailed(e instanceof Error ? e.message : String(e));
    }
  };
  return (
    <main className={css.page}>
      <section className={css.pane}>
        <BrandMark size={40} />
        <h1 className={css.title}>{app.title}</h1>
        {app.description && <p className={css.lead}>{app.description}</p>}
        {failed && <div className={css.notice}><Notice bad title={t.auth.problem}>{failed}</Notice></div>}
        <Button look="primary" busy={busy} icon={<ArrowRight size={16} />} onClick={() => void go()}>{t.auth.signIn}</Button>
        <p className={css.small}>{t.auth.way(new URL(config.auth.domain).host)}</p>
      </section>
      <section className={css.art} aria-label={t.auth.inside}>
        <ul className={css.list}>
          {concepts.slice(0, LISTED).map((c) => (
            <li key={c.name} className={css.item}>
              <span className={css.icon}><ConceptIcon name={c.icon} size={20} /></span>
              <span><strong>{c.label.many}</strong>{c.description && <><br /><span className={css.dim}>{c.description}</span></>}</span>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

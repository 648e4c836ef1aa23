import { History } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from '../../ui/Button';
import css from './Left.module.css';

/** Something that was begun and has not ended, with ways to go on. */
export function Left({ title, text, wrong, children }: { title: string; text: string; wrong?: string; children: ReactNode }) {
  return (
    <section className={css.left} aria-label={title}>
      <History size={20} aria-hidden />
      <div className={css.words}>
        <strong>{title}</strong>
        <p>{text}</p>
        {wrong && <p className={css.wrong} role="alert">{wrong}</p>}
      </div>
      {children}
    </section>
  );
}

export function FileButton({ label, take }: { label: string; take: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const taken = (file?: File) => { if (file) take(file); };
  return (
    <>
      <input ref={input} type="file" className="sr-only" aria-label={label} tabIndex={-1} onChange={(e) => { taken(e.currentTarget.files?.[0]); e.currentTarget.value = ''; }} />
      <Button small look="primary" onClick={() => input.current?.click()}>{label}</Button>
    </>
  );
}

import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../i18n/text';
import { IconButton } from './Button';
import css from './Dialog.module.css';

interface Props { title: ReactNode; close: () => void; side?: boolean; wide?: boolean; bare?: boolean; actions?: ReactNode; children: ReactNode }

/** The platform's dialog: it keeps the focus, closes on Escape, and gives the focus back. Mount it to open it. */
export function Dialog({ title, close, side, wide, bare, actions, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current!;
    const before = document.activeElement as HTMLElement | null;
    dialog.showModal();
    return () => { dialog.close(); before?.focus({ preventScroll: true }); };
  }, []);
  return (
    <dialog ref={ref} className={side ? css.side : css.middle} data-wide={wide || undefined} data-bare={bare || undefined} aria-labelledby={id}
      onCancel={(e) => { e.preventDefault(); close(); }} onMouseDown={(e) => { if (e.target === ref.current) close(); }}>
      <div className={css.sheet}>
        <header className={bare ? 'sr-only' : css.head}>
          <h2 id={id} className={css.title}>{title}</h2>
          {!bare && <IconButton label={t.common.close} onClick={close}><X size={17} /></IconButton>}
        </header>
        <div className={bare ? css.bare : css.body}>{children}</div>
        {actions && <footer className={css.foot}>{actions}</footer>}
      </div>
    </dialog>
  );
}

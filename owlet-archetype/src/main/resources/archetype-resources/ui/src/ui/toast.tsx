import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { t } from '../i18n/text';
import css from './toast.module.css';

interface Toast { id: number; kind: 'good' | 'bad'; text: string; action?: { label: string; run: () => void } }

const MOST = 3;
let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function become(now: Toast[]) {
  toasts = now;
  listeners.forEach((l) => l());
}
const dismiss = (id: number) => become(toasts.filter((one) => one.id !== id));

/** Says what happened, for some seconds: longer when it went wrong or can be undone, and for as long as the pointer is on it. */
export function toast(kind: Toast['kind'], text: string, action?: Toast['action']) {
  become([...toasts.slice(1 - MOST), { id: next++, kind, text, action }]);
}

const lasts = (one: Toast) => (one.kind === 'bad' ? 9000 : one.action ? 8000 : 4000);

export function Toasts() {
  const stack = useRef<HTMLDivElement>(null);
  const shown = useSyncExternalStore((l) => (listeners.add(l), () => listeners.delete(l)), () => toasts);
  const newest = shown.at(-1)?.id;
  useEffect(() => {
    // Shown anew, it lies above a dialog that was opened meanwhile.
    stack.current?.hidePopover();
    if (newest) stack.current?.showPopover();
  }, [newest]);
  return (
    <div ref={stack} popover="manual" className={css.stack} role="status" aria-live="polite">
      {shown.map((one) => <Line key={one.id} toast={one} />)}
    </div>
  );
}

function Line({ toast: one }: { toast: Toast }) {
  const timer = useRef(0);
  const start = () => { timer.current = window.setTimeout(() => dismiss(one.id), lasts(one)); };
  const stop = () => clearTimeout(timer.current);
  // Its time begins when it is seen; nothing else restarts it.
  useEffect(() => { start(); return stop; }, []);
  return (
    <div className={css.toast} data-kind={one.kind} onPointerEnter={stop} onPointerLeave={start}>
      {one.kind === 'good' ? <CircleCheck size={17} aria-hidden /> : <CircleAlert size={17} aria-hidden />}
      <span className={css.text}>{one.text}</span>
      {one.action && <button type="button" className={css.action} onClick={() => { one.action!.run(); dismiss(one.id); }}>{one.action.label}</button>}
      <button type="button" className={css.close} aria-label={t.common.dismiss} onClick={() => dismiss(one.id)}><X size={15} /></button>
    </div>
  );
}

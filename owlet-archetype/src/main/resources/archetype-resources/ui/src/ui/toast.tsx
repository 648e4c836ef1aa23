import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { t } from '../i18n/text';
import css from './toast.module.css';

interface Toast { id: number; kind: 'good' | 'bad'; text: string; action?: { label: string; run: () => void } }
let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();
const emit = () => listeners.forEach((l) => l());

function dismiss(id: number) { toasts = toasts.filter((one) => one.id !== id); emit(); }

export function toast(kind: Toast['kind'], text: string, action?: Toast['action']) {
  const id = next++;
  toasts = [...toasts.slice(-2), { id, kind, text, action }];
  emit();
  setTimeout(() => dismiss(id), kind === 'bad' ? 9000 : action ? 7000 : 4000);
}

export function Toasts() {
  const shown = useSyncExternalStore((l) => (listeners.add(l), () => listeners.delete(l)), () => toasts);
  return (
    <div className={css.stack} role="status" aria-live="polite">
      {shown.map((one) => (
        <div key={one.id} className={css.toast} data-kind={one.kind}>
          {one.kind === 'good' ? <CircleCheck size={17} aria-hidden /> : <CircleAlert size={17} aria-hidden />}
          <span className={css.text}>{one.text}</span>
          {one.action && <button type="button" className={css.action} onClick={() => { one.action!.run(); dismiss(one.id); }}>{one.action.label}</button>}
          <button type="button" className={css.close} aria-label={t.common.dismiss} onClick={() => dismiss(one.id)}><X size={15} /></button>
        </div>
      ))}
    </div>
  );
}

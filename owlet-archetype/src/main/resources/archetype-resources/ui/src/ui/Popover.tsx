import { useCallback, useEffect, useId, useRef, type ReactNode } from 'react';
import css from './Popover.module.css';

interface Props { anchor: (props: { popoverTarget: string; 'aria-haspopup': 'dialog' | 'menu' }) => ReactNode; label: string; menu?: boolean; end?: boolean; open?: boolean; onClose?: () => void; children: (close: () => void) => ReactNode }

const GAP = 5;
const EDGE = 8;

/** The platform's popover below its button, inside the window. Escape and a click elsewhere close it. */
export function Popover({ anchor, label, menu, end, open, onClose, children }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const wrap = useRef<HTMLSpanElement>(null);
  const place = useCallback(() => {
    const at = wrap.current!.firstElementChild!.getBoundingClientRect();
    const own = box.current!.getBoundingClientRect();
    const left = end ? at.right - own.width : at.left;
    const below = at.bottom + GAP + own.height < innerHeight || at.top < own.height;
    box.current!.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - own.width - EDGE))}px`;
    box.current!.style.top = `${below ? at.bottom + GAP : at.top - own.height - GAP}px`;
  }, [end]);
  useEffect(() => { if (open) box.current!.showPopover(); }, [open]);
  return (
    <>
      <span ref={wrap} className={css.wrap}>{anchor({ popoverTarget: id, 'aria-haspopup': menu ? 'menu' : 'dialog' })}</span>
      <div ref={box} id={id} popover="auto" role={menu ? 'menu' : 'dialog'} aria-label={label} className={css.box} onKeyDown={menu ? walk : undefined}
        onToggle={(e) => {
          if (e.newState === 'closed') return onClose?.();
          place();
          box.current!.querySelector<HTMLElement>('[autofocus], [role^=menuitem], input, button, select')?.focus();
        }}>
        {children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}

/** Arrow keys walk the items of a menu. */
function walk(e: React.KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (!step) return;
  e.preventDefault();
  const items = [...e.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}

export function MenuItem({ icon, on, danger, onPick, children }: { icon?: ReactNode; on?: boolean; danger?: boolean; onPick: () => void; children: ReactNode }) {
  return (
    <button type="button" role={on === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={on} className={css.item} data-danger={danger || undefined} data-on={on || undefined} tabIndex={-1} onClick={onPick}>
      {icon}<span>{children}</span>
    </button>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => <p className={css.label}>{children}</p>;
export const MenuLine = () => <hr className={css.line} />;

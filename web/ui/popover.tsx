import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './popover.module.css';

type PopoverProps = {
  /** Draws the button; spread the props on it. */
  button: (props: {
    'aria-expanded': boolean;
    'aria-controls': string;
    'aria-haspopup': 'dialog';
    onClick: () => void;
  }) => ReactNode;
  label: string;
  side?: 'left' | 'right';
  children: (close: () => void) => ReactNode;
};

/** A small panel under its button. Escape and a press elsewhere close it; focus goes back to the button. */
export function Popover({ button, label, side = 'left', children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  const [up, setUp] = useState(false);
  useLayoutEffect(() => {
    const anchor = open && ref.current?.getBoundingClientRect();
    const panel = ref.current?.lastElementChild?.getBoundingClientRect();
    // Above its button where it would not fit below and fits above: the sheet's menu on a phone.
    if (anchor && panel)
      setUp(anchor.bottom + panel.height + 8 > innerHeight && anchor.top > panel.height + 8);
  }, [open]);
  const close = () => {
    setOpen(false);
    ref.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const leave = (event: PointerEvent | FocusEvent) => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  return (
    <div
      ref={ref}
      className={[styles.anchor, side === 'right' && styles.right, up && styles.up].filter(Boolean).join(' ')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
        }
      }}
    >
      {button({
        'aria-expanded': open,
        'aria-controls': id,
        'aria-haspopup': 'dialog',
        onClick: () => setOpen(!open),
      })}
      {open && (
        <div id={id} role="dialog" aria-label={label} className={styles.panel}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { words } from '../text/words.ts';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

type DialogProps = {
  title: string;
  /** Takes the whole screen on a phone; otherwise it rises from the bottom. */
  full?: boolean;
  aside?: ReactNode;
  foot?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

/** The browser's own modal dialog: focus, Escape and the inert page behind come with it. */
export function Dialog({ title, full, aside, foot, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  // In the body: a dialog with a form of its own may be opened by a form.
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={[styles.dialog, full && styles.full].filter(Boolean).join(' ')}
      // React lets events rise to the form that opened it.
      onSubmit={(event) => event.stopPropagation()}
      // Escape in a dialog over this one rises here too, and closes that one alone.
      onCancel={(event) => {
        if (event.target !== ref.current) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {aside}
        <IconButton label={words.close} onClick={onClose}>
          <IconX size="1.5rem" stroke={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles.body} tabIndex={-1}>
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </dialog>,
    document.body,
  );
}

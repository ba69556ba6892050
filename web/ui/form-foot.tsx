import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './form-foot.module.css';

type FormFootProps = {
  /** What did not work, for the whole form; read aloud. */
  failure?: ReactNode;
  /** What happens after pressing, or how many things are left. */
  note?: ReactNode;
  /** The bar stays at the lower edge of the window while the form scrolls. */
  stays?: boolean;
  children: ReactNode;
};

/** The buttons of a form, and what is to be said before pressing them. */
export function FormFoot({ failure, note, stays, children }: FormFootProps) {
  return (
    <div className={[styles.foot, stays && styles.stays].filter(Boolean).join(' ')}>
      <div className={styles.says} role="alert">
        {failure && (
          <p className={styles.failure}>
            <IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" />
            <span>{failure}</span>
          </p>
        )}
      </div>
      {note && <div className={styles.note}>{note}</div>}
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}

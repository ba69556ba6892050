import { IconInfoCircle } from '@tabler/icons-react';
import type { Closure } from '../../api/service-points/contract.ts';
import { closureText } from '../text/closure.ts';
import styles from './closure-line.module.css';

/** Shut, or elsewhere, for a while: one amber line, in the list and on the page. */
export function ClosureLine({ closure }: { closure: Closure | null }) {
  return closure && <AmberLine text={closureText(closure)} />;
}

/** Something to know before going there. */
export function AmberLine({ text }: { text: string }) {
  return (
    <p className={styles.amber}>
      <IconInfoCircle size="1.125rem" stroke={1.75} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}

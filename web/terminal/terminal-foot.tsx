import { IconFileText, IconHome, IconKeyboard, IconPhone } from '@tabler/icons-react';
import { terminalWords } from '../text/terminal.ts';
import styles from './terminal.module.css';
import type { View } from './view.ts';

const ICON = { size: '1.625rem', stroke: 1.75, 'aria-hidden': true } as const;

type FootProps = { view: View; go: (view: View) => void; onStaff: () => void };

/** Always in the same place: a code, the village's affairs, a person. Away from the first page, the way back to it. */
export function TerminalFoot({ view, go, onStaff }: FootProps) {
  const text = terminalWords();
  const away = view.kind !== 'home';
  return (
    <footer className={styles.foot}>
      <div className={styles.footRow}>
        {away ? (
          <button type="button" className={styles.primary} onClick={() => go({ kind: 'home' })}>
            <IconHome {...ICON} />
            {text.home}
          </button>
        ) : (
          <button type="button" className={styles.primary} onClick={() => go({ kind: 'code' })}>
            <IconKeyboard {...ICON} />
            {text.typeCode}
          </button>
        )}
        <button type="button" className={styles.button} onClick={() => go({ kind: 'affairs' })}>
          <IconFileText {...ICON} />
          {text.affairs}
        </button>
        <button type="button" className={styles.button} onClick={onStaff}>
          <IconPhone {...ICON} />
          {text.callStaff}
        </button>
      </div>
      <p>{text.idleNote}</p>
    </footer>
  );
}

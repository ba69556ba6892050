import type { TerminalPage } from '../../api/terminals/contract.ts';
import { formatPhone } from '../text/phone.ts';
import { terminalWords } from '../text/terminal.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './terminal.module.css';

type StaffProps = { point: TerminalPage['point']; onPaperBack: (() => void) | null; onClose: () => void };

/** A person to ask: at the desk when it is open, else by telephone. */
export function StaffDialog({ point, onPaperBack, onClose }: StaffProps) {
  const text = terminalWords();
  const [phone] = point.telephones;
  const isOpen = point.open.state === 'open';
  return (
    <Dialog title={text.staffTitle} onClose={onClose}>
      <div className={styles.staff}>
        <p>{!phone ? text.staffNoPhone : isOpen ? text.staffOpen : text.staffClosed}</p>
        {phone && <p className={styles.bigPhone}>{formatPhone(phone)}</p>}
        {onPaperBack && (
          <button type="button" className={styles.button} onClick={onPaperBack}>
            {text.paperBack}
          </button>
        )}
      </div>
    </Dialog>
  );
}

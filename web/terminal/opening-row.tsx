import { IconPrinter } from '@tabler/icons-react';
import { memo } from 'react';
import type { TerminalOpening } from '../../api/terminals/contract.ts';
import { groupCode } from '../openings/code.ts';
import { freshnessOf } from '../openings/freshness.ts';
import { formatPay } from '../openings/pay.ts';
import { QrCode } from '../openings/qr-code.tsx';
import { formatDistance } from '../text/distance.ts';
import { spaced } from '../text/spacing.ts';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import styles from './terminal.module.css';

type RowProps = {
  opening: TerminalOpening;
  origin: string;
  now: Date;
  /** null: nothing prints here, the code is scanned. */
  onPrint: ((opening: TerminalOpening) => void) | null;
  onOpen: (opening: TerminalOpening) => void;
};

const SHOWN_TERMS = 3;

/** One opening: touched for more, printed, or scanned from where one stands. */
export const OpeningRow = memo(function OpeningRow({ opening, origin, now, onPrint, onOpen }: RowProps) {
  const text = terminalWords();
  const pay = formatPay(opening.salary);
  const terms = opening.benefits.slice(0, SHOWN_TERMS).map(spaced);
  return (
    <li className={styles.row}>
      <button type="button" className={styles.rowText} onClick={() => onOpen(opening)}>
        <b className={styles.rowTitle}>{spaced(opening.title)}</b>
        <span className={styles.rowPay}>
          {pay.amount} <small>{pay.unit}</small>
        </span>
        <span className={styles.rowLine}>
          {opening.employer}，{formatDistance(opening.distanceMetres)}
        </span>
        <span className={styles.rowLine}>
          {[
            terms.join('、') || words.hire(opening.headcount),
            freshnessOf(opening.confirmedAt, now).text,
          ].join('，')}
        </span>
      </button>
      {onPrint ? (
        <button type="button" className={styles.rowPrint} onClick={() => onPrint(opening)}>
          <IconPrinter size="1.5rem" stroke={1.75} aria-hidden="true" />
          <span>{text.printSlip}</span>
          <span className="visually-hidden">{opening.title}</span>
        </button>
      ) : (
        <span className={styles.rowScan}>{text.scanInstead}</span>
      )}
      <span className={styles.rowCode}>
        <QrCode
          className={styles.rowQr}
          text={new URL(`/o/${opening.code}`, origin).href}
          label={text.qrLabel(opening.code)}
        />
        <b>{groupCode(opening.code)}</b>
      </span>
    </li>
  );
});

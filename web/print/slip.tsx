import type { TerminalOpening } from '../../api/terminals/contract.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { groupCode } from '../openings/code.ts';
import { freshnessWithTime } from '../openings/freshness.ts';
import { formatPay } from '../openings/pay.ts';
import { QrCode } from '../openings/qr-code.tsx';
import { formatDayTime } from '../text/day-time.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import styles from './slip.module.css';
import { wayInWords } from './way.ts';
import { whereOf } from './where.ts';

/** Where the slip is printed, and what it may lean on. */
export type SlipFrom = {
  name: string;
  place: LngLat;
  telephone: string | null;
  /** Where a telephone finds the opening. */
  origin: string;
  /** When the data was fetched, and what time it is. */
  dataAt: string;
  now: Date;
};

/** One opening for the pocket: 72 mm of an 80 mm roll. */
export function Slip({ opening, from }: { opening: TerminalOpening; from: SlipFrom }) {
  const text = terminalWords();
  const pay = formatPay(opening.salary);
  const terms = [...opening.benefits, ...(opening.education === '不限' ? ['不限学历'] : [])].map(spaced);
  const phone = opening.contactPhone ?? from.telephone;
  return (
    <article className={styles.slip} data-slip={opening.code}>
      <p className={styles.head}>
        <b>{text.brand}</b>
        <span>{from.name}</span>
      </p>
      <section>
        <h2>{spaced(opening.title)}</h2>
        <p className={styles.pay}>
          <b>{pay.amount}</b> {pay.unit}
        </p>
        {pay.monthly && <p>{pay.monthly}</p>}
        {terms.length > 0 && <p>{terms.join('，')}</p>}
        <p>{words.hire(opening.headcount)}</p>
      </section>
      <section>
        <h3>{opening.employer}</h3>
        <p>{whereOf(opening)}</p>
        <p className={styles.way}>{wayInWords(from.place, opening)}</p>
      </section>
      <section className={styles.ask}>
        {phone && (
          <p className={styles.phone}>
            <span>{text.slipAsk}</span>
            <b>{formatPhone(phone)}</b>
          </p>
        )}
        <p>{freshnessWithTime(opening.confirmedAt, from.now).text}</p>
      </section>
      <section className={styles.code}>
        <QrCode
          className={styles.qr}
          text={new URL(`/o/${opening.code}`, from.origin).href}
          label={text.qrLabel(opening.code)}
        />
        <div>
          <p>{text.slipCode}</p>
          <p className={styles.six}>{groupCode(opening.code)}</p>
          <p className={styles.use}>{text.slipCodeUse}</p>
        </div>
      </section>
      <section className={styles.foot}>
        <p>
          <b>{text.slipNoMoney}</b>
        </p>
        <p>{from.telephone ? text.slipPoint(formatPhone(from.telephone)) : text.slipPointNoPhone}</p>
        <p className={styles.small}>
          {text.slipPrinted(formatDayTime(from.now), formatDayTime(from.dataAt))}
        </p>
      </section>
    </article>
  );
}

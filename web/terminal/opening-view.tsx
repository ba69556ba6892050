import { IconPlayerStop, IconPrinter, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { TerminalOpening } from '../../api/terminals/contract.ts';
import { groupCode } from '../openings/code.ts';
import { freshnessOf } from '../openings/freshness.ts';
import { formatPay } from '../openings/pay.ts';
import { QrCode } from '../openings/qr-code.tsx';
import { canSpeak, speak, stopSpeaking } from '../openings/read-aloud.ts';
import { wayInWords } from '../print/way.ts';
import { whereOf } from '../print/where.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import styles from './terminal.module.css';
import type { Show, View } from './view.ts';
import { ViewTitle } from './view-title.tsx';

const ICON = { size: '1.625rem', stroke: 1.75, 'aria-hidden': true } as const;
type OpeningViewProps = { show: Show; opening: TerminalOpening; back: View };

/** Everything about one opening, in the size of a wall. */
export function OpeningView({ show, opening, back }: OpeningViewProps) {
  const text = terminalWords();
  const { page, now, origin, onPrint, go } = show;
  const pay = formatPay(opening.salary);
  const way = wayInWords(page.point.place, opening);
  const phone = opening.contactPhone ?? page.point.telephones[0];
  const spoken = [opening.title, pay.spoken, opening.employer, way, opening.duties, opening.requirements];
  return (
    <article className={styles.opening}>
      <ViewTitle title={spaced(opening.title)} onBack={() => go(back)} />
      <p className={styles.bigPay}>
        {pay.amount}{' '}
        <small>
          {pay.unit}
          {pay.monthly && text.monthly(pay.monthly)}
        </small>
      </p>
      <p className={styles.facts}>
        {[opening.employer, words.hire(opening.headcount), freshnessOf(opening.confirmedAt, now).text].join(
          '，',
        )}
      </p>
      {opening.benefits.length > 0 && (
        <p className={styles.facts}>{opening.benefits.map(spaced).join('、')}</p>
      )}
      <div className={styles.take}>
        <span className={styles.rowCode}>
          <QrCode
            className={styles.bigQr}
            text={new URL(`/o/${opening.code}`, origin).href}
            label={text.qrLabel(opening.code)}
          />
          <b>{groupCode(opening.code)}</b>
        </span>
        <div className={styles.takeButtons}>
          {onPrint && (
            <button type="button" className={styles.button} onClick={() => onPrint(opening)}>
              <IconPrinter {...ICON} />
              {text.printSlip}
            </button>
          )}
          <ReadOpening parts={spoken} />
        </div>
      </div>
      <h2>{opening.contactPhone ? text.phone : text.noPhone}</h2>
      <p className={styles.bigPhone}>{phone ? formatPhone(phone) : text.staffNoPhone}</p>
      <p className={styles.quiet}>{text.callsFree}</p>
      <h2>{text.where}</h2>
      <p>
        {whereOf(opening)}。{way}
      </p>
      {opening.duties && (
        <>
          <h2>{text.duties}</h2>
          <p className={styles.long}>{spaced(opening.duties)}</p>
        </>
      )}
      {opening.requirements && (
        <>
          <h2>{text.requirements}</h2>
          <p className={styles.long}>{spaced(opening.requirements)}</p>
        </>
      )}
    </article>
  );
}

function ReadOpening({ parts }: { parts: readonly string[] }) {
  const text = terminalWords();
  const [reading, setReading] = useState(false);
  useEffect(() => () => (canSpeak() ? stopSpeaking() : undefined), []);
  if (!canSpeak()) return null;
  const Sign = reading ? IconPlayerStop : IconVolume;
  const read = async () => {
    if (reading) return stopSpeaking();
    setReading(true);
    await speak(parts.filter(Boolean).join('。'));
    setReading(false);
  };
  return (
    <button type="button" className={styles.button} onClick={() => void read()}>
      <Sign {...ICON} />
      {reading ? text.readStop : text.readToMe}
    </button>
  );
}

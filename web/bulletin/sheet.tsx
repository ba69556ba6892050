import type { Bulletin, BulletinOpening } from '../../api/bulletins/contract.ts';
import { groupCode } from '../openings/code.ts';
import { formatPay } from '../openings/pay.ts';
import { QrCode } from '../openings/qr-code.tsx';
import { bulletinWords } from '../text/bulletin.ts';
import { localTime } from '../text/clock.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { hoursInWords, marketInWords } from './hours-words.ts';
import { leadOf, lineOf } from './say.ts';
import styles from './sheet.module.css';

const STRIPS = 9;
const HOURS_LINES = 2;

/** The sheet on the wall of a village: A4, black on white, strips to tear off. */
export function Sheet({ bulletin, origin }: { bulletin: Bulletin; origin: string }) {
  const text = bulletinWords();
  const { point, items, others, total } = bulletin;
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <div>
          <p className={styles.point}>{point.name}</p>
          <h1 tabIndex={-1}>{total > 0 ? text.title : text.nearTitle}</h1>
          <p className={styles.lead}>{leadOf(bulletin)}</p>
        </div>
        <figure>
          <QrCode
            className={styles.qr}
            text={new URL(`/bulletin/${point.id}`, origin).href}
            label={text.qrLabel}
          />
          <figcaption>{text.scan}</figcaption>
        </figure>
      </header>
      {items.length + others.length === 0 ? (
        <p className={styles.lead}>
          {text.nothing}
          {text.nothingNext}
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.columns.what}</th>
              <th scope="col">{text.columns.pay}</th>
              <th scope="col">{text.columns.code}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((opening) => (
              <Row key={opening.id} opening={opening} />
            ))}
          </tbody>
          {others.length > 0 && (
            <tbody>
              {total > 0 && (
                <tr className={styles.between}>
                  <th colSpan={3} scope="rowgroup">
                    {text.others}
                  </th>
                </tr>
              )}
              {others.map((opening) => (
                <Row key={opening.id} opening={opening} />
              ))}
            </tbody>
          )}
        </table>
      )}
      {total > items.length && <p className={styles.more}>{text.more(total - items.length)}</p>}
      <Foot bulletin={bulletin} />
    </article>
  );
}

function Row({ opening }: { opening: BulletinOpening }) {
  const pay = formatPay(opening.salary);
  return (
    <tr>
      <td>
        <b>{spaced(opening.title)}</b>
        <span>{lineOf(opening)}</span>
      </td>
      <td className={styles.pay}>
        <b>{pay.amount}</b> {pay.unit}
      </td>
      <td className={styles.code}>{groupCode(opening.code)}</td>
    </tr>
  );
}

function Foot({ bulletin: { point, asOf, items, others } }: { bulletin: Bulletin }) {
  const text = bulletinWords();
  const [phone] = point.telephones;
  const { month, day } = localTime(asOf);
  const hours = [
    ...hoursInWords(point.hours).slice(0, HOURS_LINES),
    ...point.markets.slice(0, 1).map(marketInWords),
  ];
  return (
    <footer className={styles.foot}>
      {items.length + others.length > 0 && (
        <div className={styles.how}>
          <p>
            <b>{text.how}</b>
            {text.howText}
          </p>
          <div>
            {phone && <p className={styles.phone}>{formatPhone(phone)}</p>}
            {hours.length === 0 ? <p>{text.hoursMissing}</p> : hours.map((line) => <p key={line}>{line}</p>)}
          </div>
        </div>
      )}
      <p className={styles.warn}>
        <span>
          <b>{text.noMoney}</b>
          {text.noMoneyMore}
        </span>
        <span>{text.printedOn(text.monthDay(month, day))}</span>
      </p>
      <div className={styles.strips} aria-hidden="true">
        {Array.from({ length: STRIPS }, (_, strip) => (
          <span key={strip}>
            <b>{point.name}</b>
            {phone ? formatPhone(phone) : ''}
          </span>
        ))}
      </div>
    </footer>
  );
}

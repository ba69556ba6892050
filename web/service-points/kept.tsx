import { Fragment } from 'react';
import type {
  ExceptionDays,
  MarketDay,
  Offer,
  ServicePointDetail,
} from '../../api/service-points/contract.ts';
import { formatMinute, localTime } from '../text/clock.ts';
import { dateText, daysText } from '../text/closure.ts';
import { pointWords } from '../text/point.ts';
import { words } from '../text/words.ts';
import { AmberLine } from './closure-line.tsx';
import styles from './kept.module.css';

const timesText = (spans: readonly { fromMinute: number; toMinute: number }[]) =>
  spans.map(({ fromMinute, toMinute }) => `${formatMinute(fromMinute)}–${formatMinute(toMinute)}`).join(' ');

/** `11 月 28 日上午培训，窗口只办急事，不开门`. */
export function exceptionText(days: ExceptionDays): string {
  const { dayClosed, open, and } = pointWords();
  const hours = days.spans.length === 0 ? dayClosed : open(timesText(days.spans));
  return `${daysText(days)}${days.note ? `${days.note}${and}` : ''}${hours}`;
}

/** `农历逢三、八赶集，7:00–11:00 也开门`. */
export function marketText(market: MarketDay): string {
  const { lunarMarket, weekdayMarket, lunarEach, digits, list } = pointWords();
  const times = timesText([market]);
  if (market.weekdays.length > 0)
    return weekdayMarket(market.weekdays.map((day) => words.weekdays[day - 1]!).join(list), times);
  const last = [...new Set(market.lunarDays.map((day) => day % 10))].sort((a, b) => (a || 10) - (b || 10));
  const isEach = market.lunarDays.length === last.length * 3;
  const days = isEach
    ? lunarEach(last.map((digit) => digits[digit]!).join(list))
    : market.lunarDays.join(list);
  return lunarMarket(days, times);
}

/** `冬季，到明年 4 月 30 日`. */
export function seasonText({ name, until }: NonNullable<ServicePointDetail['season']>, now: Date): string {
  const { winterUntil, summerUntil, nextYear } = pointWords();
  const today = new Date(localTime(now).dayNumber * 86_400_000).toISOString();
  const day = until.slice(0, 4) > today.slice(0, 4) ? nextYear(dateText(until)) : dateText(until);
  return name === 'winter' ? winterUntil(day) : summerUntil(day);
}

/** What changes the week besides: market days, days that differ, what hangs at the door. */
export function WeekChanges({ point }: { point: ServicePointDetail }) {
  // The next seven days say theirs in the week itself.
  const told = new Set(point.days.map(({ on }) => on));
  const later = point.exceptions.filter(({ from }) => !told.has(from));
  return (
    <>
      {point.markets.map((market) => (
        <p key={marketText(market)} className={styles.market}>
          {marketText(market)}
        </p>
      ))}
      {later.map((days) => (
        <AmberLine key={days.from} text={exceptionText(days)} />
      ))}
      {point.notices.map(({ text, from }) => (
        <AmberLine key={from + text} text={text} />
      ))}
    </>
  );
}

/** Each service with what to bring; who may, what it costs and how long it takes open with a tap. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  const { countDocuments, nothingToBring } = pointWords();
  return (
    <ul className={styles.offers}>
      {offers.map((offer) => {
        const { name, documents } = offer;
        const hasWords = Boolean(
          offer.conditions || offer.fee || offer.takes || offer.law || documents.length,
        );
        const brings =
          documents.length > 1 ? countDocuments(documents.length) : (documents[0] ?? nothingToBring);
        return (
          <li key={name}>
            {hasWords ? (
              <details>
                <summary>
                  <span>{name}</span>
                  <span className={styles.brings}>{brings}</span>
                </summary>
                <OfferWords offer={offer} />
              </details>
            ) : (
              <p>{name}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function OfferWords({ offer }: { offer: Offer }) {
  const said = pointWords();
  const rows = [
    [said.conditions, offer.conditions],
    [said.documents, offer.documents.join(said.list)],
    [said.fee, offer.fee],
    [said.takes, offer.takes],
    [said.law, offer.law],
  ].filter(([, text]) => text);
  return (
    <dl className={styles.words}>
      {rows.map(([term, text]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

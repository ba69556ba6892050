import type { OpeningDetail } from '../../api/openings/contract.ts';
import sheet from '../bulletin/sheet.module.css';
import { placeOf } from '../openings/card.tsx';
import { groupCode } from '../openings/code.ts';
import { formatPay } from '../openings/pay.ts';
import { QrCode } from '../openings/qr-code.tsx';
import { applicationsWords } from '../text/applications.ts';
import { formatTime, localTime } from '../text/clock.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import styles from './poster.module.css';

const STRIPS = 9;
/** Characters of a title that stand in one line at 50 pt and at 33 pt; longer ones wrap. */
const HUGE_TITLE = 7;
const BIG_TITLE = 11;
/** A strip is 40 mm long: so many characters of the title stand on it. */
const STRIP_TITLE = 9;

/** Characters that fit the page at 21 pt, and at 17 pt. */
const LARGE_BELOW = 160;
const MIDDLE_BELOW = 280;

type PosterProps = {
  opening: OpeningDetail;
  /** null: there is none, or it was not told. */
  phone: { number: string; name: string | null } | null;
  /** Where the QR code leads. */
  address: string;
  now: Date;
};

const dateOf = (instant: string | Date) => {
  const { month, day } = localTime(instant);
  return words.monthDay(month, day);
};

/** One opening on a wall: A4, black on white, read from two metres, strips to tear off. */
export function Poster({ opening, phone, address, now }: PosterProps) {
  const text = applicationsWords();
  const pay = formatPay(opening.salary);
  const title = spaced(opening.title);
  const facts = factsOf(opening);
  const size =
    [...title].length <= HUGE_TITLE ? styles.huge : [...title].length <= BIG_TITLE ? styles.big : '';
  const terms = [
    opening.employmentType,
    text.posterHire(opening.headcount),
    pay.monthly && text.posterMonthly(pay.monthly.replace(/^约 ?/, '')),
  ];
  return (
    <article className={`${sheet.sheet} ${styles.poster}`}>
      <header className={sheet.head}>
        <div>
          <p className={styles.employer}>{opening.employer.name}</p>
          <h1 tabIndex={-1} className={size}>
            {title}
          </h1>
          <p className={styles.pay}>
            <b>{pay.amount}</b> {pay.unit}
          </p>
          <p className={styles.terms}>{terms.filter(Boolean).join('，')}</p>
        </div>
        <figure>
          <QrCode className={styles.qr} text={address} label={words.qrLabel} />
          <figcaption>
            {text.posterScan}
            <b>{groupCode(opening.code)}</b>
          </figcaption>
        </figure>
      </header>
      {opening.benefits.length > 0 && (
        <ul className={styles.benefits}>
          {opening.benefits.map((benefit) => (
            <li key={benefit}>{spaced(benefit)}</li>
          ))}
        </ul>
      )}
      <dl className={`${styles.facts} ${styles[facts.size]}`}>
        <Fact name={text.posterDuties} value={facts.duties} />
        <Fact name={text.posterRequirements} value={facts.wanted} />
        <Fact name={text.posterPlace} value={facts.place} />
      </dl>
      <footer className={sheet.foot}>
        <div className={styles.call}>
          {phone && (
            <p className={styles.phone}>
              <span>
                {text.posterCall}
                {phone.name && ` ${phone.name}`}
              </span>
              {formatPhone(phone.number)}
            </p>
          )}
          <p>{text.posterHow}</p>
        </div>
        <p className={sheet.warn}>
          <span>
            <b>{words.safety}</b>
            {text.posterUntil(dateOf(opening.expiresAt))}
          </span>
          <span>{text.posterPrinted(dateOf(now), formatTime(now))}</span>
        </p>
        <Strips title={title} code={opening.code} number={phone?.number ?? null} />
      </footer>
    </article>
  );
}

/** What is written, and how large it may stand so that all of it is on the page. */
function factsOf(opening: OpeningDetail) {
  const { duties, address, town, district } = opening;
  const place = address.startsWith(town.name)
    ? `${district.name}${address}`
    : `${placeOf(opening)}，${address}`;
  const facts = { duties: spaced(duties), wanted: spaced(wanted(opening)), place: spaced(place) };
  const length = Object.values(facts).join('').length;
  const size = length < LARGE_BELOW ? 'large' : length < MIDDLE_BELOW ? 'middle' : 'small';
  return { ...facts, size } as const;
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function wanted({ education, experience, requirements }: OpeningDetail): string {
  const facts = [
    education && education !== '不限' && words.educationWords[education],
    experience && experience !== '不限' && words.experienceWords[experience],
  ];
  return [...facts.filter(Boolean), requirements].filter(Boolean).join('，');
}

function Strips({ title, code, number }: { title: string; code: string; number: string | null }) {
  const short = [...title].slice(0, STRIP_TITLE).join('');
  return (
    <div className={`${sheet.strips} ${styles.strips}`} aria-hidden="true">
      {Array.from({ length: STRIPS }, (_, strip) => (
        <span key={strip}>
          <b>{short}</b>
          {number && <i>{formatPhone(number)}</i>}
          <i>{groupCode(code)}</i>
        </span>
      ))}
    </div>
  );
}

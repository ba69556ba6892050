import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OpeningDetail as Opening } from '../../api/openings/contract.ts';
import { formatTime, localTime } from '../text/clock.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Dots } from '../ui/dots.tsx';
import { FreshnessIcon } from '../ui/icons.tsx';
import { usePhone } from '../ui/use-media.ts';
import { OpeningCard } from './card.tsx';
import { CodeBlock } from './code-block.tsx';
import { useContactPhone } from './contact-phone.ts';
import { Contact } from './contact.tsx';
import styles from './detail.module.css';
import { freshnessWithTime } from './freshness.ts';
import { formatPay } from './pay.ts';

type OpeningDetailProps = {
  opening: Opening;
  now: Date;
  /** Where the code leads, whole. */
  address: string;
  /** `离你 3.2 公里，骑电动车约 14 分钟`, or null without a start. */
  way: string | null;
  map: ReactNode;
  /** Writing to the employer, beside ringing. */
  apply: ReactNode;
  /** What people heard who rang. */
  calls: ReactNode;
  answers: ReactNode;
  poster: ReactNode;
  directionsLong: ReactNode;
  nearest: ReactNode;
  hrefOf: (id: string) => string;
  onCopy: () => void;
};

const dateOf = (instant: string) => {
  const { month, day } = localTime(instant);
  return words.monthDay(month, day);
};

/** Everything about one opening: pay, confirmed when, where, whom to ask; then the rest. */
export function OpeningDetail(props: OpeningDetailProps) {
  const { opening, now, address, way, map, directionsLong, nearest, hrefOf, onCopy } = props;
  const { apply, calls, answers, poster } = props;
  const phone = usePhone();
  const number = useContactPhone(opening);
  const contact = (
    <Contact opening={opening} phone={number}>
      {apply}
    </Contact>
  );
  const employer = (
    <Employer opening={opening} way={way} map={map} answers={answers} directions={directionsLong} />
  );
  // On paper somebody wants the number; it is asked for as by pressing the button.
  const printWithNumber = async () => {
    await number.ask();
    setTimeout(print);
  };
  const points = (
    <section className={styles.block}>
      <h2>{words.nearestTitle}</h2>
      {nearest}
    </section>
  );
  const code = (
    <CodeBlock code={opening.code} address={address} onCopy={onCopy} onPrint={() => void printWithNumber()}>
      {poster}
    </CodeBlock>
  );
  const similar = opening.similar.length > 0 && (
    <section className={`${styles.block} ${styles.similar}`}>
      <h2>{words.similar}</h2>
      {opening.similar.map((item) => (
        <OpeningCard key={item.id} opening={item} href={hrefOf(item.id)} now={now} heading="h3" />
      ))}
    </section>
  );
  const printed = (
    <p className={styles.printed}>
      {words.printedAt(dateOf(now.toISOString()), formatTime(now))}，{words.safety}
    </p>
  );
  if (phone)
    return (
      <article className={styles.detail}>
        <Head opening={opening} number={number.ofEmployer} now={now} />
        {employer}
        {points}
        <Duties opening={opening} />
        {calls}
        {code}
        {similar}
        {printed}
        {contact}
      </article>
    );
  return (
    <article className={styles.detail}>
      <div>
        <Head opening={opening} number={number.ofEmployer} now={now}>
          {contact}
        </Head>
        <Duties opening={opening} />
        {calls}
        {similar}
      </div>
      <div className={styles.side}>
        {employer}
        {points}
        {code}
        {printed}
      </div>
    </article>
  );
}

type EmployerProps = {
  opening: Opening;
  way: string | null;
  map: ReactNode;
  answers: ReactNode;
  directions: ReactNode;
};

function Employer({ opening, way, map, answers, directions }: EmployerProps) {
  const { employer, place, address } = opening;
  return (
    <section className={styles.block}>
      <h2 className={styles.tight}>{employer.name}</h2>
      <Dots
        className={styles.sub}
        items={[
          employer.industry && (words.industries[employer.industry] ?? null),
          words.employerOpenings(employer.openings),
        ]}
      />
      {opening.sourceName && <p className={styles.sub}>{words.repostedFrom(opening.sourceName)}</p>}
      {answers}
      <div className={styles.address}>
        <IconMapPin size="1.25rem" stroke={1.75} aria-hidden="true" />
        <div>
          <p>{spaced(address)}</p>
          {way && <p className={styles.sub}>{way}</p>}
          {place.quality !== 'surveyed' && <p className={styles.sub}>{words.placeApproximate}</p>}
        </div>
      </div>
      {map && <div className={styles.map}>{map}</div>}
      {directions}
    </section>
  );
}

type HeadProps = { opening: Opening; number: string | null; now: Date; children?: ReactNode };

function Head({ opening, number, now, children }: HeadProps) {
  const pay = formatPay(opening.salary);
  const freshness = freshnessWithTime(opening.confirmedAt, now);
  return (
    <section className={styles.block}>
      <h1 className={styles.title} tabIndex={-1}>
        {spaced(opening.title)}
      </h1>
      <p className={styles.pay}>
        <span aria-hidden="true">
          {pay.amount} <span className={styles.unit}>{pay.unit}</span>
        </span>
        <span className="visually-hidden">{pay.spoken}</span>
      </p>
      <Dots
        className={styles.sub}
        items={[pay.monthly, opening.employmentType, words.hire(opening.headcount)]}
      />
      {opening.benefits.length > 0 && (
        <ul className={styles.tags}>
          {opening.benefits.map((benefit) => (
            <li key={benefit}>{spaced(benefit)}</li>
          ))}
        </ul>
      )}
      <p className={`${styles.fresh} ${styles[freshness.level]}`}>
        <FreshnessIcon level={freshness.level} size="1.25rem" />
        <span>
          <strong>{freshness.text}</strong>
          {opening.contactName && words.confirmedBy(opening.contactName)}
        </span>
      </p>
      {number && <p className={styles.printedPhone}>{words.printPhone(formatPhone(number))}</p>}
      {children}
    </section>
  );
}

function Duties({ opening }: { opening: Opening }) {
  const { education, experience, employmentType, requirements } = opening;
  const facts: [string, string | null][] = [
    [words.education, education && words.educationWords[education]],
    [words.experience, experience && words.experienceWords[experience]],
    [words.employmentType, employmentType],
    [words.otherRequirements, requirements ? spaced(requirements) : null],
    [words.published, dateOf(opening.publishedAt)],
    [words.expires, words.until(dateOf(opening.expiresAt))],
  ];
  return (
    <section className={styles.block}>
      <h2>{words.duties}</h2>
      <p className={styles.duties}>{spaced(opening.duties)}</p>
      <h2 className={styles.gap}>{words.requirements}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value ?? words.notStated}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.safety}>
        <strong>{words.safety}</strong> <span>{words.safetyMore}</span>
      </p>
    </section>
  );
}

import { IconCopy, IconMapPin, IconPhone, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { OpeningDetail as Opening } from '../../api/openings/contract.ts';
import { formatTime, localTime } from '../text/clock.ts';
import { words } from '../text/words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dots } from '../ui/dots.tsx';
import { FreshnessIcon } from '../ui/icons.tsx';
import { OpeningCard } from './card.tsx';
import { groupCode } from './code.ts';
import styles from './detail.module.css';
import { freshnessWithTime } from './freshness.ts';
import { formatPay } from './pay.ts';

const QrCode = lazy(() => import('./qr-code.tsx').then((module) => ({ default: module.QrCode })));

type OpeningDetailProps = {
  opening: Opening;
  now: Date;
  /** Where the code leads, whole. */
  address: string;
  /** `离你 3.2 公里，骑电动车约 14 分钟`, or null without a start. */
  way: string | null;
  map: ReactNode;
  directions: ReactNode;
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
  const { opening, now, address, way, map, directions, directionsLong, nearest, hrefOf, onCopy } = props;
  return (
    <article className={styles.detail}>
      <div>
        <Head opening={opening} now={now}>
          <Contact opening={opening}>{directions}</Contact>
        </Head>
        <Duties opening={opening} />
        <section className={`${styles.block} ${styles.similar}`}>
          <h2>{words.similar}</h2>
          {opening.similar.map((item) => (
            <OpeningCard key={item.id} opening={item} href={hrefOf(item.id)} now={now} heading="h3" />
          ))}
        </section>
      </div>
      <div className={styles.side}>
        <section className={styles.block}>
          <h2 className={styles.tight}>{opening.employer.name}</h2>
          <Dots
            className={styles.sub}
            items={[
              opening.employer.industry && (words.industries[opening.employer.industry] ?? null),
              words.employerOpenings(opening.employer.openings),
            ]}
          />
          <div className={styles.address}>
            <IconMapPin size="1.25rem" stroke={1.75} aria-hidden="true" />
            <div>
              <p>{opening.address}</p>
              {way && <p className={styles.sub}>{way}</p>}
              {opening.place.quality !== 'surveyed' && <p className={styles.sub}>{words.placeApproximate}</p>}
            </div>
          </div>
          {map && <div className={styles.map}>{map}</div>}
          {directionsLong}
        </section>
        <section className={styles.block}>
          <h2>{words.nearestTitle}</h2>
          {nearest}
        </section>
        <section className={styles.block}>
          <div className={styles.code}>
            <p>
              {words.codeTitle}
              <b aria-label={words.codeSpoken(opening.code.split('').join(' '))}>{groupCode(opening.code)}</b>
            </p>
            <Suspense fallback={<span className={styles.qr} />}>
              <QrCode className={styles.qr} text={address} label={words.qrLabel} />
            </Suspense>
          </div>
          <div className={styles.tools}>
            <Button
              kind="quiet"
              icon={<IconPrinter size="1.25rem" stroke={1.75} aria-hidden="true" />}
              onClick={() => print()}
            >
              {words.print}
            </Button>
            <Button
              kind="quiet"
              icon={<IconCopy size="1.25rem" stroke={1.75} aria-hidden="true" />}
              onClick={onCopy}
            >
              {words.copyLink}
            </Button>
          </div>
        </section>
        <p className={styles.printed}>
          {words.printedAt(dateOf(now.toISOString()), formatTime(now))}，{words.safety}
        </p>
      </div>
    </article>
  );
}

function Head({ opening, now, children }: { opening: Opening; now: Date; children: ReactNode }) {
  const pay = formatPay(opening.salary);
  const freshness = freshnessWithTime(opening.confirmedAt, now);
  return (
    <section className={styles.block}>
      <h1 className={styles.title} tabIndex={-1}>
        {opening.title}
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
            <li key={benefit}>{benefit}</li>
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
    [words.otherRequirements, requirements || null],
    [words.published, dateOf(opening.publishedAt)],
    [words.expires, words.until(dateOf(opening.expiresAt))],
  ];
  return (
    <section className={styles.block}>
      <h2>{words.duties}</h2>
      <p className={styles.duties}>{opening.duties}</p>
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

/** Ring or go: always in sight on a phone. The number itself shows when it is asked for. */
export function Contact({ opening, children }: { opening: Opening; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const phone = opening.contactPhone ?? opening.nearestPoints[0]?.telephones[0] ?? null;
  const sign = <IconPhone size="1.25rem" stroke={1.75} aria-hidden="true" />;
  if (!phone) return <div className={styles.contact}>{children}</div>;
  const ring = `tel:${phone.replace(/[^\d+]/g, '')}`;
  return (
    <div className={styles.contact}>
      {children}
      {shown ? (
        <LinkButton kind="primary" href={ring} icon={sign}>
          {words.callShown(phone)}
        </LinkButton>
      ) : (
        <Button
          kind="primary"
          icon={sign}
          onClick={() => {
            setShown(true);
            // A phone rings at once; elsewhere the number stands there to be dialled.
            if (matchMedia('(pointer: coarse)').matches) location.href = ring;
          }}
        >
          {opening.contactPhone ? words.callEmployer : words.callPointInstead}
        </Button>
      )}
    </div>
  );
}

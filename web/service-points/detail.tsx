import { IconCalendarPlus, IconMapPin, IconNews, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { visitCalendar } from '../../api/bulletins/contract.ts';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { fillPath } from '../call.ts';
import { formatDistance, formatRadius } from '../text/distance.ts';
import { houseState, terminalSentence, terminalState } from '../text/open-state.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { dateText } from '../text/closure.ts';
import { pointWords } from '../text/point.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { LinkButton } from '../ui/button.tsx';
import { House, TerminalIcon } from '../ui/icons.tsx';
import styles from './detail.module.css';
import { ClosureLine } from './closure-line.tsx';
import { Offers, seasonText, WeekChanges } from './kept.tsx';
import { ReportButton } from './report-button.tsx';
import { StateLine } from './state-line.tsx';
import { WeekBars } from './week.tsx';

type PointDetailProps = {
  point: ServicePointDetail;
  now: Date;
  close?: ReactNode;
  directions: ReactNode;
  openingsHref: string;
};

/** Everything about one point: open or not, terminal, whom to call, its week, what can be done there. */
export function PointDetail({ point, now, close, directions, openingsHref }: PointDetailProps) {
  const terminal = terminalState(point.terminals);
  const colour = { working: '#27673D', broken: '#A32A20', none: '#626B63' }[terminal];
  const [phone, ...otherPhones] = point.telephones;
  const { openings, withinMetres } = point.openingsNearby;
  return (
    <>
      <div className={styles.head}>
        <House state={houseState(point.open, now)} terminal={terminal} size="2.75rem" />
        <div>
          <h1 tabIndex={-1}>{point.name}</h1>
          <p className={styles.level}>
            {words.levels[point.level]}，{point.town?.name ?? point.district.name}
            {point.distanceMetres !== undefined && `，${formatDistance(point.distanceMetres)}`}
          </p>
        </div>
        {close}
      </div>
      <div className={styles.facts}>
        <p className={styles.plain}>
          <StateLine open={point.open} now={now} />
        </p>
        {point.closure && (
          <div className={styles.plain}>
            <ClosureLine closure={point.closure} />
          </div>
        )}
        <p className={terminal === 'broken' ? styles.broken : undefined}>
          <TerminalIcon colour={colour} />
          <span>
            {terminalSentence(point.terminals, now)}{' '}
            {point.terminals.installed > 1 && (
              <span className={styles.quiet}>
                {words.terminals(point.terminals.working, point.terminals.installed)}
              </span>
            )}
          </span>
        </p>
        <p>
          <IconMapPin size="1.25rem" stroke={1.75} aria-hidden="true" />
          <span>
            {[
              spaced(point.address),
              ...point.accessibility.map((kind) => pointWords().accessibility[kind]),
            ].join(pointWords().and)}{' '}
            <span className={styles.quiet}>
              {point.place.quality === 'surveyed' ? '' : words.placeApproximateShort}
            </span>
          </span>
        </p>
      </div>
      <div className={styles.actions}>
        {phone ? (
          <LinkButton
            kind="primary"
            href={telHref(phone)}
            icon={<IconPhone size="1.25rem" stroke={1.75} aria-hidden="true" />}
          >
            {formatPhone(phone)}
          </LinkButton>
        ) : (
          <p className={styles.noPhone}>{words.telephoneMissing}</p>
        )}
        {directions}
      </div>
      {otherPhones.length > 0 && (
        <p className={styles.phones}>
          {otherPhones.map((other) => (
            <a key={other} href={telHref(other)}>
              {formatPhone(other)}
            </a>
          ))}
        </p>
      )}
      <section className={styles.section}>
        <h2 className={styles.withNote}>
          {words.hoursTitle}
          {point.season && <span className={styles.quiet}>{seasonText(point.season, now)}</span>}
        </h2>
        {point.hours.length > 0 || point.markets.length > 0 ? (
          <WeekBars days={point.days} closure={point.closure} now={now} />
        ) : (
          <p>{words.hoursMissing}</p>
        )}
        <WeekChanges point={point} />
      </section>
      <section className={styles.section}>
        <h2>{pointWords().servicesTitle}</h2>
        {point.offers.length > 0 ? <Offers offers={point.offers} /> : <p>{words.servicesMissing}</p>}
      </section>
      <div className={styles.take}>
        {point.days.some(({ spans }) => spans.length > 0) && (
          <LinkButton
            dense
            download
            href={fillPath(visitCalendar.path, { id: point.id })}
            icon={<IconCalendarPlus size="1.25rem" stroke={1.75} aria-hidden="true" />}
          >
            {words.visitCalendar}
          </LinkButton>
        )}
        <LinkButton
          dense
          href={`/bulletin/${point.id}`}
          icon={<IconNews size="1.25rem" stroke={1.75} aria-hidden="true" />}
        >
          {words.weekBulletin}
        </LinkButton>
      </div>
      <div className={styles.foot}>
        <Link href={openingsHref}>{words.openingsNearby(formatRadius(withinMetres), openings)}</Link>
        <span className={styles.quiet}>
          {[
            point.checkedOn && pointWords().checkedOn(dateText(point.checkedOn)),
            words.positionNote(point.place.source, words.qualities[point.place.quality]),
          ]
            .filter(Boolean)
            .join(pointWords().and)}
        </span>
        <ReportButton id={point.id} name={point.name} />
      </div>
    </>
  );
}

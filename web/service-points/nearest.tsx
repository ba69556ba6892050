import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ServicePointItem } from '../../api/service-points/contract.ts';
import { formatDistance } from '../text/distance.ts';
import { formatOpening, houseState, terminalSentence, terminalState } from '../text/open-state.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { words } from '../text/words.ts';
import { LinkButton } from '../ui/button.tsx';
import { Dots } from '../ui/dots.tsx';
import { House } from '../ui/icons.tsx';
import { ClosureLine } from './closure-line.tsx';
import styles from './nearest.module.css';
import { StateLine } from './state-line.tsx';

type NearestPointsProps = {
  points: readonly ServicePointItem[];
  now: Date;
  hrefOf: (point: ServicePointItem) => string;
  /** How long the way is on foot, in words. */
  wayOf?: (metres: number) => string;
  directionsTo: (point: ServicePointItem) => ReactNode;
  primaryCall?: boolean;
};

/** Who can help, nearest first: the first one whole, the others in a line each. */
export function NearestPoints(props: NearestPointsProps) {
  const { points, now, hrefOf, wayOf, directionsTo, primaryCall } = props;
  const [first, ...others] = points;
  if (!first) return null;
  const terminal = terminalState(first.terminals);
  const phone = first.telephones[0];
  const metres = first.distanceMetres;
  return (
    <>
      <div className={styles.first}>
        <House state={houseState(first.open, now)} terminal={terminal} size="2.5rem" />
        <div>
          <h3 className={styles.name}>
            <Link href={hrefOf(first)}>{first.name}</Link>
          </h3>
          <Dots
            className={styles.line}
            items={[
              <StateLine key="state" open={first.open} now={now} />,
              metres !== undefined && (wayOf ? wayOf(metres) : formatDistance(metres)),
            ]}
          />
          <ClosureLine closure={first.closure} />
          {phone && <p className={styles.printed}>{formatPhone(phone)}</p>}
          <p className={`${styles.line} ${terminal === 'broken' ? styles.broken : styles.quiet}`}>
            {terminalSentence(first.terminals, now)}
          </p>
        </div>
      </div>
      <div className={styles.actions}>
        {phone && (
          <LinkButton
            kind={primaryCall ? 'primary' : 'secondary'}
            href={telHref(phone)}
            icon={<IconPhone size="1.25rem" stroke={1.75} aria-hidden="true" />}
          >
            {words.callPoint}
            <span className="visually-hidden">{phone}</span>
          </LinkButton>
        )}
        {directionsTo(first)}
      </div>
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((point) => (
            <li key={point.id}>
              <House
                state={houseState(point.open, now)}
                terminal={terminalState(point.terminals)}
                size="1.5rem"
              />
              <Link href={hrefOf(point)}>{point.name}</Link>
              <span>
                {point.distanceMetres !== undefined && `${formatDistance(point.distanceMetres)}，`}
                {formatOpening(point.open, now)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { memo } from 'react';
import { Link } from 'wouter';
import type { ServicePointItem } from '../../api/service-points/contract.ts';
import { formatDistance } from '../text/distance.ts';
import { houseState, terminalSentence, terminalState } from '../text/open-state.ts';
import { House } from '../ui/icons.tsx';
import { ClosureLine } from './closure-line.tsx';
import styles from './row.module.css';
import { StateLine } from './state-line.tsx';

type PointRowProps = {
  point: ServicePointItem;
  href: string;
  now: Date;
  lit?: boolean;
  selected?: boolean;
  onHover?: (id: string | null) => void;
};

/** One service point as a row: is it open, how far, does its terminal work. */
export const PointRow = memo(function PointRow({ point, href, now, lit, selected, onHover }: PointRowProps) {
  const terminal = terminalState(point.terminals);
  return (
    <article
      className={[styles.row, lit && styles.lit, selected && styles.selected].filter(Boolean).join(' ')}
      onMouseEnter={onHover && (() => onHover(point.id))}
      onMouseLeave={onHover && (() => onHover(null))}
      onFocus={onHover && (() => onHover(point.id))}
      onBlur={onHover && (() => onHover(null))}
    >
      <House state={houseState(point.open, now)} terminal={terminal} size="1.875rem" />
      <div>
        <h2 className={styles.name}>
          <Link href={href} aria-current={selected || undefined}>
            {point.name}
          </Link>
        </h2>
        <p className={styles.state}>
          <StateLine open={point.open} now={now} />
        </p>
        <ClosureLine closure={point.closure} />
        <p className={`${styles.under} ${terminal === 'broken' ? styles.broken : ''}`}>
          {terminalSentence(point.terminals, now)}
        </p>
      </div>
      {point.distanceMetres !== undefined ? (
        <p className={styles.distance}>{formatDistance(point.distanceMetres)}</p>
      ) : (
        <p className={styles.distance}>{point.level === 'county' ? '' : point.town?.name}</p>
      )}
    </article>
  );
});

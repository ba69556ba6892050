import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ListedOpening } from '../../api/openings/contract.ts';
import { formatDistance } from '../text/distance.ts';
import { formatNearestPoint, houseState } from '../text/open-state.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Dots } from '../ui/dots.tsx';
import { FreshnessIcon, House } from '../ui/icons.tsx';
import styles from './card.module.css';
import { freshnessOf } from './freshness.ts';
import { formatPay } from './pay.ts';

type CardProps = {
  opening: ListedOpening;
  href: string;
  now: Date;
  /** Hovered on the map or by the list itself. */
  lit?: boolean;
  selected?: boolean;
  seen?: boolean;
  heading?: 'h2' | 'h3';
  actions?: ReactNode;
  onHover?: (id: string | null) => void;
};

/** Terms that decide a day's life, as many as one line holds. */
const SHOWN_TERMS = 4;

export function placeOf({ district, town }: Pick<ListedOpening, 'district' | 'town'>): string {
  return district.name && town.name && district.name !== town.name
    ? `${shortCounty(district.name)}${town.name}`
    : town.name || district.name;
}

/** The development zone's official name does not fit on a card. */
export const shortCounty = (name: string) => (name.includes('开发区') ? '开发区' : name);

function termsOf(opening: ListedOpening): string[] {
  const terms = [...opening.benefits];
  if (opening.education === '不限') terms.push('不限学历');
  if (opening.employmentType && opening.employmentType !== '全职') terms.unshift(opening.employmentType);
  return terms.slice(0, SHOWN_TERMS).map(spaced);
}

/** One opening as a row of the list: pay and distance are read first. */
export const OpeningCard = memo(function OpeningCard(props: CardProps) {
  const { opening, href, now, lit, selected, seen, heading: Heading = 'h2', actions, onHover } = props;
  const pay = formatPay(opening.salary);
  const freshness = freshnessOf(opening.confirmedAt, now);
  const point = opening.nearestPoint;
  const why = opening.matched && opening.matched !== 'exact' ? words.matchedNote[opening.matched] : null;
  const looks = [styles.card, lit && styles.lit, selected && styles.selected, seen && styles.seen];
  return (
    <article
      className={looks.filter(Boolean).join(' ')}
      data-opening={opening.id}
      onMouseEnter={onHover && (() => onHover(opening.id))}
      onMouseLeave={onHover && (() => onHover(null))}
      onFocus={onHover && (() => onHover(opening.id))}
      onBlur={onHover && (() => onHover(null))}
    >
      <div className={styles.top}>
        <Heading className={styles.title}>
          <Link href={href} aria-current={selected || undefined}>
            {spaced(opening.title)}
          </Link>
        </Heading>
        <p className={styles.pay}>
          <span aria-hidden="true">
            {pay.amount}
            <span className={styles.unit}>
              {pay.unit}
              {pay.monthly && `，${pay.monthly}`}
            </span>
          </span>
          <span className="visually-hidden">{pay.spoken}</span>
        </p>
      </div>
      <Dots
        className={styles.line2}
        items={[
          opening.employer.name,
          placeOf(opening),
          opening.distanceMetres !== undefined && formatDistance(opening.distanceMetres),
        ]}
      />
      <Dots className={styles.line3} items={[...termsOf(opening), words.hire(opening.headcount)]} />
      <div className={styles.line4}>
        <span className={freshness.level === 'stale' ? styles.stale : undefined}>
          <FreshnessIcon level={freshness.level} />
          {freshness.text}
        </span>
        {point && (
          <span>
            <House state={houseState(point.open, now)} size="1.125rem" />
            {formatNearestPoint({ distance: formatDistance(point.distanceMetres), open: point.open }, now)}
          </span>
        )}
      </div>
      {why && <p className={styles.matched}>{why(opening.occupation ?? opening.title)}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </article>
  );
});

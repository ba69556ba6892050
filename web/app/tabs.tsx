import { Link } from 'wouter';
import { formatCount } from '../text/numbers.ts';
import { words } from '../text/words.ts';
import styles from './frame.module.css';
import type { MapPageModel } from './use-map-page.ts';

/** The figures of both tabs, each what the list behind it shows. */
export function tabFigures(model: MapPageModel, layer: 'openings' | 'points') {
  const openings = layer === 'openings' ? model.list.data?.pages[0] : model.counts.data;
  return { openings: openings ?? null, points: model.pointCounts.data ?? null };
}

type TabsProps = { model: MapPageModel; layer: 'openings' | 'points'; elder?: boolean };

/** Openings and service points, with their totals before anything else. */
export function Tabs({ model, layer, elder }: TabsProps) {
  const { openings, points } = tabFigures(model, layer);
  const total = (count: number | undefined) => (count === undefined ? '' : ` ${formatCount(count)}`);
  return (
    <nav className={elder ? styles.elderTabs : undefined} style={elder ? undefined : { display: 'contents' }}>
      <Link href={model.findHref} aria-current={layer === 'openings' ? 'page' : undefined}>
        {words.tabOpenings}
        {total(openings?.total)}
        {!elder && <small>{openings && words.positions(openings.positions)}</small>}
      </Link>
      <Link href={model.pointsHref} aria-current={layer === 'points' ? 'page' : undefined}>
        {words.tabPoints}
        {total(points?.total)}
        {!elder && <small>{points && words.pointsOpen(points.openNow)}</small>}
      </Link>
    </nav>
  );
}

import { formatCount } from '../text/numbers.ts';
import { formatRadius } from '../text/distance.ts';
import { words } from '../text/words.ts';
import { ModeSwitch } from './mode-switch.tsx';
import { reachMetres, type Mode, type Origin } from './reach.ts';
import styles from './reach-card.module.css';

type ReachCardProps = {
  origin: Origin;
  mode: Mode | null;
  withinMetres: number | null;
  openings: { total: number; positions: number } | null;
  points: { total: number; openNow: number } | null;
  onMode: (mode: Mode | null) => void;
  onChangeStart: () => void;
};

/** How the circle was measured, always said where it is drawn. */
export function howMeasured(mode: Mode): string {
  const radius = formatRadius(reachMetres(mode));
  return mode === 'bus' ? words.howMeasuredBus(radius) : words.howMeasured(radius);
}

/** The circle in figures: what lies inside, from where, by what, and how it was measured. */
export function ReachCard({
  origin,
  mode,
  withinMetres,
  openings,
  points,
  onMode,
  onChangeStart,
}: ReachCardProps) {
  const shown = (value: number | undefined) => (value === undefined ? '…' : formatCount(value));
  return (
    <section className={styles.card} aria-label={words.filterFifteen}>
      <div className={styles.head}>
        <h2>{origin.kind === 'me' ? words.leaveFromMe : words.leaveFrom(origin.name)}</h2>
        <button type="button" className={styles.change} onClick={onChangeStart}>
          {words.changeStart}
        </button>
      </div>
      <ModeSwitch tray withAny mode={mode} onMode={onMode} />
      <div className={styles.figures}>
        <div>
          <p className={styles.figure}>{shown(openings?.total)}</p>
          <p className={styles.under}>{openings && words.openingsInside(openings.positions)}</p>
        </div>
        <div>
          <p className={styles.figure}>{shown(points?.total)}</p>
          <p className={styles.under}>{points && words.pointsInside(points.openNow)}</p>
        </div>
      </div>
      <p className={styles.how}>
        {mode ? howMeasured(mode) : withinMetres ? words.within(formatRadius(withinMetres)) : words.privacy}
      </p>
    </section>
  );
}

import { formatDistance } from '../text/distance.ts';
import { formatOpening, houseState, terminalState } from '../text/open-state.ts';
import { formatPhone } from '../text/phone.ts';
import { terminalWords } from '../text/terminal.ts';
import { House } from '../ui/icons.tsx';
import styles from './terminal.module.css';
import type { Show } from './view.ts';
import { ViewTitle } from './view-title.tsx';

/** The service points around this one: how far, open or not, whom to ring. */
export function PointsView({ show }: { show: Show }) {
  const text = terminalWords();
  return (
    <>
      <ViewTitle title={text.pointsTitle} onBack={() => show.go({ kind: 'home' })} />
      <ul>
        {show.page.points.map((point) => (
          <li key={point.id} className={styles.point}>
            <House
              state={houseState(point.open, show.now)}
              terminal={terminalState(point.terminals)}
              size="3rem"
            />
            <div>
              <b className={styles.rowTitle}>{point.name}</b>
              <p>
                {[
                  point.distanceMetres !== undefined &&
                    text.pointDistance(formatDistance(point.distanceMetres)),
                  formatOpening(point.open, show.now),
                ]
                  .filter(Boolean)
                  .join('，')}
              </p>
              {point.telephones[0] && <p className={styles.pointPhone}>{formatPhone(point.telephones[0])}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

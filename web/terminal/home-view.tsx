import { IconKeyboard, IconList, IconMapPin, IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { canSpeak, speak, stopSpeaking } from '../openings/read-aloud.ts';
import { formatPay } from '../openings/pay.ts';
import { formatDistance, formatRadius } from '../text/distance.ts';
import { formatCount } from '../text/numbers.ts';
import { terminalWords } from '../text/terminal.ts';
import { commonJobs } from './find.ts';
import { JobIcon } from './job-icon.tsx';
import { OpeningRows } from './opening-list.tsx';
import styles from './terminal.module.css';
import type { Show } from './view.ts';

const TILES = 8;
const NEAR_ROWS = 3;
const NEAR_METRES = 3000;
const ICON = { size: '1.625rem', stroke: 1.75, 'aria-hidden': true } as const;

/** What work, by touching it; the nearest openings below. */
export function HomeView({ show }: { show: Show }) {
  const text = terminalWords();
  const { openings, go } = show;
  const near = openings.filter(({ distanceMetres }) => distanceMetres <= NEAR_METRES);
  const first = near.length >= NEAR_ROWS ? near : openings;
  return (
    <div className={styles.home}>
      <section className={styles.choose}>
        <div className={styles.titleRow}>
          <h1 tabIndex={-1}>{text.question}</h1>
          <ReadToMe show={show} />
        </div>
        <ul className={styles.tiles} aria-label={text.jobsLabel}>
          {commonJobs(openings, TILES).map(({ occupation, count }) => (
            <li key={occupation}>
              <button type="button" className={styles.tile} onClick={() => go({ kind: 'list', occupation })}>
                <JobIcon occupation={occupation} />
                <b>{occupation}</b>
                <span>{text.count(formatCount(count))}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className={styles.three}>
          <button
            type="button"
            className={styles.button}
            onClick={() => go({ kind: 'list', occupation: null })}
          >
            <IconList {...ICON} />
            {text.all(formatCount(openings.length))}
          </button>
          <button
            type="button"
            className={styles.button}
            onClick={() => go({ kind: 'keyboard', letters: '' })}
          >
            <IconKeyboard {...ICON} />
            {text.byPinyin}
          </button>
          <button type="button" className={styles.button} onClick={() => go({ kind: 'points' })}>
            <IconMapPin {...ICON} />
            {text.otherPoints}
          </button>
        </div>
      </section>
      <section className={styles.nearby}>
        <div className={styles.sectionRow}>
          <h2>{text.near}</h2>
          <span>{text.nearNote(formatRadius(NEAR_METRES), near.length)}</span>
        </div>
        <OpeningRows openings={first} atATime={NEAR_ROWS} {...rowProps(show)} />
      </section>
    </div>
  );
}

export const rowProps = ({ origin, now, onPrint, onOpen }: Show) => ({ origin, now, onPrint, onOpen });

function ReadToMe({ show }: { show: Show }) {
  const text = terminalWords();
  const [reading, setReading] = useState(false);
  useEffect(() => () => (canSpeak() ? stopSpeaking() : undefined), []);
  if (!canSpeak()) return null;
  const read = async () => {
    if (reading) return stopSpeaking();
    setReading(true);
    const rows = show.openings
      .slice(0, NEAR_ROWS)
      .map(({ title, salary, distanceMetres }) =>
        text.spokenRow(title, formatPay(salary).spoken, formatDistance(distanceMetres)),
      );
    await speak([text.question, text.spokenNear(show.openings.length) + rows.join('。')].join('。'));
    setReading(false);
  };
  const Sign = reading ? IconPlayerStop : IconVolume;
  return (
    <button type="button" className={styles.button} onClick={() => void read()}>
      <Sign {...ICON} />
      {reading ? text.readStop : text.readToMe}
    </button>
  );
}

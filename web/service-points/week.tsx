import { IconInfoCircle } from '@tabler/icons-react';
import { Fragment, type CSSProperties } from 'react';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { weekOf } from './week.ts';
import styles from './week.module.css';

type WeekBarsProps = Pick<ServicePointDetail, 'days'> & {
  closure?: ServicePointDetail['closure'];
  now: Date;
};

/** The week at a glance: a bar where the door is open, the hours in words beside it. A closure is told elsewhere, once. */
export function WeekBars({ days, closure, now }: WeekBarsProps) {
  const { rows, fromHour, toHour, nowMinute } = weekOf(days, now);
  const across = (toHour - fromHour) * 60;
  const at = (minute: number) => `${(((minute - fromHour * 60) / across) * 100).toFixed(2)}%`;
  const evenHours = Array.from({ length: toHour - fromHour + 1 }, (_, index) => fromHour + index).filter(
    (hour) => (hour - fromHour) % 2 === 0,
  );
  const notes = rows.filter(
    ({ on, note }) =>
      note !== null && !(closure && closure.from <= on && (closure.to === null || on <= closure.to)),
  );
  return (
    <>
      <dl className={styles.week} style={{ '--two-hours': `${(120 / across) * 100}%` } as CSSProperties}>
        <div className={styles.hours} aria-hidden="true">
          {evenHours.map((hour) => (
            <span key={hour} style={{ left: at(hour * 60) }}>
              {hour}
            </span>
          ))}
        </div>
        {rows.map(({ on, label, isToday, spans, said }) => (
          <div key={on} className={`${styles.row} ${isToday ? styles.today : ''}`}>
            <dt>{label}</dt>
            <div className={styles.lane} aria-hidden="true">
              {spans.map(({ fromMinute, toMinute }) => (
                <span
                  key={fromMinute}
                  className={styles.bar}
                  style={{ left: at(fromMinute), width: `${((toMinute - fromMinute) / across) * 100}%` }}
                />
              ))}
              {isToday && nowMinute > fromHour * 60 && nowMinute < toHour * 60 && (
                <span className={styles.now} style={{ left: at(nowMinute) }} />
              )}
            </div>
            <dd className={spans.length === 0 ? styles.off : undefined}>{said}</dd>
          </div>
        ))}
      </dl>
      {notes.map(({ on, label, note, said }) => (
        <Fragment key={on}>
          <p className={styles.note}>
            <IconInfoCircle size="1.125rem" stroke={1.75} aria-hidden="true" />
            {`${label}${note}，${said}`}
          </p>
        </Fragment>
      ))}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getOpeningStatistics, statisticKinds } from '../../api/opening-statistics/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import { call } from '../call.ts';
import { applicationsWords } from '../text/applications.ts';
import { localTime } from '../text/clock.ts';
import { formatCount } from '../text/numbers.ts';
import { words as common } from '../text/words.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './figures.module.css';

type Figures = ReplyOf<typeof getOpeningStatistics>;
const DAYS = 28;

/** How often one opening was seen, opened, called and answered, for its employer. No person is counted twice or known. */
export function OpeningFigures({ openingId }: { openingId: string }) {
  const words = applicationsWords();
  const query = useQuery({
    queryKey: ['own', 'figures', openingId],
    queryFn: ({ signal }) =>
      call(getOpeningStatistics, { params: { openingId }, query: { days: DAYS }, signal }),
    staleTime: 60_000,
  });
  if (query.isError && !query.data)
    return <Failed title={words.figuresFailed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={1} label={words.figures} />;
  const { total, days } = query.data;
  return (
    <section className={styles.figures}>
      <h2>
        {words.figures} <span>{words.figuresOf(DAYS)}</span>
      </h2>
      <dl className={styles.totals}>
        {statisticKinds.map((kind) => (
          <div key={kind}>
            <dt>{words.figureKinds[kind]}</dt>
            <dd>{formatCount(total[kind])}</dd>
          </div>
        ))}
      </dl>
      {total.seen + total.opened === 0 ? (
        <p className={styles.none}>{words.figuresNone}</p>
      ) : (
        <>
          <Bars days={days} />
          <Days days={days} />
        </>
      )}
    </section>
  );
}

const dayOf = (day: string) => {
  const { month, day: date } = localTime(`${day}T00:00:00+08:00`);
  return common.monthDay(month, date);
};

/** One bar a day, how often it was opened; the table says the same in numbers. */
function Bars({ days }: Pick<Figures, 'days'>) {
  const words = applicationsWords();
  const most = Math.max(1, ...days.map(({ opened }) => opened));
  const width = 100 / days.length;
  return (
    <figure className={styles.chart}>
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, opened }, index) => (
          <rect
            key={day}
            x={index * width + width * 0.15}
            y={24 - (opened / most) * 23}
            width={width * 0.7}
            height={Math.max((opened / most) * 23, 0.3)}
          >
            <title>{words.figuresBar(dayOf(day), opened)}</title>
          </rect>
        ))}
      </svg>
      <figcaption>
        <span>{dayOf(days[0]!.day)}</span>
        <span>{words.figureKinds.opened}</span>
        <span>{dayOf(days.at(-1)!.day)}</span>
      </figcaption>
    </figure>
  );
}

function Days({ days }: Pick<Figures, 'days'>) {
  const words = applicationsWords();
  const told = days.filter((day) => statisticKinds.some((kind) => day[kind] > 0)).reverse();
  return (
    <details className={styles.days}>
      <summary>{words.figuresTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.figuresDay}</th>
            {statisticKinds.map((kind) => (
              <th key={kind} scope="col">
                {words.figureKinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((day) => (
            <tr key={day.day}>
              <th scope="row">{dayOf(day.day)}</th>
              {statisticKinds.map((kind) => (
                <td key={kind}>{formatCount(day[kind])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import { Link } from 'wouter';
import { getSnapshot, openingsGeoJson } from '../../api/open-data/contract.ts';
import type { FacetName } from '../../api/openings/contract.ts';
import { servicePointsGeoJson } from '../../api/service-points/contract.ts';
import { useAllFacets } from '../openings/use-facets.ts';
import { emptyFind, type FindState } from '../openings/filter.ts';
import { useServicePoints } from '../service-points/data.ts';
import { useStatistics } from '../statistics/data.ts';
import { formatTime, localTime } from '../text/clock.ts';
import { formatCount } from '../text/numbers.ts';
import { words } from '../text/words.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './page.module.css';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** The figures: sentences first, then where and what. */
export function DataPage() {
  const { data, isError, error, refetch } = useStatistics();
  const points = useServicePoints({}, 1).data;
  return (
    <PlainPage title={words.dataTitle} section="data">
      <div className={styles.narrow}>
        <h1 tabIndex={-1}>{words.dataTitle}</h1>
        {isError && <Failed title={words.failedTitle} error={error} onRetry={() => void refetch()} />}
        {!data && !isError && <SkeletonRows rows={2} label={words.loadingPage} />}
        {data && (
          <>
            <div className={styles.sentences}>
              <p>{words.dataOpenings(data.openings, data.positions, data.employers)}</p>
              <p>{points && words.dataPoints(data.servicePoints, data.terminals, points.openNow)}</p>
              <p>{words.dataVisits(data.visits)}</p>
            </div>
            <p className={styles.quiet}>{asOf(data.asOf)}</p>
          </>
        )}
        <Breakdown name="district" title={words.dataByCounty} hrefOf={(district) => ({ district })} />
        <Breakdown name="industry" title={words.dataByIndustry} hrefOf={(industry) => ({ industry })} />
        <Breakdown
          name="education"
          title={words.dataByEducation}
          hrefOf={(education) => ({ education: education as FindState['education'] })}
        />
        <TakeAlong />
      </div>
    </PlainPage>
  );
}

function asOf(instant: string): string {
  const { month, day } = localTime(instant);
  return words.dataAsOf(words.monthDay(month, day), formatTime(instant));
}

/** What programs may take along; plain links, for they lead out of the page. */
function TakeAlong() {
  return (
    <section>
      <h2>{words.dataTake}</h2>
      <p className={styles.lead}>{words.dataTakeLead}</p>
      <ul>
        <li>
          <a href={getSnapshot.path} download="openings.ndjson">
            {words.dataTakeAll}
          </a>
        </li>
        <li>
          <a href={openingsGeoJson.path} download="openings.geojson">
            {words.dataTakeMap}
          </a>
        </li>
        <li>
          <a href={servicePointsGeoJson.path} download="service-points.geojson">
            {words.dataTakePoints}
          </a>
        </li>
        <li>
          <a href="/api/openapi.json">{words.dataTakeApi}</a>
        </li>
      </ul>
    </section>
  );
}

type BreakdownProps = { name: FacetName; title: string; hrefOf: (value: string) => Partial<FindState> };

/** One chart and table in one: each row is a link to the openings it counts. */
function Breakdown({ name, title, hrefOf }: BreakdownProps) {
  const values = [...(useAllFacets()?.[name] ?? [])].sort((a, b) => b.openings - a.openings);
  const most = Math.max(1, ...values.map(({ openings }) => openings));
  if (values.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.dataPlaceOf[name as 'district'] ?? title}</th>
            <td />
            <th scope="col" className={styles.number}>
              {words.dataColumnOpenings}
            </th>
            <th scope="col" className={styles.number}>
              {words.dataColumnPositions}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, label, openings, positions }) => (
            <tr key={value ?? ''}>
              <th scope="row">
                {value === null ? (
                  words.notStated
                ) : (
                  <Link href={urls.find({ ...emptyFind, ...hrefOf(value) })}>{label}</Link>
                )}
              </th>
              <td>
                <span className={styles.bar} style={{ width: `${(openings / most) * 100}%` }} />
              </td>
              <td className={styles.number}>{formatCount(openings)}</td>
              <td className={styles.number}>{formatCount(positions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

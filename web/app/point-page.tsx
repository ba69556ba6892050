import { CallFailure } from '../call.ts';
import { DirectionsButton } from '../directions/directions-button.tsx';
import { useLocate } from '../near/locate.ts';
import { useServicePoint } from '../service-points/data.ts';
import { PointDetail } from '../service-points/detail.tsx';
import { useFollowPoints } from '../service-points/follow-points.ts';
import { words } from '../text/words.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { GonePage } from './gone-page.tsx';
import styles from './page.module.css';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** One service point, on a phone. */
export function PointPage({ id }: { id: string }) {
  const located = useLocate();
  const query = useServicePoint(id, located.kind === 'found' ? located.place : null);
  const now = useNow();
  useFollowPoints(true);
  const point = query.data;
  const isGone = query.error instanceof CallFailure && ['missing', 'invalid'].includes(query.error.kind);
  if (isGone) return <GonePage title={words.pointGone} next={words.pointGoneNext} href={urls.points()} />;
  return (
    <PlainPage
      key={point?.id}
      title={point?.name ?? words.pointTitle}
      bar={words.pointTitle}
      section="points"
    >
      <div className={styles.pointPage}>
        {point ? (
          <PointDetail
            point={point}
            now={now}
            directions={<DirectionsButton to={point.place} name={point.name} />}
            openingsHref={urls.find({
              start: { place: point.place, name: point.name },
              withinMetres: point.openingsNearby.withinMetres,
            })}
          />
        ) : query.isError ? (
          <Failed title={words.failedTitle} error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonRows rows={3} label={words.loadingPage} />
        )}
      </div>
    </PlainPage>
  );
}

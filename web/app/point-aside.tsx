import { IconX } from '@tabler/icons-react';
import { DirectionsButton } from '../directions/directions-button.tsx';
import { useServicePoint } from '../service-points/data.ts';
import { PointDetail } from '../service-points/detail.tsx';
import { words } from '../text/words.ts';
import { IconButton } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import type { FrameProps } from './frame-props.ts';
import { urls } from './urls.ts';

type PointAsideProps = Pick<FrameProps, 'now'> & {
  id: string;
  points: FrameProps['model']['points'];
  onClose: () => void;
};

/** The chosen point, beside the desktop's map. */
export function PointAside({ id, now, points, onClose }: PointAsideProps) {
  const query = useServicePoint(id, points.origin?.place ?? null);
  const close = (
    <IconButton label={words.close} onClick={onClose}>
      <IconX size="1.375rem" stroke={1.75} aria-hidden="true" />
    </IconButton>
  );
  if (query.isError)
    return (
      <>
        {close}
        <Failed title={words.pointGone} error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  if (!query.data) return <SkeletonRows rows={3} label={words.loadingPage} />;
  const point = query.data;
  return (
    <PointDetail
      point={point}
      now={now}
      close={close}
      directions={<DirectionsButton to={point.place} name={point.name} />}
      openingsHref={urls.find({
        start: { place: point.place, name: point.name },
        withinMetres: point.openingsNearby.withinMetres,
      })}
    />
  );
}

import type { ServicePointFeatures } from '../map/map-view-props.ts';
import type { PointsState } from '../service-points/filter.ts';

/**
 * Ids of the points that a filter leaves on the map; null when it leaves all.
 * @param named ids of those that answer the words; null while they are on their way
 */
export function shownPoints(
  features: ServicePointFeatures | null,
  state: PointsState,
  named: ReadonlySet<string> | null,
): ReadonlySet<string> | null {
  const { openNow, terminal, service, level, district, q } = state;
  if (!features || !(openNow || terminal || service || level || district || q)) return null;
  return new Set(
    features.features
      .map(({ properties }) => properties)
      .filter(
        (point) =>
          (!openNow || point.state === 'open') &&
          (!terminal || point.terminal === 'working') &&
          (!service || point.services.includes(service)) &&
          (!level || point.level === level) &&
          (!district || point.district === district) &&
          (!q || !named || named.has(point.id)),
      )
      .map(({ id }) => id),
  );
}

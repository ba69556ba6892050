import { readFileSync } from 'node:fs';
import {
  area,
  bboxClip,
  booleanPointInPolygon,
  buffer,
  cleanCoords,
  difference,
  featureCollection,
  flatten,
  lineString,
  polygon,
  rewind,
  union,
} from '@turf/turf';
import type { BBox, Feature, FeatureCollection, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { MAP_BOUNDS } from '../bounds.ts';
import { riverLines, waterPolygons } from './gshhg.ts';
import { simplifyLine } from './simplify-line.ts';
import { smoothLine } from './smooth-line.ts';
import { bigWaters, nameLines } from './water-names.ts';
import { roundedLine, writeFeatures } from './write-json.ts';

const DECIMALS = 5;
const TOLERANCE_METRES = 6;
/** Smaller bits of water are leftovers of joining, not ponds. */
const SMALLEST_METRES2 = 20_000;

type PatchProperties = {
  action: 'erase' | 'water' | 'island' | 'channel' | 'line';
  kind?: 'lake' | 'river' | 'canal';
  name?: string;
  rank?: 'big' | 'small';
  widthMetres?: number;
};
type Patch = Feature<Polygon | LineString, PatchProperties>;

const patches = (
  JSON.parse(readFileSync(new URL('../water-patch.geojson', import.meta.url), 'utf8')) as FeatureCollection<
    Polygon | LineString,
    PatchProperties
  >
).features;

const patchesTo = (action: PatchProperties['action']) =>
  patches.filter((patch) => patch.properties.action === action);
const smoothed = (patch: Patch): Feature<Polygon> =>
  polygon(
    patch.geometry.type === 'Polygon'
      ? patch.geometry.coordinates.map((ring) => smoothLine(ring))
      : [smoothLine(patch.geometry.coordinates)],
  );
/** A river traced along its middle, as wide as it says. */
const channel = ({ geometry, properties }: Patch): Feature<Polygon> =>
  buffer(lineString(smoothLine(geometry.coordinates as Position[])), properties.widthMetres! / 2, {
    units: 'meters',
    steps: 6,
  }) as Feature<Polygon>;

const mapBox: BBox = [MAP_BOUNDS.minLng, MAP_BOUNDS.minLat, MAP_BOUNDS.maxLng, MAP_BOUNDS.maxLat];
type Area = Feature<Polygon | MultiPolygon>;
const joined = (areas: Area[]): Area => (areas.length === 1 ? areas[0]! : union(featureCollection(areas))!);
const minus = (from: Area, what: Area[]): Area => difference(featureCollection([from, ...what]))!;

const open = waterPolygons()
  .map(({ geometry }) => polygon(geometry.coordinates.map((ring) => smoothLine(ring))))
  .map((feature) => bboxClip(feature, mapBox) as Area)
  .filter((feature) => area(feature) > 0);
const erased = minus(joined(open), patchesTo('erase') as Area[]);
const filled = joined([erased, ...patchesTo('water').map(smoothed), ...patchesTo('channel').map(channel)]);
const water = minus(filled, patchesTo('island').map(smoothed));

const stored = (line: readonly Position[]) => roundedLine(simplifyLine(line, TOLERANCE_METRES), DECIMALS);

/** A ring has no ends of its own, so it is simplified in two halves. */
function storedRing(ring: readonly Position[]): Position[] {
  const half = Math.floor(ring.length / 2);
  return [...stored(ring.slice(0, half + 1)), ...stored(ring.slice(half)).slice(1)];
}

const areas = flatten(water as Feature<MultiPolygon>)
  .features.map((feature) => bboxClip(feature, mapBox) as Feature<Polygon>)
  .filter((feature) => area(feature) > SMALLEST_METRES2)
  .map((feature) => {
    const rings = feature.geometry.coordinates
      .filter((ring) => area(polygon([ring])) > SMALLEST_METRES2)
      .map(storedRing);
    const outline = rewind(cleanCoords(polygon(rings))) as Feature<Polygon>;
    const names = bigWaters.filter(({ at }) => booleanPointInPolygon(at, outline)).map(({ name }) => name);
    return { ...outline, properties: { kind: 'water', name: [...new Set(names)].join('、') || null } };
  })
  .sort((a, b) => area(b) - area(a));

const traced = patchesTo('line').map(({ properties, geometry }) => ({
  line: geometry.coordinates as Position[],
  properties: {
    kind: properties.kind,
    name: properties.name ?? null,
    rank: properties.rank,
    source: 'patch',
  },
}));
const surveyed = nameLines(riverLines()).flatMap(({ line, ...properties }) =>
  flatten(bboxClip(lineString(line), mapBox) as Feature<LineString>).features.map((part) => ({
    line: part.geometry.coordinates as Position[],
    properties: { ...properties, source: 'gshhg' },
  })),
);

writeFeatures('water.geojson', [
  ...areas,
  ...[...surveyed, ...traced]
    .filter(({ line }) => line.length > 1)
    .map(({ line, properties }): Feature => lineString(stored(smoothLine(line)), properties)),
]);
console.log(`${areas.length} areas of water, ${surveyed.length + traced.length} lines`);

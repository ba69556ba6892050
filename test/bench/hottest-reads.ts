import { educations } from '../../api/openings/contract.ts';
import { counties, towns } from '../../geodata/towns.ts';
import { trades } from '../../seeds/trades.ts';
import { somePlaces } from './places.ts';
import { distinctQueries, keystrokes } from './queries.ts';

export type Read = { what: string; paths: readonly string[] };

const asked = 200;
const benefits = [...new Set(trades.flatMap((trade) => trade.benefits))].slice(0, 8);
const listPages = 50;
const suggestions = 2000;

/** The ten reads that a page and a terminal ask for most, with no word of the person's own but in suggestions. */
export const hottestReads = (): Read[] => [
  {
    what: '附近的岗位',
    paths: somePlaces(asked).map((place) => `/api/openings?near=${place}&sort=distance`),
  },
  {
    what: '岗位列表',
    paths: Array.from({ length: listPages }, (_, page) => `/api/openings?page=${page + 1}`),
  },
  {
    what: '一县一福利',
    paths: counties.flatMap(({ code }) =>
      benefits.map((benefit) => `/api/openings?district=${code}&benefits=${encodeURIComponent(benefit)}`),
    ),
  },
  {
    what: '一县一学历的筛选数',
    paths: counties.flatMap(({ code }) =>
      educations.map(
        (education) => `/api/openings?district=${code}&education=${encodeURIComponent(education)}&pageSize=1`,
      ),
    ),
  },
  ...[9, 11, 13].map((zoom) => ({ what: `地图 z${zoom}`, paths: mapPaths(zoom) })),
  { what: '附近的服务点', paths: somePlaces(asked).map((place) => `/api/service-points?near=${place}`) },
  {
    what: '一个岗位',
    paths: Array.from({ length: asked }, (_, number) => `/api/openings/${number * openingStep + 1}`),
  },
  { what: '搜索建议', paths: [...new Set(keystrokes(suggestions))].map((typed) => suggestPath(typed)) },
];

/** Asks the search index, which is in the database: not one of the ten, and told for that reason. */
export const otherReads = (): Read[] => [
  {
    what: '另外：搜词',
    paths: distinctQueries(3000).map((query) => `/api/openings?q=${encodeURIComponent(query)}`),
  },
];

/** Within the 3,500 openings of the smallest size. */
const openingStep = 17;

const suggestPath = (typed: string) => `/api/suggest?q=${encodeURIComponent(typed)}`;

/** The screen of a desktop around places of the city, and a quarter more on every side as the page asks. */
function mapPaths(zoom: number): string[] {
  const degreesPerPx = 360 / (512 * 2 ** zoom);
  const halfLng = (1440 * 1.5 * degreesPerPx) / 2;
  // A degree of latitude takes 1 / cos(32.5°) as many pixels as one of longitude.
  const halfLat = ((900 * 1.5 * degreesPerPx) / 2) * Math.cos((32.5 * Math.PI) / 180);
  return towns.slice(0, asked).map(({ seat }) => {
    const box = [seat.lng - halfLng, seat.lat - halfLat, seat.lng + halfLng, seat.lat + halfLat];
    return `/api/openings/map?zoom=${zoom}&bbox=${box.map((degrees) => degrees.toFixed(4)).join(',')}`;
  });
}

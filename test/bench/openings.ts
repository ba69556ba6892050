import { isInsideCity, isInWater } from '../../geodata/boundary.ts';
import type { NewEmployer, NewOpening } from '../../api/openings/store.ts';
import { type Chance, createChance } from '../../seeds/chance.ts';
import { type DemoEmployer, makeEmployers } from '../../seeds/employers.ts';
import { makeOpenings, publishedCount } from '../../seeds/openings.ts';
import { makeCreditCode } from '../support/lists.ts';

// Fixed, so that the same size is the same data in every year; they end in ten.
const newest = Date.parse('2026-11-22T00:00:00Z');
const dayMs = 86_400_000;
const lifeMs = 3650 * dayMs;

export type Generated = { employer: NewEmployer; opening: NewOpening };

/**
 * So many published openings, always the same ones: the demo city's adverts, drawn again and again, for branches of
 * its employers that stand some hundred metres from the first. Texts, pay, towns and benefits keep the demo's shares.
 */
export function* generateOpenings(size: number): Iterable<Generated> {
  const chance = createChance(size);
  const adverts = makeOpenings(makeEmployers(), new Date(newest)).slice(0, publishedCount);
  const employers = new Map(
    makeEmployers().map((employer, index) => [employer.creditCode, { employer, index }]),
  );
  const branches = Math.ceil(size / publishedCount);
  for (let number = 0; number < size; number++) {
    const advert = chance.pick(adverts);
    const { employer, index } = employers.get(advert.creditCode)!;
    const branch = chance.between(0, branches - 1);
    const at = branchOf(employer, index, branch);
    const publishedAt = new Date(newest - Math.floor(28 * dayMs * chance.next() ** 1.6)).toISOString();
    yield {
      employer: at.employer,
      opening: {
        ...advert,
        externalId: `BENCH-${number}`,
        creditCode: at.employer.creditCode,
        place: advert.placeQuality === 'town' ? advert.place : at.moved(advert.place),
        publishedAt,
        confirmedAt: publishedAt,
        expiresAt: new Date(newest + lifeMs).toISOString(),
      },
    };
  }
}

function branchOf({ creditCode, name, industry }: DemoEmployer, index: number, branch: number) {
  const chance = createChance(index * 1009 + branch);
  const [east, north] = branch === 0 ? [0, 0] : [degrees(chance), degrees(chance)];
  return {
    employer: {
      creditCode: branch === 0 ? creditCode : makeCreditCode(index * 1000 + branch),
      name: branch === 0 ? name : `${name}${branch} 分店`,
      industry,
    },
    moved: (place: NewOpening['place']) => {
      const moved = { lng: round(place.lng + east), lat: round(place.lat + north) };
      return isInsideCity(moved) && !isInWater(moved) ? moved : place;
    },
  };
}

const degrees = (chance: Chance) => (chance.next() - 0.5) * 0.012;
const round = (value: number) => Math.round(value * 1e5) / 1e5;

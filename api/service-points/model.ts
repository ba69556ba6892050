import { createHash } from 'node:crypto';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { countyOf, townOf, type Division } from '../../geodata/towns.ts';
import type { Database } from '../db/database.ts';
import type { DivisionName } from '../wire.ts';
import type { Notice, Offer, ServicePointItem, WeeklySpan } from './contract.ts';
import { createNearest, type Near } from './nearest.ts';
import { offersOf, type Template } from './offers.ts';
import type { HoursPlan } from './plan.ts';
import { loadServicePoints, loadTemplates, type StoredServicePoint } from './store.ts';

/** A service point as every request reads it; never changed, only replaced. */
export type ServicePoint = Readonly<
  Omit<ServicePointItem, 'open' | 'distanceMetres' | 'closure'> & {
    division: string;
    hours: readonly WeeklySpan[];
    plan: HoursPlan;
    notices: readonly Notice[];
    /** The services with the city's words and the point's own; written when somebody looks. */
    offers: () => Offer[];
    checkedAt: Date | null;
  }
>;

/** About 100 bytes each. */
const placesKept = 100_000;

export type ServicePointsModel = ReturnType<typeof createServicePointsModel>;

/**
 * All service points in memory, as PostgreSQL has them: `load` once, `refresh` for each change in the change log.
 * 1,359 points are 1 MB and answer in microseconds, the same on every database.
 */
export function createServicePointsModel() {
  let byId: ReadonlyMap<string, ServicePoint> = new Map();
  let sorted: readonly ServicePoint[] = [];
  let findNearest = createNearest<ServicePoint>(sorted);
  let version = 0;
  let digest = '';
  /** The nearest point of places asked for again and again, as openings of a list are; kept while no point changes. */
  const nearestOf = new Map<string, Near<ServicePoint> | null>();
  let turn: Promise<unknown> = Promise.resolve();

  function put(points: ReadonlyMap<string, ServicePoint>, templates: ReadonlyMap<string, Template>): void {
    byId = points;
    digest = digestOf(points.values(), templates);
    sorted = [...points.values()].sort(byDivision);
    findNearest = createNearest(sorted);
    nearestOf.clear();
    version++;
  }

  /** One after the other: an answer read earlier must not land on one read later. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  return {
    /** Reads every point. */
    load: (db: Database) =>
      inTurn(async () => {
        const rows = await loadServicePoints(db, null);
        const templates = await loadTemplates(db);
        put(new Map(rows.map((row) => [row.id, toServicePoint(row, templates)])), templates);
      }),

    /** Reads these points again; those that are gone leave the model. */
    refresh: (db: Database, ids: readonly number[]) =>
      inTurn(async () => {
        const rows = await loadServicePoints(db, ids);
        const templates = await loadTemplates(db);
        const points = new Map(byId);
        for (const id of ids) points.delete(String(id));
        for (const row of rows) points.set(row.id, toServicePoint(row, templates));
        put(points, templates);
      }),

    /** By division code, then name: a county, its towns each with its villages, the next county. */
    all: (): readonly ServicePoint[] => sorted,

    get: (id: string): ServicePoint | undefined => byId.get(id),

    /** The nearest that the filter takes, nearest first. */
    nearest: (
      place: LngLat,
      count: number,
      accepts?: (point: ServicePoint) => boolean,
    ): Near<ServicePoint>[] => findNearest(place, count, accepts),

    /** The nearest of a place that does not move, remembered: a list of ten asks for ten, every time the same. */
    nearestOfFixed(place: LngLat): Near<ServicePoint> | null {
      const key = `${place.lng},${place.lat}`;
      let near = nearestOf.get(key);
      if (near === undefined) {
        if (nearestOf.size >= placesKept) nearestOf.clear();
        nearestOf.set(key, (near = findNearest(place, 1)[0] ?? null));
      }
      return near;
    },

    /** Of all that is shown of the points: the same in every process that has read the same. */
    get digest() {
      return digest;
    },

    /** Grows with every load and refresh. */
    get version() {
      return version;
    },
  };
}

const marks = new WeakMap<ServicePoint, number>();

/** 48 bits, which numbers hold exactly. */
const markOf = (thing: unknown): number =>
  createHash('sha1').update(JSON.stringify(thing)).digest().readUIntBE(0, 6);

/** A sum over the points, so that a change costs one hash and no look at the others (20 microseconds for 1,359). */
function digestOf(points: Iterable<ServicePoint>, templates: ReadonlyMap<string, Template>): string {
  let sum = markOf([...templates].sort(([one], [other]) => (one < other ? -1 : 1)));
  for (const point of points) sum = (sum + marks.get(point)!) % 2 ** 48;
  return sum.toString(36);
}

function toServicePoint(row: StoredServicePoint, templates: ReadonlyMap<string, Template>): ServicePoint {
  const point: ServicePoint = {
    id: row.id,
    externalId: row.externalId,
    name: row.name,
    level: row.level,
    division: row.division,
    district: nameOf(row.division.slice(0, 6), countyOf(row.division)),
    town: row.division.length < 9 ? null : nameOf(row.division.slice(0, 9), townOf(row.division)),
    place: { lng: row.lng, lat: row.lat, source: row.placeSource, quality: row.placeQuality },
    address: row.address,
    telephones: row.telephones,
    terminals: {
      installed: row.terminalsInstalled,
      working: row.terminalsWorking,
      fault: row.terminalFault,
      faultSince: row.terminalFaultSince?.toISOString() ?? null,
    },
    services: row.services,
    hours: row.hours,
    plan: {
      weekly: row.hours,
      summer: row.summer,
      markets: row.markets,
      exceptions: row.exceptions,
      closure: row.closure,
    },
    accessibility: row.accessibility,
    notices: row.notices,
    offers: () => offersOf(row.services, templates, row.serviceChanges),
    checkedAt: row.checkedAt,
  };
  marks.set(point, markOf(row));
  return point;
}

/** A code that the ground does not know is shown as it is. */
function nameOf(code: string, division: Division | undefined): DivisionName {
  return { code, name: division?.name ?? code };
}

const levelOrder = { county: 0, town: 1, village: 2 };
const pinyin = new Intl.Collator('zh-CN', { numeric: true });

function byDivision(a: ServicePoint, b: ServicePoint): number {
  if (a.division !== b.division) return a.division < b.division ? -1 : 1;
  return (
    levelOrder[a.level] - levelOrder[b.level] || pinyin.compare(a.name, b.name) || Number(a.id) - Number(b.id)
  );
}

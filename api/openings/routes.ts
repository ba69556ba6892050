import type pg from 'pg';
import type { Answering } from '../applications/contract.ts';
import { findDivision } from '../../geodata/divisions.ts';
import { metresOfChord } from '../../geodata/unit-sphere.ts';
import { listBytes, sharedStart, type SharedStart } from '../http/reply-bytes.ts';
import { bytesRoute, type Route, route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import type { FoundFilters } from '../search/plan.ts';
import type { Search } from '../search/search.ts';
import type { ServicePointItem } from '../service-points/contract.ts';
import {
  type Facets,
  getOpening,
  listOpenings,
  type ListedOpening,
  type MatchKind,
  mapOpenings,
  type OpeningFilter,
  type Understood,
} from './contract.ts';
import { toItem, toListed, toPin } from './items.ts';
import { industryName } from './industries.ts';
import { groupByDivision, levelOf, maxMarks, pinZoom, rowsByPlace, townZoom } from './map-groups.ts';
import type { OpeningsModel } from './model.ts';
import { itemEnd, itemStart } from './item-bytes.ts';
import { nearestRows } from './nearest-rows.ts';
import {
  chordOfRow,
  countFacets,
  fewKept,
  type Hits,
  order,
  selectOpenings,
  type Selection,
  type Sort,
  withChords,
} from './query.ts';
import { keepWishes, parted, withFound } from './give-way.ts';
import { keepWhileTrue } from './kept.ts';
import { readIdOrCode } from './rules.ts';
import { type Shared, sharedPart } from './shared-part.ts';
import { findOpening, type OpeningRow } from './store.ts';

export type OpeningsDeps = {
  db: pg.Pool;
  openings: OpeningsModel;
  search: Pick<Search, 'find' | 'record'>;
  /** The service point nearest to an opening, with its open state at an instant. */
  nearestPoint: (place: { lng: number; lat: number }, now: Date) => ServicePointItem | null;
  /** The same as JSON, as a card of a list shows it, with its name in front. */
  nearestBytes: (row: OpeningRow, now: Date) => readonly Buffer[];
  /** Service points around a place, nearest first, with their open state at an instant. */
  nearestPoints: (place: { lng: number; lat: number }, count: number, now: Date) => ServicePointItem[];
  /** Counts what is seen in lists and opened, without a person (api/opening-statistics). */
  count: (kind: 'seen' | 'opened', ids: Iterable<number>) => void;
  /** How an opening's employer answers. */
  answeringOf: (opening: { id: number; employerId: number }, now: Date) => Promise<Answering>;
};

export function openingRoutes(deps: OpeningsDeps): Route[] {
  const { db, openings } = deps;

  /** Words first (they may add filters), then the one selection that list, facets and map share. */
  async function select(filter: OpeningFilter, now: Date): Promise<Selected> {
    const words = filter.q?.trim();
    if (!words) {
      return { ...selected(filter, null, now), understood: [], unmet: [], isPartial: false, degraded: false };
    }
    const { hits, degraded, understood, filters, ...answer } = await deps.search.find(words, {
      literal: filter.literal ?? false,
    });
    const pick = (found: FoundFilters) => selected(withFound(filter, found), hits, now);
    const all = pick(filters);
    const isPartial = answer.isPartial || isAllRelated(all.selection);
    const asked: Selected = { ...all, understood, unmet: [], isPartial, degraded };
    if (all.selection.rows.length > 0 || filter.literal || Object.keys(filters).length === 0) return asked;
    // What was only read out of the words must not be what empties the list: first the wishes give way, each by
    // itself; then everything is taken by the letter. What was left aside is said.
    const isEmpty = hits !== null && hits.length === 0;
    const kept = isEmpty ? null : keepWishes(filters, (some) => pick(some).selection.rows.length > 0);
    // Nothing but wishes and none to be had: everything there is would be no answer.
    if (kept && (hits !== null || Object.keys(kept).length > 0))
      return { ...asked, ...pick(kept), ...parted(understood, kept) };
    const literally = await select({ ...filter, literal: true }, now);
    if (literally.selection.rows.length === 0) return asked;
    return literally.isPartial ? { ...literally, unmet: parted(understood, {}).unmet } : literally;
  }

  function selected(filter: OpeningFilter, hits: Hits | null, now: Date) {
    const shared = sharedPart(filter, hits);
    const { near: _near, ...anywhere } = filter;
    const asked = hits === null && filter.withinMetres === undefined ? anywhere : filter;
    const selection = shared
      ? foundOf(shared, hits, now, now)
      : selectOpenings(openings, asked, now.getTime(), hits);
    return { filter, selection, shared };
  }

  /** What a filter finds among all openings, or among what some words found, is the same for everybody. */
  const foundOf = keepWhileTrue(openings, (shared: Shared, hits: Hits | null, now: Date) => ({
    key: shared,
    make: () => selectOpenings(openings, shared.filter, now.getTime(), hits),
    bytesOf: ({ rows, matched }) => rows.buffer.byteLength + 8 * (matched?.length ?? 0),
  }));

  /** The first rows of such a selection in an order that no place decides. */
  const firstOf = keepWhileTrue(openings, (shared: Shared, sort: Sort, selection: Selection) => ({
    key: [shared, sort],
    make: () => order(openings, selection, sort, fewKept),
    bytesOf: (indices) => indices.buffer.byteLength,
  }));

  /** The rows of a page in the order asked for, each with its distance and how it matched where that is known. */
  function pageOf(selected: Selected, sort: Sort, page: Page, now: Date): PageRow[] {
    const { filter, shared } = selected;
    let { selection } = selected;
    const upTo = page.page * page.pageSize;
    const { near } = filter;
    const place = near && { lng: near[0], lat: near[1] };
    if (place && sort === 'distance' && selection.chords === null) {
      if (selection.matched === null && upTo <= fewKept)
        return nearestRows(openings, selection.rows, place, upTo).slice(upTo - page.pageSize);
      selection = withChords(openings, selection, place);
    }
    const isKept = shared && sort !== 'distance' && upTo <= fewKept;
    const ordered = isKept ? firstOf(shared, sort, selection, now) : order(openings, selection, sort, upTo);
    const indices = ordered.subarray(upTo - page.pageSize, upTo);
    return Array.from(indices, (index) => {
      const row = selection.rows[index]!;
      const chord = selection.chords?.[index] ?? (place ? chordOfRow(openings, row, place) : undefined);
      return { row, chord, matched: selection.matched?.[index] };
    });
  }

  const countedIn = (selection: Selection) => facetsFirst(withLabels(countFacets(openings, selection)));
  /** How the list is sorted changes no count: a moving finger asks for the same facets. */
  const facetsOf = keepWhileTrue(openings, (shared: Shared, selection: Selection) => ({
    key: shared,
    make: () => countedIn(selection),
    // As they are, and packed.
    bytesOf: ({ bytes }) => 1.2 * bytes.length,
  }));

  /**
   * The map from afar, without words: the same for everybody, and small. null where so
   * little passes that it is shown one by one.
   */
  const overviewOf = keepWhileTrue(openings, (filter: OpeningFilter, zoom: number, now: Date) => ({
    key: [zoom < townZoom, filter],
    make: () => {
      const selection = selectOpenings(openings, filter, now.getTime(), null);
      const level = levelOf(zoom, selection.rows.length);
      return level === 'opening'
        ? null
        : {
            total: selection.rows.length,
            positions: selection.positions,
            groups: groupByDivision(openings, selection, level, divisionAnchor),
            degraded: false,
          };
    },
    bytesOf: (made) => 200 * (made?.groups.length ?? 0),
  }));

  /** The openings of a page, each as pieces of JSON; one that has just gone is left out. */
  async function itemBytes(ids: readonly number[], rows: readonly PageRow[], now: Date): Promise<Buffer[][]> {
    const known = await openings.rows(db, ids);
    const at = new Map(ids.map((id, index) => [id, rows[index]!]));
    return known.map((row) => {
      const { chord, matched } = at.get(row.id)!;
      const distanceMetres = chord === undefined ? undefined : Math.round(metresOfChord(chord));
      return [itemStart(row), ...deps.nearestBytes(row, now), itemEnd(distanceMetres, matched)];
    });
  }

  async function listed(ids: readonly number[], now: Date, extra: (id: number) => Partial<ListedOpening>) {
    const rows = await openings.rows(db, ids);
    return rows.map((row) => toListed(row, deps.nearestPoint(row, now), extra(row.id)));
  }

  return [
    bytesRoute(listOpenings, async ({ query, now }) => {
      const { sort, page, pageSize, ...asked } = query;
      const selected = await select(asked, now);
      const { selection, understood, unmet, degraded, filter, shared } = selected;
      const total = selection.rows.length;
      const wanted = sort ?? (asked.q ? 'relevance' : 'newest');
      const rows = pageOf(selected, wanted, { page, pageSize }, now);
      const facets = shared ? facetsOf(shared, selection, now) : countedIn(selection);
      const ids = rows.map(({ row }) => openings.columns.id[row]!);
      const items = await itemBytes(ids, rows, now);
      deps.count('seen', ids);
      if (asked.q?.trim() && page === 1)
        deps.search.record({ q: asked.q, filters: filter, hits: total, degraded });
      const { positions } = selection;
      const figures = JSON.stringify(
        beside.parse({ total, positions, page, pageSize, understood, unmet, degraded }),
      ).slice(1, -1);
      return { start: facets, rest: listBytes(`,${figures},"items":[`, items) };
    }),

    route(mapOpenings, async ({ query, now }) => {
      const { zoom, ...asked } = query;
      const shared = zoom < pinZoom && !asked.q?.trim() ? sharedPart(asked, null) : null;
      const overview = shared && overviewOf(shared.filter, zoom, now, now);
      if (overview) return overview;
      const { selection, degraded } = await select(asked, now);
      const total = selection.rows.length;
      const level = levelOf(zoom, total);
      const places = level === 'opening' ? rowsByPlace(openings, selection) : [];
      const groups =
        level === 'opening' && places.length <= maxMarks
          ? await marks(deps, places)
          : groupByDivision(
              openings,
              selection,
              level === 'county' ? 'county' : 'town',
              divisionAnchor,
              asked.area !== undefined,
            );
      return { total, positions: selection.positions, groups, degraded };
    }),

    route(getOpening, async ({ params, query, now }) => {
      const wanted = readIdOrCode(params.idOrCode);
      const found = wanted && (await findOpening(db, wanted, now));
      if (!found) throw new Refusal('missing', 'opening.missing', '没有这个岗位，可能已经招满或者到期了');
      deps.count('opened', [found.id]);
      const answering = await deps.answeringOf(found, now);
      const similar = similarTo(openings, found, now);
      const ofEmployer = openings.columns.employerId
        .subarray(0, openings.length)
        .filter((id) => id === found.employerId);
      return {
        ...toItem(found, query.near),
        duties: found.duties,
        requirements: found.requirements,
        contactName: found.contactName,
        hasPhone: found.hasPhone,
        answering,
        placeSource: found.placeSource,
        sourceName: found.sourceName,
        employer: {
          id: String(found.employerId),
          name: found.employerName,
          industry: found.employerIndustry,
          openings: ofEmployer.length,
        },
        nearestPoints: deps.nearestPoints(found, 3, now),
        similar: await listed([...similar.keys()], now, (id) => ({ distanceMetres: similar.get(id)! })),
      };
    }),
  ];
}

type Selected = {
  selection: Selection;
  understood: Understood[];
  /** Read out of the words and left aside. */
  unmet: Understood[];
  /** True when nothing selected answers every word. */
  isPartial: boolean;
  degraded: boolean;
  filter: OpeningFilter;
  /** See `sharedPart`. */
  shared: Shared | null;
};

type Page = { page: number; pageSize: number };
type PageRow = { row: number; chord?: number | undefined; matched?: MatchKind | undefined };

const isAllRelated = ({ matched }: Selection): boolean =>
  matched !== null && matched.length > 0 && matched.every((kind) => kind === 'related');

/** Facets and items are written, and checked, where they are made. */
const beside = listOpenings.reply.omit({ facets: true, items: true });

/**
 * Facets are two thirds of the bytes of a page and the same for everybody who asks for them: they stand
 * first, are checked and written once (of 34 kB for ten openings 21 kB; 120 of 170 microseconds) and packed once.
 */
const facetsFirst = (counted: Facets): SharedStart =>
  sharedStart(Buffer.from(`{"facets":${JSON.stringify(listOpenings.reply.shape.facets.parse(counted))}`));

async function marks({ db, openings }: OpeningsDeps, places: number[][]) {
  const firsts = places.map((rows) => openings.columns.id[rows[0]!]!);
  const rowOfId = new Map((await openings.rows(db, firsts)).map((row) => [row.id, row]));
  return places.flatMap((rows) => {
    const first = rowOfId.get(openings.columns.id[rows[0]!]!);
    if (!first) return [];
    const positions = rows.reduce((sum, row) => sum + openings.columns.headcount[row]!, 0);
    return [toPin(first, rows.length, positions)];
  });
}

/** The six nearest openings of the same occupation, then of the same section, id -> metres. */
function similarTo(
  openings: OpeningsModel,
  to: { id: number; occupation: string | null; industry: string | null; lng: number; lat: number },
  now: Date,
): Map<number, number> {
  const near: [number, number] = [to.lng, to.lat];
  const wanted: OpeningFilter[] = [];
  if (to.occupation !== null) wanted.push({ near, occupation: to.occupation });
  if (to.industry !== null) wanted.push({ near, industry: to.industry });
  const similar = new Map<number, number>();
  for (const filter of wanted) {
    const selection = selectOpenings(openings, filter, now.getTime(), null);
    for (const index of order(openings, selection, 'distance', 7)) {
      const id = openings.columns.id[selection.rows[index]!]!;
      if (similar.size < 6 && id !== to.id && !similar.has(id))
        similar.set(id, Math.round(metresOfChord(selection.chords![index]!)));
    }
  }
  return similar;
}

function divisionAnchor(code: string) {
  const division = findDivision(code);
  return division ? { name: division.shortName, ...division.seat } : { name: code, lng: 119.42, lat: 32.4 };
}

function withLabels(facets: Facets): Facets {
  for (const [name, values] of Object.entries(facets))
    for (const entry of values) {
      if (entry.value === null) entry.label = '没写明';
      else if (name === 'district' || name === 'town')
        entry.label = findDivision(entry.value)?.name ?? entry.value;
      else if (name === 'industry') entry.label = industryName(entry.value);
    }
  return facets;
}

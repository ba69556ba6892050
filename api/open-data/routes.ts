import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type pg from 'pg';
import { currentCursor, readChanges } from '../db/changes.ts';
import { takeFromLimit } from '../db/limits.ts';
import { rawRoute, route, type Route } from '../http/serve.ts';
import { readIdOrCode } from '../openings/rules.ts';
import { findIdsOfEmployers, findOpening } from '../openings/store.ts';
import { Refusal } from '../refusals.ts';
import * as contract from './contract.ts';
import { readCursor, writeCursor } from './cursors.ts';
import { changesOf, isIn, toListedChange, toShared } from './items.ts';
import { toJobPosting } from './job-posting.ts';
import { findShared, findSharedAfter, type SharedRow } from './store.ts';

type OpenDataDeps = { db: pg.Pool; linkSecret: Buffer; origin: string };

const rowsAtOnce = 500;
/** Who wants to know what is new reads the changes. */
const snapshotLimit = { limit: 20, perSeconds: 3600 };
const changesAtOnce = 500;
const terms = { licence: contract.openDataLicence, source: contract.openDataSource };

export function openDataRoutes({ db, linkSecret, origin }: OpenDataDeps): Route[] {
  async function* everyOpening(part: contract.Part, now: Date): AsyncGenerator<SharedRow[]> {
    for (let last = 0; ;) {
      const rows = await findSharedAfter(db, last, rowsAtOnce, now);
      if (rows.length === 0) return;
      const wanted = rows.filter((row) => isIn(part, row));
      if (wanted.length > 0) yield wanted;
      last = rows.at(-1)!.id;
    }
  }
  const takeSnapshot = (address: string, now: Date) =>
    takeFromLimit(db, `open-data:${address}`, snapshotLimit, now);

  return [
    rawRoute(contract.getSnapshot, async ({ query, address, now }, _request, response) => {
      await takeSnapshot(address, now);
      // Before the first row is read: what changes meanwhile comes once more with the changes.
      const after = writeCursor(linkSecret, await currentCursor(db));
      await send(response, 'application/x-ndjson', async function* () {
        yield lines([{ kind: 'snapshot', after, at: now.toISOString(), ...terms }]);
        for await (const rows of everyOpening(query, now))
          yield lines(rows.map((row) => contract.change.parse(toListedChange(row))));
      });
    }),

    route(contract.listChanges, async ({ query: { after, ...part }, now }) => {
      const cursor = readCursor(linkSecret, after);
      if (!cursor)
        throw new Refusal('invalid', 'changes.after', 'after 不是这里给出的，先取一次全部岗位', [
          { in: 'query', name: 'after', code: 'changes.after', detail: '不是这里给出的' },
        ]);
      const { changes, cursor: next } = await readChanges(db, cursor, changesAtOnce);
      const openings = changes.filter(({ kind }) => kind === 'opening').map(({ entityId }) => entityId);
      const employers = changes.filter(({ kind }) => kind === 'employer').map(({ entityId }) => entityId);
      const theirs = employers.length > 0 ? await findIdsOfEmployers(db, employers) : [];
      const ids = [...new Set([...openings, ...theirs])];
      const rows = (ids.length > 0 ? await findShared(db, ids, now) : []).filter((row) => isIn(part, row));
      return {
        changes: changesOf(ids, rows),
        after: writeCursor(linkSecret, next),
        isWhole: next.window === null,
        ...terms,
      };
    }),

    rawRoute(contract.openingsGeoJson, async ({ query, address, now }, _request, response) => {
      await takeSnapshot(address, now);
      await send(response, 'application/geo+json', async function* () {
        yield `${JSON.stringify({ type: 'FeatureCollection', ...terms }).slice(0, -1)},"features":[`;
        let separator = '';
        for await (const rows of everyOpening(query, now)) {
          yield separator + rows.map((row) => JSON.stringify(toFeature(row))).join(',');
          separator = ',';
        }
        yield ']}';
      });
    }),

    rawRoute(contract.getJobPosting, async ({ params, now }, _request, response) => {
      const wanted = readIdOrCode(params.idOrCode);
      const found = wanted && (await findOpening(db, wanted, now));
      if (!found) throw new Refusal('missing', 'opening.missing', '没有这个岗位，可能已经招满或者到期了');
      response
        .type('application/ld+json')
        .send(JSON.stringify(toJobPosting(found, `${origin}/o/${found.code}`)));
    }),
  ];
}

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const toFeature = (row: SharedRow) => ({
  type: 'Feature',
  id: row.id,
  geometry: { type: 'Point', coordinates: [row.lng, row.lat] },
  properties: contract.sharedOpening.parse(toShared(row)),
});

/** Sends piece after piece, no faster than they are taken; who leaves in between stops it. */
async function send(response: Response, type: string, pieces: () => AsyncGenerator<string>): Promise<void> {
  response.set({ 'Content-Type': type, 'Cache-Control': 'no-cache' });
  await pipeline(Readable.from(pieces()), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareIndex } from '../../../api/search/check-index.ts';
import { createMeilisearchEngine } from '../../../api/search/meilisearch.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { findMeilisearch } from '../../support/meilisearch-server.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';
import { createOwnMeilisearch, type OwnMeilisearch } from '../../support/own-meilisearch.ts';

/** Only a server of our own can be killed: `MEILI_URL` names somebody's. */
const meilisearch = findMeilisearch();
const isThere = meilisearch !== null && 'command' in meilisearch;

const opensWithinMs = 1000;
const closesWithinMs = 5000;
/** A list is kept this long where nothing has changed. */
const keptMs = 1000;
const askers = 4;
const words = ['保洁', 'baojie', '焊工', 'dianhan', '江都 保洁', '做饭'];

type Reply = { at: number; tookMs: number; status: number; degraded: boolean };

describeWithDatabase('a Meilisearch that dies under people’s hands', () => {
  const database = useDatabase();
  const index = `breaker-${process.pid}-${Date.now()}`;
  let own: OwnMeilisearch;
  let server: TestApp;
  let published = 0;

  const publish = (titles: readonly string[]) =>
    addOpenings(
      database.pool,
      titles.map((title) =>
        makeOpening({
          externalId: `B${published++}`,
          title,
          occupation: null,
          expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
        }),
      ),
    );

  beforeAll(async () => {
    if (!isThere) return;
    own = await createOwnMeilisearch();
    await own.start();
    await publish(Array.from({ length: 200 }, (_, at) => ['保洁员', '电焊工', '烧菜师傅'][at % 3]!));
    server = await startApp(database.pool, { meili: { url: own.url, key: null, index } });
    await server.settle();
  }, 60_000);
  afterAll(async () => {
    if (!isThere) return;
    await server.close();
    await own.remove();
  });

  /** People who ask one question after another until told to stop. */
  function traffic() {
    const replies: Reply[] = [];
    let isOver = false;
    const ask = async (first: number) => {
      for (let turn = first; ; turn++) {
        if (isOver) return;
        const began = performance.now();
        const { status, body } = await supertest(server.app)
          .get('/api/openings')
          .query({ q: `${words[turn % words.length]!}` });
        const at = performance.now();
        replies.push({ at, tookMs: at - began, status, degraded: body.degraded });
        await sleep(10);
      }
    };
    const asking = Array.from({ length: askers }, (_, at) => ask(at));
    return { replies, stop: () => ((isOver = true), Promise.all(asking)) };
  }

  const until = async (isSo: () => boolean | Promise<boolean>, withinMs: number) => {
    const began = performance.now();
    while (performance.now() - began < withinMs) {
      if (await isSo()) return performance.now() - began;
      await sleep(20);
    }
    throw new Error(`not within ${withinMs} ms`);
  };
  const isClosed = () => server.search.breaker() === 'closed';
  const isTheSame = async () => {
    const engine = createMeilisearchEngine({ url: own.url, key: null, index });
    const { missing, stale, extra } = await compareIndex(database.pool, engine, server.search.reader());
    return missing.length + stale.length + extra.length === 0;
  };

  test.skipIf(!isThere).each([
    ['kill -9', () => own.kill(), () => own.start()],
    ['SIGSTOP', async () => own.freeze(), async () => own.thaw()],
  ])(
    '%s: nobody sees an error, PostgreSQL answers within a second, and it comes back by itself',
    async (way, harm, heal) => {
      const { replies, stop } = traffic();
      // On a busy machine it may have opened by itself for a moment.
      await until(() => replies.length > 20 && !replies.at(-1)!.degraded && isClosed(), 20_000);

      await harm();
      const harmedAt = performance.now();
      const openedAfterMs = await until(() => !isClosed(), opensWithinMs);
      // What is published meanwhile is found, and is in the index afterwards.
      await publish(['夜班保洁员', '氩弧焊工']);
      const openedAt = harmedAt + openedAfterMs;
      const askedMeanwhile = () => replies.filter(({ at, tookMs }) => at - tookMs > openedAt + keptMs);
      await until(() => askedMeanwhile().length > 20, 20_000);
      const meanwhile = askedMeanwhile();
      expect(meanwhile.every(({ degraded }) => degraded)).toBe(true);

      await heal();
      const closedAfterMs = await until(isClosed, closesWithinMs);
      const sameAfterMs = await until(isTheSame, 20_000);
      await until(() => replies.at(-1)!.degraded === false, 2000);
      await stop();
      expect(replies.filter(({ status }) => status !== 200)).toEqual([]);
      const longestMs = Math.max(...replies.map(({ tookMs }) => tookMs));
      console.log(
        `${way}: opened after ${openedAfterMs.toFixed(0)} ms, closed ${closedAfterMs.toFixed(0)} ms after it was well, ` +
          `the same as the database after ${(closedAfterMs + sameAfterMs).toFixed(0)} ms; ${replies.length} replies, the slowest ${longestMs.toFixed(0)} ms`,
      );
    },
    60_000,
  );
});

import { mkdtemp } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { pino } from 'pino';
import { type AppDeps, createApp } from '../../api/app.ts';
import { followChanges } from '../../api/db/follow.ts';
import { createMetrics } from '../../api/http/metrics.ts';
import { createOpeningCounters } from '../../api/opening-statistics/counters.ts';
import { createOpeningsModel } from '../../api/openings/model.ts';
import { openSearch, type Search } from '../../api/search/search.ts';
import { createServicePointsModel } from '../../api/service-points/model.ts';
import { createVisits } from '../../api/statistics/visits.ts';
import { testSecret } from './accounts.ts';

export type TestApp = {
  app: RequestListener;
  search: Search;
  /** Until what was committed shows in lists and words. */
  settle: () => Promise<void>;
  /** The clock that rules are given; move it by assigning. */
  clock: { now: Date };
  close: () => Promise<void>;
};

const log = pino({ level: 'silent' });

/** The whole server on a database, without a port; the clock stands at 2026-11-23 10:00 in Yangzhou, a Monday. */
export async function startApp(
  pool: pg.Pool,
  options: {
    meili?: { url: string; key: string | null; index: string } | null;
    config?: Partial<AppDeps['config']>;
  } = {},
): Promise<TestApp> {
  const clock = { now: new Date('2026-11-23T02:00:00Z') };
  const openings = createOpeningsModel();
  const servicePoints = createServicePointsModel();
  const following = await followChanges(
    pool,
    {
      opening: (ids) => openings.refresh(pool, ids),
      employer: (ids) => openings.refreshEmployers(pool, ids),
      service_point: (ids) => servicePoints.refresh(pool, ids),
    },
    log,
  );
  await servicePoints.load(pool);
  await openings.load(pool);
  const search = await openSearch({ db: pool, meili: options.meili ?? null });
  const visits = createVisits(pool);
  const counters = createOpeningCounters(pool, () => clock.now);
  const app = createApp({
    config: {
      basemap: { kind: 'offline' },
      mapApprovalNumber: null,
      port: 3000,
      publicUrl: null,
      rateLimitPerMinute: 0,
      seed: 'demo',
      sms: null,
      totpRequired: false,
      trustProxy: 0,
      uploadsDir: await mkdtemp(join(tmpdir(), 'jiuye-uploads-')),
      ...options.config,
    },
    db: pool,
    openings,
    servicePoints,
    search,
    visits,
    counters,
    metrics: createMetrics(),
    linkSecret: testSecret,
    clock: () => clock.now,
    log,
  });
  return {
    app,
    search,
    clock,
    async settle() {
      await following.catchUp();
      await counters.flush();
      await search.index();
    },
    async close() {
      await following.stop();
      await search.close();
      await visits.close();
      await counters.close();
    },
  };
}

import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findMeilisearch, startMeilisearch } from './meilisearch-server.ts';
import { findPostgres, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string | null;
    meiliUrl: string | null;
    chromium: string | null;
    missing: string[];
  }
}

let running: Promise<Components> | null = null;
type Components = {
  postgresUrl: string | null;
  meiliUrl: string | null;
  missing: string[];
  stop: () => Promise<void>;
};

/**
 * Starts the real servers that tests need, once a run. What is missing is said in the closing summary; with
 * CI set a missing PostgreSQL or Chromium is a failure, because a skip nobody reads proves nothing.
 */
export default async function setup(project: TestProject) {
  running ??= start(new Set(project.vitest.projects.map(({ name }) => name)));
  const { postgresUrl, meiliUrl, missing, stop } = await running;
  const chromium = findChromium();
  project.provide('postgresUrl', postgresUrl);
  project.provide('meiliUrl', meiliUrl);
  project.provide('chromium', chromium);
  project.provide('missing', missing);
  return stop;
}

/** @param projects of this run: pure tests wait for no server */
async function start(projects: ReadonlySet<string>): Promise<Components> {
  const missing: string[] = [];
  const postgres = projects.has('postgres') ? findPostgres() : null;
  if (projects.has('postgres') && !postgres)
    missing.push('PostgreSQL 与 PostGIS（Debian: postgresql-15-postgis-3）');
  if (projects.has('journeys') && !findChromium())
    missing.push('Chromium（Debian: chromium fonts-noto-cjk）');
  if (process.env.CI && missing.length > 0) throw new Error(`CI 里缺少：${missing.join('、')}`);
  const wantsMeilisearch = projects.has('postgres') || projects.has('pglite');
  const meilisearch = wantsMeilisearch ? findMeilisearch() : null;
  if (wantsMeilisearch && !meilisearch) missing.push('Meilisearch（MEILI_URL 或 PATH 上的 meilisearch）');
  if (missing.length > 0) process.env.JIUYE_MISSING = missing.join('；');
  const started = await Promise.all([
    postgres && startPostgres(postgres),
    meilisearch && startMeilisearch(meilisearch),
  ]);
  let stopped: Promise<unknown> | null = null;
  return {
    postgresUrl: started[0]?.url ?? null,
    meiliUrl: started[1]?.url ?? null,
    missing,
    stop: async () => void (await (stopped ??= Promise.all(started.map((server) => server?.stop())))),
  };
}

export function findChromium(): string | null {
  const candidates = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkpoint, makeTemplate, openEmbedded, templates } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { makePostgisBundle } from './db/postgis-bundle.ts';
import { createSteps } from './steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'dist/web/index.html');
const builtServer = join(root, 'dist/server/server.mjs');

/**
 * What `npm start` and `npm test` need once: the built page and server, newer than their sources, and databases to
 * copy. `--again` makes both anew.
 */
const again = process.argv.includes('--again');
const { step } = createSteps();
if (again || !existsSync(templates.empty))
  await step('备好空数据库', async () => {
    await mkdir(dirname(templates.empty), { recursive: true });
    const part = `${templates.empty}.part-${process.pid}`;
    await makePostgisBundle();
    await makeTemplate(part);
    await rm(templates.empty, { recursive: true, force: true });
    await rename(part, templates.empty);
  });
if (
  again ||
  !(await isFresh(templates.demo, [
    'api/db/migrations',
    'api/search',
    'geodata',
    'seeds',
    'package-lock.json',
  ]))
)
  await step('备好演示城市', makeDemoTemplate);
if (again || !(await isFresh(builtServer, ['api', 'geodata', 'seeds', 'package-lock.json'])))
  await step('搭服务', async () => (await import('./build-server.ts')).buildServer());
if (again || !(await isFresh(page, ['web', 'geodata', 'api', 'package-lock.json', 'vite.config.ts'])))
  await step('搭网页', async () => {
    const { build } = await import('vite');
    await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  });

/** The demo city as of today, with its index; on a later day the server moves its dates on. */
async function makeDemoTemplate(progress: (text: string, share: number) => void): Promise<void> {
  const [{ seedCity }, { openSearch }] = await Promise.all([
    import('../seeds/city.ts'),
    import('./search/search.ts'),
  ]);
  const directory = `${templates.demo}.part-${process.pid}`;
  await mkdir(directory, { recursive: true });
  const { pool, close } = await openEmbedded(directory);
  await migrate(pool);
  await seedCity(pool, { now: new Date(), progress });
  const search = await openSearch({ db: pool, meili: null });
  await search.index();
  await search.close();
  await checkpoint(pool);
  await close();
  await rm(templates.demo, { recursive: true, force: true });
  await rename(join(directory, 'postgres'), templates.demo);
  await rm(directory, { recursive: true });
}

/** Whether a built file is newer than everything it is built from. */
async function isFresh(built: string, sources: string[]): Promise<boolean> {
  if (!existsSync(built)) return false;
  const { mtimeMs } = await stat(built);
  for (const source of sources) if ((await newest(join(root, source))) > mtimeMs) return false;
  return true;
}

async function newest(path: string): Promise<number> {
  const { mtimeMs } = await stat(path);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const times = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs);
  return Math.max(mtimeMs, ...(await Promise.all(times)));
}

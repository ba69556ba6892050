import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemplate, templateDirectory } from './db/embedded.ts';
import { makePostgisBundle } from './db/postgis-bundle.ts';
import { createSteps } from './steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'dist/web/index.html');

/**
 * What `npm start` and `npm test` need once: the built page, newer than its sources, and an empty database
 * to copy. `--again` makes both anew.
 */
const again = process.argv.includes('--again');
const { step } = createSteps();
if (again || !existsSync(templateDirectory))
  await step('备好空数据库', async () => {
    await mkdir(dirname(templateDirectory), { recursive: true });
    const part = `${templateDirectory}.part-${process.pid}`;
    await makePostgisBundle();
    await makeTemplate(part);
    await rm(templateDirectory, { recursive: true, force: true });
    await rename(part, templateDirectory);
  });
if (again || !(await isFresh(page, ['web', 'geodata', 'api', 'package-lock.json', 'vite.config.ts'])))
  await step('搭网页', async () => {
    const { build } = await import('vite');
    await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  });

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

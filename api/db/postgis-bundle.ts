import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { postgis } from '@electric-sql/pglite-postgis';

const slim = fileURLToPath(new URL('../../.cache/postgis.tar.gz', import.meta.url));

/**
 * PGlite unpacks and compiles the whole bundle of an extension at every start: 85 MB with rasters, topologies and the
 * scripts of CREATE EXTENSION. A database that has the extension needs its library and PROJ's tables alone, 27 MB:
 * opening it takes 1.9 instead of 2.5 seconds of processor.
 */
const wanted = [
  'lib/postgresql/postgis-3.so',
  'share/postgresql/extension/postgis.control',
  'share/proj/proj.ini',
  // Without it a distance on geography fails in PROJ, and PGlite then mixes up the answers that follow.
  'share/proj/proj.db',
];
const block = 512;

/** PostGIS for a database that has it already; the whole of it where `npm run build` has made nothing smaller. */
export const postgisOfTemplate: typeof postgis = existsSync(slim)
  ? {
      ...postgis,
      setup: async (...given) => ({ ...(await postgis.setup(...given)), bundlePath: pathToFileURL(slim) }),
    }
  : postgis;

/** Writes the smaller bundle beside the template. */
export async function makePostgisBundle(): Promise<void> {
  const whole = join(
    dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis')),
    'postgis.tar.gz',
  );
  const tar = await promisify(gunzip)(await readFile(whole));
  const kept: Buffer[] = [];
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*/s, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    const end = at + block + Math.ceil(size / block) * block;
    if (wanted.includes(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  if (kept.length !== wanted.length)
    throw new Error('@electric-sql/pglite-postgis holds other files than expected');
  const part = `${slim}.part-${process.pid}`;
  await writeFile(
    part,
    await promisify(gzip)(Buffer.concat([...kept, Buffer.alloc(2 * block)]), { level: 1 }),
  );
  await rename(part, slim);
}

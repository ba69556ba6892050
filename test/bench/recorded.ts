import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, callPatiently, digest } from './load.ts';
import { type Served, startBareExpress } from './processes.ts';

/**
 * A bare Express server that sends byte for byte what the given one answers to these paths now. Refuses when a byte
 * differs between the two.
 */
export async function startTwin(
  of: Served,
  paths: readonly string[],
  directory: string,
  headers: Record<string, string> = {},
): Promise<Served> {
  const recorded = [];
  for (const path of paths)
    recorded.push({
      path,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        ...(headers['Accept-Encoding'] ? { 'Content-Encoding': headers['Accept-Encoding'] } : {}),
      },
      base64: (await call(of.url + path, { headers })).toString('base64'),
    });
  const file = join(directory, `recorded-${of.pid}-${Object.keys(headers).length}.json`);
  await writeFile(file, JSON.stringify(recorded));
  const twin = await startBareExpress(file);
  await refuseDifference(of, twin, paths, headers);
  return twin;
}

/** Refuses when two servers, asked in the same moment, do not answer the same bytes. */
export async function refuseDifference(
  one: Served,
  other: Served,
  paths: readonly string[],
  headers: Record<string, string> = {},
): Promise<void> {
  for (const path of paths) {
    const [answer, otherAnswer] = await Promise.all([
      callPatiently(one.url + path, { headers }),
      callPatiently(other.url + path, { headers }),
    ]);
    if (digest(answer) !== digest(otherAnswer)) throw new Error(`the two answers differ: ${path}`);
  }
}

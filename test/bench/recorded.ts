import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, digest } from './load.ts';
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
  for (const path of paths) {
    const [one, other] = await Promise.all([
      call(of.url + path, { headers }),
      call(twin.url + path, { headers }),
    ]);
    if (digest(one) !== digest(other)) throw new Error(`the two answers differ: ${path}`);
  }
  return twin;
}

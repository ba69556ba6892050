import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { createHttpServer } from '../../api/http/http-server.ts';
import { putServicePoints } from '../../api/service-points/store.ts';
import { transact } from '../../api/db/transact.ts';
import { makePoints } from '../../seeds/points.ts';
import { startApp } from '../support/app.ts';
import { addOpenings, makeOpening } from '../support/openings.ts';
import { createKnown } from './known.ts';
import { readOperations } from './operations.ts';
import { createRoles } from './roles.ts';
import { createSender } from './send.ts';

export type Target = Awaited<ReturnType<typeof startTarget>>;

/** The whole server on a small city, listening, with everybody signed in and its own document read from it. */
export async function startTarget(pool: pg.Pool) {
  await transact(pool, async (tx) => void (await putServicePoints(tx, makePoints().slice(0, 40), 'seeds')));
  await addOpenings(
    pool,
    Array.from({ length: 60 }, (_, n) => makeOpening({ headcount: n + 1 })),
  );
  const roles = await createRoles(pool);
  // Limits count by address: every call comes from another one.
  const running = await startApp(pool, { config: { trustProxy: 1 } });
  const server = createHttpServer(running.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sender = createSender((server.address() as AddressInfo).port);
  const ask = (url: string) =>
    sender.send(
      { operation: '', kind: 'valid', method: 'GET', url, headers: {}, bodyBase64: null },
      null,
      '10.0.0.1',
    );
  const document = await ask('/api/openapi.json');
  const known = createKnown();
  return {
    pool,
    operations: readOperations(JSON.parse(document.body.toString('utf8'))),
    roles,
    known,
    send: sender.send,
    async close() {
      sender.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await running.close();
    },
  };
}

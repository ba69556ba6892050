import { expect, it } from 'vitest';
import { takeFromLimit, forgetLimits } from '../../../api/db/limits.ts';
import { forgetKeys, once } from '../../../api/db/once.ts';
import { recordAudit } from '../../../api/db/audit.ts';
import { getSecret } from '../../../api/db/secret.ts';
import { transact } from '../../../api/db/transact.ts';
import { Refusal } from '../../../api/refusals.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

const now = new Date('2026-11-23T02:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describeWithDatabase('once', () => {
  const database = useDatabase();
  let done = 0;
  const ask = (key: string | null, body: unknown, endpointId = 'createThing', actor = 'person:1') =>
    transact(database.pool, (tx) =>
      once(tx, { actor, key, endpointId, body, now }, async () => ({ number: ++done })),
    );

  it('twenty at once with one key are done once and answered alike', async () => {
    const before = done;
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask('key-00000001', { a: 1 })));
    expect(done).toBe(before + 1);
    expect(new Set(replies.map(({ number }) => number)).size).toBe(1);
  });

  it('another body, or another endpoint, with the key is a conflict; another person has keys of their own', async () => {
    await ask('key-00000002', { a: 1 });
    await expect(ask('key-00000002', { a: 2 })).rejects.toMatchObject({ code: 'idempotency-key.reused' });
    await expect(ask('key-00000002', { a: 1 }, 'other')).rejects.toBeInstanceOf(Refusal);
    const before = done;
    await ask('key-00000002', { a: 2 }, 'createThing', 'person:2');
    expect(done).toBe(before + 1);
  });

  it('work that failed leaves no key behind', async () => {
    const failing = transact(database.pool, (tx) =>
      once(tx, { actor: 'person:1', key: 'key-00000003', endpointId: 'x', body: {}, now }, async () =>
        Promise.reject(new Error('no')),
      ),
    );
    await expect(failing).rejects.toThrow('no');
    await ask('key-00000003', { b: 1 });
  });

  it('keys are forgotten after a week', async () => {
    await ask('key-00000004', { a: 1 });
    await forgetKeys(database.pool, after(8 * 86_400));
    const { rows } = await database.pool.query('select 1 from idempotency_keys');
    expect(rows).toEqual([]);
  });

  it('an allowance is shared, refuses with the time left, and begins anew', async () => {
    const take = (at: Date) => takeFromLimit(database.pool, 'calls:x', { limit: 3, perSeconds: 60 }, at);
    await Promise.all([take(now), take(now), take(now)]);
    await expect(take(after(20))).rejects.toMatchObject({ kind: 'throttled', retryAfterSeconds: 40 });
    await take(after(61));
    await forgetLimits(database.pool, after(200));
    const { rows } = await database.pool.query('select 1 from limits');
    expect(rows).toEqual([]);
  });

  it('an audit line is written, and a secret stays the same', async () => {
    const line = {
      actor: 'staff:1',
      action: 'thing.change',
      entity: 'thing',
      entityId: '7',
      detail: { why: '对' },
    };
    await recordAudit(database.pool, line, now);
    const { rows } = await database.pool.query('select actor, action, entity_id, detail from audit_log');
    expect(rows).toEqual([
      { actor: 'staff:1', action: 'thing.change', entity_id: '7', detail: { why: '对' } },
    ]);
    const secrets = await Promise.all([getSecret(database.pool, 'links'), getSecret(database.pool, 'links')]);
    expect(secrets[0]).toEqual(secrets[1]);
    expect(secrets[0]).toHaveLength(32);
  });
});

import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { Refusal } from '../refusals.ts';
import type { OwnApplication } from './contract.ts';
import { toOwn } from './items.ts';
import { findOwn, lockOwn, wipeOwn } from './store.ts';

/** Takes an application back and wipes what it says about a person; twice is once. */
export async function withdraw(
  tx: pg.PoolClient,
  { id, accountId, by }: { id: string; accountId: string; by: string },
  now: Date,
): Promise<OwnApplication> {
  const held = await lockOwn(tx, { accountId, id });
  if (!held) throw new Refusal('missing', 'application.missing', '没有这份留言');
  if (!held.isWiped) {
    await wipeOwn(tx, { accountId, id }, now);
    await recordAudit(
      tx,
      {
        actor: by,
        action: 'application.withdraw',
        entity: 'application',
        entityId: id,
        detail: { from: held.state },
      },
      now,
    );
  }
  const [own] = await findOwn(tx, { accountId, id }, now);
  return toOwn(own!);
}

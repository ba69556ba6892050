import type { StaffMember } from '../accounts/viewer.ts';
import { actorOf } from '../accounts/viewer.ts';
import { covers } from '../accounts/jurisdiction.ts';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import type { Database } from '../db/database.ts';
import { type Fault, Refusal } from '../refusals.ts';
import { endTask } from '../tasks/store.ts';
import type { PointFacts } from './contract.ts';
import { changedFields, fieldWords, refuseFacts, tidy } from './rules.ts';
import {
  findPoint,
  findVersions,
  insertPoint,
  keepVersion,
  type KeptPoint,
  writeChecked,
  writePoint,
} from './store.ts';

/** Where there is none, and where it is somebody else's: the same answer. */
export function missingPoint(): Refusal {
  return new Refusal('missing', 'service-point.missing', '没有这个服务点，或者不归你管');
}

/** The point, when it is in the viewer's divisions. */
export async function getPoint(
  db: Database,
  viewer: StaffMember,
  id: string,
  lock = false,
): Promise<KeptPoint> {
  const point = await findPoint(db, id, lock);
  if (!point || !covers(viewer.divisions, point.facts.division)) throw missingPoint();
  return point;
}

/**
 * Saves facts as a new version. The same facts again are no new version, also when an answer was lost on the way.
 * Call it in a transaction.
 * @throws Refusal conflict, naming what somebody else changed meanwhile
 */
export async function savePoint(
  tx: Database,
  viewer: StaffMember,
  asked: { id: string; version: number; facts: PointFacts; pinReason?: string; note?: string },
  now: Date,
): Promise<void> {
  const point = await getPoint(tx, viewer, asked.id, true);
  const facts = tidy(asked.facts);
  const changed = changedFields(point.facts, facts);
  if (changed.length === 0) return;
  if (point.closedAt) throw new Refusal('conflict', 'service-point.closed', '这个服务点已经撤了，不能再改');
  if (point.version !== asked.version) throw await conflict(tx, point, asked.version);
  const refusal = refuseFacts(viewer, point.facts, facts, asked.pinReason ?? '');
  if (refusal) throw refusal;
  await keepBase(tx, point);
  await writePoint(tx, point.id, facts, point.version, now);
  await keepVersion(tx, {
    pointId: point.id,
    version: point.version + 1,
    at: now,
    actor: actorOf(viewer),
    actorName: viewer.name,
    facts,
    note: asked.note ?? asked.pinReason ?? '',
  });
  await recordChanges(tx, 'service_point', [Number(point.id)]);
  await recordAudit(
    tx,
    {
      actor: actorOf(viewer),
      action: 'service-point.save',
      entity: 'service_point',
      entityId: point.id,
      detail: { version: point.version + 1, changed },
    },
    now,
  );
}

/** What a list brought is the first thing that can be restored. */
export async function keepBase(tx: Database, point: KeptPoint): Promise<void> {
  await keepVersion(tx, {
    pointId: point.id,
    version: point.version,
    at: point.updatedAt,
    actor: 'import',
    actorName: '原来的名单',
    facts: point.facts,
    note: '',
  });
}

async function conflict(tx: Database, point: KeptPoint, version: number): Promise<Refusal> {
  const base = (await findVersions(tx, point.id)).find((kept) => kept.version === version);
  const changed = base ? changedFields(base.facts, point.facts) : [];
  const names = changed.map((field) => fieldWords[field]).join('、') || '这个服务点';
  const detail = `${point.changedBy ?? '别人'}刚才也改了${names}。两边的都在，挑一个再存`;
  const faults: Fault[] = changed.map((field) => ({
    in: 'body',
    name: `facts.${field}`,
    code: 'changed-meanwhile',
    detail: `${fieldWords[field]}有人改过`,
  }));
  return new Refusal('conflict', 'service-point.changed', detail, faults);
}

/** A new point. Call it in a transaction; returns its id. */
export async function addPoint(
  tx: Database,
  viewer: StaffMember,
  asked: { facts: PointFacts; pinReason?: string },
  now: Date,
): Promise<string> {
  const facts = tidy(asked.facts);
  const refusal = refuseFacts(viewer, null, facts, asked.pinReason ?? '');
  if (refusal) throw refusal;
  const id = await insertPoint(tx, facts, now);
  const [actor, note] = [actorOf(viewer), asked.pinReason ?? ''];
  await keepVersion(tx, { pointId: id, version: 1, at: now, actor, actorName: viewer.name, facts, note });
  await recordChanges(tx, 'service_point', [Number(id)]);
  await recordAudit(tx, { actor, action: 'service-point.add', entity: 'service_point', entityId: id }, now);
  return id;
}

/** Everything about the point is still right. Call it in a transaction. */
export async function confirmChecked(
  tx: Database,
  viewer: StaffMember,
  point: KeptPoint,
  now: Date,
): Promise<void> {
  if (point.closedAt) throw new Refusal('conflict', 'service-point.closed', '这个服务点已经撤了，不用再核对');
  const by = actorOf(viewer);
  await writeChecked(tx, point.id, now);
  const subject = { servicePointId: point.id };
  await endTask(tx, { kind: 'overdue-point', subject, by, outcome: '都还对' }, now);
  await recordChanges(tx, 'service_point', [Number(point.id)]);
  const line = { actor: by, action: 'service-point.check', entity: 'service_point', entityId: point.id };
  await recordAudit(tx, line, now);
}

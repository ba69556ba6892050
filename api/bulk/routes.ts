import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Logger } from 'pino';
import { covers } from '../accounts/jurisdiction.ts';
import { actorOf, isAdmitted, type Person, type StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import type { Database } from '../db/database.ts';
import { takeFromLimit } from '../db/limits.ts';
import { transact } from '../db/transact.ts';
import { type EmployerRow, findEmployer, isMember } from '../employers/store.ts';
import { rawRoute, type Route, route } from '../http/serve.ts';
import { FileFault } from '../import/events.ts';
import { findLintSettings } from '../moderation/minimum-wages-store.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import * as contract from './contract.ts';
import { toBulkRow, toUpload } from './items.ts';
import { publishRows } from './publish.ts';
import { readList } from './read-list.ts';
import { readUpload } from './read-upload.ts';
import type { ReadRow } from './rules.ts';
import * as store from './store.ts';
import { writeTemplate } from './template.ts';

/** Lists an account may send in an hour: each costs up to two seconds of processor time. */
const uploadsAnHour = { limit: 30, perSeconds: 3600 };

type Sender = Person | StaffMember;
export type BulkDeps = { db: pg.Pool; clock: () => Date; log: Logger };

/** Lists of openings: from members of the employer, and from staff whose divisions the employer lies in. */
export function bulkRoutes({ db, clock, log }: BulkDeps): Route[] {
  /** Goes on in the background; what is left after a crash the job takes up. */
  const publishSoon = (uploadId: string) =>
    void publishRows(db, uploadId, clock).catch((err: unknown) =>
      log.warn({ err, uploadId }, 'publishing a list waits'),
    );

  return [
    rawRoute(contract.downloadBulkTemplate, async ({ viewer }, _request, response) => {
      mustBeSender(viewer);
      const bytes = Buffer.from(await writeTemplate());
      response.setHeader('Content-Type', contract.workbookType);
      response.setHeader('Content-Disposition', `attachment; filename="openings-template.xlsx"`);
      response.setHeader('Content-Length', bytes.length);
      response.end(bytes);
    }),

    route(contract.listBulkEmployers, async ({ query: { q }, viewer: { divisions } }) => ({
      items: await store.findServedEmployers(db, { words: q, divisions, cityCode }),
    })),

    route(contract.uploadBulk, async ({ params, query, viewer, now }, request) => {
      const employer = await mustServe(db, viewer, params.employerId);
      await takeFromLimit(db, `bulk:${actorOf(viewer)}`, uploadsAnHour, now);
      const bytes = await readUpload(request);
      const sha256 = createHash('sha256').update(bytes).digest();
      const same = await store.findSameFile(db, employer.id, sha256);
      if (same) return toUpload((await store.findUpload(db, same.id))!, true);
      const settings = await findLintSettings(db, isoDate(dayNumberAt(now)));
      const rows = await readOrRefuse(bytes, {
        employerName: employer.name,
        settings,
        now,
        mayPostIn: (town) => viewer.kind === 'person' || covers(viewer.divisions, town),
      });
      const sent = { employerId: employer.id, actor: actorOf(viewer), fileName: query.fileName, sha256, now };
      const id = await keep(db, sent, rows);
      return toUpload((await store.findUpload(db, id))!);
    }),

    route(contract.listBulkUploads, async ({ params, viewer }) => {
      const employer = await mustServe(db, viewer, params.employerId);
      const { id, name } = employer;
      return { employer: { id, name }, items: (await store.findUploads(db, id)).map((row) => toUpload(row)) };
    }),

    route(contract.getBulkUpload, async ({ params, viewer }) =>
      toUpload(await mustSee(db, viewer, params.uploadId)),
    ),

    route(contract.listBulkRows, async ({ params, query, viewer }) => {
      const { id } = await mustSee(db, viewer, params.uploadId);
      const { only, page, pageSize } = query;
      const found = await store.findRows(db, id, { only, limit: pageSize, offset: (page - 1) * pageSize });
      return { total: found.total, items: found.rows.map(toBulkRow) };
    }),

    route(contract.publishBulk, async ({ params, body: { choice }, viewer, now }) => {
      const { id, employerId } = await mustSee(db, viewer, params.uploadId);
      const upload = await transact(db, async (tx) => {
        if (await store.startPublishing(tx, id, choice, now)) {
          const line = { actor: actorOf(viewer), action: 'bulk.publish', entity: 'employer' };
          await recordAudit(tx, { ...line, entityId: employerId, detail: { upload: id, choice } }, now);
        }
        return (await store.findUpload(tx, id))!;
      });
      // A second click with the same choice is the first one heard twice.
      if (upload.choice !== choice)
        throw new Refusal('conflict', 'bulk.published', '这份表已经按另一种办法发过了');
      publishSoon(id);
      return toUpload(upload);
    }),
  ];
}

/** Auditors and administrators of the system hold accounts too; they do not post. */
function mustBeSender(viewer: Sender): void {
  if (viewer.kind === 'staff' && !isAdmitted('staff', viewer))
    throw new Refusal('forbidden', 'audience.other', '这个账号用不了这一项');
}

const isId = (text: string) => /^\d{1,18}$/.test(text);
/** What a member of staff for the whole city covers and no county does. */
const cityCode = '3210';

async function serves(
  db: Database,
  viewer: Sender,
  employerId: string,
  town: string | null,
): Promise<boolean> {
  return viewer.kind === 'person'
    ? isMember(db, viewer.accountId, employerId)
    : covers(viewer.divisions, town ?? cityCode);
}

/** An employer the viewer may send lists for; any other is not there. */
async function mustServe(db: Database, viewer: Sender, employerId: string): Promise<EmployerRow> {
  mustBeSender(viewer);
  const employer = isId(employerId) ? await findEmployer(db, employerId) : null;
  if (!employer || !(await serves(db, viewer, employer.id, employer.town)))
    throw new Refusal('missing', 'employer.missing', '没有这家单位');
  return employer;
}

async function mustSee(db: Database, viewer: Sender, uploadId: string): Promise<store.UploadRow> {
  mustBeSender(viewer);
  const upload = isId(uploadId) ? await store.findUpload(db, uploadId) : null;
  if (!upload || !(await serves(db, viewer, upload.employerId, upload.employerTown)))
    throw new Refusal('missing', 'bulk.missing', '没有这份表');
  return upload;
}

async function readOrRefuse(bytes: Buffer, reading: Parameters<typeof readList>[1]): Promise<ReadRow[]> {
  try {
    return await readList(bytes, reading);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const fault = { in: 'body', name: 'file', code: 'bulk.file', detail: error.message } as const;
    throw new Refusal('invalid', 'bulk.file', error.message, [fault]);
  }
}

/** Keeps the rows; the same file sent twice at once is kept once. */
async function keep(
  db: pg.Pool,
  sent: Parameters<typeof store.insertUpload>[1],
  rows: readonly ReadRow[],
): Promise<string> {
  return transact(db, async (tx) => {
    const id = await store.insertUpload(tx, sent);
    if (id === null) return (await store.findSameFile(tx, sent.employerId, sent.sha256))!.id;
    await store.insertRows(tx, id, rows);
    const line = { actor: sent.actor, action: 'bulk.upload', entity: 'employer', entityId: sent.employerId };
    await recordAudit(tx, { ...line, detail: { upload: id, rows: rows.length } }, sent.now);
    return id;
  });
}

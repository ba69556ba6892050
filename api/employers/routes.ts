import type pg from 'pg';
import { actorOf, type Person, type StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import type { Database } from '../db/database.ts';
import { takeFromLimit } from '../db/limits.ts';
import { transact } from '../db/transact.ts';
import { rawRoute, type Route, route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { mayReview } from '../reviews/rules.ts';
import { findClaims } from '../reviews/asking-store.ts';
import { change, mustBelong, readEmployer } from './asking.ts';
import * as contract from './contract.ts';
import { toLicence } from './items.ts';
import { dropLicence, keepLicence, nameOfLicence, openLicence } from './licence-file.ts';
import { memberRoutes } from './member-routes.ts';
import { findInvitationsTo } from './members-store.ts';
import { checkPlace } from './place.ts';
import { askForVerification, changeEmployer, claimEmployer, registerEmployer } from './registration.ts';
import { isReverifyDue } from './rules.ts';
import { findEmployer, findLicence, findMemberships, putLicence, roleIn } from './store.ts';
import { workplaceRoutes } from './workplace-routes.ts';

/** A person writes down a handful of employers in a life, and asks into as many. */
const registrations = { limit: 10, perSeconds: 86_400 };
const uploads = { limit: 30, perSeconds: 86_400 };

export function employerRoutes({ db, uploadsDir }: { db: pg.Pool; uploadsDir: string }): Route[] {
  return [
    route(contract.listMyEmployers, async ({ viewer, now }) => {
      const memberships = await findMemberships(db, viewer.accountId);
      const claims = await findClaims(db, viewer.accountId);
      const invitations = await findInvitationsTo(db, viewer.phone, now);
      return {
        employers: memberships.map((employer) => ({
          ...employer,
          reverifyDue: isReverifyDue(employer, now),
        })),
        claims: claims.map((claim) => ({ ...claim, askedAt: claim.askedAt.toISOString() })),
        invitations: invitations.map(({ id, employerName, invitedAt, expiresAt }) => ({
          id,
          employerName,
          invitedAt: invitedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
      };
    }),

    route(contract.createEmployer, async (asked) => {
      const { accountId } = asked.viewer;
      await takeFromLimit(db, `register-employer:${accountId}`, registrations, asked.now);
      return change(db, asked, 'createEmployer', async (tx, asking) => {
        const id = await registerEmployer(tx, asked.body, asking);
        return readEmployer(tx, id, accountId, asked.now);
      });
    }),

    route(contract.claimEmployer, async (asked) => {
      await takeFromLimit(db, `register-employer:${asked.viewer.accountId}`, registrations, asked.now);
      return change(db, asked, 'claimEmployer', async (tx, asking) => {
        const claim = await claimEmployer(tx, asked.body, asking);
        return { ...claim, state: 'waiting' as const };
      });
    }),

    route(contract.getDeskEmployer, ({ params, viewer, now }) =>
      readEmployer(db, params.employerId, viewer.accountId, now),
    ),

    route(contract.updateEmployer, (asked) =>
      change(db, asked, 'updateEmployer', async (tx, asking) => {
        await mustBelong(tx, asked);
        await changeEmployer(tx, asked.params.employerId, asked.body, asking);
        return readEmployer(tx, asked.params.employerId, asking.accountId, asked.now);
      }),
    ),

    route(contract.askVerification, (asked) =>
      change(db, asked, 'askVerification', async (tx, asking) => {
        await mustBelong(tx, asked);
        await askForVerification(tx, asked.params.employerId, asked.body.note, asking);
        return readEmployer(tx, asked.params.employerId, asking.accountId, asked.now);
      }),
    ),

    rawRoute(contract.uploadLicence, async (asked, request, response) => {
      // So that a refused upload does not hold the connection with the rest of its bytes.
      response.setHeader('Connection', 'close');
      const { viewer, params, now } = asked;
      await mustBelong(db, asked);
      await takeFromLimit(db, `upload-licence:${viewer.accountId}`, uploads, now);
      const file = await keepLicence(uploadsDir, request);
      const row = await transact(db, async (tx) => {
        const { accountId } = viewer;
        const kept = await putLicence(tx, { ...file, employerId: params.employerId, accountId, now });
        const line = { actor: actorOf(viewer), action: 'employer.upload-licence', entity: 'employer' };
        await recordAudit(tx, { ...line, entityId: params.employerId, detail: { licence: kept.id } }, now);
        return kept;
      }).catch(async (error: unknown) => {
        await dropLicence(uploadsDir, file.fileName);
        throw error;
      });
      if (!row.isNew) await dropLicence(uploadsDir, file.fileName);
      response.status(201).json(toLicence(row));
    }),

    rawRoute(contract.readLicence, async ({ params, viewer }, _request, response) => {
      const row = (await mayRead(db, viewer, params.employerId))
        ? await findLicence(db, params.employerId, params.licenceId)
        : null;
      const stream = row && (await openLicence(uploadsDir, row.fileName));
      if (!row || !stream) throw new Refusal('missing', 'licence.missing', '没有这份执照');
      response.setHeader('Content-Type', row.type);
      response.setHeader('Content-Length', row.bytes);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
      response.setHeader('Content-Disposition', `attachment; filename="${nameOfLicence(row.id, row.type)}"`);
      stream.on('error', () => response.destroy());
      response.on('close', () => stream.destroy());
      stream.pipe(response);
    }),

    route(contract.checkPlace, ({ body }) => checkPlace(body)),

    ...memberRoutes({ db }),
    ...workplaceRoutes({ db }),
  ];
}

/** Members, and reviewers whose jurisdiction covers the employer. */
async function mayRead(db: Database, viewer: Person | StaffMember, employerId: string): Promise<boolean> {
  if (!isId(employerId)) return false;
  if (viewer.kind === 'person') return (await roleIn(db, viewer.accountId, employerId)) !== null;
  const employer = await findEmployer(db, employerId);
  return employer !== null && mayReview(viewer, employer.town);
}

const isId = (text: string) => /^\d{1,18}$/.test(text);

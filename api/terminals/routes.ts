import { randomBytes, randomInt } from 'node:crypto';
import type pg from 'pg';
import { covers } from '../accounts/jurisdiction.ts';
import { hashOfToken } from '../accounts/secrets.ts';
import { actorOf, type StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import { takeFromLimit } from '../db/limits.ts';
import { transact } from '../db/transact.ts';
import { type Route, rawRoute, route } from '../http/serve.ts';
import { readWhoAsks, setCookie } from '../http/who-asks.ts';
import type { OpeningsModel } from '../openings/model.ts';
import { readIdOrCode } from '../openings/rules.ts';
import { findOpening } from '../openings/store.ts';
import { Refusal } from '../refusals.ts';
import { toDetail } from '../service-points/detail.ts';
import { nearestItems } from '../service-points/items.ts';
import type { ServicePoint, ServicePointsModel } from '../service-points/model.ts';
import {
  beat,
  beatEverySeconds,
  listTerminals,
  makePairing,
  pairingValidSeconds,
  pairTerminal,
  revokeTerminal,
  terminalOpeningByCode,
  terminalPage,
} from './contract.ts';
import { openingsFor, pageVersion, pointsAround, slipOpenings } from './page.ts';
import { clockOffSeconds, readBeat, readPairingCode, refuseTwoUsers, stateAfter } from './rules.ts';
import {
  addPairing,
  addTerminal,
  beatQuietly,
  findPointOf,
  findTerminalByToken,
  findTerminals,
  holdTerminal,
  putBeat,
  putContested,
  revoke,
  takeOff,
  takePairing,
} from './store.ts';
import { endTasksOf, refigure, tellStaff } from './watch.ts';

/** Browsers keep a cookie for 400 days at most; every new pairing and every beat begins them anew. */
const cookieSeconds = 400 * 86_400;
/** Eight digits hold 10^8 codes of which a handful are open: this many tries find none. */
const triesPerAddress = { limit: 10, perSeconds: 600 };
const triesAltogether = { limit: 300, perSeconds: 600 };

export function terminalRoutes(deps: {
  db: pg.Pool;
  openings: OpeningsModel;
  servicePoints: ServicePointsModel;
  publicUrl: string | null;
}): Route[] {
  const { db, openings, servicePoints } = deps;

  const versionAt = (now: Date) =>
    pageVersion({ openings: openings.version, servicePoints: servicePoints.version }, now);

  /** A point of the viewer's; a foreign one is the same as none. */
  function pointFor(viewer: StaffMember, id: string): ServicePoint {
    const point = servicePoints.get(id);
    if (!point || !covers(viewer.divisions, point.division))
      throw new Refusal('missing', 'service-point.missing', '没有这个服务点，或者不归你管');
    return point;
  }

  return [
    route(listTerminals, async ({ params, viewer }) => {
      const { id, name } = pointFor(viewer, params.id);
      const terminals = await findTerminals(db, id);
      return {
        point: { id, name },
        terminals: terminals.map(({ pairedAt, lastBeatAt, ...terminal }) => ({
          ...terminal,
          pairedAt: pairedAt.toISOString(),
          lastBeatAt: lastBeatAt?.toISOString() ?? null,
        })),
      };
    }),

    route(makePairing, async ({ params, viewer, now }) => {
      const point = pointFor(viewer, params.id);
      const code = String(randomInt(10 ** 8)).padStart(8, '0');
      const expiresAt = new Date(now.getTime() + pairingValidSeconds * 1000);
      const madeBy = actorOf(viewer);
      await transact(db, async (tx) => {
        await addPairing(
          tx,
          { servicePointId: point.id, codeHash: hashOfToken(code), madeBy, expiresAt },
          now,
        );
        await recordAudit(
          tx,
          { actor: madeBy, action: 'terminal.make-pairing', entity: 'service_point', entityId: point.id },
          now,
        );
      });
      return { code, expiresAt: expiresAt.toISOString() };
    }),

    route(revokeTerminal, async ({ params, viewer, now }) => {
      const missing = () => new Refusal('missing', 'terminal.missing', '没有这台终端，可能已经撤下了');
      const standsAt = await findPointOf(db, params.id);
      const point = standsAt === null ? undefined : servicePoints.get(standsAt);
      if (!point || !covers(viewer.divisions, point.division)) throw missing();
      await transact(db, async (tx) => {
        if ((await revoke(tx, params.id, now)) === null) throw missing();
        await endTasksOf(tx, params.id, point.id, actorOf(viewer), now);
        if (await takeOff(tx, point.id)) await recordChanges(tx, 'service_point', [Number(point.id)]);
        await refigure(tx, [point.id]);
        await recordAudit(
          tx,
          { actor: actorOf(viewer), action: 'terminal.revoke', entity: 'terminal', entityId: params.id },
          now,
        );
      });
      return { id: params.id };
    }),

    rawRoute(pairTerminal, async ({ body, address, now }, request, response) => {
      await takeFromLimit(db, `terminal-pair:${address}`, triesPerAddress, now);
      await takeFromLimit(db, 'terminal-pair', triesAltogether, now);
      const code = readPairingCode(body.code);
      const { viewer: before } = await readWhoAsks(db, findTerminalByToken, request, now, true);
      const token = randomBytes(32).toString('base64url');
      const paired = await transact(db, async (tx) => {
        const pairing = code === null ? null : await takePairing(tx, hashOfToken(code), now);
        if (!pairing)
          throw new Refusal('invalid', 'pairing.unknown', '这个配对码不对，或者过了 10 分钟，或者用过了', [
            { in: 'body', name: 'code', code: 'pairing.unknown', detail: '让工作人员再出一个' },
          ]);
        // The same machine paired anew: its old token ends with the old pairing.
        if (before.kind === 'terminal' && (await revoke(tx, before.terminalId, now)) !== null)
          await endTasksOf(tx, before.terminalId, before.servicePointId, pairing.madeBy, now);
        const { servicePointId, madeBy } = pairing;
        const id = await addTerminal(
          tx,
          { servicePointId, label: body.label.trim(), tokenHash: hashOfToken(token), pairedBy: madeBy },
          now,
        );
        await refigure(tx, [servicePointId]);
        await recordAudit(
          tx,
          {
            actor: madeBy,
            action: 'terminal.pair',
            entity: 'terminal',
            entityId: id,
            detail: { servicePointId },
          },
          now,
        );
        return { terminalId: id, servicePointId };
      });
      setCookie(request, response, 'terminal', token, cookieSeconds);
      response
        .set('Cache-Control', 'no-store')
        .status(201)
        .json({ ...paired, now: now.toISOString() });
    }),

    route(beat, async ({ body, viewer, now }) => {
      const id = viewer.terminalId;
      const told = { ...body, clockOffSeconds: clockOffSeconds(body.deviceClockMs, now) };
      if (!(await beatQuietly(db, id, told, now))) {
        const contested = await transact(db, async (tx) => {
          const heard = await holdTerminal(tx, id);
          if (!heard)
            throw new Refusal('unauthenticated', 'terminal.revoked', '这台终端已经撤下，要重新配对');
          const reading = readBeat(heard, body);
          if (reading === 'again') return false;
          const isContested = reading === 'other';
          if (isContested) await putContested(tx, id);
          else await putBeat(tx, id, told, now);
          const state = isContested ? 'contested' : stateAfter(body);
          await tellStaff(tx, id, { ...heard, ...(isContested ? {} : body), state }, now);
          if (state !== heard.state) await refigure(tx, [heard.servicePointId], [heard.servicePointId]);
          return isContested;
        });
        if (contested) throw refuseTwoUsers();
      }
      return {
        now: now.toISOString(),
        clockOffSeconds: told.clockOffSeconds,
        everySeconds: beatEverySeconds,
        pageVersion: versionAt(now),
      };
    }),

    route(terminalPage, async ({ viewer, now }) => {
      const point = servicePoints.get(viewer.servicePointId);
      if (!point) throw new Refusal('missing', 'service-point.missing', '这个服务点撤并了，终端要重新配对');
      return {
        asOf: now.toISOString(),
        version: versionAt(now),
        publicUrl: deps.publicUrl,
        point: toDetail(point, now),
        openings: await openingsFor(db, openings, point.place, now),
        points: nearestItems(servicePoints, point.place, pointsAround + 1, now).filter(
          ({ id }) => id !== point.id,
        ),
      };
    }),

    route(terminalOpeningByCode, async ({ params, viewer, now }) => {
      const missing = () => new Refusal('missing', 'opening.missing', '没有这个编号，可能已经招满或者到期了');
      const wanted = readIdOrCode(params.code);
      const found = wanted && 'code' in wanted ? await findOpening(db, wanted, now) : null;
      const point = servicePoints.get(viewer.servicePointId);
      if (!found || !point) throw missing();
      const [opening] = await slipOpenings(db, openings, [found.id], point.place);
      if (!opening) throw missing();
      return opening;
    }),
  ];
}

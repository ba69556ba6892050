import type pg from 'pg';
import request from 'supertest';
import { currentConsent } from '../../../api/applications/contract.ts';
import { transact } from '../../../api/db/transact.ts';
import { insertMistake } from '../../../api/point-desk/mistake-store.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { addTask } from '../../../api/tasks/store.ts';
import { addPerson, addStaff, type SignedIn } from '../../support/accounts.ts';
import type { TestApp } from '../../support/app.ts';
import { addEmployer, makeForm } from '../../support/employers.ts';
import { pairDevice } from '../../support/terminals.ts';
import { newServicePoint } from '../service-points/points.ts';

/** Everybody who can ask. The things of the world belong to `employer`, `seeker` and 邗江区; `…Out` are of 宝应县. */
export const askers = [
  'nobody',
  'seeker',
  'otherSeeker',
  'employer',
  'otherEmployer',
  'staff',
  'staffOut',
  'reviewer',
  'reviewerOut',
  'manager',
  'managerOut',
  'administrator',
  'system',
  'auditor',
  'terminal',
] as const;
export type Asker = (typeof askers)[number];

/** Signs everybody in and gives makers of things, a new one each time. */
export async function makeWorld(pool: pg.Pool, server: TestApp) {
  await transact(pool, (tx) =>
    putServicePoints(tx, [
      newServicePoint({ externalId: 'OURS' }),
      newServicePoint({ externalId: 'ALSO', name: '第二个服务所' }),
    ]),
  );
  await server.settle();
  const inside = ['321003'];
  const outside = ['321023'];
  const people: Record<Exclude<Asker, 'nobody' | 'terminal'>, SignedIn> = {
    seeker: await addPerson(pool, '13700000001'),
    otherSeeker: await addPerson(pool, '13700000002'),
    employer: await addPerson(pool, '13700000003'),
    otherEmployer: await addPerson(pool, '13700000004'),
    staff: await addStaff(pool, { roles: ['point-staff'], divisions: inside }),
    staffOut: await addStaff(pool, { roles: ['point-staff'], divisions: outside }),
    reviewer: await addStaff(pool, { roles: ['reviewer'], divisions: inside }),
    reviewerOut: await addStaff(pool, { roles: ['reviewer'], divisions: outside }),
    manager: await addStaff(pool, { roles: ['county-manager'], divisions: inside }),
    managerOut: await addStaff(pool, { roles: ['county-manager'], divisions: outside }),
    administrator: await addStaff(pool),
    system: await addStaff(pool, { roles: ['system-administrator'] }),
    auditor: await addStaff(pool, { roles: ['auditor'] }),
  };
  const employerId = await addEmployer(pool, people.employer.accountId);
  await addEmployer(pool, people.otherEmployer.accountId, { name: '鹭埭农资店' });
  const pointId = await oneId(pool, `select id::text as id from service_points where external_id = 'OURS'`);
  const device = await pairDevice(server.app, people.staff, pointId);

  const headersOf = (asker: Asker): Record<string, string> => {
    if (asker === 'nobody') return { 'Sec-Fetch-Site': 'same-origin' };
    return asker === 'terminal' ? device.headers : people[asker].headers;
  };
  const as = (
    asker: Asker,
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
  ) => {
    const asked = request(server.app)[method](path).set(headersOf(asker));
    return body === undefined ? asked : asked.send(body);
  };

  let drawn = 0;
  const draft = async (): Promise<string> =>
    (await as('employer', 'post', '/api/desk/openings', { employerId, form: makeForm() }).expect(201)).body
      .id;
  const submitted = async (): Promise<string> => {
    const id = await draft();
    await as('employer', 'post', `/api/desk/openings/${id}/submit`, { version: 1 }).expect(200);
    return id;
  };
  const reviewOf = (openingId: string) =>
    oneId(pool, 'select id::text as id from reviews where opening_id = $1::bigint', [openingId]);
  /** Of an employer that is new each time: one that is trusted is not looked at. */
  const review = async (): Promise<string> => {
    const newcomer = await addEmployer(pool, people.otherEmployer.accountId, { name: `苇岸工坊${++drawn}` });
    const body = { employerId: newcomer, form: makeForm() };
    const { id } = (await as('otherEmployer', 'post', '/api/desk/openings', body).expect(201)).body;
    await as('otherEmployer', 'post', `/api/desk/openings/${id}/submit`, { version: 1 }).expect(200);
    return reviewOf(id);
  };
  const published = async (): Promise<string> => {
    const id = await draft();
    const sent = await as('employer', 'post', `/api/desk/openings/${id}/submit`, { version: 1 }).expect(200);
    if (sent.body.status === 'submitted')
      await as('administrator', 'post', `/api/reviews/${await reviewOf(id)}/decision`, {
        decision: 'approve',
      }).expect(200);
    return id;
  };
  const application = async (): Promise<string> => {
    const openingId = await published();
    await server.settle();
    const consent = { version: currentConsent, employerId };
    const body = { name: '杨小川', message: '干过三年。', consent };
    const sent = await as('seeker', 'post', `/api/openings/${openingId}/applications`, body).expect(201);
    return sent.body.application.id;
  };
  return {
    as,
    employerId,
    pointId,
    people,
    draft,
    submitted,
    published,
    review,
    application,
    point: () =>
      transact(pool, async (tx) => {
        const externalId = `P-${++drawn}`;
        await putServicePoints(tx, [newServicePoint({ externalId, name: `第 ${drawn} 个服务所` })]);
        const { rows } = await tx.query<{ id: string }>(
          'select id::text as id from service_points where external_id = $1',
          [externalId],
        );
        return rows[0]!.id;
      }),
    task: async () =>
      (await addTask(pool, {
        kind: 'overdue-point',
        division: '321003103',
        subject: { servicePointId: pointId, reportId: String(++drawn) },
        dueAt: new Date('2026-12-01T00:00:00Z'),
        note: '看一看',
      }))!,
    mistake: () =>
      insertMistake(pool, {
        pointId,
        about: 'hours',
        text: '周三没开门',
        phone: null,
        reportedAt: new Date('2026-11-23T02:00:00Z'),
        dueAt: new Date('2026-11-26T02:00:00Z'),
      }),
    workplace: async (): Promise<string> => {
      const form = {
        name: `${++drawn} 号车间`,
        address: '瓜洲镇江口街 2 号',
        town: '321003103',
        place: makeForm().place,
      };
      const path = `/api/desk/employers/${employerId}/workplaces`;
      return (await as('employer', 'post', path, form).expect(201)).body.id;
    },
    invitation: async (): Promise<string> => {
      const phone = `136${String(++drawn).padStart(8, '0')}`;
      await as('employer', 'post', `/api/desk/employers/${employerId}/invitations`, { phone });
      return oneId(pool, 'select max(id)::text as id from employer_invitations');
    },
    terminal: async () => (await pairDevice(server.app, people.staff, pointId)).terminalId,
    colleague: async () =>
      (await addStaff(pool, { roles: ['point-staff'], divisions: ['321003103'] })).accountId,
    alert: async () => {
      const put = as('seeker', 'put', '/api/me/alerts', { filter: { q: '电焊工' }, rhythm: 'daily' });
      return (await put).body.items[0].id;
    },
    session: () =>
      oneId(pool, 'select max(id)::text as id from sessions where account_id = $1::bigint', [
        people.seeker.accountId,
      ]),
    help: async (): Promise<string> => {
      const body = { servicePointId: pointId, kind: 'policy', result: 'settled' };
      return (await as('staff', 'post', '/api/help-ledger', body).expect(201)).body.id;
    },
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

async function oneId(pool: pg.Pool, sql: string, values: unknown[] = []): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(sql, values);
  return rows[0]!.id;
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import supertest from 'supertest';
import type { Response } from 'supertest';
import { makeForm, makeProfile } from '../../support/employers.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { pointFacts } from '../point-desk/facts.ts';
import { type Asker, askers, makeWorld, type World } from './world.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** An endpoint, who may know that the thing is there, how one is made, and a request that is well formed. */
type Line = {
  operation: string;
  seenBy: readonly Asker[];
  make: (world: World) => Promise<string> | string;
  path: (id: string, world: World) => string;
  method?: Method;
  body?: (id: string, world: World) => object;
};

const owner: readonly Asker[] = ['employer'];
const reviewers: readonly Asker[] = ['reviewer', 'manager', 'administrator'];
const managers: readonly Asker[] = ['manager', 'administrator'];
const deskStaff: readonly Asker[] = ['staff', ...reviewers];
const place = { address: '瓜洲镇江口街 3 号', town: '321003103', place: makeForm().place };

const atEmployer = (operation: string, method: Method, rest: string, body?: Line['body']): Line => ({
  operation,
  seenBy: owner,
  make: (world) => world.employerId,
  method,
  path: (id) => `/api/desk/employers/${id}${rest}`,
  ...(body ? { body } : {}),
});
const atOpening = (operation: string, make: keyof World, rest: string, body: object = {}): Line => ({
  operation,
  seenBy: owner,
  make: (world) => (world[make] as () => Promise<string>)(),
  method: 'post',
  path: (id) => `/api/desk/openings/${id}${rest}`,
  body: () => body,
});
const atPoint = (operation: string, method: Method, rest: string, body?: object): Line => ({
  operation,
  seenBy: deskStaff,
  make: (world) => world.pointId,
  method,
  path: (id) => `/api/staff/points/${id}${rest}`,
  ...(body ? { body: () => body } : {}),
});

const lines: readonly Line[] = [
  atEmployer('getDeskEmployer', 'get', ''),
  atEmployer('listApplications', 'get', '/applications'),
  atEmployer('getEmployerStatistics', 'get', '/statistics'),
  atEmployer('inviteMember', 'post', '/invitations', () => ({ phone: '13600009999' })),
  atEmployer('addWorkplace', 'post', '/workplaces', () => ({ name: '三号车间', ...place })),
  atEmployer('askVerification', 'post', '/verification', () => ({})),
  atEmployer('updateEmployer', 'put', '', () => ({ version: 1, form: makeProfile() })),
  {
    ...atEmployer('createOpening', 'post', ''),
    path: () => '/api/desk/openings',
    body: (id) => ({ employerId: id, form: makeForm() }),
  },
  {
    operation: 'listDeskOpenings',
    seenBy: owner,
    make: (world) => world.employerId,
    path: (id) => `/api/desk/openings?employerId=${id}`,
  },
  {
    operation: 'updateWorkplace',
    seenBy: owner,
    make: (world) => world.workplace(),
    method: 'put',
    path: (id, world) => `/api/desk/employers/${world.employerId}/workplaces/${id}`,
    body: () => ({ version: 1, form: { name: '四号车间', ...place } }),
  },
  {
    operation: 'removeWorkplace',
    seenBy: owner,
    make: (world) => world.workplace(),
    method: 'delete',
    path: (id, world) => `/api/desk/employers/${world.employerId}/workplaces/${id}`,
  },
  {
    operation: 'withdrawInvitation',
    seenBy: owner,
    make: (world) => world.invitation(),
    method: 'delete',
    path: (id, world) => `/api/desk/employers/${world.employerId}/invitations/${id}`,
  },
  {
    operation: 'answerInvitation',
    seenBy: [],
    make: (world) => world.invitation(),
    method: 'post',
    path: (id) => `/api/desk/invitations/${id}`,
    body: () => ({ accept: true }),
  },
  {
    operation: 'listBulkUploads',
    seenBy: ['employer', ...deskStaff],
    make: (world) => world.employerId,
    path: (id) => `/api/desk/bulk/employers/${id}/uploads`,
  },
  { ...atOpening('getDeskOpening', 'draft', ''), method: 'get', body: undefined as never },
  { ...atOpening('getOpeningStatistics', 'draft', '/statistics'), method: 'get', body: undefined as never },
  { ...atOpening('saveOpening', 'draft', '', { version: 1, form: makeForm() }), method: 'put' },
  { ...atOpening('setApplicationLimit', 'published', '/application-limit', { limit: 5 }), method: 'put' },
  atOpening('submitOpening', 'draft', '/submit', { version: 1 }),
  atOpening('recallOpening', 'submitted', '/recall'),
  atOpening('answerReview', 'submitted', '/answer', { text: '写好了' }),
  atOpening('pauseOpening', 'published', '/pause', { why: '' }),
  atOpening('resumeOpening', 'published', '/resume'),
  atOpening('extendOpening', 'published', '/extend', { closesOn: '2026-12-22' }),
  atOpening('confirmOpening', 'published', '/confirm'),
  atOpening('fillPlaces', 'published', '/fill', { count: 1 }),
  atOpening('closeOpening', 'published', '/close', { outcome: 'withdrawn', why: '' }),
  atOpening('relistOpening', 'published', '/relist', { closesOn: '2026-12-22' }),
  atOpening('copyOpening', 'published', '/copy'),
  { ...atOpening('discardOpening', 'draft', ''), method: 'delete' },
  {
    operation: 'moveApplication',
    seenBy: owner,
    make: (world) => world.application(),
    method: 'post',
    path: (id) => `/api/desk/applications/${id}/state`,
    body: () => ({ state: 'contacted', version: 1 }),
  },
  {
    operation: 'withdrawApplication',
    seenBy: ['seeker'],
    make: (world) => world.application(),
    method: 'post',
    path: (id) => `/api/me/applications/${id}/withdraw`,
  },
  {
    operation: 'changeAlert',
    seenBy: ['seeker'],
    make: (world) => world.alert(),
    method: 'patch',
    path: (id) => `/api/me/alerts/${id}`,
    body: () => ({ rhythm: 'weekly' }),
  },
  {
    operation: 'endSession',
    seenBy: ['seeker'],
    make: (world) => world.session(),
    method: 'delete',
    path: (id) => `/api/me/sessions/${id}`,
  },
  {
    operation: 'getReview',
    seenBy: reviewers,
    make: (world) => world.review(),
    path: (id) => `/api/reviews/${id}`,
  },
  {
    operation: 'decideReview',
    seenBy: reviewers,
    make: (world) => world.review(),
    method: 'post',
    path: (id) => `/api/reviews/${id}/decision`,
    body: () => ({ decision: 'approve' }),
  },
  atPoint('getDeskPoint', 'get', ''),
  atPoint('listPointVersions', 'get', '/versions'),
  atPoint('confirmPoint', 'post', '/checked'),
  atPoint('restorePoint', 'post', '/restore', { version: 1, restore: 1 }),
  { ...atPoint('savePoint', 'put', '', { version: 1, facts: pointFacts() }) },
  {
    ...atPoint('postLocalListing', 'post', '/listings'),
    body: () => ({
      employer: { kind: 'household' },
      form: makeForm(),
      source: 'desk',
      givenBy: '三组的王阿姨',
      consented: true,
    }),
  },
  {
    ...atPoint('handOverPoint', 'post', '/hand-over', { toPointId: '1', reason: '撤并' }),
    make: (world) => world.point(),
    seenBy: managers,
  },
  {
    operation: 'getPointVersion',
    seenBy: deskStaff,
    make: (world) => world.pointId,
    path: (id) => `/api/staff/points/${id}/versions/1`,
  },
  {
    operation: 'listTerminals',
    seenBy: deskStaff,
    make: (world) => world.pointId,
    path: (id) => `/api/service-points/${id}/terminals`,
  },
  {
    operation: 'makePairing',
    seenBy: deskStaff,
    make: (world) => world.pointId,
    method: 'post',
    path: (id) => `/api/service-points/${id}/terminals/pairings`,
    body: () => ({}),
  },
  {
    operation: 'logHelp',
    seenBy: deskStaff,
    make: (world) => world.pointId,
    method: 'post',
    path: () => '/api/help-ledger',
    body: (id) => ({ servicePointId: id, kind: 'policy', result: 'settled' }),
  },
  {
    operation: 'undoHelp',
    seenBy: ['staff'],
    make: (world) => world.help(),
    method: 'delete',
    path: (id) => `/api/help-ledger/${id}`,
  },
  {
    operation: 'revokeTerminal',
    seenBy: deskStaff,
    make: (world) => world.terminal(),
    method: 'delete',
    path: (id) => `/api/terminals/${id}`,
  },
  {
    operation: 'endTask',
    seenBy: deskStaff,
    make: (world) => world.task(),
    method: 'post',
    path: (id) => `/api/staff/tasks/${id}/end`,
    body: () => ({ outcome: '看过了' }),
  },
  {
    operation: 'answerMistake',
    seenBy: deskStaff,
    make: (world) => world.mistake(),
    method: 'post',
    path: (id) => `/api/staff/mistakes/${id}/answer`,
    body: () => ({ outcome: 'mended', answer: '改好了' }),
  },
  {
    operation: 'answerByPhone',
    seenBy: deskStaff,
    make: (world) => world.published(),
    method: 'post',
    path: (id) => `/api/staff/openings/${id}/phone-answer`,
    body: () => ({ heard: 'hiring' }),
  },
  {
    operation: 'changeColleague',
    seenBy: managers,
    make: (world) => world.colleague(),
    method: 'patch',
    path: (id) => `/api/staff/people/${id}`,
    body: () => ({ version: '0', name: '顾师傅' }),
  },
  {
    operation: 'inviteAgain',
    seenBy: managers,
    make: (world) => world.colleague(),
    method: 'post',
    path: (id) => `/api/staff/people/${id}/invitation`,
  },
  {
    operation: 'banEmployer',
    seenBy: reviewers,
    make: (world) => world.employerId,
    method: 'post',
    path: (id) => `/api/reviews/employers/${id}/ban`,
    body: () => ({ reason: '测试' }),
  },
  {
    operation: 'expelMember',
    seenBy: reviewers,
    make: (world) => world.employerId,
    method: 'post',
    path: (id) => `/api/reviews/employers/${id}/members/1/expel`,
    body: () => ({ reason: '测试' }),
  },
  {
    operation: 'unbanEmployer',
    seenBy: managers,
    make: (world) => world.employerId,
    method: 'post',
    path: (id) => `/api/reviews/employers/${id}/unban`,
    body: () => ({ reason: '测试' }),
  },
];

/** What belongs to nobody in particular: public things, and what the whole city shares. */
const shared: readonly string[] = [
  'getOpening',
  'getJobPosting',
  'getServicePoint',
  'getBulletin',
  'visitCalendar',
  'reportMistake',
  'reportCall',
  'revealPhone',
  'sendApplication',
  'getFreshnessQuestion',
  'answerFreshness',
  'listAlertsOfLink',
  'changeAlertOfLink',
  'terminalOpeningByCode',
  'putMinimumWage',
  'removeMinimumWage',
  'saveServiceTemplate',
  'previewPush',
  'pushTemplate',
  'removeSearchWord',
];
/** Files: tried below, because their requests are none of JSON. */
const files: readonly string[] = [
  'uploadLicence',
  'readLicence',
  'uploadBulk',
  'getBulkUpload',
  'listBulkRows',
  'publishBulk',
  'removeMember',
];

const invented = '987654321';
const bytesOf = ({ status, body, text }: Response) =>
  JSON.stringify([status, body && typeof body === 'object' ? { ...body, requestId: '' } : text]);

describeWithDatabase('whose is it', () => {
  const database = useDatabase();
  let server: TestApp;
  let world: World;
  beforeAll(async () => {
    server = await startApp(database.pool);
    world = await makeWorld(database.pool, server);
  }, 60_000);
  afterAll(() => server.close());

  const ask = async (line: Line, id: string, asker: Asker) =>
    bytesOf(await world.as(asker, line.method ?? 'get', line.path(id, world), line.body?.(id, world)));

  it.each(lines.map((line) => [line.operation, line] as const))(
    '%s: what is not theirs and what does not exist look the same',
    async (_operation, line) => {
      const id = await line.make(world);
      const sees: Asker[] = [];
      // Whoever may changes the thing: each of them gets one.
      for (const asker of askers) {
        const absent = await ask(line, invented, asker);
        const thing = line.seenBy.includes(asker) ? await line.make(world) : id;
        if ((await ask(line, thing, asker)) !== absent) sees.push(asker);
      }
      expect([...sees].sort()).toEqual([...line.seenBy].sort());
    },
    30_000,
  );

  it.each(['removeWorkplace', 'withdrawInvitation', 'discardOpening'])(
    '%s: what was deleted looks like what never was, to its owner too',
    async (operation) => {
      const line = lines.find((one) => one.operation === operation)!;
      const id = await line.make(world);
      const first = await ask(line, id, line.seenBy[0]!);
      expect(first).not.toBe(await ask(line, invented, line.seenBy[0]!));
      for (const asker of askers)
        expect([asker, await ask(line, id, asker)]).toEqual([asker, await ask(line, invented, asker)]);
    },
  );

  it('files and members of an employer are its own', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(64)]);
    const csv = Buffer.from('外部编号,岗位名称\nA-1,焊工\n');
    const tries = [
      (id: string) => ['post', `/api/desk/employers/${id}/licences`, 'image/png', png] as const,
      (id: string) =>
        ['post', `/api/desk/bulk/employers/${id}/uploads?fileName=a.csv`, 'text/csv', csv] as const,
      (id: string) => ['get', `/api/desk/employers/${id}/licences/1`] as const,
      (id: string) =>
        ['delete', `/api/desk/employers/${id}/members/${world.people.employer.accountId}`] as const,
    ];
    for (const [index, make] of tries.entries())
      for (const asker of ['seeker', 'otherEmployer', 'staffOut', 'reviewerOut', 'auditor'] as const) {
        const answers = [];
        for (const id of [world.employerId, invented]) {
          const [method, path, type, bytes] = make(id);
          const asked = world.as(asker, method, path);
          answers.push(bytesOf(await (type ? asked.set('Content-Type', type).send(bytes) : asked)));
        }
        expect([index, asker, answers[0]]).toEqual([index, asker, answers[1]]);
      }
  });

  it('a draft is as absent to the public as an opening that never was', async () => {
    const id = await world.draft();
    for (const asker of ['nobody', 'seeker', 'employer', 'otherEmployer', 'administrator'] as const)
      for (const rest of ['', '/phone', '/calls'])
        expect(
          bytesOf(
            await world.as(
              asker,
              rest === '' ? 'get' : 'post',
              `/api/openings/${id}${rest}`,
              rest === '/calls' ? { outcome: 'full' } : undefined,
            ),
          ),
        ).toBe(
          bytesOf(
            await world.as(
              asker,
              rest === '' ? 'get' : 'post',
              `/api/openings/${invented}${rest}`,
              rest === '/calls' ? { outcome: 'full' } : undefined,
            ),
          ),
        );
  });

  it('every endpoint that names a thing stands in the table', async () => {
    const { body } = await supertest(server.app).get('/api/openapi.json').expect(200);
    const named = Object.entries(body.paths as Record<string, Record<string, { operationId: string }>>)
      .filter(([path]) => path.includes('{'))
      .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
    const known = new Set([...lines.map(({ operation }) => operation), ...shared, ...files]);
    expect(named.filter((operation) => !known.has(operation))).toEqual([]);
  });
});

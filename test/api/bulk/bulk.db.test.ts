import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bulkColumns } from '../../../api/bulk/columns.ts';
import { bulkJobs } from '../../../api/bulk/jobs.ts';
import { findPublishing } from '../../../api/bulk/store.ts';
import { openSheetBytes } from '../../../api/import/open-sheet.ts';
import { addPerson, addStaff, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addEmployer } from '../../support/employers.ts';
import { workbookParts, zipOf } from '../../support/workbooks.ts';

type Cells = Partial<Record<string, string | number>>;

const goodRow = (number: number, change: Cells = {}): Cells => ({
  外部编号: `A${number}`,
  岗位名称: `电焊工${number}`,
  工作内容: '焊接船用配件，焊完打磨，下班前收好工具。',
  任职要求: '会二保焊，看得懂图。',
  招聘人数: 3,
  最低工资: 6000,
  最高工资: 8000,
  工资单位: '月',
  用工形式: '全职',
  福利: '包吃、月结',
  地址: '瓜洲镇江口街 1 号',
  镇街: '邗江区 瓜洲镇 321003103',
  联系电话: '0514-80000000',
  截止日期: '2026-12-20',
  ...change,
});

const badRows: Cells[] = [
  goodRow(101, { 任职要求: '限男性，会二保焊' }),
  goodRow(102, { 招聘人数: '几个' }),
  goodRow(103, { 镇街: '南京市鼓楼区' }),
  goodRow(104, { 任职要求: '35岁以下' }),
  goodRow(105, { 工作内容: '', 截止日期: '2026-11-01' }),
];

const withoutId = ({ body }: { body: object }) => ({ ...body, requestId: '' });
const names = bulkColumns.map(({ name }) => name);
const rowOf = (cells: Cells) => names.map((name) => cells[name] ?? null);
const workbook = async (rows: readonly Cells[]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '岗位', rows: [names, ...rows.map(rowOf)] }] }));
const csv = (rows: readonly Cells[]) => Buffer.from(`\ufeff${stringify([names, ...rows.map(rowOf)])}`);

describeWithDatabase('a list of openings that an employer sends', () => {
  const database = useDatabase();
  let running: TestApp;
  let owner: SignedIn;
  let employerId: string;
  let phone = 13_800_000_000;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    owner = await addPerson(database.pool, String(++phone));
    employerId = await addEmployer(database.pool, owner.accountId, { name: `芦汀机械厂${phone}` });
  });

  const send = (bytes: Buffer, by = owner, to = employerId) =>
    request(running.app)
      .post(`/api/desk/bulk/employers/${to}/uploads?fileName=list`)
      .set(by.headers)
      .set('Content-Type', 'application/octet-stream')
      .send(bytes);
  const get = (path: string, by = owner) =>
    request(running.app).get(`/api/desk/bulk/${path}`).set(by.headers);
  const publish = (id: string, choice: string, by = owner) =>
    request(running.app).post(`/api/desk/bulk/uploads/${id}/publish`).set(by.headers).send({ choice });
  const done = async (id: string) => {
    for (let i = 0; i < 400; i++) {
      const { body } = await get(`uploads/${id}`).expect(200);
      if (body.state === 'done') return body;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the publishing does not end');
  };
  const openings = async () => {
    const { rows } = await database.pool.query(
      `select coalesce(title, form->>'title') as title, status from openings where employer_id = $1 order by id`,
      [employerId],
    );
    return rows as { title: string; status: string }[];
  };
  const thirtyAndFive = () => [...Array.from({ length: 30 }, (_, i) => goodRow(i + 1)), ...badRows];

  it('shows what is wrong in each row before anything is published: 30 good, 5 bad', async () => {
    const { body } = await send(await workbook(thirtyAndFive())).expect(201);
    expect(body).toMatchObject({ state: 'checked', rows: 35, counts: { good: 30, bad: 5 }, isAgain: false });
    const { body: faults } = await get(`uploads/${body.id}/rows?only=faults`).expect(200);
    expect(faults.total).toBe(5);
    const told = faults.items.map((item: { row: number; faults: { column: string }[] }) => [
      item.row,
      ...item.faults.map(({ column }) => column),
    ]);
    expect(told).toEqual([
      [32, '任职要求'],
      [33, '招聘人数'],
      [34, '镇街'],
      [35, '任职要求'],
      [36, '工作内容', '截止日期'],
    ]);
    expect(faults.items[0].findings).toMatchObject([{ rule: 'sex', words: '限男性', column: '任职要求' }]);
    expect(faults.items[1].faults[0]).toEqual({ column: '招聘人数', value: '几个', reason: '应该是整数' });
    expect(await openings()).toEqual([]);
  });

  it('hands in only the good rows, with progress, and shows their state', async () => {
    const { body } = await send(await workbook(thirtyAndFive())).expect(201);
    const { body: begun } = await publish(body.id, 'good').expect(202);
    expect(begun.progress.of).toBe(30);
    expect(await done(body.id)).toMatchObject({
      counts: { sent: 30, skipped: 5 },
      progress: { done: 30, of: 30 },
    });
    const made = await openings();
    expect(made).toHaveLength(30);
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set(['submitted']));
    const { body: rows } = await get(`uploads/${body.id}/rows?pageSize=1`).expect(200);
    expect(rows.items[0]).toMatchObject({ row: 2, externalId: 'A1', state: 'sent', title: '电焊工1' });
    expect(rows.items[0].openingId).toMatch(/^\d+$/);
  });

  it('keeps the bad rows as drafts when all are wanted', async () => {
    const { body } = await send(csv(thirtyAndFive())).expect(201);
    await publish(body.id, 'all').expect(202);
    expect((await done(body.id)).counts).toEqual({ sent: 30, drafted: 5 });
    const made = await openings();
    expect(made.filter(({ status }) => status === 'draft').map(({ title }) => title)).toEqual([
      '电焊工101',
      '电焊工102',
      '电焊工103',
      '电焊工104',
      '电焊工105',
    ]);
  });

  it('the same file twice makes no duplicates, whenever it is published', async () => {
    const bytes = await workbook([goodRow(1), goodRow(2)]);
    const { body: first } = await send(bytes).expect(201);
    await publish(first.id, 'good').expect(202);
    await done(first.id);
    const { body: again } = await send(bytes).expect(201);
    expect(again).toMatchObject({ id: first.id, isAgain: true, state: 'done' });
    await publish(first.id, 'good').expect(202);
    await publish(first.id, 'all').expect(409);
    const { body: asCsv } = await send(csv([goodRow(1), goodRow(2), goodRow(3)])).expect(201);
    await publish(asCsv.id, 'good').expect(202);
    expect((await done(asCsv.id)).counts).toEqual({ same: 2, sent: 1 });
    expect(await openings()).toHaveLength(3);
  });

  it('a row without a number of its own is known by what it says', async () => {
    const plain = goodRow(1, { 外部编号: '' });
    const { body: first } = await send(csv([plain])).expect(201);
    await publish(first.id, 'good').expect(202);
    await done(first.id);
    const { body: second } = await send(csv([plain, goodRow(7, { 外部编号: '' })])).expect(201);
    await publish(second.id, 'good').expect(202);
    expect((await done(second.id)).counts).toEqual({ same: 1, sent: 1 });
  });

  it('a row that says something else than before changes its opening', async () => {
    const { body: first } = await send(csv([goodRow(1), badRows[0]!])).expect(201);
    await publish(first.id, 'all').expect(202);
    await done(first.id);
    const mended = goodRow(101, { 任职要求: '会二保焊' });
    const { body: second } = await send(csv([goodRow(1), mended])).expect(201);
    await publish(second.id, 'good').expect(202);
    expect((await done(second.id)).counts).toEqual({ same: 1, changed: 1 });
    expect((await openings()).map(({ status }) => status)).toEqual(['submitted', 'submitted']);
  });

  it('what the rules of openings refuse is told with the row, and the others go on', async () => {
    const { body: first } = await send(csv([goodRow(1)])).expect(201);
    await publish(first.id, 'good').expect(202);
    await done(first.id);
    const { body: second } = await send(csv([goodRow(1, { 招聘人数: 9 }), goodRow(2)])).expect(201);
    await publish(second.id, 'good').expect(202);
    expect((await done(second.id)).counts).toEqual({ refused: 1, sent: 1 });
    const { body: rows } = await get(`uploads/${second.id}/rows?only=faults`).expect(200);
    expect(rows.items).toMatchObject([
      { row: 2, state: 'refused', problem: expect.stringContaining('等审核') },
    ]);
  });

  it('warnings pass with a reason in the row', async () => {
    const { body } = await send(csv([{ ...badRows[3]!, 理由: '高空作业，按安全规程' }])).expect(201);
    expect(body.counts).toEqual({ good: 1 });
  });

  it('two rows with one number, formulas and towns by name are read for what they are', async () => {
    const rows = [
      goodRow(1, { 镇街: '瓜洲镇' }),
      goodRow(1, { 岗位名称: '别的' }),
      goodRow(2, { 岗位名称: '=cmd|calc' }),
    ];
    const { body } = await send(csv(rows)).expect(201);
    const { body: read } = await get(`uploads/${body.id}/rows`).expect(200);
    expect(read.items.map((item: { faults: { reason: string }[] }) => item.faults[0]?.reason)).toEqual([
      undefined,
      '和第 2 行重复',
      '看着像公式。去掉开头的符号，只写文字',
    ]);
  });

  it('a publishing that was cut off is taken up by the job', async () => {
    const { body } = await send(csv([goodRow(1)])).expect(201);
    await database.pool.query(`update bulk_uploads set state = 'publishing', choice = 'good' where id = $1`, [
      body.id,
    ]);
    expect(await findPublishing(database.pool)).toEqual([{ id: body.id }]);
    await bulkJobs[0]!.run(database.pool, running.clock.now);
    expect((await done(body.id)).counts).toEqual({ sent: 1 });
  });

  it('a list that cannot go on does not hold up those that came later', async () => {
    const { body: broken } = await send(csv([goodRow(1)])).expect(201);
    const { body: later } = await send(csv([goodRow(2)])).expect(201);
    await database.pool.query(`update bulk_rows set form = '[]' where upload_id = $1`, [broken.id]);
    await database.pool.query(
      `update bulk_uploads set state = 'publishing', choice = 'good' where id = any($1::bigint[])`,
      [[broken.id, later.id]],
    );
    await expect(bulkJobs[0]!.run(database.pool, running.clock.now)).rejects.toThrow();
    expect((await done(later.id)).counts).toEqual({ sent: 1 });
    await database.pool.query('delete from bulk_uploads where id = $1', [broken.id]);
  });

  const publishing = (id: string) =>
    database.pool.query(`update bulk_uploads set state = 'publishing', choice = 'good' where id = $1`, [id]);

  it('a row that we fail at is told once and not tried for ever, and those after it go on', async () => {
    const { body } = await send(csv([goodRow(1), goodRow(2)])).expect(201);
    await database.pool.query(
      `update bulk_rows set form = form || '{"description": 5}' where upload_id = $1 and row = 2`,
      [body.id],
    );
    await publishing(body.id);
    await expect(bulkJobs[0]!.run(database.pool, running.clock.now)).rejects.toThrow();
    expect((await done(body.id)).counts).toEqual({ refused: 1, sent: 1 });
    const { body: read } = await get(`uploads/${body.id}/rows?only=faults`).expect(200);
    expect(read.items).toMatchObject([{ row: 2, problem: expect.stringContaining('这一行没能处理') }]);
    expect(await openings()).toHaveLength(1);
    await bulkJobs[0]!.run(database.pool, running.clock.now);
  });

  it('a row that the database cannot take now is tried again', async () => {
    const { body } = await send(csv([goodRow(1)])).expect(201);
    await publishing(body.id);
    await database.pool.query('alter table bulk_openings rename to bulk_openings_away');
    await expect(bulkJobs[0]!.run(database.pool, running.clock.now)).rejects.toThrow('bulk_openings');
    await database.pool.query('alter table bulk_openings_away rename to bulk_openings');
    expect(await findPublishing(database.pool)).toEqual([{ id: body.id }]);
    await bulkJobs[0]!.run(database.pool, running.clock.now);
    expect((await done(body.id)).counts).toEqual({ sent: 1 });
  });

  it('lists are forgotten after ninety days, their openings stay', async () => {
    const { body } = await send(csv([goodRow(1)])).expect(201);
    await publish(body.id, 'good').expect(202);
    await done(body.id);
    const forget = bulkJobs.find(({ name }) => name === 'bulk-forget')!;
    await forget.run(database.pool, new Date('2027-02-20T00:00:00Z'));
    await get(`uploads/${body.id}`).expect(200);
    await forget.run(database.pool, new Date('2027-03-01T00:00:00Z'));
    await get(`uploads/${body.id}`).expect(404);
    expect(await openings()).toHaveLength(1);
  });

  it('strangers, staff elsewhere and invented ids are told the same: nothing is there', async () => {
    const { body } = await send(csv([goodRow(1)])).expect(201);
    const stranger = await addPerson(database.pool, String(++phone));
    const elsewhere = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321023'] });
    const near = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    const absent = await get('uploads/999999', stranger).expect(404);
    for (const by of [stranger, elsewhere]) {
      expect(withoutId(await get(`uploads/${body.id}`, by).expect(404))).toEqual(withoutId(absent));
      await get(`uploads/${body.id}/rows`, by).expect(404);
      await publish(body.id, 'good', by).expect(404);
      await send(csv([goodRow(2)]), by).expect(404);
      await get(`employers/${employerId}/uploads`, by).expect(404);
    }
    await get(`uploads/${body.id}`, near).expect(200);
    const { body: list } = await get(`employers/${employerId}/uploads`, near).expect(200);
    expect(list.items).toHaveLength(1);
    const auditor = await addStaff(database.pool, { roles: ['auditor'] });
    await get(`uploads/${body.id}`, auditor).expect(403);
  });

  it('staff find the employers that lie in their divisions, by name or code, and no others', async () => {
    const near = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    const elsewhere = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321023'] });
    const city = await addStaff(database.pool);
    const find = async (by: SignedIn, q: string) => {
      const { body } = await get(`employers?q=${encodeURIComponent(q)}`, by).expect(200);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await find(near, `机械厂${phone}`)).toEqual([employerId]);
    expect(await find(elsewhere, `机械厂${phone}`)).toEqual([]);
    await database.pool.query('update employers set town = null where id = $1', [employerId]);
    expect(await find(near, `机械厂${phone}`)).toEqual([]);
    const { rows } = await database.pool.query('select credit_code from employers where id = $1', [
      employerId,
    ]);
    expect(await find(city, rows[0].credit_code.toLowerCase())).toEqual([employerId]);
    await get('employers?q=x', near).expect(400);
    await get('employers?q=机械厂', owner).expect(403);
  });

  it('staff post only where they answer for', async () => {
    const near = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    const { body } = await send(
      csv([goodRow(1), goodRow(2, { 镇街: '321003103', 地址: '江口街' })]),
      near,
    ).expect(201);
    expect(body.counts).toEqual({ good: 2 });
    const far = csv([goodRow(3, { 镇街: '宝应县 安宜镇 321023100' })]);
    const { body: other } = await send(far, near).expect(201);
    expect(other.counts).toEqual({ bad: 1 });
    await publish(body.id, 'good', near).expect(202);
    expect((await done(body.id)).counts).toEqual({ sent: 2 });
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), '空的'],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), '不是文字文件'],
    ['an old or encrypted workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '密码'],
    ['a list without the columns', () => Buffer.from('a,b\n1,2\n'), '少了这些列'],
    ['only a header', () => csv([]), '没有岗位'],
    ['more than 2,000 openings', () => csv(Array.from({ length: 2001 }, (_, i) => goodRow(i))), '最多 2000'],
    [
      'a million rows of commas',
      () => Buffer.from(`${names.join(',')}\n${',\n'.repeat(1_000_000)}`),
      '太多行',
    ],
    ['a workbook with a formula', () => zipOf(workbookParts('<row><c r="A1"><f>1</f></c></row>')), '公式'],
  ])('%s is refused in plain words', async (_what, make, says) => {
    const { body } = await send(make()).expect(400);
    expect(body).toMatchObject({ code: 'bulk.file', detail: expect.stringContaining(says) });
  });

  it('more than 4 MB is not read', async () => {
    await send(Buffer.alloc(4 * 1024 * 1024 + 1)).expect(413);
  });

  it('the template has drop-down cells and is read back as it is', async () => {
    const { body } = await get('template')
      .expect(200)
      .expect('Content-Type', /spreadsheetml/)
      .buffer(true)
      .parse((response, end) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => end(null, Buffer.concat(pieces)));
      });
    const { header } = await openSheetBytes(body as Buffer, {});
    expect(header).toEqual(names);
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(body as Buffer);
    expect(sheets[0]!.dataValidations).toHaveLength(5);
    await send(body as Buffer)
      .expect(400)
      .expect(/没有岗位/);
  });
});

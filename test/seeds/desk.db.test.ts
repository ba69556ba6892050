import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transact } from '../../api/db/transact.ts';
import { putEmployers, putOpenings } from '../../api/openings/store.ts';
import { seedStaff } from '../../seeds/accounts.ts';
import { demoCodes, demoPhones, seedDesk } from '../../seeds/desk.ts';
import { makeEmployers } from '../../seeds/employers.ts';
import { makeOpenings } from '../../seeds/openings.ts';
import { describeWithDatabase, useDatabase } from '../support/database.ts';

describeWithDatabase('the demo employers at their desk', () => {
  const database = useDatabase();
  const now = new Date('2026-11-23T02:00:00Z');

  const rows = async (sql: string) => (await database.pool.query(sql)).rows;

  test('have people, papers and unfinished work, once', async () => {
    const uploadsDir = await mkdtemp(join(tmpdir(), 'jiuye-uploads-'));
    const employers = makeEmployers();
    const codes: readonly string[] = Object.values(demoCodes);
    const openings = makeOpenings(employers, now).filter(({ creditCode }) => codes.includes(creditCode));
    await transact(database.pool, async (tx) => {
      const chosen = employers.filter(({ creditCode }) => codes.includes(creditCode));
      await putEmployers(
        tx,
        chosen.map(({ creditCode, name, industry }) => ({ creditCode, name, industry })),
      );
      await putOpenings(tx, openings);
    });
    await seedStaff(database.pool, { now });
    await seedDesk(database.pool, { now, uploadsDir });
    const written = () =>
      rows(`select coalesce(form->>'title', title) as title, status from openings
             where external_id is null order by id`);
    const first = await written();
    expect(first).toEqual([
      { title: '面条车间操作工', status: 'submitted' },
      { title: '包装工', status: 'draft' },
      { title: '仓库理货员', status: 'draft' },
      { title: '送货司机', status: 'returned' },
      { title: '道路救援拖车司机', status: 'submitted' },
      { title: expect.any(String), status: 'submitted' },
      { title: '手工编织工', status: 'submitted' },
    ]);
    expect(
      await rows(`select kind, count(*)::int as count from reviews where state = 'waiting' group by kind`),
    ).toEqual(
      expect.arrayContaining([
        { kind: 'opening', count: 4 },
        { kind: 'employer', count: 1 },
      ]),
    );
    const members = await rows(
      `select a.phone, e.standing, m.role from employer_members m
         join accounts a on a.id = m.account_id join employers e on e.id = m.employer_id order by a.phone, m.role`,
    );
    expect(members).toEqual([
      { phone: demoPhones.noodles, standing: 'verified', role: 'owner' },
      { phone: demoPhones.garage, standing: 'verified', role: 'member' },
      { phone: demoPhones.garage, standing: 'verified', role: 'owner' },
      { phone: demoPhones.workshop, standing: 'new', role: 'owner' },
    ]);
    expect(await readdir(join(uploadsDir, 'licences'))).toHaveLength(3);
    await seedDesk(database.pool, { now, uploadsDir });
    expect(await written()).toEqual(first);
  });

  test('leave a city alone that has no such employers', async () => {
    await database.pool.query('truncate employers, accounts restart identity cascade');
    await seedDesk(database.pool, { now, uploadsDir: '/nonexistent' });
    expect(await rows('select 1 from openings')).toEqual([]);
  });
});

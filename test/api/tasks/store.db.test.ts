import { beforeEach, expect, test } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { addTask, countEnded, endTask, endTaskById, findTasks, moveTasks } from '../../../api/tasks/store.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { newServicePoint } from '../service-points/points.ts';

const now = new Date('2026-11-23T02:00:00Z');
const tomorrow = new Date('2026-11-24T02:00:00Z');

describeWithDatabase('what staff have to do', () => {
  const database = useDatabase();
  const overdue = (servicePointId: string, dueAt = tomorrow) => ({
    kind: 'overdue-point' as const,
    division: '321003103200',
    subject: { servicePointId },
    dueAt,
    note: '半年没核对',
  });
  const open = async (...divisions: string[]) =>
    (await findTasks(database.pool, { divisions, kind: null, limit: 10 })).tasks.map(
      (task) => `${task.kind} ${task.servicePointId}`,
    );

  beforeEach(async () => {
    await database.pool.query('truncate tasks, service_points restart identity cascade');
    await transact(database.pool, (tx) =>
      putServicePoints(tx, [newServicePoint(), newServicePoint({ externalId: 'P2', name: '第二个' })]),
    );
  });

  test('the same thing to do is there once while it is open, and again after it ended', async () => {
    expect(await addTask(database.pool, overdue('1'), now)).toBe('1');
    expect(await addTask(database.pool, overdue('1'), now)).toBeNull();
    const ended = { ...overdue('1'), by: 'staff:3', outcome: '都对' };
    expect(await endTask(database.pool, ended, now)).toBe(true);
    expect(await endTask(database.pool, ended, now)).toBe(false);
    expect(await addTask(database.pool, overdue('1'), now)).not.toBeNull();
    expect(await countEnded(database.pool, 'staff:3', now)).toBe(1);
    expect(await countEnded(database.pool, 'staff:4', now)).toBe(0);
  });

  test('a division sees what lies under it, most urgent first, with the name and the telephone', async () => {
    await addTask(database.pool, overdue('1', tomorrow), now);
    await addTask(database.pool, overdue('2', now), now);
    const { total, tasks } = await findTasks(database.pool, { divisions: ['3210'], kind: null, limit: 1 });
    expect(total).toBe(2);
    expect(tasks).toMatchObject([
      { title: '第二个', telephone: '0514-80000001', dueAt: now, note: '半年没核对' },
    ]);
    expect(await open('321003103')).toEqual(['overdue-point 2', 'overdue-point 1']);
    expect(await open('321003103200', '321003')).toHaveLength(2);
    expect(await open('321003104')).toEqual([]);
    expect(await open()).toEqual([]);
    const other = await findTasks(database.pool, { divisions: ['3210'], kind: 'out-of-paper', limit: 9 });
    expect(other).toEqual({ total: 0, tasks: [] });
  });

  test('ended by hand only by those whose division it is', async () => {
    await addTask(database.pool, overdue('1'), now);
    const ask = { id: '1', by: 'staff:3', outcome: '去看过了' };
    expect(await endTaskById(database.pool, { ...ask, divisions: ['321081'] }, now)).toBeNull();
    expect(await endTaskById(database.pool, { ...ask, divisions: ['321003'] }, now)).toEqual({
      kind: 'overdue-point',
    });
    expect(await endTaskById(database.pool, { ...ask, divisions: ['321003'] }, now)).toBeNull();
  });

  test('about a listing: also those of the village whose point keeps it', async () => {
    await database.pool.query('truncate openings, employers restart identity cascade');
    await database.pool.query(
      `insert into employers (credit_code, name) values ('91321003MA1ABCDE1X', '渡口早茶铺');
       update service_points set level = 'village', division = '321003103200' where id = 1;
       insert into openings (employer_id, status, title, service_point_id)
       select id, 'draft', '洗碗工', 1 from employers`,
    );
    const fading = { kind: 'fading-opening' as const, division: '321003103', subject: { openingId: '1' } };
    await addTask(database.pool, { ...fading, dueAt: tomorrow, note: '' }, now);
    expect(await open('321003103200')).toEqual(['fading-opening null']);
    expect(await open('321003103201')).toEqual([]);
    const ask = { id: '1', by: 'staff:3', outcome: '没人接' };
    expect(await endTaskById(database.pool, { ...ask, divisions: ['321003103201'] }, now)).toBeNull();
    expect(await endTaskById(database.pool, { ...ask, divisions: ['321003103200'] }, now)).toEqual({
      kind: 'fading-opening',
    });
  });

  test('the work of a point given up goes to another; what was about the point itself stays', async () => {
    await addTask(database.pool, overdue('1'), now);
    await addTask(database.pool, { ...overdue('1'), kind: 'terminal-silent' }, now);
    expect(await moveTasks(database.pool, '1', { id: '2', division: '321081100' })).toBe(1);
    expect(await open('321081')).toEqual(['terminal-silent 2']);
    expect(await open('321003')).toEqual(['overdue-point 1']);
  });
});

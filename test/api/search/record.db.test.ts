import { expect, test } from 'vitest';
import { searchJobs } from '../../../api/search/jobs.ts';
import { startRecorder } from '../../../api/search/record.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

describeWithDatabase('searches are kept without the person', () => {
  const database = useDatabase();
  const rows = async () =>
    (await database.pool.query('select words, filters, hits, degraded from searches order by id')).rows;

  test('words, filters and hits are written; a position only as given or not, an area not at all', async () => {
    const recorder = startRecorder(database.pool);
    recorder.record({
      q: ' 叉車 包住 13912345678 ',
      filters: {
        district: '321012',
        benefits: ['包住'],
        near: [119.4, 32.4],
        bbox: undefined,
        area: [119.4, 32.4, 119.5, 32.4, 119.5, 32.5],
        page: 3,
      },
      hits: 4,
      degraded: false,
    });
    await recorder.close();
    expect(await rows()).toEqual([
      {
        words: '叉车 包住 …',
        filters: { district: '321012', benefits: ['包住'], near: true },
        hits: 4,
        degraded: false,
      },
    ]);
  });

  test('nothing that is typed breaks it', async () => {
    const recorder = startRecorder(database.pool);
    for (const q of ['\u0000', '\ud800', 'x'.repeat(10_000), "'; drop table searches --"])
      recorder.record({ q, filters: {}, hits: 0, degraded: true });
    await recorder.flush();
    await recorder.close();
    expect(await rows()).toHaveLength(5);
  });

  test('words without hits can be counted', async () => {
    const recorder = startRecorder(database.pool);
    for (let time = 0; time < 3; time++)
      recorder.record({ q: '水下焊工', filters: {}, hits: 0, degraded: false });
    await recorder.close();
    const { rows: mined } = await database.pool.query(
      'select words, times from searches_without_hits limit 1',
    );
    expect(mined).toEqual([{ words: '水下焊工', times: 3 }]);
  });

  test('after 180 days they are deleted', async () => {
    const before = (await rows()).length;
    await database.pool.query(`update searches set at = now() - interval '181 days' where hits = 4`);
    for (const { run } of searchJobs) await run(database.pool, new Date());
    expect(await rows()).toHaveLength(before - 1);
    await database.pool.query(`update searches set at = now() - interval '179 days'`);
    for (const { run } of searchJobs) await run(database.pool, new Date());
    expect(await rows()).toHaveLength(before - 1);
  });
});

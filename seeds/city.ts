import type pg from 'pg';
import { recordChanges } from '../api/db/changes.ts';
import { transact } from '../api/db/transact.ts';
import { putEmployers, putOpenings } from '../api/openings/store.ts';
import { putServicePoints } from '../api/service-points/store.ts';
import { makeEmployers } from './employers.ts';
import { keepDemoPoints, reportDemoMistakes } from './kept-points.ts';
import { makeOpenings } from './openings.ts';
import { makePoints } from './points.ts';
import { daysSinceSeeding, recordSeeding, shiftDays } from './store.ts';

const batchRows = 500;

/**
 * Fills an empty database with the demo city, once; on a later day moves its dates on, so that the demo never
 * expires. Twice on one day changes nothing.
 * @returns what was done, for people
 */
export async function seedCity(
  pool: pg.Pool,
  { now, progress = () => {} }: { now: Date; progress?: (text: string, share: number) => void },
): Promise<string> {
  const days = await daysSinceSeeding(pool, now);
  if (days === 0) return '今天的已备好';
  if (days !== null) {
    await transact(pool, async (tx) => {
      await recordChanges(tx, 'opening', await shiftDays(tx, days, now));
      await recordChanges(tx, 'service_point', await keepDemoPoints(tx, now));
      await recordSeeding(tx, now);
    });
    return `日期后移 ${days} 天`;
  }
  const points = makePoints();
  const employers = makeEmployers();
  const openings = makeOpenings(employers, now);
  await transact(pool, async (tx) => {
    progress(`服务点 ${points.length} 个`, 0.05);
    await putServicePoints(tx, points, 'seeds');
    await keepDemoPoints(tx, now);
    await reportDemoMistakes(tx, now);
    progress(`用人单位 ${employers.length} 家`, 0.15);
    await putEmployers(
      tx,
      employers.map(({ creditCode, name, industry }) => ({ creditCode, name, industry })),
    );
    for (let from = 0; from < openings.length; from += batchRows) {
      await putOpenings(tx, openings.slice(from, from + batchRows));
      const done = Math.min(from + batchRows, openings.length);
      progress(`岗位 ${done} / ${openings.length}`, 0.2 + (0.8 * done) / openings.length);
    }
    await recordSeeding(tx, now);
  });
  return `服务点 ${points.length} 个，用人单位 ${employers.length} 家，岗位 ${openings.length} 个`;
}

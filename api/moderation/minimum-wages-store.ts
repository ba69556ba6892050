import type { Database } from '../db/database.ts';
import type { LintSettings } from './lint/lint.ts';
import { withKnownWages } from './lint/minimum-wage-table.ts';

export type EnteredWage = {
  county: string;
  monthlyYuan: number;
  hourlyYuan: number;
  inForceFrom: string;
  source: string;
  version: number;
  updatedAt: Date;
};

const columns = `county, monthly_yuan as "monthlyYuan", hourly_yuan::float8 as "hourlyYuan",
  to_char(in_force_from, 'YYYY-MM-DD') as "inForceFrom", source, version, updated_at as "updatedAt"`;

/** What the city has entered, by county, the newest first. */
export async function findMinimumWages(db: Database): Promise<EnteredWage[]> {
  const { rows } = await db.query<EnteredWage>(
    `select ${columns} from minimum_wages order by county, in_force_from desc`,
  );
  return rows;
}

/** What the lint is to go by on a day: for each county the last figures that are in force. */
export async function findLintSettings(db: Database, today: string): Promise<LintSettings> {
  const entered = await findMinimumWages(db);
  return { minimumWages: withKnownWages(entered.filter(({ inForceFrom }) => inForceFrom <= today)) };
}

/** Enters a county's minimum pay; null when somebody else has entered another meanwhile. */
export async function putMinimumWage(
  tx: Database,
  wage: Omit<EnteredWage, 'updatedAt'> & { now: Date },
): Promise<EnteredWage | null> {
  const { county, monthlyYuan, hourlyYuan, inForceFrom, source, version, now } = wage;
  const { rows } = await tx.query<EnteredWage>(
    `insert into minimum_wages as w (county, monthly_yuan, hourly_yuan, in_force_from, source, updated_at)
     select $1, $2, $3::numeric, $4::date, $5, $7::timestamptz
      where $6::int = 0 or exists (select 1 from minimum_wages where county = $1 and in_force_from = $4::date)
     on conflict (county, in_force_from) do update set monthly_yuan = excluded.monthly_yuan,
        hourly_yuan = excluded.hourly_yuan, source = excluded.source, version = w.version + 1,
        updated_at = excluded.updated_at
      where w.version = $6::int
     returning ${columns}`,
    [county, monthlyYuan, hourlyYuan, inForceFrom, source, version, now],
  );
  return rows[0] ?? null;
}

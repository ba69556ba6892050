import type { Database } from '../db/database.ts';
import { learnedWeights } from './lint/likeness/weights.ts';
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
  /** Name of the member of staff, as the audit log has it; null for one that is gone. */
  enteredBy: string | null;
};

/** What the city has entered, by county, the newest first. */
export async function findMinimumWages(db: Database): Promise<EnteredWage[]> {
  const { rows } = await db.query<EnteredWage>(
    `select w.county, w.monthly_yuan as "monthlyYuan", w.hourly_yuan::float8 as "hourlyYuan",
            to_char(w.in_force_from, 'YYYY-MM-DD') as "inForceFrom", w.source, w.version,
            w.updated_at as "updatedAt", a.name as "enteredBy"
       from minimum_wages w
       left join lateral (
         select substr(actor, 7)::bigint as account_id from audit_log
          where entity = 'minimum_wage' and entity_id = w.county::bigint and action = 'minimum-wage.enter'
            and detail ->> 'inForceFrom' = to_char(w.in_force_from, 'YYYY-MM-DD')
            and actor ~ '^staff:[0-9]{1,18}$'
          order by id desc limit 1
       ) l on true
       left join accounts a on a.kind = 'staff' and a.id = l.account_id
      order by w.county, w.in_force_from desc`,
  );
  return rows;
}

/** What the lint is to go by on a day: for each county the last figures that are in force. */
export async function findLintSettings(db: Database, today: string): Promise<LintSettings> {
  const entered = await findMinimumWages(db);
  const inForce = entered.filter(({ inForceFrom }) => inForceFrom <= today);
  return { minimumWages: withKnownWages(inForce), weights: learnedWeights() };
}

/** Enters a county's minimum pay; false when somebody else has entered another meanwhile. */
export async function putMinimumWage(
  tx: Database,
  wage: Omit<EnteredWage, 'updatedAt' | 'enteredBy'> & { now: Date },
): Promise<boolean> {
  const { county, monthlyYuan, hourlyYuan, inForceFrom, source, version, now } = wage;
  const { rowCount } = await tx.query(
    `insert into minimum_wages as w (county, monthly_yuan, hourly_yuan, in_force_from, source, updated_at)
     select $1, $2, $3::numeric, $4::date, $5, $7::timestamptz
      where $6::int = 0 or exists (select 1 from minimum_wages where county = $1 and in_force_from = $4::date)
     on conflict (county, in_force_from) do update set monthly_yuan = excluded.monthly_yuan,
        hourly_yuan = excluded.hourly_yuan, source = excluded.source, version = w.version + 1,
        updated_at = excluded.updated_at
      where w.version = $6::int`,
    [county, monthlyYuan, hourlyYuan, inForceFrom, source, version, now],
  );
  return rowCount === 1;
}

/** Takes a county's entry of a day away; false when it was changed meanwhile or is gone. */
export async function removeMinimumWage(
  tx: Database,
  { county, inForceFrom, version }: Pick<EnteredWage, 'county' | 'inForceFrom' | 'version'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from minimum_wages where county = $1 and in_force_from = $2::date and version = $3',
    [county, inForceFrom, version],
  );
  return rowCount === 1;
}

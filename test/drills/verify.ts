import type { Database } from '../../api/db/database.ts';
import type { City } from './city.ts';
import type { Write } from './load.ts';

export type Verdict = { lost: number; twice: number; half: number };
export const isWhole = ({ lost, twice, half }: Verdict) => lost + twice + half === 0;

/**
 * Holds the database against what was acknowledged: applications that are missing, that are there twice, and rows
 * that belong together and are not (a key without its reply, an application without event, consent or audit line).
 */
export async function verifyWrites(
  db: Database,
  city: City,
  acknowledged: readonly Write[],
): Promise<Verdict> {
  const { rows } = await db.query<Verdict>(
    `with acknowledged as (
       select distinct a.phone, o.code
         from unnest($1::text[], $2::text[]) as a(phone, code) join openings o on o.code = a.code
     ), kept as (
       select p.phone, o.code, ap.id,
              exists (select from application_events e where e.application_id = ap.id)
                and exists (select from application_consents c where c.application_id = ap.id) as is_whole
         from applications ap join accounts p on p.id = ap.account_id join openings o on o.id = ap.opening_id
     )
     select (select count(*)::int from acknowledged a
              where not exists (select from kept k where k.phone = a.phone and k.code = a.code)) as lost,
            (select count(*)::int from (select from kept group by phone, code having count(*) > 1) as double)
              + (select count(*)::int from (
                   select from application_events where state = 'new' group by application_id having count(*) > 1) as double)
              as twice,
            (select count(*)::int from kept where not is_whole)
              + (select count(*)::int from idempotency_keys where reply is null)
              + (select count(*)::int from applications a
                  where not exists (select from idempotency_keys k where k.key like 'drill-%'
                                     and k.actor = 'person:' || a.account_id)) as half`,
    [
      acknowledged.map(({ person }) => `139${String(person).padStart(8, '0')}`),
      acknowledged.map(({ opening }) => city.openings[opening]!.code),
    ],
  );
  return rows[0]!;
}

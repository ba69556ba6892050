import type { Database } from '../db/database.ts';

/** Ends open applications whose opening is over; returns whom to tell. */
export async function endOfOverOpenings(
  tx: Database,
  now: Date,
  limit: number,
): Promise<{ id: string; phone: string; title: string; employerName: string }[]> {
  const { rows } = await tx.query<{ id: string; phone: string; title: string; employerName: string }>(
    `with over as (
       select a.id from applications a join openings o on o.id = a.opening_id
        where a.state in ('new', 'contacted', 'interview') and o.status in ('closed', 'expired')
        order by a.id limit $2 for update of a skip locked
     ), ended as (
       update applications a set state = 'ended', changed_at = $1, ended_at = $1, version = version + 1
         from over where over.id = a.id returning a.id, a.phone, a.opening_id, a.employer_id
     ), told as (
       insert into application_events (application_id, state, at) select id, 'ended', $1 from ended
     )
     select ended.id::text as id, ended.phone, o.title, e.name as "employerName"
       from ended join openings o on o.id = ended.opening_id join employers e on e.id = ended.employer_id`,
    [now, limit],
  );
  return rows;
}

/** Wipes name, telephone and message of applications that ended before an instant; returns how many. */
export async function wipeEnded(db: Database, endedBefore: Date, now: Date): Promise<number> {
  const { rowCount } = await db.query(
    `update applications set name = null, phone = null, message = null, wiped_at = $2, version = version + 1
      where ended_at < $1 and wiped_at is null`,
    [endedBefore, now],
  );
  return rowCount ?? 0;
}

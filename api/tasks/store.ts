import type { Database } from '../db/database.ts';
import type { TaskKind } from './contract.ts';

/** What a task is about; ids as text, any of them left out. */
export type TaskSubject = {
  openingId?: string | null;
  servicePointId?: string | null;
  employerId?: string | null;
  reportId?: string | null;
  terminalId?: string | null;
};

export type NewTask = {
  kind: TaskKind;
  /** Whose it is: everybody whose jurisdiction covers this code (4 to 12 digits). */
  division: string;
  subject: TaskSubject;
  dueAt: Date;
  /** A sentence for whoever does it, Chinese, at most 500 characters. */
  note: string;
};

/**
 * Puts something to do before the staff of a division. While one of that kind about that subject is open this
 * changes nothing, so callers need not look first. Call it in the transaction of what caused it.
 * @returns its id, or null where an equal one is open
 */
export async function addTask(tx: Database, task: NewTask, now = new Date()): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into tasks (kind, division, opening_id, service_point_id, employer_id, report_id, terminal_id,
                        due_at, note, created_at)
     values ($1, $2, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::bigint, $8, left($9, 500), $10)
     on conflict (kind, coalesce(opening_id, 0), coalesce(service_point_id, 0), coalesce(employer_id, 0),
                  coalesce(report_id, 0), coalesce(terminal_id, 0)) where ended_at is null
     do nothing
     returning id::text as id`,
    [task.kind, task.division, ...idsOf(task.subject), task.dueAt, task.note, now],
  );
  return rows[0]?.id ?? null;
}

/**
 * Ends the open task of a kind about a subject, if there is one. Call it in the transaction of the deed.
 * @param by an actor as `actorOf` gives it
 * @returns whether there was one
 */
export async function endTask(
  tx: Database,
  task: { kind: TaskKind; subject: TaskSubject; by: string; outcome: string },
  now = new Date(),
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update tasks set ended_at = $7, ended_by = $8, outcome = left($9, 200)
      where kind = $1 and ended_at is null
        and coalesce(opening_id, 0) = coalesce($2::bigint, 0)
        and coalesce(service_point_id, 0) = coalesce($3::bigint, 0)
        and coalesce(employer_id, 0) = coalesce($4::bigint, 0)
        and coalesce(report_id, 0) = coalesce($5::bigint, 0)
        and coalesce(terminal_id, 0) = coalesce($6::bigint, 0)`,
    [task.kind, ...idsOf(task.subject), now, task.by, task.outcome],
  );
  return (rowCount ?? 0) > 0;
}

export type StoredTask = {
  id: string;
  kind: TaskKind;
  division: string;
  openingId: string | null;
  servicePointId: string | null;
  employerId: string | null;
  reportId: string | null;
  terminalId: string | null;
  title: string;
  telephone: string | null;
  note: string;
  dueAt: Date;
  createdAt: Date;
};

/** Open tasks of some divisions, most urgent first; those about a listing also for the staff of the point that keeps it. */
export async function findTasks(
  db: Database,
  asked: { divisions: readonly string[]; kind: TaskKind | null; limit: number },
): Promise<{ total: number; tasks: StoredTask[] }> {
  const { rows } = await db.query<StoredTask & { total: number }>(
    `select t.id::text as id, t.kind, t.division, t.opening_id::text as "openingId",
            t.service_point_id::text as "servicePointId", t.employer_id::text as "employerId",
            t.report_id::text as "reportId", t.terminal_id::text as "terminalId",
            coalesce(o.title, p.name, e.name, '') as title,
            coalesce(o.contact_phone, p.telephones[1]) as telephone,
            t.note, t.due_at as "dueAt", t.created_at as "createdAt", count(*) over ()::int as total
       from tasks t
       left join openings o on o.id = t.opening_id
       left join service_points p on p.id = t.service_point_id
       left join employers e on e.id = coalesce(t.employer_id, o.employer_id)
       left join service_points keeper on keeper.id = o.service_point_id
      where t.ended_at is null
        and exists (select 1 from unnest($1::text[]) as mine
                     where starts_with(t.division, mine) or starts_with(keeper.division, mine))
        and ($2::text is null or t.kind = $2)
      order by t.due_at, t.id
      limit $3`,
    [asked.divisions, asked.kind, asked.limit],
  );
  return { total: rows[0]?.total ?? 0, tasks: rows.map(({ total: _total, ...task }) => task) };
}

/** How many tasks an actor has ended since an instant. */
export async function countEnded(db: Database, by: string, since: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from tasks where ended_by = $1 and ended_at >= $2',
    [by, since],
  );
  return rows[0]!.count;
}

/** Ends one open task of some divisions by its id; null where there is none of that id. */
export async function endTaskById(
  tx: Database,
  asked: { id: string; divisions: readonly string[]; by: string; outcome: string },
  now: Date,
): Promise<{ kind: TaskKind } | null> {
  const { rows } = await tx.query<{ kind: TaskKind }>(
    `update tasks t set ended_at = $5, ended_by = $3, outcome = $4
      where id = $1::bigint and ended_at is null
        and exists (select 1 from unnest($2::text[]) as mine
                     where starts_with(t.division, mine)
                        or exists (select 1 from openings o join service_points keeper on keeper.id = o.service_point_id
                                    where o.id = t.opening_id and starts_with(keeper.division, mine)))
      returning t.kind`,
    [asked.id, asked.divisions, asked.by, asked.outcome, now],
  );
  return rows[0] ?? null;
}

/**
 * Gives the open tasks of one point, and of its listings, to another; an equal one that is open there already
 * stays where it is. Call it when a point is given up.
 */
export async function moveTasks(
  tx: Database,
  from: string,
  to: { id: string; division: string },
): Promise<number> {
  const { rowCount } = await tx.query(
    `update tasks as moved set division = $2,
            service_point_id = case when service_point_id is null then null else $3::bigint end
      where ended_at is null and kind not in ('overdue-point', 'mistake-report')
        and (service_point_id = $1::bigint
             or opening_id in (select id from openings where service_point_id = $1::bigint))
        and not exists (select 1 from tasks as there
                         where there.ended_at is null and there.kind = moved.kind
                           and there.service_point_id = $3::bigint
                           and there.terminal_id is not distinct from moved.terminal_id
                           and there.opening_id is not distinct from moved.opening_id)`,
    [from, to.division, to.id],
  );
  return rowCount ?? 0;
}

function idsOf(subject: TaskSubject): (string | null)[] {
  return [
    subject.openingId ?? null,
    subject.servicePointId ?? null,
    subject.employerId ?? null,
    subject.reportId ?? null,
    subject.terminalId ?? null,
  ];
}

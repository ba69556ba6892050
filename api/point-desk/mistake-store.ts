import type { Database } from '../db/database.ts';
import type { Mistake } from './contract.ts';

type StoredMistake = Omit<Mistake, 'reportedAt' | 'dueAt'> & { reportedAt: Date; dueAt: Date };

/** Keeps what a visitor reported; returns its id. */
export async function insertMistake(
  tx: Database,
  report: Omit<StoredMistake, 'id'> & { pointId: string },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into mistake_reports (service_point_id, about, text, phone, reported_at, due_at)
     values ($1::bigint, $2, $3, $4, $5, $6) returning id::text as id`,
    [report.pointId, report.about, report.text, report.phone, report.reportedAt, report.dueAt],
  );
  return rows[0]!.id;
}

/** What waits for an answer at a point, oldest first. */
export async function findOpenMistakes(db: Database, pointId: string): Promise<StoredMistake[]> {
  const { rows } = await db.query<StoredMistake>(
    `select id::text as id, about, text, phone, reported_at as "reportedAt", due_at as "dueAt"
       from mistake_reports where service_point_id = $1::bigint and answered_at is null order by reported_at`,
    [pointId],
  );
  return rows;
}

/** The division and point of a report, answered or not. */
export async function findMistake(
  db: Database,
  id: string,
): Promise<{ pointId: string; division: string } | null> {
  const { rows } = await db.query<{ pointId: string; division: string }>(
    `select m.service_point_id::text as "pointId", p.division
       from mistake_reports m join service_points p on p.id = m.service_point_id
      where m.id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}

/** Answers a report and forgets the visitor's telephone; false when it was answered before. */
export async function writeAnswer(
  tx: Database,
  answer: { id: string; by: string; outcome: string; text: string },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update mistake_reports set answered_at = $2, answered_by = $3, outcome = $4, answer = $5, phone = null
      where id = $1::bigint and answered_at is null`,
    [answer.id, now, answer.by, answer.outcome, answer.text],
  );
  return rowCount === 1;
}

/** Forgets the telephones of reports that nobody answered by then; what was reported stays a task. */
export async function forgetReportPhones(db: Database, dueBefore: Date): Promise<void> {
  await db.query('update mistake_reports set phone = null where phone is not null and due_at < $1', [
    dueBefore,
  ]);
}

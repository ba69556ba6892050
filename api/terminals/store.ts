import type { Database } from '../db/database.ts';
import type { Terminal } from './contract.ts';
import type { Beat, Heard } from './rules.ts';

/** Who a token belongs to; null for one that was revoked or never was. */
export async function findTerminalByToken(
  db: Database,
  tokenHash: Buffer,
): Promise<{ terminalId: string; servicePointId: string } | null> {
  const { rows } = await db.query<{ terminalId: string; servicePointId: string }>(
    `select id::text as "terminalId", service_point_id::text as "servicePointId"
       from terminals where token_hash = $1 and revoked_at is null`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

export type NewPairing = { servicePointId: string; codeHash: Buffer; madeBy: string; expiresAt: Date };

/** A new code for a point; the ones before it that were not used are worth nothing any more. */
export async function addPairing(tx: Database, pairing: NewPairing, now: Date): Promise<void> {
  await tx.query('delete from terminal_pairings where service_point_id = $1::bigint and used_at is null', [
    pairing.servicePointId,
  ]);
  await tx.query(
    `insert into terminal_pairings (service_point_id, code_hash, made_by, made_at, expires_at)
     values ($1::bigint, $2, $3, $4, $5)`,
    [pairing.servicePointId, pairing.codeHash, pairing.madeBy, now, pairing.expiresAt],
  );
}

/** Uses a code up: for which point and by whom it was made; null for one that is wrong, used or too old. */
export async function takePairing(
  tx: Database,
  codeHash: Buffer,
  now: Date,
): Promise<{ servicePointId: string; madeBy: string } | null> {
  const { rows } = await tx.query<{ servicePointId: string; madeBy: string }>(
    `update terminal_pairings set used_at = $2
      where code_hash = $1 and used_at is null and expires_at > $2
      returning service_point_id::text as "servicePointId", made_by as "madeBy"`,
    [codeHash, now],
  );
  return rows[0] ?? null;
}

export type NewTerminal = { servicePointId: string; label: string; tokenHash: Buffer; pairedBy: string };

/** A device that was just paired counts as heard of. */
export async function addTerminal(tx: Database, terminal: NewTerminal, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into terminals (service_point_id, label, token_hash, paired_by, paired_at, last_beat_at)
     values ($1::bigint, $2, $3, $4, $5, $5) returning id::text as id`,
    [terminal.servicePointId, terminal.label, terminal.tokenHash, terminal.pairedBy, now],
  );
  return rows[0]!.id;
}

/** Makes a token worthless; the point it stood at, or null where there is no such device any more. */
export async function revoke(tx: Database, id: string, now: Date): Promise<string | null> {
  const { rows } = await tx.query<{ servicePointId: string }>(
    `update terminals set revoked_at = $2 where id = $1::bigint and revoked_at is null
      returning service_point_id::text as "servicePointId"`,
    [id, now],
  );
  return rows[0]?.servicePointId ?? null;
}

type TerminalRow = Omit<Terminal, 'pairedAt' | 'lastBeatAt'> & { pairedAt: Date; lastBeatAt: Date | null };

/** The devices of a point that are paired, oldest first. */
export async function findTerminals(db: Database, servicePointId: string): Promise<TerminalRow[]> {
  const { rows } = await db.query<TerminalRow>(
    `select id::text as id, service_point_id::text as "servicePointId", label, state, printer, paper, version,
            clock_off_seconds as "clockOffSeconds", paired_at as "pairedAt", last_beat_at as "lastBeatAt"
       from terminals where service_point_id = $1::bigint and revoked_at is null order by id`,
    [servicePointId],
  );
  return rows;
}

/** The point a paired device stands at, or null. */
export async function findPointOf(db: Database, id: string): Promise<string | null> {
  const { rows } = await db.query<{ servicePointId: string }>(
    `select service_point_id::text as "servicePointId" from terminals where id = $1::bigint and revoked_at is null`,
    [id],
  );
  return rows[0]?.servicePointId ?? null;
}

export type BeatRow = Beat & { version: string; clockOffSeconds: number };

/**
 * Takes in a beat that is in order and changes nothing anybody is told about: one statement, no index touched.
 * @returns false when there is more to it
 */
export async function beatQuietly(db: Database, id: string, beat: BeatRow, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `update terminals set sequence = $2::bigint, nonce = $3, last_beat_at = $4, clock_off_seconds = $5, version = $6
      where id = $1::bigint and revoked_at is null and sequence < $2::bigint
        and state = case when $7 then 'working' else 'broken' end and printer = $8 and paper = $9`,
    [
      id,
      beat.sequence,
      beat.nonce,
      now,
      beat.clockOffSeconds,
      beat.version,
      beat.works,
      beat.printer,
      beat.paper,
    ],
  );
  return rowCount === 1;
}

export type HeardRow = Heard & { label: string; servicePointId: string; division: string };

/** What is on file of a device, held until the transaction ends. */
export async function holdTerminal(tx: Database, id: string): Promise<HeardRow | null> {
  const { rows } = await tx.query<HeardRow>(
    `select t.state, t.sequence::float8 as sequence, t.nonce, t.printer, t.paper, t.label,
            t.service_point_id::text as "servicePointId", p.division
       from terminals t join service_points p on p.id = t.service_point_id
      where t.id = $1::bigint and t.revoked_at is null
        for update of t`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes a beat with what it changes. */
export async function putBeat(tx: Database, id: string, beat: BeatRow, now: Date): Promise<void> {
  await tx.query(
    `update terminals set sequence = $2::bigint, nonce = $3, last_beat_at = $4, clock_off_seconds = $5, version = $6,
            state = case when $7 then 'working' else 'broken' end, printer = $8, paper = $9
      where id = $1::bigint`,
    [
      id,
      beat.sequence,
      beat.nonce,
      now,
      beat.clockOffSeconds,
      beat.version,
      beat.works,
      beat.printer,
      beat.paper,
    ],
  );
}

export async function putContested(tx: Database, id: string): Promise<void> {
  await tx.query(`update terminals set state = 'contested' where id = $1::bigint`, [id]);
}

export type Silenced = Pick<
  HeardRow,
  'state' | 'printer' | 'paper' | 'label' | 'servicePointId' | 'division'
> & {
  id: string;
};

/** Marks the devices not heard of since an instant; gives those that were heard of before. */
export async function markSilent(tx: Database, since: Date): Promise<Silenced[]> {
  const { rows } = await tx.query<Silenced>(
    `update terminals t set state = 'silent'
       from service_points p
      where p.id = t.service_point_id and t.revoked_at is null and t.state in ('working', 'broken')
        and t.last_beat_at < $1
      returning t.id::text as id, t.state, t.printer, t.paper, t.label,
                t.service_point_id::text as "servicePointId", p.division`,
    [since],
  );
  return rows;
}

/**
 * Brings the figures of points in line with their paired devices; a point without any keeps those of its list.
 * @param ids points, or null for all
 * @returns the points whose figures changed
 */
export async function countDevices(tx: Database, ids: readonly string[] | null): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `with devices as (
       select service_point_id as id, count(*)::int as paired, count(*) filter (where state = 'working')::int as working
         from terminals
        where revoked_at is null and ($1::bigint[] is null or service_point_id = any($1::bigint[]))
        group by 1
     )
     update service_points p
        set terminals_installed = greatest(p.terminals_installed, d.paired), terminals_working = d.working,
            updated_at = now()
       from devices d
      where d.id = p.id
        and (p.terminals_working <> d.working or p.terminals_installed < d.paired)
      returning p.id::float8 as id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/**
 * A device that was taken off is one terminal less, where every terminal of the point was a paired device. One that
 * the list knows and nobody has paired stays.
 * @returns whether the figures changed
 */
export async function takeOff(tx: Database, servicePointId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update service_points p
        set terminals_installed = p.terminals_installed - 1,
            terminals_working = least(p.terminals_working, p.terminals_installed - 1), updated_at = now()
      where p.id = $1::bigint
        and p.terminals_installed = 1 + (select count(*) from terminals t
                                          where t.service_point_id = p.id and t.revoked_at is null)`,
    [servicePointId],
  );
  return rowCount === 1;
}

export type OpeningWords = {
  id: number;
  duties: string;
  requirements: string;
  contactPhone: string | null;
};

/** What lists leave out and a slip needs. */
export async function findOpeningWords(db: Database, ids: readonly number[]): Promise<OpeningWords[]> {
  const { rows } = await db.query<OpeningWords>(
    `select id::float8 as id, duties, requirements, contact_phone as "contactPhone"
       from openings where status = 'published' and id = any($1::bigint[])`,
    [ids],
  );
  return rows;
}

/** Deletes codes that nobody can use any more. */
export async function forgetPairings(db: Database, now: Date): Promise<void> {
  await db.query(`delete from terminal_pairings where expires_at < $1::timestamptz - interval '1 day'`, [
    now,
  ]);
}

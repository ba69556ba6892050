import type { Database } from '../db/database.ts';
import type { HelpKind, HelpResult, LedgerRow } from './contract.ts';

export type NewHelp = { servicePointId: string; kind: HelpKind; result: HelpResult; writtenBy: string };

/** Writes one help; gives its id. */
export async function addHelp(tx: Database, help: NewHelp, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into help_ledger (service_point_id, actor, at, kind, result)
     values ($1::bigint, $2, $3, $4, $5) returning id::text as id`,
    [help.servicePointId, help.writtenBy, now, help.kind, help.result],
  );
  return rows[0]!.id;
}

/** How many a point has since an instant. */
export async function countHelpSince(db: Database, servicePointId: string, since: Date): Promise<number> {
  const { rows } = await db.query<{ times: number }>(
    'select count(*)::int as times from help_ledger where service_point_id = $1::bigint and at >= $2',
    [servicePointId, since],
  );
  return rows[0]!.times;
}

/** One entry, held until the transaction ends. */
export async function holdHelp(tx: Database, id: string): Promise<{ writtenBy: string; at: Date } | null> {
  const { rows } = await tx.query<{ writtenBy: string; at: Date }>(
    'select actor as "writtenBy", at from help_ledger where id = $1::bigint for update',
    [id],
  );
  return rows[0] ?? null;
}

export async function deleteHelp(tx: Database, id: string): Promise<void> {
  await tx.query('delete from help_ledger where id = $1::bigint', [id]);
}

export type LedgerAsked = {
  divisions: readonly string[];
  fromMonth: string;
  toMonth: string;
  servicePointId: string | null;
};

/** Times by month in Yangzhou, point, kind and result, in the divisions asked for; newest month first. */
export async function sumLedger(db: Database, asked: LedgerAsked): Promise<LedgerRow[]> {
  const { rows } = await db.query<LedgerRow>(
    `select to_char(h.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, p.id::text as "servicePointId",
            p.name as "pointName", h.kind, h.result, count(*)::int as times
       from help_ledger h join service_points p on p.id = h.service_point_id
      where h.at >= ($2 || '-01')::timestamp at time zone 'Asia/Shanghai'
        and h.at < (($3 || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'
        and ($4::bigint is null or p.id = $4::bigint)
        and exists (select 1 from unnest($1::text[]) as mine where starts_with(p.division, mine))
      group by 1, p.id, p.name, h.kind, h.result
      order by 1 desc, p.division, p.id, h.kind, h.result`,
    [asked.divisions, asked.fromMonth, asked.toMonth, asked.servicePointId],
  );
  return rows;
}

import type { Role } from '../accounts/contract.ts';
import type { Database } from '../db/database.ts';

export type StoredColleague = {
  id: string;
  login: string;
  name: string;
  roles: Role[];
  divisions: string[];
  disabled: boolean;
  invited: boolean;
  lastSeenAt: Date | null;
  version: string;
};

/** Staff with a division under one of these; with an id that one alone. `version` is of all that can be changed. */
export async function findColleagues(
  db: Database,
  divisions: readonly string[],
  id: string | null,
): Promise<StoredColleague[]> {
  const { rows } = await db.query<StoredColleague>(
    `select a.id::text as id, a.login, a.name, a.roles, a.divisions, a.disabled_at is not null as disabled,
            a.password_hash is null as invited,
            (select max(seen_at) from sessions s where s.account_id = a.id) as "lastSeenAt",
            md5(concat_ws('|', a.name, array_to_string(a.roles, ','), array_to_string(a.divisions, ','),
                          a.disabled_at)) as version
       from accounts a
      where a.kind = 'staff' and ($2::bigint is null or a.id = $2::bigint)
        and exists (select 1 from unnest(a.divisions) as his, unnest($1::text[]) as mine
                     where starts_with(his, mine))
      order by a.disabled_at is not null, a.id`,
    [divisions, id],
  );
  return rows;
}

/** Holds an account until the transaction ends. */
export async function lockAccount(tx: Database, id: string): Promise<void> {
  await tx.query('select 1 from accounts where id = $1::bigint for update', [id]);
}

/** Other roles, divisions or another name. */
export async function writeColleague(
  tx: Database,
  colleague: { id: string; name: string; roles: readonly Role[]; divisions: readonly string[] },
): Promise<void> {
  await tx.query('update accounts set name = $2, roles = $3, divisions = $4 where id = $1::bigint', [
    colleague.id,
    colleague.name,
    colleague.roles,
    colleague.divisions,
  ]);
}

export async function enableAccount(tx: Database, id: string): Promise<void> {
  await tx.query('update accounts set disabled_at = null where id = $1::bigint', [id]);
}

import type { Database } from '../db/database.ts';

/** A table as its own catalogue describes it, with the statements for it: every name quoted by PostgreSQL. */
export type Table = {
  name: string;
  columns: string[];
  /** Opens the cursor `reading` on all rows as texts, in the order of the primary key. */
  openRows: string;
  /** Takes one array of texts per column. */
  insertRows: string;
  countRows: string;
};

/** Every table of ours: generated columns left out, extensions' tables and the list of migrations too. */
export async function findTables(db: Database): Promise<Table[]> {
  const { rows } = await db.query<Table>(
    `with columns as (
       select c.oid as "table", c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod) as type,
              t.typcategory, row_number() over (partition by c.oid order by a.attnum) as n,
              array_position(i.indkey::int2[], a.attnum) as in_key, i.indrelid is not null as has_key
         from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         join pg_type t on t.oid = a.atttypid
         left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
          and not exists (select from pg_depend d
                           where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     )
     select relname as name,
            array_agg(attname::text order by attnum) as columns,
            format('declare reading no scroll cursor for select %s from %I order by %s',
              string_agg(format('%I::text', attname), ', ' order by attnum),
              relname,
              coalesce(
                string_agg(case when typcategory = 'S' then format('%I collate "C"', attname)
                                else format('%I', attname) end, ', ' order by in_key)
                  filter (where in_key is not null),
                string_agg(format('%I::text collate "C"', attname), ', ' order by attnum))) as "openRows",
            format('insert into %I (%s) overriding system value select %s from unnest(%s) as given(%s)',
              relname,
              string_agg(format('%I', attname), ', ' order by attnum),
              string_agg(format('c%s::%s', n, type), ', ' order by attnum),
              string_agg(format('$%s::text[]', n), ', ' order by attnum),
              string_agg(format('c%s', n), ', ' order by attnum)) as "insertRows",
            format('select count(*)::float8 as rows from %I', relname) as "countRows"
       from columns group by "table", relname order by relname`,
  );
  return rows;
}

/** Makes every type read and write the same text, whatever the server's own settings are. */
export async function fixTextFormats(tx: Database): Promise<void> {
  await tx.query(
    `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
            set_config('intervalstyle', 'iso_8601', true), set_config('extra_float_digits', '1', true),
            set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true)`,
  );
}

export async function beginSnapshot(client: Database): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
}

export async function endSnapshot(client: Database): Promise<void> {
  await client.query('commit');
}

export async function countRows(db: Database, table: Table): Promise<number> {
  const { rows } = await db.query<{ rows: number }>(table.countRows);
  return rows[0]!.rows;
}

const rowsAtOnce = 1000;

/** The rows of a table, each an array of texts, a thousand at a time. Inside a transaction. */
export async function* readTable(tx: Database, table: Table): AsyncGenerator<(string | null)[][]> {
  await tx.query(table.openRows);
  for (;;) {
    const { rows } = await tx.query<Record<string, string | null>>('fetch 1000 from reading');
    if (rows.length > 0) yield rows.map((row) => table.columns.map((column) => row[column] ?? null));
    if (rows.length < rowsAtOnce) break;
  }
  await tx.query('close reading');
}

/** @param rows texts in the order of `table.columns` */
export async function insertRows(
  tx: Database,
  table: Table,
  rows: readonly (string | null)[][],
): Promise<void> {
  await tx.query(
    table.insertRows,
    table.columns.map((_column, index) => rows.map((row) => row[index] ?? null)),
  );
}

/** Sequences that have given out a number, except those of the tables that start anew. */
export async function findSequences(
  db: Database,
  startsAnew: readonly string[],
): Promise<{ name: string; lastValue: string }[]> {
  const { rows } = await db.query<{ name: string; lastValue: string }>(
    `select s.sequencename as name, s.last_value::text as "lastValue"
       from pg_sequences s
      where s.schemaname = 'public' and s.last_value is not null
        and not exists (
          select from pg_depend d join pg_class t on t.oid = d.refobjid
           where d.classid = 'pg_class'::regclass and d.objid = format('public.%I', s.sequencename)::regclass
             and d.deptype in ('a', 'i') and t.relname = any($1))
      order by 1`,
    [startsAnew],
  );
  return rows;
}

export async function setSequence(tx: Database, name: string, lastValue: string): Promise<void> {
  await tx.query(`select setval(format('public.%I', $1::text)::regclass, $2::bigint)`, [name, lastValue]);
}

/** Names of the migrations that made the tables; null in a database that has none. */
export async function findMigrations(db: Database): Promise<string[] | null> {
  const { rows } = await db.query<{ there: boolean }>(
    `select to_regclass('public.migrations') is not null as there`,
  );
  if (!rows[0]!.there) return null;
  const done = await db.query<{ name: string }>('select name from migrations order by name');
  return done.rows.map(({ name }) => name);
}

/**
 * Empties the tables and lifts what would look at each row as it comes: foreign keys, triggers. Both come back with
 * the statements that are returned, and the keys are then checked for all rows together.
 */
export async function clearTables(tx: Database): Promise<string[]> {
  const { rows } = await tx.query<{ lift: string; putBack: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as lift,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              as "putBack"
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
      union all
     select format('alter table %s disable trigger user', tgrelid::regclass),
            format('alter table %s enable trigger user', tgrelid::regclass)
       from (select distinct tgrelid from pg_trigger
              where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
            ) as with_triggers`,
  );
  for (const { lift } of rows) await tx.query(lift);
  const { rows: tables } = await tx.query<{ truncate: string }>(
    `select 'truncate ' || string_agg(c.oid::regclass::text, ', ') || ' restart identity' as truncate
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`,
  );
  await tx.query(tables[0]!.truncate);
  return rows.map(({ putBack }) => putBack);
}

export async function putBack(tx: Database, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await tx.query(statement);
}

/** Processes of ours on this database besides the one that asks. */
export async function countOtherProcesses(db: Database): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'jiuye-e-map' and pid <> pg_backend_pid()`,
  );
  return rows[0]!.count;
}

/** Lets the planner know the new rows. */
export async function analyze(db: Database): Promise<void> {
  await db.query('analyze');
}

/** Whether the demo city was ever put into this database. */
export async function hasDemoCity(db: Database): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `select exists (select from audit_log where actor = 'seeds' and action = 'seed') as there`,
  );
  return rows[0]!.there;
}

/** What was written so far goes to the files of the cluster, so that a copy of them opens without replaying it. */
export async function flushToFiles(db: Database): Promise<void> {
  await db.query('checkpoint');
}

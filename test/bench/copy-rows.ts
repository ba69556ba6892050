import type pg from 'pg';

const batchRows = 1000;

/** Puts the rows of tables of one database into another's empty ones, with their numbers, in the order given. */
export async function copyRows(from: pg.Pool, to: pg.Pool, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const columns = await columnsOf(from, table);
    const names = columns.map(({ name }) => name).join(', ');
    // As text and back: whatever a type is, it reads what it writes.
    const texts = columns.map(({ name }) => `${name}::text as ${name}`).join(', ');
    const values = columns.map(({ name, type }) => `(r ->> '${name}')::${type}`).join(', ');
    const { rows } = await from.query(`select ${texts} from ${table} order by id`);
    for (let at = 0; at < rows.length; at += batchRows)
      await to.query(
        `insert into ${table} (${names}) overriding system value
         select ${values} from jsonb_array_elements($1::jsonb) as r`,
        [JSON.stringify(rows.slice(at, at + batchRows))],
      );
    await to.query(`vacuum (analyze) ${table}`);
  }
}

async function columnsOf(db: pg.Pool, table: string): Promise<{ name: string; type: string }[]> {
  const { rows } = await db.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum`,
    [table],
  );
  return rows;
}

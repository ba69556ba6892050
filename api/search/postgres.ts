import type { Database } from '../db/database.ts';
import type { SearchDocument } from './document.ts';
import type { Engine } from './engine.ts';

/** The engine that is always there: a GIN index over the terms, in the database that holds the openings. */
export function createPostgresEngine(db: Database): Engine {
  return {
    name: 'postgres',

    async postings(sets, limit) {
      const { rows } = await db.query<{ at: number; ids: string }>(
        `select q.at::int - 1 as at, found.ids
           from jsonb_array_elements($1::jsonb) with ordinality as q (term_set, at),
                lateral (
                  select string_agg(opening_id::text, ',') as ids
                    from (
                      select opening_id from opening_index
                       where terms @> array(select jsonb_array_elements_text(q.term_set -> 'terms'))
                         and (q.term_set -> 'anyOf' is null
                              or terms && array(select jsonb_array_elements_text(q.term_set -> 'anyOf')))
                       limit $2
                    ) as carrying
                ) as found
          where found.ids is not null`,
        [JSON.stringify(sets.map(({ terms, anyOf }) => ({ terms, anyOf }))), limit],
      );
      const postings: number[][] = sets.map(() => []);
      for (const { at, ids } of rows) postings[at] = ids.split(',').map(Number);
      return postings;
    },

    async put(documents) {
      await db.query(
        // The join drops documents of openings that were deleted since they were read.
        `insert into opening_index (opening_id, hash, terms)
         select o.id, d.hash, array(select jsonb_array_elements_text(d.terms))
           from jsonb_to_recordset($1::jsonb) as d (id bigint, hash text, terms jsonb)
           join openings o on o.id = d.id
             on conflict (opening_id) do update set hash = excluded.hash, terms = excluded.terms
          where opening_index.hash <> excluded.hash`,
        [JSON.stringify(documents.map(rowOf))],
      );
    },

    async remove(ids) {
      await db.query('delete from opening_index where opening_id = any($1::bigint[])', [ids]);
    },

    async *held() {
      for (let afterId = 0; ;) {
        const { rows } = await db.query<{ id: number; hash: string }>(
          `select opening_id::float8 as id, hash from opening_index
            where opening_id > $1 order by opening_id limit 5000`,
          [afterId],
        );
        if (rows.length === 0) return;
        afterId = rows.at(-1)!.id;
        yield rows;
      }
    },

    // The table lives and dies with the openings.
    identity: async () => null,
  };
}

const rowOf = ({ id, hash, terms }: SearchDocument) => ({ id, hash, terms });

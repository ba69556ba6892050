import type { Database } from '../db/database.ts';
import type { WorkplaceForm } from './contract.ts';

export type WorkplaceRow = {
  id: string;
  name: string;
  address: string;
  town: string;
  lng: number;
  lat: number;
  placeReason: string;
  version: number;
};

const columns = `id::text as id, name, address, town, st_x(place::geometry) as lng, st_y(place::geometry) as lat,
  place_reason as "placeReason", version`;

export async function findWorkplaces(db: Database, employerId: string): Promise<WorkplaceRow[]> {
  const { rows } = await db.query<WorkplaceRow>(
    `select ${columns} from workplaces where employer_id = $1::bigint order by id`,
    [employerId],
  );
  return rows;
}

const values = ({ name, address, town, place, placeReason }: WorkplaceForm) => [
  name,
  address,
  town,
  place.lng,
  place.lat,
  placeReason,
];

/** A new workplace; null when the employer has one of that name. */
export async function insertWorkplace(
  tx: Database,
  employerId: string,
  form: WorkplaceForm,
  now: Date,
): Promise<WorkplaceRow | null> {
  const { rows } = await tx.query<WorkplaceRow>(
    `insert into workplaces (employer_id, name, address, town, place, place_reason, created_at)
     values ($1::bigint, $2, $3, $4, st_setsrid(st_makepoint($5, $6), 4326)::geography, $7, $8)
     on conflict (employer_id, name) do nothing returning ${columns}`,
    [employerId, ...values(form), now],
  );
  return rows[0] ?? null;
}

/** The version of a workplace, held until the transaction ends; null when it is not the employer's. */
export async function lockWorkplace(tx: Database, employerId: string, id: string): Promise<number | null> {
  const { rows } = await tx.query<{ version: number }>(
    'select version from workplaces where id = $1::bigint and employer_id = $2::bigint for update',
    [id, employerId],
  );
  return rows[0]?.version ?? null;
}

/** Changes a workplace; null when the employer has another one of that name. */
export async function updateWorkplace(
  tx: Database,
  employerId: string,
  id: string,
  form: WorkplaceForm,
): Promise<WorkplaceRow | null> {
  const { rows } = await tx.query<WorkplaceRow>(
    `update workplaces set name = $3, address = $4, town = $5,
        place = st_setsrid(st_makepoint($6, $7), 4326)::geography, place_reason = $8, version = version + 1
      where id = $2::bigint and employer_id = $1::bigint
        and not exists (select 1 from workplaces w where w.employer_id = $1::bigint and w.name = $3 and w.id <> $2::bigint)
      returning ${columns}`,
    [employerId, id, ...values(form)],
  );
  return rows[0] ?? null;
}

export async function deleteWorkplace(tx: Database, employerId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from workplaces where id = $1::bigint and employer_id = $2::bigint',
    [id, employerId],
  );
  return rowCount === 1;
}

import type { Database } from '../db/database.ts';
import type { ServiceTemplate } from './contract.ts';

export type StoredTemplate = Omit<ServiceTemplate, 'updatedAt' | 'retired'> & {
  updatedAt: Date;
  retiredAt: Date | null;
};

/** All templates, or the one of that name, with how many points offer the service. */
export async function findTemplates(db: Database, name: string | null): Promise<StoredTemplate[]> {
  const { rows } = await db.query<StoredTemplate>(
    `select t.name, t.conditions, t.documents, t.fee, t.takes, t.law, t.version, t.retired_at as "retiredAt",
            t.updated_at as "updatedAt", coalesce(u.points, 0)::int as points,
            coalesce(u.changed, 0)::int as "pointsWithChanges"
       from service_templates t
       left join (select service, count(*) as points, count(*) filter (where service_changes ? service) as changed
                    from service_points, unnest(services) as service
                   where closed_at is null group by service) u on u.service = t.name
      where $1::text is null or t.name = $1
      order by t.retired_at is not null, t.name collate "C"`,
    [name],
  );
  return rows;
}

export type TemplateWords = Pick<ServiceTemplate, 'conditions' | 'documents' | 'fee' | 'takes' | 'law'>;

/**
 * Makes a template (version 0) or changes the one of that version.
 * @returns false when it has another version by now
 */
export async function writeTemplate(
  tx: Database,
  template: TemplateWords & { name: string; retired: boolean; version: number },
  by: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into service_templates as old
            (name, conditions, documents, fee, takes, law, retired_at, updated_at, updated_by)
     select $1, $2, $3, $4, $5, $6, case when $7 then $9::timestamptz end, $9, $10
      where $8 = 0 or exists (select 1 from service_templates where name = $1)
     on conflict (name) do update
        set conditions = excluded.conditions, documents = excluded.documents, fee = excluded.fee,
            takes = excluded.takes, law = excluded.law, updated_at = excluded.updated_at,
            updated_by = excluded.updated_by, version = old.version + 1,
            retired_at = case when $7 then coalesce(old.retired_at, excluded.updated_at) end
      where old.version = $8`,
    [
      template.name,
      template.conditions,
      template.documents,
      template.fee,
      template.takes,
      template.law,
      template.retired,
      template.version,
      now,
      by,
    ],
  );
  return (rowCount ?? 0) > 0;
}

/** Points that offer a service. */
export async function findOffering(db: Database, name: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id::float8 as id from service_points where closed_at is null and $1 = any(services)',
    [name],
  );
  return rows.map((row) => row.id);
}

export type PushTarget = {
  divisions: readonly string[];
  division: string | null;
  levels: readonly string[] | null;
};
type TargetPoint = { id: string; name: string; gets: 'new' | 'has' | 'changed' };

/** The points a push names, and what it is for each; new ones first. */
export async function findTargets(db: Database, name: string, target: PushTarget): Promise<TargetPoint[]> {
  const { rows } = await db.query<TargetPoint>(
    `select id::text as id, name,
            case when not $1 = any(services) then 'new'
                 when service_changes ? $1 then 'changed' else 'has' end as gets
       from service_points
      where closed_at is null
        and exists (select 1 from unnest($2::text[]) as mine where starts_with(division, mine))
        and ($3::text is null or starts_with(division, $3))
        and ($4::text[] is null or level = any($4))
      order by (case when not $1 = any(services) then 0 when service_changes ? $1 then 1 else 2 end), division, id`,
    [name, target.divisions, target.division, target.levels],
  );
  return rows;
}

/**
 * Gives points a service and takes their own words on it away, each as a new version; those that change nothing
 * are left alone. The version before is kept when nothing of that point was kept yet.
 * @returns ids of those it was new for, and of those whose own words went
 */
export async function pushService(
  tx: Database,
  name: string,
  ids: readonly string[],
  by: { actor: string; actorName: string; note: string; reset: boolean },
  now: Date,
): Promise<{ added: number; reset: number; ids: number[] }> {
  await tx.query('select 1 from service_points where id = any($1::bigint[]) order by id for update', [ids]);
  await tx.query(keepVersions, [ids, name, by.reset, 'import', '原来的名单', '', null]);
  const { rows } = await tx.query<{ id: number; wasNew: boolean }>(
    `with before as (select id, not $2 = any(services) as was_new from service_points
                      where id = any($1::bigint[])
                        and (not $2 = any(services) or ($3 and service_changes ? $2)))
     update service_points p
        set services = case when was_new then array_append(services, $2) else services end,
            service_changes = case when $3 then service_changes - $2 else service_changes end,
            version = version + 1, updated_at = $4
       from before where before.id = p.id
     returning p.id::float8 as id, was_new as "wasNew"`,
    [ids, name, by.reset, now],
  );
  const changed = rows.map((row) => row.id);
  await tx.query(keepVersions, [changed, null, true, by.actor, by.actorName, by.note, now]);
  const added = rows.filter((row) => row.wasNew).length;
  return { added, reset: rows.length - added, ids: changed };
}

// The document of api/point-desk/contract.ts as of now, for every point given (of those a push of $2 would change).
const keepVersions = `
  insert into service_point_versions (service_point_id, version, at, actor, actor_name, facts, note)
  select id, version, coalesce($7::timestamptz, updated_at), $4, $5,
         jsonb_build_object(
           'name', name, 'level', level, 'division', division, 'address', address,
           'telephones', to_jsonb(telephones),
           'place', jsonb_build_object('lng', ST_X(place::geometry), 'lat', ST_Y(place::geometry),
                                       'source', place_source, 'quality', place_quality),
           'weekly', hours, 'summer', summer, 'markets', markets, 'exceptions', exceptions,
           'closure', closure, 'notices', notices, 'accessibility', to_jsonb(accessibility),
           'services', to_jsonb(services), 'serviceChanges', service_changes),
         $6
    from service_points
   where id = any($1::bigint[])
     and ($2::text is null or not $2 = any(services) or ($3 and service_changes ? $2))
  on conflict do nothing`;

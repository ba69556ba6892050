create extension if not exists postgis;
create extension if not exists pg_trgm;

-- Six characters without look-alikes (no 0 O 1 I L 5 S 8 B 7 Z U V), a letter first so that none is a number.
-- A bijection of the id: neighbours in time do not look alike and nothing has to be drawn and checked.
-- 15 * 21^5 = 61,261,515 codes; 48,271,019 has no factor 3, 5 or 7 in common with it.
create function opening_code(id bigint) returns text
  language sql immutable strict parallel safe
  return (
    select substr('ACDEFGHJKMNPQRT', (n % 15)::int + 1, 1)
           || string_agg(substr('234679ACDEFGHJKMNPQRT', (n / 15 / (21 ^ d)::bigint % 21)::int + 1, 1), '' order by d)
      from (select (id * 48271019 + 1234577) % 61261515 as n) as scrambled, generate_series(0, 4) as d
     group by n
  );

create table employers (
  id bigint generated always as identity primary key,
  credit_code text not null unique check (credit_code ~ '^[0-9A-HJ-NP-RT-UW-Y]{18}$'),
  name text not null check (length(name) between 1 and 100),
  industry text check (industry ~ '^[A-T]$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column employers.credit_code is '统一社会信用代码, GB 32100-2015; the check digit is the rules'' business';
comment on column employers.industry is 'section of GB/T 4754-2017';

create table openings (
  id bigint generated always as identity primary key,
  code text not null unique generated always as (opening_code(id)) stored,
  external_id text unique,
  employer_id bigint not null references employers,
  status text not null check (status in ('draft', 'published', 'closed')),
  title text not null check (length(title) between 1 and 60),
  occupation text check (length(occupation) between 1 and 60),
  industry text check (industry ~ '^[A-T]$'),
  duties text not null default '',
  requirements text not null default '',
  headcount int not null check (headcount between 1 and 9999),
  salary_min numeric(9, 2) check (salary_min >= 0),
  salary_max numeric(9, 2) check (salary_max >= salary_min),
  salary_unit text not null check (salary_unit in ('月', '日', '时', '件', '面议')),
  salary_monthly_min int,
  salary_monthly_max int,
  education text check (education in ('不限', '初中及以下', '高中或中专', '大专', '本科', '硕士及以上')),
  experience text check (experience in ('不限', '1年以内', '1-3年', '3-5年', '5年以上')),
  employment_type text check (employment_type in ('全职', '兼职', '临时', '实习')),
  benefits text[] not null default '{}',
  address text not null default '',
  town text not null check (town ~ '^[0-9]{9}$'),
  place geography(point, 4326) not null,
  place_source text not null,
  place_quality text not null check (place_quality in ('surveyed', 'imported', 'approximate', 'town')),
  contact_name text,
  contact_phone text,
  published_at timestamptz,
  confirmed_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'published' or (published_at is not null and confirmed_at is not null and expires_at is not null))
);
create index openings_employer on openings (employer_id);
create index openings_place on openings using gist (place);
create index openings_published on openings (published_at desc) where status = 'published';
comment on column openings.salary_min is 'yuan per salary_unit';
comment on column openings.salary_monthly_min is 'yuan a month: day x 21.75, hour x 174; null for piece and negotiable';
comment on column openings.town is 'nine digits: GB/T 2260 + 3; the first six are the county';
comment on column openings.place is 'WGS-84; the town''s seat when place_quality is town';
comment on column openings.confirmed_at is 'last time somebody answered that it is still open';

create table service_points (
  id bigint generated always as identity primary key,
  external_id text unique,
  name text not null check (length(name) between 1 and 80),
  level text not null check (level in ('county', 'town', 'village')),
  division text not null check (division ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'),
  address text not null default '',
  telephones text[] not null default '{}',
  place geography(point, 4326) not null,
  place_source text not null,
  place_quality text not null check (place_quality in ('surveyed', 'imported', 'approximate', 'town')),
  hours jsonb not null default '[]',
  services text[] not null default '{}',
  terminals_installed int not null default 0 check (terminals_installed between 0 and 99),
  terminals_working int not null default 0 check (terminals_working between 0 and terminals_installed),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index service_points_place on service_points using gist (place);
comment on column service_points.hours is '[{weekday 1-7, fromMinute, toMinute}], minutes after midnight in Asia/Shanghai';
comment on column service_points.division is 'county, town or village code, by level';

-- The change log: one row per changed thing, written in the transaction of the change. Each consumer
-- (search index, read models of every process) keeps its own place in it; api/db/changes.ts says how it is
-- read so that nothing is missed. A database restored into another cluster starts it anew: transaction
-- numbers mean nothing there.
create table outbox (
  seq bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('opening', 'employer', 'service_point')),
  entity_id bigint not null,
  at timestamptz not null default now()
);
create index outbox_tx on outbox (tx);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  entity text not null,
  entity_id bigint,
  detail jsonb not null default '{}'
);
comment on column audit_log.actor is 'who: a role and its id, or the command that ran';

create table visits (
  on_date date primary key,
  count bigint not null check (count >= 0)
);
comment on table visits is 'pages asked for a day, Asia/Shanghai; no cookie, no address';

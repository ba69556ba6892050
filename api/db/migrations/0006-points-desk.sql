-- Service points kept by staff: everything that is edited is one document with one version number.
alter table service_points
  add column version int not null default 1 check (version >= 1),
  add column summer jsonb,
  add column markets jsonb not null default '[]',
  add column exceptions jsonb not null default '[]',
  add column closure jsonb,
  add column notices jsonb not null default '[]',
  add column accessibility text[] not null default '{}',
  add column service_changes jsonb not null default '{}',
  add column checked_at timestamptz,
  add column closed_at timestamptz,
  add column merged_into bigint references service_points;
comment on column service_points.summer is '{from MM-DD, to MM-DD, weekly}: the week of those days; hours is that of the others';
comment on column service_points.markets is '[{lunarDays, weekdays, fromMinute, toMinute}]: open besides on market days, 农历 or by weekday';
comment on column service_points.exceptions is '[{from, to, spans, note}]: those days instead of the week; no spans is closed';
comment on column service_points.closure is '{from, to, reason, movedTo}: shut or elsewhere for a while; to null is until further notice';
comment on column service_points.notices is '[{text, from, to}]';
comment on column service_points.service_changes is 'by name of a service, what differs here from the city''s template';
comment on column service_points.checked_at is 'last time staff looked and found everything right';
comment on column service_points.closed_at is 'given up for good; its work is with merged_into';

create table service_point_versions (
  service_point_id bigint not null references service_points on delete cascade,
  version int not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  facts jsonb not null,
  note text not null default '' check (length(note) <= 200),
  primary key (service_point_id, version)
);
comment on column service_point_versions.facts is 'the whole document as it stood from then on';
comment on column service_point_versions.note is 'why: a reason for the pin, a version restored, a template pushed';

create table service_templates (
  name text primary key check (length(name) between 1 and 40),
  conditions text not null default '',
  documents text[] not null default '{}',
  fee text not null default '',
  takes text not null default '',
  law text not null default '',
  version int not null default 1,
  retired_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by text not null
);
comment on table service_templates is 'what the city says about a service; points offering a service of that name show it';

create table tasks (
  id bigint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  division text not null check (division ~ '^[0-9]{4}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?$'),
  opening_id bigint references openings on delete cascade,
  service_point_id bigint references service_points on delete cascade,
  employer_id bigint references employers on delete cascade,
  report_id bigint,
  terminal_id bigint,
  due_at timestamptz not null,
  note text not null default '' check (length(note) <= 500),
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  outcome text check (length(outcome) <= 200)
);
create unique index tasks_open_once on tasks
  (kind, coalesce(opening_id, 0), coalesce(service_point_id, 0), coalesce(employer_id, 0), coalesce(report_id, 0),
   coalesce(terminal_id, 0))
  where ended_at is null;
create index tasks_open_due on tasks (due_at) where ended_at is null;
comment on column tasks.division is 'whose it is: everybody whose jurisdiction covers this code';

create table mistake_reports (
  id bigint generated always as identity primary key,
  service_point_id bigint not null references service_points on delete cascade,
  about text not null check (about in ('hours', 'address', 'telephone', 'services', 'terminal', 'other')),
  text text not null check (length(text) between 1 and 300),
  phone text check (length(phone) <= 20),
  reported_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  outcome text check (outcome in ('mended', 'right-as-it-is', 'not-understood')),
  answer text check (length(answer) <= 300)
);
create index mistake_reports_open on mistake_reports (service_point_id) where answered_at is null;
comment on column mistake_reports.phone is 'only if the visitor wants to be called back; erased with the answer';

create table help_ledger (
  id bigint generated always as identity primary key,
  service_point_id bigint not null references service_points on delete cascade,
  actor text not null,
  at timestamptz not null,
  kind text not null check (length(kind) between 1 and 40),
  result text not null check (length(result) between 1 and 40)
);
create index help_ledger_point on help_ledger (service_point_id, at);
comment on table help_ledger is 'help given at the desk: what kind and what came of it, nothing about the person';

alter table openings
  add column if not exists service_point_id bigint references service_points,
  add column if not exists local_source text check (length(local_source) <= 100),
  add column if not exists local_consent_at timestamptz;
comment on column openings.service_point_id is 'a local listing: the point whose staff took it in and keep it fresh';
comment on column openings.local_source is 'a local listing: who gave it, at the desk, by telephone or at the door';
comment on column openings.local_consent_at is 'a local listing: when the employer agreed to its publication';
create index if not exists openings_service_point on openings (service_point_id) where service_point_id is not null;

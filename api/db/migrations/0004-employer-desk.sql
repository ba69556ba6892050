-- Employers that write themselves down, with members, papers and workplaces.
alter table employers
  add column standing text not null default 'imported'
    check (standing in ('imported', 'new', 'verified', 'returned', 'refused', 'banned')),
  add column code_reason text check (length(code_reason) between 1 and 300),
  add column code_override text check (length(code_override) between 1 and 300),
  add column size text check (size in ('1-9人', '10-49人', '50-299人', '300-999人', '1000人以上')),
  add column introduction text not null default '' check (length(introduction) <= 2000),
  add column address text not null default '' check (length(address) <= 200),
  add column town text check (town ~ '^[0-9]{9}$'),
  add column place geography(point, 4326),
  add column place_reason text not null default '' check (length(place_reason) <= 300),
  add column verified_at timestamptz,
  add column verified_until timestamptz,
  add column reminded_at timestamptz,
  add column ban_reason text,
  add column version int not null default 1,
  add check (standing <> 'verified' or (verified_at is not null and verified_until is not null)),
  add check (standing <> 'banned' or ban_reason is not null);
create index employers_verified_until on employers (verified_until) where standing = 'verified';
comment on column employers.standing is 'imported: by a list, nobody''s yet; new: wrote itself down, no reviewer has looked';
comment on column employers.code_reason is 'why an early code whose check character does not fit is right all the same, says the employer';
comment on column employers.code_override is 'the same, says the reviewer who let it pass';
comment on column employers.verified_until is 'six months after verified_at (2025 five-ministry notice)';
comment on column employers.reminded_at is 'last time the papers were asked for again';

create table employer_members (
  employer_id bigint not null references employers on delete cascade,
  account_id bigint not null references accounts on delete cascade,
  role text not null check (role in ('owner', 'member')),
  since timestamptz not null,
  primary key (employer_id, account_id)
);
create index employer_members_account on employer_members (account_id);

create table employer_invitations (
  id bigint generated always as identity primary key,
  employer_id bigint not null references employers on delete cascade,
  phone text not null check (phone ~ '^1[3-9][0-9]{9}$'),
  invited_by bigint not null references accounts on delete cascade,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  check ((answered_at is null) = (accepted is null))
);
create unique index employer_invitations_open on employer_invitations (employer_id, phone) where answered_at is null;
create index employer_invitations_phone on employer_invitations (phone) where answered_at is null;

create table workplaces (
  id bigint generated always as identity primary key,
  employer_id bigint not null references employers on delete cascade,
  name text not null check (length(name) between 1 and 60),
  address text not null check (length(address) between 1 and 200),
  town text not null check (town ~ '^[0-9]{9}$'),
  place geography(point, 4326) not null,
  place_reason text not null default '' check (length(place_reason) <= 300),
  version int not null default 1,
  created_at timestamptz not null,
  unique (employer_id, name)
);

create table licences (
  id bigint generated always as identity primary key,
  employer_id bigint not null references employers on delete cascade,
  file_name text not null unique check (file_name ~ '^[0-9a-f]{32}$'),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes int not null check (bytes > 0),
  sha256 bytea not null,
  uploaded_by bigint not null references accounts,
  uploaded_at timestamptz not null,
  unique (employer_id, sha256)
);
comment on column licences.file_name is 'random; the file lies in uploads/licences and is never served by its path';
comment on column licences.type is 'by its first bytes, whatever the sender said';

-- Openings as their employers write them: `form` is what is being written, the columns are what was last taken up.
alter table openings
  alter column title drop not null,
  alter column headcount drop not null,
  alter column salary_unit drop not null,
  alter column town drop not null,
  alter column place drop not null,
  alter column place_source drop not null,
  alter column place_quality drop not null,
  drop constraint openings_status_check,
  add constraint openings_status_check check (status in
    ('draft', 'submitted', 'scheduled', 'published', 'paused', 'returned', 'refused', 'closed', 'expired', 'hidden')),
  drop constraint openings_headcount_check,
  add constraint openings_headcount_check check (headcount between 0 and 9999),
  add column form jsonb,
  add column version int not null default 1,
  add column filled int not null default 0 check (filled >= 0),
  add column outcome text check (outcome in ('filled-here', 'filled-elsewhere', 'withdrawn')),
  add column publish_at timestamptz,
  add column place_reason text not null default '' check (length(place_reason) <= 300),
  add column workplace_id bigint references workplaces on delete set null,
  add column source_name text check (length(source_name) between 1 and 100),
  add column lint_reasons jsonb not null default '[]',
  add column is_kept_by_desk boolean not null default false,
  add constraint openings_whole check (status = 'draft' or (title is not null and headcount is not null
    and salary_unit is not null and town is not null and place is not null and place_source is not null
    and place_quality is not null)),
  add constraint openings_published_with_places check (status <> 'published' or headcount > 0);
comment on column openings.form is 'what is being written and does not stand yet (OpeningForm); null: the columns say it all';
comment on column openings.version is 'of the form, for two people who write at once';
comment on column openings.headcount is 'places still free';
comment on column openings.publish_at is 'not to be seen before; null is at once';
comment on column openings.source_name is 'where it was taken over from, when it was';
comment on column openings.lint_reasons is '[{rule, field, reason}]: why warnings of the lint stand';
comment on column openings.is_kept_by_desk is 'its employer or staff have acted on it: lists no longer overwrite it';
create index openings_expires on openings (expires_at) where status in ('published', 'paused', 'hidden');
create index openings_scheduled on openings (publish_at) where status = 'scheduled';

create table opening_events (
  id bigint generated always as identity primary key,
  opening_id bigint not null references openings on delete cascade,
  at timestamptz not null,
  actor text not null,
  action text not null,
  from_status text,
  to_status text not null,
  why text not null default '' check (length(why) <= 1000),
  detail jsonb not null default '{}'
);
create index opening_events_opening on opening_events (opening_id, id);
comment on column opening_events.actor is 'person:12, staff:3, or system';

create table reviews (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('opening', 'employer', 'claim')),
  cause text not null check (cause in
    ('new-employer', 'flagged', 'change', 'sampled', 'reported', 'verification', 'reverification', 'renamed', 'claim')),
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'returned', 'refused', 'recalled')),
  employer_id bigint not null references employers on delete cascade,
  opening_id bigint references openings on delete cascade,
  account_id bigint references accounts on delete cascade,
  town text check (town ~ '^[0-9]{9}$'),
  form jsonb,
  findings jsonb not null default '[]',
  note text not null default '' check (length(note) <= 1000),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reasons text[] not null default '{}',
  text text not null default '' check (length(text) <= 1000),
  answer text check (length(answer) <= 1000),
  answered_at timestamptz,
  check ((kind = 'opening') = (opening_id is not null)),
  check ((kind = 'claim') = (account_id is not null)),
  check ((state = 'waiting') = (decided_at is null)),
  check ((answer is null) = (answered_at is null))
);
create unique index reviews_opening_waiting on reviews (opening_id) where state = 'waiting' and kind = 'opening';
create unique index reviews_employer_waiting on reviews (employer_id) where state = 'waiting' and kind = 'employer';
create unique index reviews_claim_waiting on reviews (employer_id, account_id) where state = 'waiting' and kind = 'claim';
create index reviews_waiting on reviews (asked_at) where state = 'waiting';
create index reviews_opening on reviews (opening_id, id);
create index reviews_employer on reviews (employer_id, id);
comment on column reviews.town is 'whose it is: reviewers whose jurisdiction covers it; null is the city''s';
comment on column reviews.form is 'the opening as it was handed in';
comment on column reviews.answer is 'what the employer wrote back';

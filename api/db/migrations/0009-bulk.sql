-- Minimum pay as the city has entered it, one row a notice and county: next year's may stand here before it counts.
-- Counties without a row that counts have what api/moderation/lint/minimum-wage-table.ts knows.
create table minimum_wages (
  county text not null check (county ~ '^[0-9]{6}$'),
  in_force_from date not null,
  monthly_yuan int not null check (monthly_yuan between 500 and 100000),
  hourly_yuan numeric(6, 2) not null check (hourly_yuan between 1 and 1000),
  source text not null check (length(source) between 2 and 200),
  version int not null default 1,
  updated_at timestamptz not null,
  primary key (county, in_force_from)
);
comment on column minimum_wages.county is 'GB/T 2260';
comment on column minimum_wages.hourly_yuan is 'for work by the hour; full-time pay by the hour is judged by the month';
comment on column minimum_wages.source is 'the notice it was taken from';

-- Lists of openings that an employer sends: looked through row by row, then published or kept as drafts.
create table bulk_uploads (
  id bigint generated always as identity primary key,
  employer_id bigint not null references employers on delete cascade,
  actor text not null,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 bytea not null,
  state text not null default 'checked' check (state in ('checked', 'publishing', 'done')),
  choice text check (choice in ('all', 'good')),
  uploaded_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  check ((state = 'checked') = (choice is null)),
  check ((state = 'done') = (finished_at is not null))
);
create unique index bulk_uploads_same_file on bulk_uploads (employer_id, sha256);
create index bulk_uploads_publishing on bulk_uploads (id) where state = 'publishing';
comment on column bulk_uploads.actor is 'who sent it: person:12 or staff:3; the openings are theirs to answer for';
comment on column bulk_uploads.sha256 is 'of the file: the same file again is the same upload';
comment on column bulk_uploads.choice is 'good: rows without a fault; all: the others are kept as drafts';

create table bulk_rows (
  upload_id bigint not null references bulk_uploads on delete cascade,
  row int not null check (row >= 2),
  external_id text not null,
  content_hash bytea not null,
  form jsonb not null,
  faults jsonb not null,
  findings jsonb not null,
  state text not null check (state in ('good', 'bad', 'sent', 'changed', 'same', 'drafted', 'skipped', 'refused')),
  opening_id bigint references openings on delete set null,
  problem text,
  primary key (upload_id, row)
);
create index bulk_rows_state on bulk_rows (upload_id, state);
comment on column bulk_rows.row is 'as the spreadsheet counts: the header is row 1';
comment on column bulk_rows.form is 'OpeningForm; cells that could not be read are left out';
comment on column bulk_rows.faults is '[{column, value, reason}]';
comment on column bulk_rows.external_id is 'the employer''s own number, or # and the content hash';

-- Which opening a row of a list has become, so that the next list changes it and makes no second one.
create table bulk_openings (
  employer_id bigint not null references employers on delete cascade,
  external_id text not null,
  opening_id bigint not null references openings on delete cascade,
  content_hash bytea not null,
  primary key (employer_id, external_id)
);
create index bulk_openings_opening on bulk_openings (opening_id);

-- Answering an opening, whether it still stands, and how often it is looked at.
create table applications (
  id bigint generated always as identity primary key,
  opening_id bigint not null references openings,
  employer_id bigint not null references employers,
  account_id bigint not null references accounts,
  state text not null
    check (state in ('new', 'contacted', 'interview', 'hired', 'unsuitable', 'withdrawn', 'ended')),
  name text check (length(name) between 1 and 30),
  phone text check (length(phone) between 3 and 30),
  message text check (length(message) <= 200),
  reason text check (length(reason) <= 40),
  version int not null default 1,
  sent_at timestamptz not null,
  changed_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  wiped_at timestamptz,
  unique (opening_id, account_id),
  check ((wiped_at is null) = (name is not null and phone is not null and message is not null)),
  check (wiped_at is null or (name is null and phone is null and message is null)),
  check (state <> 'unsuitable' or reason is not null)
);
create index applications_employer on applications (employer_id, sent_at desc);
create index applications_account on applications (account_id, sent_at desc);
create index applications_open on applications (opening_id) where state in ('new', 'contacted', 'interview');
create index applications_to_wipe on applications (ended_at) where wiped_at is null;
comment on column applications.employer_id is 'whom the consent names; stays when the opening goes to another employer';
comment on column applications.answered_at is 'when the employer first did something about it';
comment on column applications.ended_at is 'since when it is over; 90 days later name, telephone and message are wiped';

create table application_events (
  id bigint generated always as identity primary key,
  application_id bigint not null references applications on delete cascade,
  state text not null,
  at timestamptz not null
);
create index application_events_application on application_events (application_id, id);

create table application_consents (
  id bigint generated always as identity primary key,
  application_id bigint not null references applications on delete cascade,
  version text not null,
  employer_id bigint not null references employers,
  at timestamptz not null
);
create index application_consents_application on application_consents (application_id, id);
comment on table application_consents is
  'PIPL art. 14 and 23: which text, naming which employer, agreed to when; one row a sending';

create table application_limits (
  opening_id bigint primary key references openings on delete cascade,
  open_applications int not null check (open_applications between 1 and 500)
);

create table call_reports (
  id bigint generated always as identity primary key,
  opening_id bigint not null references openings on delete cascade,
  outcome text not null check (outcome in ('hiring', 'full', 'no-answer', 'asked-for-money')),
  reporter text,
  on_date date not null,
  at timestamptz not null,
  unique (opening_id, reporter, on_date)
);
create index call_reports_at on call_reports (at);
comment on column call_reports.reporter is 'keyed hash of the address, for telling two callers apart; wiped after 30 days';

create table freshness_links (
  id bigint generated always as identity primary key,
  opening_id bigint not null references openings on delete cascade,
  cause text not null check (cause in ('weekly', 'callers', 'expires-in-7', 'expires-in-1')),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  answer text check (answer in ('hiring', 'full', 'pause')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create index freshness_links_opening on freshness_links (opening_id, sent_at desc);
create index freshness_links_sent on freshness_links (sent_at);

create table freshness_tasks (
  opening_id bigint not null references openings on delete cascade,
  confirmed_at timestamptz not null,
  primary key (opening_id, confirmed_at)
);
comment on table freshness_tasks is 'staff were asked about an opening nobody has vouched for since then: once';

create table opening_statistics (
  opening_id bigint not null references openings on delete cascade,
  on_date date not null,
  seen int not null default 0,
  opened int not null default 0,
  called int not null default 0,
  applied int not null default 0,
  primary key (opening_id, on_date)
);
comment on table opening_statistics is 'counts a day in Asia/Shanghai; no person, no address, no cookie';

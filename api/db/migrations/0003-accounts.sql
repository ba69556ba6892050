-- Who may sign in. A person is known by a telephone number, a member of staff by a name and a password.
create table accounts (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('person', 'staff')),
  phone text unique check (phone ~ '^1[3-9][0-9]{9}$'),
  login text unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,38}$'),
  name text check (length(name) between 1 and 40),
  password_hash text,
  totp_secret text,
  totp_last_step bigint,
  roles text[] not null default '{}'
    check (roles <@ array['point-staff', 'reviewer', 'county-manager', 'city-administrator', 'system-administrator', 'auditor']),
  divisions text[] not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  check (kind = 'staff' or (cardinality(roles) = 0 and cardinality(divisions) = 0 and password_hash is null)),
  check (kind = 'person' or (login is not null and name is not null and phone is null))
);
comment on column accounts.phone is 'null once the person has closed the account';
comment on column accounts.divisions is 'prefixes of division codes: 4 digits the city, 6 a county, 9 a town, 12 a village';
comment on column accounts.password_hash is 'argon2id; null until the invitation is taken up';
comment on column accounts.totp_last_step is 'the last 30-second step that was used: a code works once';

create table sessions (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  account_id bigint not null references accounts on delete cascade,
  device text not null default '' check (length(device) <= 80),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_seconds int not null check (idle_seconds > 0),
  ends_at timestamptz not null
);
create index sessions_account on sessions (account_id);
comment on column sessions.token_hash is 'SHA-256 of the 128 random bits in the cookie, which are stored nowhere';
comment on column sessions.seen_at is 'to the minute';
comment on column sessions.device is 'kind of browser and system, for the owner''s list';

create table one_time_codes (
  phone text primary key,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0
);

-- What leaves by SMS or e-mail, written in the transaction of what it tells about. Kept 30 days.
create table messages (
  id bigint generated always as identity primary key,
  channel text not null check (channel in ('sms', 'email')),
  recipient text not null check (length(recipient) between 3 and 120),
  template text not null,
  text text not null,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  tries int not null default 0,
  sent_at timestamptz,
  last_error text
);
create index messages_waiting on messages (next_try_at) where sent_at is null and tries < 8;

-- Limits shared by all processes: how much of a named allowance is used in its window.
create table limits (
  name text primary key,
  used int not null,
  ends_at timestamptz not null
);

create table jobs (
  name text primary key,
  holder text,
  lease_until timestamptz,
  next_run_at timestamptz not null,
  last_run_at timestamptz,
  last_error text
);
comment on column jobs.holder is 'the process that runs it now; a lease that has run out is anybody''s';

-- The first reply to a request that may be sent twice. Kept 7 days.
create table idempotency_keys (
  actor text not null,
  key text not null check (length(key) between 8 and 80),
  endpoint text not null,
  body_hash bytea not null,
  reply jsonb,
  at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_keys_at on idempotency_keys (at);

create table secrets (
  name text primary key,
  value bytea not null
);
comment on table secrets is 'made by the server at its first start and shared by all processes: links, address hashes';

-- Codes that make a device a terminal of a point: typed once within ten minutes.
create table terminal_pairings (
  id bigint generated always as identity primary key,
  service_point_id bigint not null references service_points on delete cascade,
  code_hash bytea not null unique,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on column terminal_pairings.code_hash is 'SHA-256 of the code; the code itself is only ever shown';

-- A paired device. Without one, a point keeps the figures of its list (service_points.terminals_installed, _working).
-- Rows are written once a minute each: room in the page keeps such an update out of every index.
create table terminals (
  id bigint generated always as identity primary key,
  service_point_id bigint not null references service_points on delete cascade,
  label text not null default '' check (length(label) <= 40),
  token_hash bytea not null unique,
  paired_at timestamptz not null,
  paired_by text not null,
  revoked_at timestamptz,
  state text not null default 'working' check (state in ('working', 'broken', 'silent', 'contested')),
  sequence bigint not null default 0,
  nonce text not null default '',
  last_beat_at timestamptz,
  clock_off_seconds int,
  printer text not null default 'unknown' check (printer in ('ready', 'none', 'broken', 'unknown')),
  paper text not null default 'unknown' check (paper in ('ok', 'low', 'out', 'unknown')),
  version text not null default '' check (length(version) <= 40)
) with (fillfactor = 70);
create index terminals_service_point on terminals (service_point_id) where revoked_at is null;
comment on column terminals.token_hash is 'SHA-256 of 256 random bits, which only the device has';
comment on column terminals.sequence is 'of the last beat; one that does not grow with another nonce is a second machine';
comment on column terminals.clock_off_seconds is 'the device''s clock minus ours at the last beat, within 68 years';

-- What people want to be told of when it comes: words and conditions, never where they stand.
create table alerts (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  filter jsonb not null,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  created_at timestamptz not null,
  told_until timestamptz not null,
  ends_at timestamptz not null,
  end_told boolean not null default false,
  unique (account_id, filter)
);
create index alerts_ends on alerts (ends_at);
comment on column alerts.told_until is 'what came before this instant has been told, or was there when it was asked for';
comment on column alerts.end_told is 'whether its person was told that it ends soon';

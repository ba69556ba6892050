-- Finding by words. One row per published opening with the terms it is found under (api/search/document.ts).
create table opening_index (
  opening_id bigint primary key references openings on delete cascade,
  hash text not null,
  terms text[] not null
);
comment on column opening_index.hash is 'of the document; what `npm run index -- check` compares';
comment on column opening_index.terms is 'prefixed terms cut by us: jieba words, pairs, sounds, occupations';
-- The pending list makes a filling 2.5 times as fast (30,000 rows: 5.0 s, not 12.5) and is read by every search
-- until it is full, so it is kept short: kilobytes.
create index opening_index_terms on opening_index using gin (terms) with (fastupdate = on, gin_pending_list_limit = 512);

-- How far each index has read the change log, and who reads.
create table index_cursors (
  consumer text primary key,
  cursor jsonb,
  version text,
  identity text,
  holder text,
  lease_until timestamptz,
  last_error text,
  last_error_at timestamptz,
  updated_at timestamptz not null default now()
);
comment on column index_cursors.cursor is 'see Cursor in api/db/changes.ts; null until filled for the first time';
comment on column index_cursors.version is 'of documents and thesaurus the index was filled with; another one means fill anew';
comment on column index_cursors.identity is 'which index it was, when the engine lives outside: a wiped engine has another';

-- Words the staff added to the thesaurus.
create table thesaurus_words (
  id bigint generated always as identity primary key,
  word text not null check (length(word) between 1 and 30),
  concept text not null check (concept ~ '^[a-z0-9-]{1,60}$'),
  kind text not null check (kind in ('name', 'everyday', 'phrase')),
  by text not null,
  at timestamptz not null default now(),
  unique (word, concept)
);
comment on column thesaurus_words.concept is 'id of an occupation in api/search/thesaurus/occupations';

-- Every search without the person: no address, no session, no place finer than the town. Kept 180 days.
create table searches (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  words text not null check (length(words) <= 200),
  filters jsonb not null default '{}',
  hits int not null check (hits >= 0),
  degraded boolean not null default false
);
create index searches_at on searches (at);

create view searches_without_hits as
  select words, count(*)::int as times, max(at) as last_at
    from searches
   where hits = 0 and words <> ''
   group by words
   order by times desc, last_at desc;

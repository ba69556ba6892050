-- Searches without hits that staff have looked at and want no word for.
create table missed_searches_set_aside (
  words text primary key check (length(words) between 1 and 200),
  by text not null,
  at timestamptz not null default now()
);
comment on table missed_searches_set_aside is 'until somebody searches for it again';

-- What the list of zero-hit searches reads: one person who tries ten spellings is ten rows, so days count too.
drop view searches_without_hits;
create view searches_without_hits as
  select words, count(*)::int as times, count(distinct at::date)::int as days, max(at) as last_at
    from searches
   where hits = 0 and words <> ''
   group by words
   order by times desc, last_at desc;

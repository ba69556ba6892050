-- Near duplicates: title and the beginning of the duties, by shared trigrams. The whole text finds no more of them and costs
-- an insert three times as long (3,455 rows on PostgreSQL 15: 102 ms without, 303 with 120 characters, 146 the title alone).
create index openings_likeness on openings using gin ((title || ' ' || left(duties, 48)) gin_trgm_ops)
  where status in ('submitted', 'scheduled', 'published', 'paused', 'hidden');

create index reviews_decided on reviews (decided_at desc) where state in ('approved', 'returned', 'refused');
create index reviews_account on reviews (account_id) where account_id is not null;

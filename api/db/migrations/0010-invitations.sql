-- Of the links with which somebody chooses a password the last one counts.
alter table accounts add column invitations int not null default 0;
comment on column accounts.invitations is 'how often a link was given out anew; part of the link, so that an earlier one is worth nothing';

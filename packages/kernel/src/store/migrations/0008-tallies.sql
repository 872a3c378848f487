-- How many records of a kind have a value, moved with the records in the same transaction. `by` is a declared field, or
-- nothing for all of them; `within` and `at` a field and its value that the counted records have besides, or nothing.
create table tally (
  coop text collate "C" not null,
  kind text collate "C" not null,
  within text collate "C" not null,
  at text collate "C" not null,
  by text collate "C" not null,
  value text collate "C" not null,
  audience text collate "C" not null,
  standing text collate "C" not null,
  party text collate "C" not null,
  n integer not null,
  primary key (coop, kind, within, at, by, value, audience, standing, party)
) with (fillfactor = 70);

-- The revision whose records the tallies count, and by what they count. A writer that counts by something else, or does not
-- count at all, leaves it behind; then nobody believes them.
alter table revision add column tallied bigint not null default 0;
alter table revision add column tallied_by text collate "C" not null default '';

-- Records whose search words are still to be made, right behind the commit that changed them. A row is gone when its words
-- stand in `search`, in the same transaction.
create table search_due (
  coop text collate "C" not null,
  record uuid not null,
  primary key (coop, record)
);

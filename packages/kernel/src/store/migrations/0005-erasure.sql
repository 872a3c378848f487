-- Personal values that records name, by their commitment: what a node has to hold, and what was erased. Derived.
create table personal_mark (
  coop text collate "C" not null,
  record uuid not null,
  commitment text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  erased boolean not null,
  primary key (coop, record, commitment)
);
create index personal_mark_due on personal_mark (coop, commitment) where not erased;

-- Erasures are few, and looked for after every act of a peer.
create index item_erase on item (coop, record) where verb = 'erase';

-- What is derived: it can be dropped and made again from acts, blobs and personal values.

-- Its row is locked by whoever derives; `n` grows with every change, so that a reader's cached counts know their age.
create table revision (
  coop text collate "C" primary key,
  n bigint not null
);

create table item (
  coop text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  idx integer not null,
  pos integer not null,
  verb text collate "C" not null,
  kind text collate "C",
  kv integer,
  record uuid,
  h text collate "C",
  hash text collate "C",
  body jsonb not null,
  apart boolean not null,
  class text collate "C" not null,
  reason text collate "C",
  wait_party text collate "C",
  wait_size integer,
  wait_hash text collate "C",
  primary key (coop, party, audience, idx, pos)
);
create index item_record on item (coop, record);
create index item_wait_size on item (coop, wait_party, wait_size) where wait_party is not null;
create index item_wait_hash on item (wait_hash) where wait_hash is not null;
create index item_held_kind on item (coop, kind) where class = 'held';

create table content (
  coop text collate "C" not null,
  hash text collate "C" not null,
  body jsonb not null,
  primary key (coop, hash)
);

create table record (
  coop text collate "C" not null,
  id uuid not null,
  kind text collate "C" not null,
  kv integer not null,
  audience text collate "C" not null,
  party text collate "C" not null,
  standing text collate "C" not null,
  version text collate "C" not null,
  ordinal integer not null,
  content jsonb not null,
  title jsonb not null,
  sort jsonb not null,
  translations jsonb not null,
  date text collate "C",
  at timestamptz not null,
  waits_for text[] not null,
  open_since timestamptz,
  primary key (coop, id)
);
create index record_date on record (coop, kind, date desc nulls last, id);
create index record_at on record (coop, kind, at desc, id);
create index record_waiting on record (coop, open_since) where cardinality(waits_for) > 0;

create table candidate (
  coop text collate "C" not null,
  record uuid not null,
  h text collate "C" not null,
  on_version text collate "C",
  round integer not null,
  purpose text collate "C" not null,
  kind text collate "C" not null,
  kv integer not null,
  hash text collate "C" not null,
  status text collate "C" not null,
  ordinal integer,
  proposals jsonb not null,
  consents jsonb not null,
  rejects jsonb not null,
  primary key (coop, record, h)
);

create table link (
  coop text collate "C" not null,
  record uuid not null,
  rel text collate "C" not null,
  target uuid not null,
  primary key (coop, record, rel, target)
);
create index link_target on link (coop, target, rel);

create table attachment (
  coop text collate "C" not null,
  record uuid not null,
  sha256 text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  primary key (coop, record, sha256)
);
create index attachment_sha256 on attachment (coop, sha256);

create table search (
  coop text collate "C" not null,
  record uuid not null,
  lang text collate "C" not null,
  words tsvector not null,
  body text not null,
  primary key (coop, record, lang)
);
create index search_words on search using gin (words);

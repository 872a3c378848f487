-- What is held for ever: journals, their acts, checkpoints and tiles (docs/decisions/0004). Hashes are lower-case hex
-- where they are names, bytes where they are many. Indexes of leaves count from 0.

create table journal (
  coop text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  size integer not null,
  frontier text not null,
  root text not null,
  checkpoint text,
  primary key (coop, party, audience)
);

create table act (
  coop text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  idx integer not null,
  bytes bytea not null,
  leaf bytea not null,
  class text collate "C" not null,
  reason text collate "C",
  id text collate "C",
  made text collate "C",
  actor jsonb,
  note text,
  seen jsonb,
  stored timestamptz not null,
  primary key (coop, party, audience, idx)
);
create unique index act_id on act (coop, party, audience, id) where class <> 'void';
create index act_stored on act (coop, stored);

create table checkpoint (
  coop text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  size integer not null,
  root text not null,
  note text not null,
  stored timestamptz not null,
  primary key (coop, party, audience, size)
);

create table tile (
  coop text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  level smallint not null,
  n integer not null,
  hashes bytea not null,
  root bytea not null,
  primary key (coop, party, audience, level, n)
);

create table evidence (
  id uuid primary key,
  coop text collate "C" not null,
  party text collate "C" not null,
  audience text collate "C" not null,
  fault text not null,
  body jsonb not null,
  found timestamptz not null
);
create index evidence_party on evidence (coop, party);

create table blob (
  sha256 text collate "C" primary key,
  size integer not null,
  type text not null,
  stored timestamptz not null
);
create table blob_part (
  sha256 text collate "C" not null references blob on delete cascade,
  n integer not null,
  bytes bytea not null,
  primary key (sha256, n)
);

create table personal (
  coop text collate "C" not null,
  commitment text collate "C" not null,
  record uuid,
  sealed bytea not null,
  stored timestamptz not null,
  primary key (coop, commitment)
);

create table peer (
  coop text collate "C" not null,
  party text collate "C" not null,
  contact timestamptz,
  fault jsonb,
  state jsonb not null default '{}',
  primary key (coop, party)
);

create table setting (
  name text collate "C" primary key,
  value jsonb not null
);

create table answer (
  coop text collate "C" not null,
  person text collate "C" not null,
  key text collate "C" not null,
  result jsonb not null,
  primary key (coop, person, key)
);

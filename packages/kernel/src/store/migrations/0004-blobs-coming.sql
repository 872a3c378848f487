-- Blobs on their way, in parts, so that a fetch that was cut off goes on where it stopped. A part moves to `blob_part` when
-- all are there and their digest is right.
create table blob_coming (
  sha256 text collate "C" not null,
  n integer not null,
  bytes bytea not null,
  stored timestamptz not null,
  primary key (sha256, n)
);

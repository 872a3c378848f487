-- A long journal is taken in before it is projected: `projected` leaves of it are in the records, right behind `size`.
alter table journal add column projected integer not null default 0;
update journal set projected = size;

-- Who cosigned a checkpoint, and when they say so (seconds since 1970); the note holds their signatures.
alter table checkpoint add column cosigned jsonb not null default '{}';

-- Who of this node looked at the evidence, when, and why work went on.
alter table evidence add column looked jsonb;

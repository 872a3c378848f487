-- What waits is found by indexes of its own, one for each party (start/indexes.ts).
drop index record_waiting;

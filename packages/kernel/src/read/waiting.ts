import type { Statement } from '../store/index.ts';
import { waitsFor } from './conditions.ts';
import { ROW } from './row.ts';

/** How many records of each kind wait for a party, counted anew. */
export const countWaiting = (coop: string, party: string, audiences: readonly string[]): Statement =>
  ({ text: `select r.kind, count(*)::int as n from record r where r.coop = $1 and ${waitsFor(party)} and r.audience = any($2::text[]) group by r.kind`, values: [coop, audiences] });

/** Of each kind the records that have waited longest for a party; the kind whose oldest is oldest first. */
export const firstWaiting = (coop: string, party: string, audiences: readonly string[], kinds: readonly string[], most: number): Statement => ({
  text: `select w.* from unnest($2::text[]) as k(kind) cross join lateral (
      select ${ROW}, r.open_since as since from record r where r.coop = $1 and r.kind = k.kind and ${waitsFor(party)} and r.audience = any($3::text[]) order by r.open_since, r.id limit $4) w
    order by min(w.since) over (partition by w.kind), w.kind, w.since, w.id`,
  values: [coop, kinds, audiences, most],
});

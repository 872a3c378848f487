import type { Audience } from '../act.ts';
import { together, type Handle, type Statement } from '../store/index.ts';
import type { Work } from './work.ts';

/** What wakes items: a journal that is this long now, and contents that are here. */
export interface Arrival { readonly party: string; readonly audience: Audience; readonly size: number; readonly hashes: ReadonlySet<string> }

/** Records with items that waited for it. */
export async function wokenBy(handle: Handle, coop: string, { party, audience, size, hashes }: Arrival): Promise<string[]> {
  const found = await together(handle, [
    { text: 'select distinct record::text as record from item where coop = $1 and wait_party = $2 and wait_size <= $3 and audience = $4 and record is not null', values: [coop, party, size, audience] },
    ...(hashes.size > 0 ? [{ text: 'select distinct record::text as record from item where coop = $1 and wait_hash = any($2::text[]) and record is not null', values: [coop, [...hashes]] }] : []),
  ]) as { record: string }[][];
  return found.flat().map(({ record }) => record);
}

/** Loads and touches them. */
export async function wake(work: Work, arrival: Arrival): Promise<void> {
  await rouse(work, await wokenBy(work.handle, work.context.cooperation.id, arrival));
}

/** What an item waits for. */
export interface Waiter { readonly record: string; readonly audience: Audience; readonly party: string | undefined; readonly size: number | undefined; readonly hash: string | undefined }

/** What items of the touched records wait for when they are written. */
export function waitersOf(work: Work): Waiter[] {
  const waiters: Waiter[] = [];
  for (const record of work.touched) {
    for (const [{ audience }, { waitParty: party, waitSize: size, waitHash: hash }] of work.life(record).verdicts) {
      if (party !== undefined || hash !== undefined) waiters.push({ record, audience, party, size, hash });
    }
  }
  return waiters;
}

/** The same as the database is asked for (`wokenBy`). */
export const wakes = ({ party, audience, size, hashes }: Arrival, waiter: Waiter): boolean =>
  (waiter.party === party && waiter.audience === audience && (waiter.size ?? Infinity) <= size) || (waiter.hash !== undefined && hashes.has(waiter.hash));

/** Items that wait for a party's journals to grow: asked before it is known how far they will. */
export const waitingFor = (coop: string, party: string): Statement =>
  ({ text: 'select record::text as record, wait_size as size, audience from item where coop = $1 and wait_party = $2 and record is not null', values: [coop, party] });

/** Fails, as a division by zero, where an item waits for a party's journal to be so long: whoever makes it so would have to judge that anew. */
export const noneWaits = (coop: string, party: string, audience: Audience, size: number): Statement => ({
  text: 'select 1 / (case when exists (select from item where coop = $1 and wait_party = $2 and audience = $3 and wait_size <= $4 and record is not null) then 0 else 1 end) as n', values: [coop, party, audience, size],
});

export interface Waiting { readonly record: string; readonly size: number; readonly audience: Audience }

/** Loads and touches those that need not wait any longer. */
export async function wakeOf(work: Work, waiting: readonly Waiting[], sizes: ReadonlyMap<Audience, number>): Promise<void> {
  await rouse(work, waiting.filter(({ size, audience }) => size <= (sizes.get(audience) ?? -1)).map(({ record }) => record));
}

async function rouse(work: Work, records: readonly string[]): Promise<void> {
  await work.load(records);
  for (const record of records) work.touch(record);
}

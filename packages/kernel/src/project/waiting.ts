import type { Audience } from '../act.ts';
import { together, type Statement } from '../store/index.ts';
import type { Work } from './work.ts';

/**
 * Loads and touches records with items that waited for a journal to become this long, or for contents that are here now.
 */
export async function wake(work: Work, party: string, audience: Audience, size: number, hashes: readonly string[] = []): Promise<void> {
  const coop = work.context.cooperation.id;
  const found = await together(work.handle, [
    { text: 'select distinct record::text as record from item where coop = $1 and wait_party = $2 and wait_size <= $3 and audience = $4 and record is not null', values: [coop, party, size, audience] },
    ...(hashes.length > 0 ? [{ text: 'select distinct record::text as record from item where coop = $1 and wait_hash = any($2::text[]) and record is not null', values: [coop, hashes] }] : []),
  ]) as { record: string }[][];
  await rouse(work, found.flat().map(({ record }) => record));
}

/** Items that wait for a party's journals to grow: asked before it is known how far they will. */
export const waitingFor = (coop: string, party: string): Statement =>
  ({ text: 'select record::text as record, wait_size as size, audience from item where coop = $1 and wait_party = $2 and record is not null', values: [coop, party] });

export interface Waiting { readonly record: string; readonly size: number; readonly audience: Audience }

/** Loads and touches those that need not wait any longer. */
export async function wakeOf(work: Work, waiting: readonly Waiting[], sizes: ReadonlyMap<Audience, number>): Promise<void> {
  await rouse(work, waiting.filter(({ size, audience }) => size <= (sizes.get(audience) ?? -1)).map(({ record }) => record));
}

async function rouse(work: Work, records: readonly string[]): Promise<void> {
  await work.load(records);
  for (const record of records) work.touch(record);
}

import type { Audience } from '../act.ts';
import { run } from '../store/index.ts';
import type { Work } from './work.ts';

/**
 * Loads and touches records with items that waited for a journal to become this long, or for contents that are here now.
 */
export async function wake(work: Work, party: string, audience: Audience, size: number, hashes: readonly string[] = []): Promise<void> {
  const waiting = await run<{ record: string }>(work.handle, `select distinct record::text as record from item
    where coop = $1 and ((wait_party = $2 and wait_size <= $3 and audience = $4) or wait_hash = any($5::text[])) and record is not null`,
    [work.context.cooperation.id, party, size, audience, hashes]);
  await work.load(waiting.map((row) => row.record));
  for (const { record } of waiting) work.touch(record);
}

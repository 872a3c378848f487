import type { Audience } from '../act.ts';
import { takeContents } from '../admit/contents.ts';
import { readLeaf } from '../envelope/leaf.ts';
import type { JournalRow } from '../journal/append.ts';
import { INSERT_ITEM } from '../project/statements.ts';
import { intakeOf, makeAllFindable, storeLoose, Work } from '../project/index.ts';
import { itemRow } from '../project/store-items.ts';
import { insertMany } from '../store/bulk.ts';
import { instantText, run, together } from '../store/index.ts';
import { believed, definitionOf } from '../tally/index.ts';
import { rederive } from './rederive.ts';

// Whoever makes words behind a commit holds what is due first, then the words: in that order here too.
const DERIVED = ['search_due', 'item', 'content', 'record', 'candidate', 'link', 'attachment', 'search', 'personal_mark', 'tally'] as const;
const AT_ONCE = 1_000;

/**
 * Makes everything derived again from the exact bytes of the acts, the blobs and nothing else. What it writes equals what
 * stood there, since both are the same function of the same acts.
 */
export async function rebuildAll(work: Work, journals: readonly JournalRow[]): Promise<void> {
  const coop = work.context.cooperation.id;
  for (const table of DERIVED) await run(work.handle, `delete from ${table} where coop = $1`, [coop]);
  for (const journal of journals) for (let from = 0; from < journal.projected; from += AT_ONCE) await reread(work, journal.party, journal.audience, from, Math.min(from + AT_ONCE, journal.projected));
  const records = await run<{ record: string }>(work.handle, 'select distinct record::text as record from item where coop = $1 and record is not null', [coop]);
  await rederive(work, records.map((row) => row.record));
  await together(work.handle, [believed(coop, definitionOf(work.context.kinds))]);
  await makeAllFindable(work.handle, work.context);
  // Everything is new: without a fresh look at it the engine would plan for what was there before.
  for (const table of DERIVED) await run(work.handle, `analyze ${table}`);
}

/** Reads a stretch of leaves again into items and contents. Whether an act counted was settled when it came, by its id. */
async function reread(work: Work, party: string, audience: Audience, from: number, to: number): Promise<void> {
  const journal = { coop: work.context.cooperation.id, party, audience };
  const rows = await run<{ idx: number; bytes: Uint8Array; class: string; stored: string }>(work.handle,
    `select idx, bytes, class, ${instantText('stored')} as stored from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 and idx < $5 order by idx`,
    [journal.coop, party, audience, from, to]);
  const intakes = rows.filter((row) => row.class === 'admitted').map((row) => intakeOf(readLeaf(row.bytes, journal), journal, row.idx, row.stored));
  const facts = intakes.flatMap((each) => each.facts);
  await takeContents(new Work(work.context, work.handle, work.sizes), new Map(intakes.flatMap((each) => [...each.contents])), facts);
  await storeLoose(work.handle, journal, intakes.flatMap((each) => each.loose));
  await insertMany(work.handle, INSERT_ITEM, facts.map((fact) => itemRow(journal.coop, fact, { class: 'held', reason: 'unjudged' })));
}

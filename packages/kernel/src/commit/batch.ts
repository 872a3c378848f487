import { canonicalBytes } from '@entente/verify';
import type { Audience } from '../act.ts';
import { sourceOf, storeBlob } from '../blob/store.ts';
import type { Committed } from '../contract.ts';
import { advancing, checkStored, readBack, signTree, type JournalRow } from '../journal/append.ts';
import { newLeaves } from '../journal/leaves.ts';
import { originOf } from '../journal/origin.ts';
import { tilesOf } from '../journal/tiles.ts';
import { storePersonal } from '../personal/index.ts';
import type { Result } from '../problem.ts';
import { save, wakeOf, type Waiting, type Work } from '../project/index.ts';
import type { Job } from './job.ts';
import { answersGiven, contentsOf, judge, sizesOf, type BatchTools, type Judged } from './judge.ts';

/** What became of each job, in order; every accepted one is stored when the transaction is. */
export interface BatchOutcome { readonly results: readonly Result<Committed>[]; readonly sizes: ReadonlyMap<Audience, number> }

/** Carries out waiting commits in one transaction. The caller holds the cooperation's revision row. */
export async function commitBatch(work: Work, journals: readonly JournalRow[], waiting: readonly Waiting[], jobs: readonly Job[], tools: BatchTools): Promise<BatchOutcome> {
  const judged = await judge(work, journals, jobs, tools);
  const sizes = sizesOf(judged);
  await wakeOf(work, waiting, sizes);
  if (judged.accepted.length > 0) await write(work, judged, tools);
  return { results: judged.results, sizes };
}

/** One flight for everything but the signature; what is signed ends the transaction, once it was read back from where it is stored. */
async function write(work: Work, { accepted, grown }: Judged, { context, signer, nodeKey }: BatchTools): Promise<void> {
  for (const { built } of accepted) for (const content of built.apart.values()) await storeBlob(work.handle, sourceOf(canonicalBytes(content)), 'application/json', built.act.made);
  for (const { planned, stored } of accepted) {
    for (const { record, personal } of planned) if (nodeKey && personal) await storePersonal(work.handle, nodeKey, context.cooperation.id, record, personal, stored);
  }
  // Signed while it is written; the signature is used once what is stored was looked at.
  const notes = grown.map(({ name, after }) => signTree(originOf(context.cooperation, name.party, name.audience), after, signer));
  for (const note of notes) note.catch(() => undefined);
  const answers = await save(work, [
    ...grown.flatMap(({ name, before, leaves, hashes }) => [newLeaves(name, before.size, leaves, hashes), readBack(name, before.size)]),
    ...contentsOf(context.cooperation.id, accepted), ...answersGiven(context.cooperation.id, accepted),
  ]);
  const stored = accepted.at(-1)?.stored ?? '';
  for (const [at, { name, before, after, hashes }] of grown.entries()) {
    await tilesOf(work.handle, name, before.size, hashes);
    checkStored(answers[2 * at + 1] as { bytes: Uint8Array }[], name, before, after);
    work.ending.push(...advancing(name, { from: before.size, frontier: after, projected: after.size, note: await notes[at]!, stored }));
  }
}

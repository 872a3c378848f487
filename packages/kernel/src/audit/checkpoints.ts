/** Every kept checkpoint: signed by its party, of the tree that the leaves give, cosigned by whom it says. */
import { openCheckpoint, toHex, type VerifierKey } from '@entente/verify';
import { witnessesOf } from '../admit/witness.ts';
import type { Cooperation, JournalPlace } from '../contract.ts';
import { originOf } from '../journal/origin.ts';
import type { JournalRow } from '../journal/append.ts';
import type { KernelKeys } from '../options.ts';
import { run, type Handle } from '../store/index.ts';
import type { AuditFaultId, Faults } from './report.ts';

interface Kept { size: number; root: string; note: string; cosigned: Readonly<Record<string, number>> }

/** Notes of one statement. */
const AT_ONCE = 512;

export const sizesOf = async (handle: Handle, { coop, party, audience }: JournalPlace): Promise<Set<number>> =>
  new Set((await run<{ size: number }>(handle, 'select size from checkpoint where coop = $1 and party = $2 and audience = $3', [coop, party, audience])).map((row) => row.size));

/** Whose node it is, and the keys it goes by; of the journal's only the public part is used. */
export interface Signers { readonly party: string; readonly keys: Omit<KernelKeys, 'journal' | 'node'> & { readonly journal: { readonly key: VerifierKey } } }

export async function auditCheckpoints(handle: Handle, cooperation: Cooperation, place: JournalPlace, row: JournalRow, roots: ReadonlyMap<number, string>, { party: own, keys }: Signers, faults: Faults, told: (done: number) => void): Promise<{ checkpoints: number; promised: number; cosignatures: number }> {
  const { coop, party, audience } = place;
  const journal = party === own ? [keys.journal.key, ...(keys.own ?? [])] : (keys.peers[party] ?? []);
  const witnesses = witnessesOf(own, keys);
  const counts = { checkpoints: 0, promised: 0, cosignatures: 0 };
  let after = -1;
  let last: Kept | undefined;
  for (;;) {
    const kept = await run<Kept>(handle, 'select size, root, note, cosigned from checkpoint where coop = $1 and party = $2 and audience = $3 and size > $4 order by size limit $5', [coop, party, audience, after, AT_ONCE]);
    for (const each of kept) {
      counts.checkpoints += 1;
      const wrong = (id: AuditFaultId, params: Record<string, string | number> = {}) => { faults.add(id, coop, { size: each.size, ...params }, place); };
      const opened = await openCheckpoint(each.note, { journal, cosigners: witnesses.keys, origin: originOf(cooperation, party, audience) });
      if (!opened.ok) { wrong('audit.signature', { reason: opened.reason }); continue; }
      if (opened.value.size !== each.size || toHex(opened.value.root) !== each.root) wrong('audit.checkpoint');
      if (each.size > row.size) counts.promised += 1;
      else if (roots.get(each.size) !== each.root) wrong('audit.checkpoint-root');
      const holds = new Map(opened.value.cosigned.map(({ key, at }) => [witnesses.partyOf(key), at]));
      counts.cosignatures += holds.size;
      for (const [by, at] of Object.entries(each.cosigned)) if (holds.get(by) !== at) wrong('audit.cosignature', { by });
      if (each.size <= row.size) last = each;
    }
    after = kept.at(-1)?.size ?? after;
    told(counts.checkpoints);
    if (kept.length < AT_ONCE) break;
  }
  if (row.size > 0 && row.checkpoint !== null && row.checkpoint !== last?.note) faults.add('audit.latest', coop, { size: row.size }, place);
  if (row.size > 0 && party === own && last?.size !== row.size) faults.add('audit.unsigned', coop, { size: row.size }, place);
  return counts;
}

/** What shows that a party signed two histories, as a file that anyone can check without this node. */
import { consistencyProof, formatBundle, fromBase64, fromHex, rootFrom, tileReader, type BundledContradiction } from '@entente/verify';
import type { Accusation, Kernel } from '../contract.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import { Checkpoints, type Holder } from './collect.ts';

export interface AccusationWish {
  readonly coop: string;
  readonly party: string;
  readonly anchors: readonly string[];
  readonly statements?: readonly string[];
}

/**
 * Everything found against a party as one evidence file: for each contradiction the two signed checkpoints, and the proofs
 * that their trees do not begin alike. Refuses `peer.no-evidence`, and `evidence.unsigned` where no signed checkpoint covers
 * what is held here yet.
 */
export async function accusationBundle(kernel: Holder & Pick<Kernel, 'accusations'>, { coop, party, anchors, statements = [] }: AccusationWish): Promise<Result<{ readonly bytes: Uint8Array }>> {
  const found = (await kernel.accusations(coop)).filter((each) => each.party === party);
  if (found.length === 0) return refuse(problem('peer.no-evidence', [], { party }));
  const checkpoints = new Checkpoints();
  const contradictions: BundledContradiction[] = [];
  for (const each of found) contradictions.push(...await contradictionOf(kernel, each, checkpoints));
  if (contradictions.length === 0) return refuse(problem('evidence.unsigned', [], { party }));
  return ok({ bytes: formatBundle({ anchors: [...new Set(anchors)], keys: statements, checkpoints: checkpoints.notes, acts: [], contents: [], contradictions }) });
}

/** Their tree as they showed it beside ours as it is held, compared over as many leaves as both have. */
async function contradictionOf(kernel: Holder, { coop, party, audience, body }: Accusation, checkpoints: Checkpoints): Promise<BundledContradiction[]> {
  const { theirs, size: signed, root: signedRoot, prefix: size = signed, prefixRoot = signedRoot, proof: shown = [] } = body as unknown as Found;
  const [root, proof] = [fromHex(prefixRoot), shown.map(fromBase64)];
  const kept = await kernel.checkpoint(coop, party, audience, { atLeast: size });
  if (!kept || !root || !proof.every((hash) => hash !== null)) return [];
  const read = tileReader(kept.size, async ({ level, index, width }) => (level === 'entries' ? null : await kernel.tile(coop, party, audience, { level, index, width })) ?? new Uint8Array());
  const { origin } = await kernel.journal(coop, party, audience);
  return [{
    journal: origin, size, trees: [
      { checkpoint: checkpoints.placeOf(kept.note), root: await rootFrom(size, read), proof: await consistencyProof(size, kept.size, read) },
      { checkpoint: checkpoints.placeOf(theirs), root, proof },
    ],
  }];
}

/** What the door keeps of a contradiction (`admit/fork.ts`). */
interface Found { readonly theirs: string; readonly size: number; readonly root: string; readonly prefix?: number; readonly prefixRoot?: string; readonly proof?: readonly string[] }

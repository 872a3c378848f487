import { consistencyFault, consistencyProof, equalBytes, fromHex, toBase64, toHex, type Frontier, type OpenCheckpoint } from '@entente/verify';
import { frontierOf, type JournalRow } from '../journal/append.ts';
import { hashReader } from '../journal/hashes.ts';
import { TileRoots } from '../journal/tiles.ts';
import { ok, problem, refuse, type Problem, type Result } from '../problem.ts';
import type { Handle, Statement } from '../store/index.ts';
import { accuse, rootMismatch } from './fork.ts';
import type { Bundle } from './bundle.ts';

/** Which leaves of a bundle are new; they belong where they claim to. */
export interface Judged {
  readonly held: number;
  /** Places of the new ones within the bundle, the last not included. */
  readonly first: number;
  readonly end: number;
  /** The right edge after them. */
  readonly after: Frontier;
  /** Roots of the tiles that they complete. */
  readonly roots: TileRoots;
  /** They reach the size that was signed. */
  readonly whole: boolean;
}

/**
 * Whether leaves are what was signed: those that reach the checkpoint must give its root, those that end before it need a
 * proof that what they give begins the signed tree. Checkpoints signed earlier and passed on the way must be met too.
 */
export async function judge(handle: Handle, row: JournalRow | undefined, bundle: Bundle, checkpoint: OpenCheckpoint, signed: readonly Signed[], stored: () => string): Promise<Result<Judged>> {
  const { journal, from, leaves, hashes, proof } = bundle;
  const held = row?.size ?? 0;
  const end = Math.min(from + leaves.length, checkpoint.size);
  const whole = end === checkpoint.size;
  if (!whole && !proof) return refuse(problem('journal.short', [], { got: from + leaves.length, needed: checkpoint.size }));
  const after = frontierOf(row);
  const [first, last] = end > held ? [held - from, end - from] : [0, 0];
  const passed = signed.filter(({ size }) => size > held && size <= end).map((each): Promised => ({ size: each.size, note: each.note, root: fromHex(each.root) ?? new Uint8Array(), found: new Uint8Array() }));
  const nodes = new Map<string, Uint8Array>();
  const roots = new TileRoots();
  const broken: Promised[] = [];
  for (let at = first; at < last; at += 1) {
    after.append(hashes.at(at)!, (level, index, node) => {
      roots.add(level, index, node);
      if (passed.length > 0) nodes.set(`${level}/${index}`, node);
    });
    const earlier = passed.find((each) => each.size === after.size);
    if (earlier && !equalBytes(after.root(), earlier.root)) broken.push({ ...earlier, found: after.root() });
  }
  if (whole && !equalBytes(after.root(), checkpoint.root)) return refuse(await rootMismatch(handle, bundle, checkpoint, row, stored));
  const fault = whole || after.size === 0 ? null : consistencyFault(after.size, checkpoint.size, proof ?? [], after.root(), checkpoint.root);
  if (fault) return refuse(problem('journal.proof', [], { party: journal.party, from, size: after.size, reason: fault }));
  // Only now: leaves damaged on their way must not accuse anybody.
  if (broken[0]) return refuse(await contradiction(handle, bundle, checkpoint, { held, after, nodes, whole }, broken[0], stored()));
  return ok({ held, first, end: last, after, roots, whole });
}

/** A checkpoint that the party signed for a size it has now reached with other leaves. `found`: the root these give. */
interface Promised { readonly size: number; readonly note: string; readonly root: Uint8Array; readonly found: Uint8Array }

/** A checkpoint that is kept. */
export interface Signed { readonly size: number; readonly note: string; readonly root: string }

/** Asks for the checkpoints the party signed for sizes that a bundle reaches, and for the one it came with. */
export const signedAsked = ({ journal: { coop, party, audience }, from, leaves }: Bundle, checkpoint: OpenCheckpoint): Statement => ({
  text: 'select size, note, root from checkpoint where coop = $1 and party = $2 and audience = $3 and (size > $4 and size <= $5 or size = $6)', values: [coop, party, audience, from, from + leaves.length, checkpoint.size],
});

/** The evidence that the tree signed now does not begin with the tree signed before: the root it has at that size, and the proof. */
async function contradiction(handle: Handle, { journal, note, proof = [] }: Bundle, checkpoint: OpenCheckpoint, { held, after, nodes, whole }: { held: number; after: Frontier; nodes: ReadonlyMap<string, Uint8Array>; whole: boolean }, broken: Promised, stored: string): Promise<Problem> {
  const stands = hashReader(handle, journal, held);
  const connects = await consistencyProof(broken.size, after.size, (level, index) => nodes.get(`${level}/${index}`) ?? stands(level, index));
  return accuse(handle, journal, {
    size: checkpoint.size, root: toHex(checkpoint.root), theirs: note, held: broken.note, prefix: broken.size, prefixRoot: toHex(broken.found), proof: connects.map(toBase64),
    ...(whole ? {} : { via: { size: after.size, root: toHex(after.root()) }, viaProof: proof.map(toBase64) }),
  }, stored);
}

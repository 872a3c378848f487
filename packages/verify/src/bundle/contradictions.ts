import { equalBytes } from '../hash/index.ts';
import { journalName } from '../keys/index.ts';
import { consistencyFault, HASH_BYTES, type ProofFault } from '../merkle/index.ts';
import type { Standing } from './acts.ts';
import type { BundledContradiction, BundledTree } from './bundle.ts';
import type { CheckedCheckpoint, Cosigned } from './checkpoints.ts';

/** `checkpoint`: one of its checkpoints shows nothing, see there. `other-journal`: they are not of the journal it names. `same`: the beginnings do not differ. */
export type ContradictionProblem = ProofFault | 'checkpoint' | 'other-journal' | 'same';

/** Whether a party is shown to have signed two histories of one journal. */
export interface ContradictionReport {
  readonly journal: string;
  readonly party: string;
  /** The first so many entries of the two are not the same. */
  readonly size: number;
  /** The two that were signed: how many entries each has, and who is shown to have held it. */
  readonly signed: readonly { readonly size: number; readonly cosigned: readonly Cosigned[] }[];
  readonly standing: Standing;
  readonly problem: ContradictionProblem | null;
}

/**
 * A signed tree has one beginning of any size. Where each of two checkpoints of a journal is proven to begin with `size` leaves
 * of its own root and the roots differ, whoever holds the journal's key signed two histories.
 */
export function checkContradiction({ journal, size, trees }: BundledContradiction, checkpoints: readonly CheckedCheckpoint[]): ContradictionReport {
  const under = trees.map(({ checkpoint }) => checkpoints[checkpoint]);
  const problem = trees.map((tree) => treeProblem(journal, size, tree, checkpoints)).find((each) => each !== null) ?? (equalBytes(trees[0].root, trees[1].root) ? 'same' : null);
  const isTrusted = under.every((each) => each?.report.isTrusted === true);
  return {
    journal, party: journalName(journal)?.party ?? journal, size, problem,
    signed: under.flatMap((each) => (each?.checkpoint ? [{ size: each.checkpoint.size, cosigned: each.report.cosigned }] : [])),
    standing: problem !== null ? 'unproven' : isTrusted ? 'authentic' : 'consistent',
  };
}

function treeProblem(journal: string, size: number, { checkpoint, root, proof }: BundledTree, checkpoints: readonly CheckedCheckpoint[]): ContradictionProblem | null {
  const under = checkpoints[checkpoint];
  if (!under?.checkpoint || !under.journal) return 'checkpoint';
  if (under.checkpoint.origin !== journal) return 'other-journal';
  if (root.length !== HASH_BYTES) return 'bad-hash';
  return consistencyFault(size, under.checkpoint.size, proof, root, under.checkpoint.root);
}

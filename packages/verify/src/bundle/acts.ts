import { toHex } from '../hash/index.ts';
import { readCanonical, type Json, type Refusal } from '../jcs/index.ts';
import { inclusionFault, leafHash, type ProofFault } from '../merkle/index.ts';
import { isRecord, type BundledAct } from './bundle.ts';
import type { CheckedCheckpoint, Cosigned } from './checkpoints.ts';

/**
 * `authentic`: a journal signed by a trusted key holds it. `consistent`: the same with a key nobody has vouched for: the parts
 * of the bundle agree with each other, which a forger can arrange. `unproven`: not even that.
 */
export type Standing = 'authentic' | 'consistent' | 'unproven';

/** `checkpoint`: its checkpoint shows nothing, see there. `other-journal`: what it says of itself is not the journal it is in. */
export type ActProblem = ProofFault | Refusal | 'checkpoint' | 'other-journal' | 'not-an-act';

export interface ActReport {
  readonly journal: string;
  readonly index: number;
  /** Leaf hash, hex. */
  readonly leaf: string;
  readonly standing: Standing;
  /** When its party says it was made. */
  readonly made: string | null;
  /** The earliest time at which each other party is shown to have had it. */
  readonly held: readonly Cosigned[];
  readonly problem: ActProblem | null;
}

export interface CheckedAct { readonly report: ActReport; readonly party: string; readonly cooperation: string; readonly audience: string; readonly items: readonly Json[] }

export function checkAct(act: BundledAct, checkpoints: readonly CheckedCheckpoint[]): CheckedAct {
  const leaf = leafHash(act.bytes);
  const under = checkpoints[act.checkpoint];
  const problem = proofProblem(act, leaf, under) ?? contentProblem(act, under!);
  const said = readCanonical(act.bytes);
  const reading = problem === null && said.ok && isRecord(said.value) ? said.value : {};
  const standing = problem !== null ? 'unproven' : under!.report.isTrusted ? 'authentic' : 'consistent';
  return {
    report: {
      journal: act.journal, index: act.index, leaf: toHex(leaf), standing, problem,
      made: typeof reading['made'] === 'string' ? reading['made'] : null,
      held: problem === null ? under!.report.cosigned : [],
    },
    party: under?.journal?.party ?? '', cooperation: under?.journal?.cooperation ?? '', audience: under?.journal?.audience ?? '',
    items: Array.isArray(reading['items']) ? (reading['items'] as readonly Json[]) : [],
  };
}

function proofProblem(act: BundledAct, leaf: Uint8Array, under: CheckedCheckpoint | undefined): ActProblem | null {
  if (!under?.checkpoint || !under.journal) return 'checkpoint';
  if (under.checkpoint.origin !== act.journal) return 'other-journal';
  return inclusionFault(act.index, under.checkpoint.size, leaf, act.proof, under.checkpoint.root);
}

/** The act has to name the journal it was found in, else one party's words could be shown as another's. */
function contentProblem(act: BundledAct, { journal }: CheckedCheckpoint): ActProblem | null {
  const reading = readCanonical(act.bytes);
  if (!reading.ok) return reading.reason;
  if (!isRecord(reading.value) || reading.value['v'] !== 1) return 'not-an-act';
  const { coop, party, audience } = reading.value;
  return coop === journal!.cooperation && party === journal!.party && audience === journal!.audience ? null : 'other-journal';
}

/** One act under several checkpoints is one act: the best standing, and the earliest time at which each party held it. */
export function merge(acts: readonly CheckedAct[]): CheckedAct[] {
  const merged = new Map<string, CheckedAct>();
  for (const act of acts) {
    const name = JSON.stringify([act.report.journal, act.report.index, act.report.leaf]);
    const known = merged.get(name);
    merged.set(name, known ? better(known, act) : act);
  }
  return [...merged.values()];
}

const RANK: Readonly<Record<Standing, number>> = { authentic: 2, consistent: 1, unproven: 0 };

function better(a: CheckedAct, b: CheckedAct): CheckedAct {
  const best = RANK[b.report.standing] > RANK[a.report.standing] ? b : a;
  const earliest = new Map<string, Cosigned>();
  for (const cosigned of [...a.report.held, ...b.report.held].toSorted((x, y) => Number(y.isTrusted) - Number(x.isTrusted) || x.at - y.at)) {
    if (!earliest.has(cosigned.party)) earliest.set(cosigned.party, cosigned);
  }
  return { ...best, report: { ...best.report, held: [...earliest.values()] } };
}

/** Pairs of different acts, each signed for, that claim one place in a journal: its party signed two histories. */
export function forksAmong(acts: readonly CheckedAct[]): [number, number][] {
  const first = new Map<string, number>();
  return acts.flatMap(({ report }, at): [number, number][] => {
    if (report.standing === 'unproven') return [];
    const place = JSON.stringify([report.journal, report.index]);
    const other = first.get(place);
    if (other === undefined) first.set(place, at);
    return other === undefined ? [] : [[other, at]];
  });
}

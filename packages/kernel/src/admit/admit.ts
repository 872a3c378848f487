import type { OpenCheckpoint } from '@entente/verify';
import type { Admission, LeafClass } from '../contract.ts';
import { advance, type JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { checkpointOf, keepCheckpoint } from '../journal/checkpoint.ts';
import { storeLeaves, type Leaf } from '../journal/leaves.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import type { Work } from '../project/index.ts';
import { run, type Handle } from '../store/index.ts';
import type { Bundle } from './bundle.ts';
import { forkFound } from './fork.ts';
import { judge, type Judged } from './judge.ts';
import { classesOf, deriveFrom, intakesOf } from './project.ts';
import { readLeaves, withRepeated, type ReadLeaf } from './read.ts';
import { cosigned, withoutStrangers, type Witnesses } from './witness.ts';

export interface AdmitTools {
  readonly stored: () => string;
  readonly now: () => Temporal.Instant;
  readonly witnesses: Witnesses;
}

const NONE: Readonly<Record<LeafClass, number>> = { admitted: 0, held: 0, void: 0 };

/**
 * Takes a peer's leaves in and projects them with the cursor, in one transaction. Nothing is stored unless a signed
 * checkpoint covers it. While an earlier stretch is still being projected, they are stored only.
 */
export async function admitBundle(work: Work, journals: readonly JournalRow[], bundle: Bundle, checkpoint: OpenCheckpoint, tools: AdmitTools): Promise<Result<Admission>> {
  const row = rowOf(journals, bundle.journal);
  const taken = await take(work.handle, row, bundle, checkpoint, tools);
  if (!taken.ok || taken.value.leaves.length === 0) return taken.ok ? ok(taken.value.admission) : taken;
  const { admission, leaves } = taken.value;
  if ((row?.projected ?? 0) < admission.from) return ok(admission);
  const intakes = intakesOf(leaves, bundle.journal);
  await deriveFrom(work, bundle.journal, admission.size, intakes);
  return ok({ ...admission, classes: classesOf(work, leaves, intakes) });
}

/** Takes a stretch of a long journal in without projecting it: the projection follows with its own cursor. */
export async function mirrorBundle(handle: Handle, journals: readonly JournalRow[], bundle: Bundle, checkpoint: OpenCheckpoint, tools: AdmitTools): Promise<Result<Admission>> {
  const taken = await take(handle, rowOf(journals, bundle.journal), bundle, checkpoint, tools, false);
  return taken.ok ? ok(taken.value.admission) : taken;
}

interface Taken { readonly admission: Admission; readonly leaves: readonly ReadLeaf[] }

const rowOf = (journals: readonly JournalRow[], { party, audience }: JournalName) => journals.find((each) => each.party === party && each.audience === audience);

async function take(handle: Handle, row: JournalRow | undefined, bundle: Bundle, checkpoint: OpenCheckpoint, tools: AdmitTools, projects = true): Promise<Result<Taken>> {
  const { journal, from } = bundle;
  const held = row?.size ?? 0;
  if (from > held) return refuse(problem('journal.gap', [], { from, held }));
  if (checkpoint.size <= held) {
    const fork = await forkFound(handle, journal, checkpoint, bundle.note, row, tools.stored);
    if (fork) return refuse(fork);
    await vouch(handle, journal, row, checkpoint, tools);
    return ok({ admission: { from: held, size: held, classes: NONE }, leaves: [] });
  }
  const judged = await judge(handle, row, bundle, checkpoint, tools.stored);
  if (!judged.ok) return judged;
  const leaves = await store(handle, row, bundle, checkpoint, judged.value, tools, projects);
  return ok({ admission: { from: held, size: held + leaves.length, classes: count(leaves) }, leaves });
}

async function store(handle: Handle, row: JournalRow | undefined, { journal }: Bundle, checkpoint: OpenCheckpoint, { held, fresh, after, roots, whole }: Judged, tools: AdmitTools, projects: boolean): Promise<ReadLeaf[]> {
  const given = readLeaves(held, fresh, tools.stored);
  const repeated = await storeLeaves(handle, journal, held, given.map(({ leaf }) => leaf), fresh.map(({ hash }) => hash), roots);
  const read = repeated.size === 0 ? given : withRepeated(given, repeated);
  const note = whole ? await cosigned(checkpoint, tools.witnesses, tools.now()) : null;
  const projected = projects && (row?.projected ?? 0) === held ? after.size : (row?.projected ?? 0);
  await advance(handle, journal, { from: held, frontier: after, projected, note: note?.text ?? null, cosigned: note?.cosigned ?? {}, stored: tools.stored() });
  if (!whole) {
    // Kept before all of it is here: when its size is reached, the leaves must give its root.
    const promised = withoutStrangers(checkpoint, tools.witnesses);
    await keepCheckpoint(handle, journal, { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('hex'), note: promised.text, cosigned: promised.cosigned, stored: tools.stored() });
  }
  return read;
}

/** Cosigns the newest checkpoint of a journal held whole that this node has not cosigned yet, e.g. since it had no key then. */
async function vouch(handle: Handle, journal: JournalName, row: JournalRow | undefined, checkpoint: OpenCheckpoint, tools: AdmitTools): Promise<void> {
  const { own } = tools.witnesses;
  if (!own || !row || checkpoint.size !== row.size || checkpoint.size === 0) return;
  const kept = await checkpointOf(handle, journal);
  if (kept?.size === row.size && kept.cosigned[own.party] !== undefined && row.checkpoint !== null) return;
  const note = await cosigned(checkpoint, tools.witnesses, tools.now());
  const text = await keepCheckpoint(handle, journal, { size: row.size, root: row.root, note: note.text, cosigned: note.cosigned, stored: tools.stored() });
  await run(handle, 'update journal set checkpoint = $4 where coop = $1 and party = $2 and audience = $3 and size = $5', [journal.coop, journal.party, journal.audience, text, row.size]);
}

function count(leaves: readonly { readonly leaf: Leaf }[]): Record<LeafClass, number> {
  const classes = { ...NONE };
  for (const { leaf } of leaves) classes[leaf.class] += 1;
  return classes;
}

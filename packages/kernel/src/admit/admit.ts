import type { OpenCheckpoint } from '@entente/verify';
import type { Admission, LeafClass } from '../contract.ts';
import type { Database } from '../database/index.ts';
import { readLeaf, type LeafReading } from '../envelope/leaf.ts';
import { advance, journalsAsked, type JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { checkpointOf, keepCheckpoint } from '../journal/checkpoint.ts';
import { storeLeaves, storeRows, type Leaf } from '../journal/leaves.ts';
import { tileStatements } from '../journal/tiles.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import type { Work } from '../project/index.ts';
import { run, type Handle, type Statement } from '../store/index.ts';
import { within } from '../transaction.ts';
import type { Bundle } from './bundle.ts';
import { forkFound } from './fork.ts';
import { judge, signedAsked, type Judged, type Signed } from './judge.ts';
import { classesOf, deriveFrom, intakesOf } from './project.ts';
import { readLeaves, withRepeated, type ReadLeaf } from './read.ts';
import type { Stretch } from './stretch.ts';
import { cosigned, withoutStrangers, type Witnesses } from './witness.ts';

export interface AdmitTools {
  readonly stored: () => string;
  readonly now: () => Temporal.Instant;
  readonly witnesses: Witnesses;
}

type Classes = Readonly<Record<LeafClass, number>>;
const NONE: Classes = { admitted: 0, held: 0, void: 0 };

/**
 * Takes a peer's leaves in and projects them with the cursor, in one transaction. Nothing is stored unless a signed
 * checkpoint covers it. While an earlier stretch is still being projected, they are stored only. `readings`: what they say.
 */
export async function admitBundle(work: Work, journals: readonly JournalRow[], bundle: Bundle, readings: readonly LeafReading[], checkpoint: OpenCheckpoint, tools: AdmitTools): Promise<Result<Admission>> {
  const { handle } = work;
  const row = rowOf(journals, bundle.journal);
  const { text, values } = signedAsked(bundle, checkpoint);
  const signed = await run<Signed>(handle, text, values);
  let leaves: readonly ReadLeaf[] = [];
  const taken = await take(handle, row, bundle, checkpoint, signed, tools, async (judged) => {
    leaves = await storeBundle(handle, bundle, readings, judged, tools);
    const projected = (row?.projected ?? 0) === judged.held ? judged.after.size : (row?.projected ?? 0);
    await moveOn(handle, bundle.journal, { judged, checkpoint, projected, signed, with: [] }, tools);
    return count(leaves);
  });
  if (!taken.ok || leaves.length === 0) return taken;
  const { from, size } = taken.value;
  if ((row?.projected ?? 0) < from) return taken;
  const intakes = intakesOf(leaves, bundle.journal);
  await deriveFrom(work, bundle.journal, size, intakes);
  return ok({ from, size, classes: classesOf(work, leaves, intakes) });
}

/**
 * Takes a stretch of a long journal in without projecting it: the projection follows with its own cursor. Throws the database's `23505`
 * where an act repeats an id and `stretch` has its rows ready: without them it is found out which.
 */
export async function mirrorStretch(database: Database, bundle: Bundle, stretch: Stretch, checkpoint: OpenCheckpoint, tools: AdmitTools): Promise<Result<Admission>> {
  const { journal, from, leaves } = bundle;
  return within(database, [journalsAsked(journal.coop), signedAsked(bundle, checkpoint)], async (handle, [rows = [], kept = []]) => {
    const row = rowOf(rows as JournalRow[], journal);
    const signed = kept as Signed[];
    const taken = await take(handle, row, bundle, checkpoint, signed, tools, async (judged) => {
      const ready = judged.held === from && judged.end === leaves.length ? stretch.rows : null;
      if (ready) await storeRows(handle, ready);
      const stored = ready ? null : await storeBundle(handle, bundle, leaves.map((leaf) => readLeaf(leaf, journal)), judged, tools);
      // What is stored leaf by leaf has its tiles already.
      const tiles = ready ? await tileStatements(handle, journal, from, leaves.map((_, at) => stretch.hashes.at(at)!), judged.roots) : [];
      await moveOn(handle, journal, { judged, checkpoint, projected: row?.projected ?? 0, signed, with: tiles }, tools);
      return stored ? count(stored) : stretch.classes;
    });
    return [taken, []];
  });
}

const rowOf = (journals: readonly JournalRow[], { party, audience }: JournalName) => journals.find((each) => each.party === party && each.audience === audience);

async function take(handle: Handle, row: JournalRow | undefined, bundle: Bundle, checkpoint: OpenCheckpoint, signed: readonly Signed[], tools: AdmitTools, store: (judged: Judged) => Promise<Classes>): Promise<Result<Admission>> {
  const { journal, from } = bundle;
  const held = row?.size ?? 0;
  if (from > held) return refuse(problem('journal.gap', [], { from, held }));
  if (checkpoint.size <= held) {
    const fork = await forkFound(handle, journal, checkpoint, bundle.note, row, tools.stored);
    if (fork) return refuse(fork);
    await vouch(handle, journal, row, checkpoint, tools);
    return ok({ from: held, size: held, classes: NONE });
  }
  const judged = await judge(handle, row, bundle, checkpoint, signed, tools.stored);
  if (!judged.ok) return judged;
  const classes = await store(judged.value);
  return ok({ from: held, size: judged.value.after.size, classes });
}

async function storeBundle(handle: Handle, { journal, leaves, hashes }: Bundle, readings: readonly LeafReading[], { held, first, end, roots }: Judged, tools: AdmitTools): Promise<ReadLeaf[]> {
  const fresh = Array.from({ length: end - first }, (_, at) => first + at);
  const given = readLeaves(held, fresh.map((at) => ({ bytes: leaves[at]!, reading: readings[at]! })), tools.stored);
  const repeated = await storeLeaves(handle, journal, held, given.map(({ leaf }) => leaf), fresh.map((at) => hashes.at(at)!), roots);
  return repeated.size === 0 ? given : withRepeated(given, repeated);
}

interface Moving { readonly judged: Judged; readonly checkpoint: OpenCheckpoint; readonly projected: number; readonly signed: readonly Signed[]; readonly with: readonly Statement[] }

/** Moves the journal on behind its new leaves. What it is signed for is kept before all of it is here: when that size is reached, the leaves must give its root. */
async function moveOn(handle: Handle, journal: JournalName, { judged: { held, after, whole }, checkpoint, projected, signed, with: also }: Moving, tools: AdmitTools): Promise<void> {
  const note = whole ? await cosigned(checkpoint, tools.witnesses, tools.now()) : null;
  await advance(handle, journal, { from: held, frontier: after, projected, note: note?.text ?? null, cosigned: note?.cosigned ?? {}, stored: tools.stored() }, also);
  if (whole) return;
  const promised = withoutStrangers(checkpoint, tools.witnesses);
  if (signed.some(({ size, note: kept }) => size === checkpoint.size && kept === promised.text)) return;
  await keepCheckpoint(handle, journal, { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('hex'), note: promised.text, cosigned: promised.cosigned, stored: tools.stored() });
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

function count(leaves: readonly { readonly leaf: Leaf }[]): Classes {
  const classes = { ...NONE };
  for (const { leaf } of leaves) classes[leaf.class] += 1;
  return classes;
}

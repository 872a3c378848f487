import { equalBytes, leafHash, openCheckpoint, type OpenCheckpoint, type VerifierKey } from '@entente/verify';
import type { Admission, LeafClass } from '../contract.ts';
import type { Context } from '../context.ts';
import { readLeaf } from '../envelope/leaf.ts';
import { advance, frontierOf, storeLeaves, type JournalName, type JournalRow, type Leaf } from '../journal/append.ts';
import { originOf } from '../journal/origin.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import { intakeOf, save, storeItems, storeLoose, wake, type Intake, type Work } from '../project/index.ts';
import { run } from '../store/index.ts';
import { sizeKey } from '../transaction.ts';
import { forkFound, rootMismatch } from './fork.ts';
import { takeContents } from './contents.ts';

export interface Bundle {
  readonly journal: JournalName;
  readonly from: number;
  readonly leaves: readonly Uint8Array[];
  readonly note: string;
}

/** What can be told of a bundle before anything held is looked at: whose it is, and that its checkpoint is signed. */
export async function openBundle(bundle: Bundle, context: Context, keys: readonly VerifierKey[]): Promise<Result<OpenCheckpoint>> {
  const { journal: { party, audience }, from, note } = bundle;
  if (audience === 'home') return refuse(problem('journal.audience', [], { audience }));
  if (party === context.party) return refuse(problem('journal.own', [], { party }));
  if (!context.cooperation.parties.some((each) => each.id === party)) return refuse(problem('journal.party', [], { party }));
  if (!Number.isSafeInteger(from) || from < 0) return refuse(problem('journal.gap', [], { from }));
  if (keys.length === 0) return refuse(problem('journal.key', [], { party }));
  const opened = await openCheckpoint(note, { journal: keys, origin: originOf(context.cooperation, party, audience) });
  return opened.ok ? ok(opened.value) : refuse(problem('journal.checkpoint', [], { party, reason: opened.reason }));
}

/**
 * Takes a peer's leaves in. Nothing is stored unless a signed checkpoint covers it: the bundle has to reach the size of
 * its checkpoint, and the root over everything held and the new leaves has to be the root that was signed.
 */
export async function admitBundle(work: Work, journals: readonly JournalRow[], bundle: Bundle, checkpoint: OpenCheckpoint, stored: () => string): Promise<Result<Admission>> {
  const { journal, from, leaves } = bundle;
  const row = journals.find((each) => each.party === journal.party && each.audience === journal.audience);
  const held = row?.size ?? 0;
  const none = { admitted: 0, held: 0, void: 0 };
  if (from > held) return refuse(problem('journal.gap', [], { from, held }));
  if (checkpoint.size <= held) {
    const fork = await forkFound(work.handle, bundle, checkpoint, row, stored);
    return fork ? refuse(fork) : ok({ from: held, size: held, classes: none });
  }
  if (from + leaves.length < checkpoint.size) return refuse(problem('journal.short', [], { got: from + leaves.length, needed: checkpoint.size }));
  const frontier = frontierOf(row);
  const trial = frontier.clone();
  const fresh = leaves.slice(held - from, checkpoint.size - from);
  const hashes = fresh.map(leafHash);
  for (const hash of hashes) trial.append(hash);
  if (!equalBytes(trial.root(), checkpoint.root)) return refuse(await rootMismatch(work.handle, bundle, checkpoint, row, stored));
  const classes = await take(work, journal, held, fresh, hashes, frontier, stored);
  await advance(work.handle, journal, held, frontier, bundle.note, stored());
  return ok({ from: held, size: checkpoint.size, classes });
}

async function take(work: Work, journal: JournalName, from: number, bytes: readonly Uint8Array[], hashes: readonly Uint8Array[], frontier: ReturnType<typeof frontierOf>, stored: () => string): Promise<Record<LeafClass, number>> {
  const read = bytes.map((each) => readLeaf(each, journal));
  const repeated = await repeatedIds(work, journal, read.map((reading) => (reading.class === 'admitted' ? reading.head.id : null)));
  const leaves: Leaf[] = [];
  const intakes: Intake[] = [];
  for (const [at, given] of read.entries()) {
    const reading = repeated.has(at) ? ({ class: 'void', reason: 'act.repeated' } as const) : given;
    const when = stored();
    const head = reading.class === 'admitted' ? reading.head : null;
    leaves.push({
      bytes: bytes[at]!, class: reading.class, reason: 'reason' in reading ? reading.reason : null, id: head?.id ?? null, made: head?.made ?? null, actor: head?.actor ?? null,
      note: head?.note ?? null, seen: head?.seen ?? null, stored: when,
    });
    intakes.push(intakeOf(reading, journal, from + at, when));
  }
  await storeLeaves(work.handle, journal, frontier, leaves, hashes);
  await storeLoose(work.handle, journal, intakes.flatMap((each) => each.loose));
  await derive(work, journal, frontier.size, intakes);
  return count(work, leaves, intakes);
}

/** Judges the records these items name, and those that waited for this journal or for contents that came with it. */
async function derive(work: Work, journal: JournalName, size: number, intakes: readonly Intake[]): Promise<void> {
  const facts = intakes.flatMap((each) => each.facts);
  const contents = new Map(intakes.flatMap((each) => [...each.contents]));
  work.sizes.set(sizeKey(journal.party, journal.audience), size);
  await wake(work, journal.party, journal.audience, size, [...contents.keys()]);
  await work.load(facts.map((fact) => fact.item.record));
  await takeContents(work, contents, facts);
  for (const fact of facts) work.add(fact);
  await storeItems(work);
  await save(work);
}

/** Positions whose id was used before in this journal. */
async function repeatedIds(work: Work, { coop, party, audience }: JournalName, ids: readonly (string | null)[]): Promise<Set<number>> {
  const known = new Set((await run<{ id: string }>(work.handle, `select id from act where coop = $1 and party = $2 and audience = $3 and id = any($4::text[]) and class <> 'void'`,
    [coop, party, audience, ids.filter((id) => id !== null)])).map((row) => row.id));
  const repeated = new Set<number>();
  for (const [at, id] of ids.entries()) {
    if (id === null) continue;
    if (known.has(id)) repeated.add(at);
    known.add(id);
  }
  return repeated;
}

/** A leaf counts as held while any item of it is, as void when none of it stands. */
function count(work: Work, leaves: readonly Leaf[], intakes: readonly Intake[]): Record<LeafClass, number> {
  const classes = { admitted: 0, held: 0, void: 0 };
  for (const [at, leaf] of leaves.entries()) {
    const { facts, loose } = intakes[at]!;
    const items = [...loose.map((item) => item.class), ...facts.map((fact) => work.life(fact.item.record).verdicts.get(fact)?.class ?? 'held')];
    if (leaf.class !== 'admitted') classes[leaf.class] += 1;
    else if (items.includes('held')) classes.held += 1;
    else classes[items.includes('admitted') ? 'admitted' : 'void'] += 1;
  }
  return classes;
}


/** A stretch of stored acts made ready to be written while the ones before it still are (docs/decisions/0034). */
import type { Plain } from '../commit/content.ts';
import type { Context } from '../context.ts';
import type { JournalName } from '../journal/name.ts';
import { looseRows, NEW_CONTENT, savingJudged, waitersOf, wakes, wokenBy, Work, type Arrival, type Intake, type ItemFact, type Waiter } from '../project/index.ts';
import { rowsInto, type Handle, type Statement } from '../store/index.ts';
import { sizeKey } from '../transaction.ts';

/** What makes records of a stretch, and what of it the next one has to know before it is written. */
export interface Prepared {
  readonly statements: readonly Statement[];
  readonly touched: ReadonlySet<string>;
  /** Contents that come with it. */
  readonly contents: ReadonlyMap<string, Plain>;
  readonly waiters: readonly Waiter[];
}

export interface Preparing {
  readonly context: Context;
  /** A connection that sees what is committed. */
  readonly handle: Handle;
  readonly journal: JournalName;
  readonly to: number;
  readonly intakes: readonly Intake[];
  /** Lengths of the journals once it is written. */
  readonly sizes: Map<string, number>;
  /** Stretches that are sent and perhaps not written yet. */
  readonly before: readonly Prepared[];
  /** Resolves when these are; false where one failed. */
  readonly landed: () => Promise<boolean>;
}

/**
 * Asks, judges and makes the statements. A record is a function of its own acts (docs/decisions/0011), so that what the stretches before it
 * do not touch is asked and judged while they are written; the rest is behind them. Nobody else may write from the first of these questions
 * until the statements are carried out. Null where it must be saved step by step, or waits for a blob.
 */
export async function prepare(given: Preparing): Promise<Prepared | null> {
  const { context, handle, journal, to, intakes, sizes, before } = given;
  const coop = context.cooperation.id;
  const facts = intakes.flatMap((each) => each.facts);
  const carried = new Map(intakes.flatMap((each) => [...each.contents]));
  const known = new Map([...before.flatMap((each) => [...each.contents]), ...carried]);
  const arrival = { party: journal.party, audience: journal.audience, size: to, hashes: new Set(carried.keys()) };
  sizes.set(sizeKey(journal.party, journal.audience), to);

  const woken = [...await wokenBy(handle, coop, arrival), ...rousedOf(before, arrival)];
  const tied = (record: string): boolean => before.some(({ touched }) => touched.has(record));
  const work = new Work(context, handle, sizes);
  const fresh = await freshOf(work, carried, before);
  const free = await judged(work, { known, facts: facts.filter((fact) => !tied(fact.item.record)), woken: woken.filter((record) => !tied(record)) });
  if (!free) return null;
  const parts = [work];
  const statements = [...rowsInto(NEW_CONTENT, [...fresh].map(([hash, body]) => ({ coop, hash, body }))), ...looseRows(journal, intakes.flatMap((each) => each.loose)), ...free];
  const bound = { known, facts: facts.filter((fact) => tied(fact.item.record)), woken: woken.filter(tied) };
  if (bound.facts.length + bound.woken.length > 0) {
    if (!await given.landed()) return null;
    const behind = new Work(context, handle, sizes);
    const saved = await judged(behind, bound);
    if (!saved) return null;
    statements.push(...saved);
    parts.push(behind);
  }
  return {
    // Made now, and not when it is its turn; what they are made of need not be kept.
    statements: statements.map(({ text, values }) => ({ text, values })), contents: fresh,
    touched: new Set(parts.flatMap((part) => [...part.touched])), waiters: parts.flatMap(waitersOf),
  };
}

/** Records of stretches that are not written yet with items that wait for this. */
const rousedOf = (before: readonly Prepared[], arrival: Arrival): string[] => before.flatMap(({ waiters }) => waiters.filter((waiter) => wakes(arrival, waiter)).map(({ record }) => record));

/** Contents that are not stored, nor about to be. */
async function freshOf(work: Work, carried: ReadonlyMap<string, Plain>, before: readonly Prepared[]): Promise<Map<string, Plain>> {
  const asked = [...carried.keys()].filter((hash) => !before.some(({ contents }) => contents.has(hash)));
  await work.loadContents(asked);
  return new Map(asked.filter((hash) => work.content(hash) === undefined).map((hash) => [hash, carried.get(hash)!]));
}

interface Part { readonly known: ReadonlyMap<string, Plain>; readonly facts: readonly ItemFact[]; readonly woken: readonly string[] }

async function judged(work: Work, { known, facts, woken }: Part): Promise<Statement[] | null> {
  for (const [hash, content] of known) work.addContent(hash, content);
  await work.load([...facts.map((fact) => fact.item.record), ...woken]);
  const named = facts.flatMap(({ item }) => ('hash' in item ? [item.hash] : []));
  await work.loadContents(named);
  // It may have come as a blob.
  if (named.some((hash) => work.content(hash) === undefined)) return null;
  for (const record of woken) work.touch(record);
  for (const fact of facts) work.add(fact);
  return savingJudged(work);
}

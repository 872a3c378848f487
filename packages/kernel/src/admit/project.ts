import type { LeafClass } from '../contract.ts';
import type { JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { intakeOf, save, storeLoose, wake, Work, type Intake } from '../project/index.ts';
import { run } from '../store/index.ts';
import { sizeKey } from '../transaction.ts';
import { AT_ONCE, readStretch, type ReadAhead } from './read-ahead.ts';
import { takeContents } from './contents.ts';
import type { ReadLeaf } from './read.ts';

/** Judges the records that leaves name, and those that waited for this journal or for contents that came with it. */
export async function deriveFrom(work: Work, journal: JournalName, size: number, intakes: readonly Intake[]): Promise<void> {
  await storeLoose(work.handle, journal, intakes.flatMap((each) => each.loose));
  const facts = intakes.flatMap((each) => each.facts);
  const contents = new Map(intakes.flatMap((each) => [...each.contents]));
  work.sizes.set(sizeKey(journal.party, journal.audience), size);
  await wake(work, { party: journal.party, audience: journal.audience, size, hashes: new Set(contents.keys()) });
  await work.load(facts.map((fact) => fact.item.record));
  await takeContents(work, contents, facts);
  for (const fact of facts) work.add(fact);
  await save(work);
}

export const intakesOf = (leaves: readonly ReadLeaf[], journal: JournalName): Intake[] => leaves.map(({ index, reading, leaf }) => intakeOf(reading, journal, index, leaf.stored));

/** A leaf counts as held while any item of it is, as void when none of it stands. */
export function classesOf(work: Work, leaves: readonly ReadLeaf[], intakes: readonly Intake[]): Record<LeafClass, number> {
  const classes = { admitted: 0, held: 0, void: 0 };
  for (const [at, { leaf }] of leaves.entries()) {
    const { facts, loose } = intakes[at]!;
    const items = [...loose.map((item) => item.class), ...facts.map((fact) => work.life(fact.item.record).verdicts.get(fact)?.class ?? 'held')];
    if (leaf.class !== 'admitted') classes[leaf.class] += 1;
    else if (items.includes('held')) classes.held += 1;
    else classes[items.includes('admitted') ? 'admitted' : 'void'] += 1;
  }
  return classes;
}

/**
 * Projects the next stretch of a journal that was stored ahead of the records, with its cursor. Null when there was
 * none. The caller holds the cooperation's revision row.
 */
export async function projectNext(work: Work, journals: readonly JournalRow[], ahead: ReadAhead): Promise<{ readonly party: string; readonly projected: number } | null> {
  const row = journals.find((each) => each.projected < each.size);
  if (!row) return null;
  const journal = { coop: work.context.cooperation.id, party: row.party, audience: row.audience };
  const { intakes, to } = await ahead.stretch(work.handle, journal, row);
  await reach(work, journal, to, intakes);
  return { party: row.party, projected: to };
}

async function reach(work: Work, journal: JournalName, to: number, intakes: readonly Intake[]): Promise<void> {
  await deriveFrom(work, journal, to, intakes);
  await run(work.handle, 'update journal set projected = $4 where coop = $1 and party = $2 and audience = $3', [journal.coop, journal.party, journal.audience, to]);
}

/**
 * Makes records of own acts that were stored ahead of them (docs/decisions/0028): before anything is judged in view of them. The caller
 * holds the cooperation's revision row and has asked nothing by this work yet. Answers the journals as they are then.
 */
export async function ownRecorded(work: Work, journals: readonly JournalRow[]): Promise<JournalRow[]> {
  const { context, handle, sizes } = work;
  for (const { party, audience, projected, size } of journals.filter((row) => row.party === context.party)) {
    const journal = { coop: context.cooperation.id, party, audience };
    for (let from = projected; from < size; from += AT_ONCE) {
      const to = Math.min(size, from + AT_ONCE);
      await reach(new Work(context, handle, sizes), journal, to, (await readStretch(handle, journal, from, to)).intakes);
    }
  }
  return journals.map((row) => (row.party === context.party ? { ...row, projected: row.size } : row));
}

/** Erasures: who may say that a person's values are gone, and what that leaves (protocol.md section 6). */
import type { EraseItem } from '../act.ts';
import { commitmentsIn, hasPersonal } from '../personal/replace.ts';
import { bulk, insertMany, run } from '../store/index.ts';
import { upcast } from './derive.ts';
import { ADMITTED, heldFor, isVerb, voidFor, type ItemFact, type Life, type Verdict } from './facts.ts';
import type { Founding } from './founder.ts';
import type { Work } from './work.ts';

export type Erasing = ItemFact<EraseItem>;

/**
 * Of an owned record its owner erases, of a joint one every party. The same said by another party is its acknowledgement:
 * before the order it waits, since nobody erases what another answers for.
 */
export function erasuresIn(items: readonly ItemFact[], founder: Founding | null, regime: 'owned' | 'joint' | undefined, verdicts: Map<ItemFact, Verdict>): Erasing[] {
  const all = items.filter((fact): fact is Erasing => isVerb(fact, 'erase'));
  if (all.length === 0) return [];
  const orders = (fact: Erasing): boolean => regime === 'joint' || fact.party === founder?.party;
  const ordered = new Set(all.filter((fact) => founder && orders(fact)).flatMap((fact) => fact.item.commitments));
  for (const fact of all) verdicts.set(fact, judge(fact, founder, ordered));
  return all.filter((fact) => verdicts.get(fact)?.class === 'admitted');
}

function judge(fact: Erasing, founder: Founding | null, ordered: ReadonlySet<string>): Verdict {
  if (!founder) return heldFor('record.unknown');
  if (fact.audience !== founder.audience) return voidFor('record.audience');
  return fact.item.commitments.every((commitment) => ordered.has(commitment)) ? ADMITTED : heldFor('erase.unordered');
}

/** Commitments that anything said of a record names, with the party that named each first. */
export function marksOf(work: Work, life: Life): Map<string, { readonly party: string; readonly audience: string }> {
  const marks = new Map<string, { party: string; audience: string }>();
  const { kind } = life;
  if (!kind || !hasPersonal(kind)) return marks;
  for (const [fact, verdict] of life.verdicts) {
    if (verdict.class === 'void' || (!isVerb(fact, 'put') && !isVerb(fact, 'propose'))) continue;
    const content = work.content(fact.item.hash);
    if (content) for (const mark of commitmentsIn(kind, upcast(kind, fact.item.kv, content))) if (!marks.has(mark)) marks.set(mark, { party: fact.party, audience: fact.audience });
  }
  return marks;
}

export const erasedIn = ({ erasures }: Pick<Life, 'erasures'>): Set<string> => new Set(erasures.flatMap((fact) => fact.item.commitments));

/** Tells of what is erased for the first time. */
async function forget(work: Work, gone: readonly { readonly record: string; readonly commitment: string }[]): Promise<void> {
  const { handle, context } = work;
  if (gone.length === 0 || !context.forget) return;
  const known = await run<{ record: string; commitment: string }>(handle, 'select record::text as record, commitment from personal_mark where coop = $1 and record = any($2::uuid[]) and erased', [context.cooperation.id, [...new Set(gone.map(({ record }) => record))]]);
  const before = new Set(known.map(({ record, commitment }) => `${record}/${commitment}`));
  const fresh = gone.filter(({ record, commitment }) => !before.has(`${record}/${commitment}`));
  for (const [record, values] of Map.groupBy(fresh, (each) => each.record)) {
    await context.forget(handle, { record, kind: work.life(record).kind?.name ?? '', commitments: values.map(({ commitment }) => commitment) });
  }
}

const INSERT_MARK = bulk('personal_mark', { coop: 'text', record: 'uuid', commitment: 'text', party: 'text', audience: 'text', erased: 'flag' });

/** Writes what the touched records name of persons, and deletes values and keys that were erased. */
export async function saveMarks(work: Work): Promise<void> {
  const coop = work.context.cooperation.id;
  const concerned = [...work.touched].filter((record) => {
    const { kind, erasures } = work.life(record);
    return erasures.length > 0 || (kind !== null && hasPersonal(kind));
  });
  if (concerned.length === 0) return;
  const gone: { record: string; commitment: string }[] = [];
  const rows = concerned.flatMap((record) => {
    const life = work.life(record);
    const erased = erasedIn(life);
    gone.push(...[...erased].map((commitment) => ({ record, commitment })));
    return [...marksOf(work, life)].map(([commitment, { party, audience }]) => ({ coop, record, commitment, party, audience, erased: erased.has(commitment) }));
  });
  await forget(work, gone);
  await run(work.handle, 'delete from personal_mark where coop = $1 and record = any($2::uuid[])', [coop, concerned]);
  await insertMany(work.handle, INSERT_MARK, rows);
  if (gone.length === 0) return;
  await run(work.handle, 'delete from personal p using unnest($2::text[], $3::text[]) as x(record, commitment) where p.coop = $1 and p.record = x.record::uuid and p.commitment = x.commitment',
    [coop, gone.map(({ record }) => record), gone.map(({ commitment }) => commitment)]);
}

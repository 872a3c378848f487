import { rowsInto, type Statement } from '../store/index.ts';
import type { ItemFact, Verdict } from './facts.ts';
import { INSERT_ITEM } from './statements.ts';
import type { Work } from './work.ts';

const LARGEST_INT = 2_147_483_647;

export const verdictColumns = (verdict: Verdict) => ({
  class: verdict.class, reason: verdict.reason, wait_party: verdict.waitParty ?? null,
  // A size beyond what a journal here can reach is never reached; the column need not hold it.
  wait_size: verdict.waitSize === undefined ? null : Math.min(verdict.waitSize, LARGEST_INT), wait_hash: verdict.waitHash ?? null,
});

/** New items with their verdicts, and the verdicts of older items that changed with them. */
export function itemStatements(work: Work): Statement[] {
  const coop = work.context.cooperation.id;
  const fresh: ReturnType<typeof itemRow>[] = [];
  const changed: { fact: ItemFact; verdict: Verdict }[] = [];
  for (const record of work.touched) {
    for (const [fact, verdict] of work.life(record).verdicts) {
      if (!fact.verdict) fresh.push(itemRow(coop, fact, verdict));
      else if (!isSame(fact.verdict, verdict)) changed.push({ fact, verdict });
    }
  }
  return [...rowsInto(INSERT_ITEM, fresh), ...(changed.length > 0 ? [update(coop, changed)] : [])];
}

export const itemRow = (coop: string, fact: ItemFact, verdict: Verdict) => ({
  coop, party: fact.party, audience: fact.audience, idx: fact.idx, pos: fact.pos, verb: fact.item.verb, kind: 'kind' in fact.item ? fact.item.kind : null,
  kv: 'kv' in fact.item ? fact.item.kv : null, record: fact.item.record, h: fact.h, hash: 'hash' in fact.item ? fact.item.hash : null, body: fact.item, apart: fact.apart, ...verdictColumns(verdict),
});

export const isSame = (a: Verdict, b: Verdict) =>
  a.class === b.class && a.reason === b.reason && a.waitParty === b.waitParty && a.waitSize === b.waitSize && a.waitHash === b.waitHash;

function update(coop: string, changed: readonly { readonly fact: ItemFact; readonly verdict: Verdict }[]): Statement {
  const columns = changed.map(({ fact, verdict }) => ({ ...fact, ...verdictColumns(verdict) }));
  const column = (name: keyof (typeof columns)[number]) => columns.map((each) => each[name]);
  return { text: `update item i set class = x.class, reason = x.reason, wait_party = x.wait_party, wait_size = x.wait_size, wait_hash = x.wait_hash
    from unnest($2::text[], $3::text[], $4::int4[], $5::int4[], $6::text[], $7::text[], $8::text[], $9::int4[], $10::text[]) as x(party, audience, idx, pos, class, reason, wait_party, wait_size, wait_hash)
    where i.coop = $1 and i.party = x.party and i.audience = x.audience and i.idx = x.idx and i.pos = x.pos`,
    values: [coop, column('party'), column('audience'), column('idx'), column('pos'), column('class'), column('reason'), column('wait_party'), column('wait_size'), column('wait_hash')] };
}

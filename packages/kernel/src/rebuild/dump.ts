import { canonicalize } from '@entente/verify';
import { instantText, run, type Handle } from '../store/index.ts';

export interface DumpOptions {
  /** Also what is this node's own: records that never leave it, and when things were stored here. */
  readonly local?: boolean;
}

/**
 * Everything derived of a cooperation as canonical JSON. Without `local` it holds what is shared only, so that two nodes
 * that hold the same journals give the same text.
 */
export async function dumpOf(handle: Handle, coop: string, { local = false }: DumpOptions = {}): Promise<string> {
  const shared = local ? '' : ` and r.audience <> 'home'`;
  const own = local ? `, ${instantText('r.at')} as at, ${instantText('r.open_since')} as open_since` : '';
  const of = (table: string, columns: string, order: string) =>
    run<object>(handle, `select ${columns} from ${table} t join record r on r.coop = t.coop and r.id = t.record where t.coop = $1${shared} order by ${order}`, [coop]);
  const items = local ? '' : ` and i.audience <> 'home'`;
  return canonicalize({
    records: await run<object>(handle, `select r.id::text as id, r.kind, r.kv, r.audience, r.party, r.standing, r.version, r.ordinal, r.content, r.title, r.sort, r.translations, r.date, r.waits_for${own}
      from record r where r.coop = $1${shared} order by r.id`, [coop]),
    candidates: await of('candidate', 't.record::text as record, t.h, t.on_version, t.round, t.purpose, t.kv, t.hash, t.status, t.ordinal, t.proposals, t.consents, t.rejects', 't.record, t.h'),
    links: await of('link', 't.record::text as record, t.rel, t.target::text as target', 't.record, t.rel, t.target'),
    attachments: await of('attachment', 't.record::text as record, t.sha256, t.party', 't.record, t.sha256'),
    marks: await of('personal_mark', 't.record::text as record, t.commitment, t.party, t.erased', 't.record, t.commitment'),
    tallies: await run<object>(handle, `select t.kind, t.within, t.at, t.by, t.value, t.audience, t.standing, t.party, t.n from tally t where t.coop = $1 and t.n <> 0${local ? '' : " and t.audience <> 'home'"}
      order by t.kind, t.within, t.at, t.by, t.value, t.audience, t.standing, t.party`, [coop]),
    search: await of('search', 't.record::text as record, t.lang, t.words::text as words, t.body', 't.record, t.lang'),
    items: await run<object>(handle, `select i.party, i.audience, i.idx, i.pos, i.verb, i.kind, i.record::text as record, i.h, i.hash, i.class, i.reason from item i where i.coop = $1${items} order by i.party, i.audience, i.idx, i.pos`, [coop]),
  });
}

/** What of a record's life is read from its acts: candidates, choices, versions, history. */
import type { Candidate, Choice, HistoryEntry, Person, Version } from '../contract.ts';
import type { Context } from '../context.ts';
import { mayConsent, mayReject, type May } from '../consent/index.ts';
import type { Lacking } from './lacking.ts';
import { may } from '../policy/index.ts';
import { compare, upcast, type ItemFact, type Life, type VersionFact, type Work } from '../project/index.ts';
import { instantText, run, type Handle } from '../store/index.ts';

export async function candidatesOf(handle: Handle, context: Context, record: string): Promise<Candidate[]> {
  const rows = await run<Omit<Candidate, 'as' | 'on' | 'contentHash'> & { purpose: Candidate['as']; on_version: string | null; hash: string; kind: string; content: Record<string, unknown> | null }>(handle,
    `select c.h, c.record::text as record, c.on_version, c.round, c.purpose, c.kind, c.kv, c.hash, c.status, c.proposals, c.consents, c.rejects, x.body as content
     from candidate c left join content x on x.coop = c.coop and x.hash = c.hash where c.coop = $1 and c.record = $2::uuid order by c.h`, [context.cooperation.id, record]);
  return rows.filter((row) => row.content !== null).map(({ purpose, on_version: on, hash, kind, ...row }) => {
    const known = context.kinds.get(kind);
    const content = known ? upcast(known, row.kv, row.content ?? {}) : row.content;
    return { ...row, as: purpose, on, contentHash: hash, content: content ?? {}, kv: known?.version ?? row.kv };
  });
}

type Answer = Choice['consent'];

/** What the person's party may do with each open candidate, and if not, the first reason. */
export function choicesOf(life: Life, context: Context, person: Person, lacking: Lacking): Choice[] {
  const { kind, tally } = life;
  if (!kind || !tally) return [];
  return life.candidates.filter((candidate) => candidate.status === 'open').map(({ h }) => {
    const judge = (verb: 'consent' | 'reject', rule: May): Answer => {
      const policy = may(person, verb, kind, life, context);
      if (!policy.allowed) return { allowed: false, why: policy.why };
      const ruled = answer(rule);
      const lack = ruled.allowed && verb === 'consent' ? lacking(h) : null;
      return lack ? { allowed: false, why: lack } : ruled;
    };
    return { h, consent: judge('consent', mayConsent(tally, context.party, h)), reject: judge('reject', mayReject(tally, context.party, h)) };
  });
}

function answer(rule: May): Answer {
  if (rule.allowed) return rule;
  const bound = rule.bindings?.[0];
  return { allowed: false, why: `consent.${rule.why}`, ...(bound ? { params: { h: bound.h, by: bound.by.join(', ') } } : {}) };
}

/** Every agreed or written version, oldest first. */
export function versionsOf(work: Work, record: string): Version[] {
  const life = work.life(record);
  return life.versions.flatMap((version, at) => asVersion(work, life, version, at + 1) ?? []);
}

/** One version by its name: agreed, written, or only proposed (ordinal 0). */
export function versionOf(work: Work, record: string, name: string): Version | null {
  const life = work.life(record);
  const at = life.versions.findLastIndex((version) => version.version === name);
  const version = life.versions[at];
  if (version) return asVersion(work, life, version, at + 1);
  const candidate = life.candidates.find((each) => each.h === name);
  return candidate ? asVersion(work, life, { ...candidate, version: candidate.h, items: [...candidate.proposals, ...candidate.consents] }, 0) : null;
}

function asVersion(work: Work, life: Life, version: VersionFact, ordinal: number): Version | null {
  const content = work.content(version.hash);
  if (!content || !life.kind || version.kv > life.kind.version) return null;
  return {
    version: version.version, ordinal, on: version.on, as: version.as, content: upcast(life.kind, version.kv, content),
    acts: version.items.map(actOf), at: version.items.reduce((last, fact) => (fact.stored > last ? fact.stored : last), ''),
  };
}

const actOf = (fact: ItemFact): Version['acts'][number] =>
  ({ party: fact.party, index: fact.idx, id: fact.act, verb: fact.item.verb, made: fact.made, actor: fact.actor, ...(fact.note === undefined ? {} : { note: fact.note }) });

interface HistoryRow { party: string; audience: HistoryEntry['audience']; idx: number; pos: number; id: string; made: string; stored: string; actor: HistoryEntry['actor']; note: string | null; body: HistoryEntry['item'] }

const HISTORY = `select i.party, i.audience, i.idx, i.pos, i.body, a.id, a.made, ${instantText('a.stored')} as stored, a.actor, a.note
  from item i join act a on a.coop = i.coop and a.party = i.party and a.audience = i.audience and a.idx = i.idx`;

const entryOf = (row: HistoryRow): HistoryEntry => ({
  party: row.party, audience: row.audience, index: row.idx, act: row.id, made: row.made, admitted: row.stored, actor: row.actor, ...(row.note === null ? {} : { note: row.note }), item: row.body,
});

/** Everything that counts of what was said of a record, in the order it came to be held here. */
export async function historyOf(handle: Handle, coop: string, record: string, audiences: readonly string[]): Promise<HistoryEntry[]> {
  const rows = await run<HistoryRow>(handle, `${HISTORY} where i.coop = $1 and i.record = $2::uuid and i.class = 'admitted' and i.audience = any($3::text[]) order by a.stored, i.party, i.idx, i.pos`, [coop, record, audiences]);
  return rows.map(entryOf);
}

/** What changed, newest first. A page ends with a whole act, so that the next one (`before` its last instant) misses nothing. */
export async function changesOf(handle: Handle, coop: string, audiences: readonly string[], { since, before, limit }: { readonly since?: string; readonly before?: string; readonly limit?: number }): Promise<HistoryEntry[]> {
  const rows = await run<HistoryRow>(handle, `${HISTORY} where i.coop = $1 and a.coop = $1 and i.class = 'admitted' and i.record is not null and i.audience = any($2::text[])
    and ($3::timestamptz is null or a.stored > $3::timestamptz) and ($4::timestamptz is null or a.stored < $4::timestamptz) order by a.stored desc fetch first $5 rows with ties`,
    [coop, audiences, since ?? null, before ?? null, Math.max(1, Math.min(limit ?? 50, 1_000))]);
  return rows.toSorted((a, b) => compare(b.stored, a.stored) || a.pos - b.pos).map(entryOf);
}

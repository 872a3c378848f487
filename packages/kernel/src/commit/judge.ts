import { leafHash, type Frontier, type Signer } from '@entente/verify';
import type { Act, Audience, Item } from '../act.ts';
import { candidateName } from '../consent/index.ts';
import type { Committed } from '../contract.ts';
import type { Context } from '../context.ts';
import { newId } from '../identity.ts';
import { frontierOf, type JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import type { Leaf } from '../journal/leaves.ts';
import { problem, type Problem, type Result } from '../problem.ts';
import { INSERT_CONTENT, type ItemFact, type RecordItem, type Work } from '../project/index.ts';
import { rowsInto, type Statement } from '../store/index.ts';
import { buildAct, type Built } from './act.ts';
import { readPlain, type Plain } from './content.ts';
import type { Job, Planned } from './job.ts';
import { planIntent, type Bench } from './plan.ts';
import { answersTo, prepare } from './prepare.ts';

export interface BatchTools { readonly context: Context; readonly signer: Signer; readonly now: () => Temporal.Instant; readonly stored: () => string; readonly nodeKey: Uint8Array | undefined }

export interface Accepted { readonly built: Built; readonly index: number; readonly audience: Audience; readonly result: Committed; readonly stored: string; readonly job: Job; readonly planned: readonly Planned[] }

/** What is to become of each job, in order, and of the journals; nothing of it is stored. */
export interface Judged { readonly results: readonly Result<Committed>[]; readonly accepted: readonly Accepted[]; readonly grown: readonly Growth[] }

/**
 * Judges waiting commits, each in view of the ones before it; a refused one leaves nothing behind, the accepted ones share one
 * checkpoint. `answered`: whether keys that were used before are looked up; else storing the answer fails on them.
 */
export async function judge(work: Work, journals: readonly JournalRow[], jobs: readonly Job[], tools: BatchTools, answered = true): Promise<Judged> {
  const contents = jobs.map((job) => job.intents.map((intent) => ('content' in intent ? readPlain(intent.content) : null)));
  const known = await prepare(work, jobs, contents.map((job) => job.map((each) => (each?.ok ? each.content : null))), tools.nodeKey);
  const answers = answered ? await answersTo(work, jobs) : new Map<string, Committed>();
  const accepted: Accepted[] = [];
  const results = jobs.map((job, at): Result<Committed> => {
    const earlier = job.trial || job.options.idempotency === undefined ? undefined : answers.get(`${job.options.by.id}/${job.options.idempotency}`);
    if (earlier) return { ok: true, value: earlier };
    const result = attempt(job, contents[at] ?? [], work, known, tools);
    if (!result.ok) return result;
    if (job.trial) return { ok: true, value: result.value.result };
    accepted.push(result.value);
    if (job.options.idempotency !== undefined) answers.set(`${job.options.by.id}/${job.options.idempotency}`, result.value.result);
    return { ok: true, value: result.value.result };
  });
  const grown = [...Map.groupBy(accepted, (each) => each.audience)].map(([audience, of]) => growthOf(journals, audience, of, tools.context));
  return { results, accepted, grown };
}

export const sizesOf = ({ grown }: Judged): ReadonlyMap<Audience, number> => new Map(grown.map(({ name, after }) => [name.audience, after.size]));

function attempt(job: Job, contents: readonly (ReturnType<typeof readPlain> | null)[], work: Work, known: Bench['known'], tools: BatchTools): Result<Accepted> {
  const { context } = tools;
  const now = tools.now();
  const audience = job.options.audience ?? audienceOf(job, work, context);
  const key = `${context.party}/${audience}`;
  const index = work.sizes.get(key) ?? 0;
  const seen = Object.fromEntries(context.cooperation.parties.filter((party) => party.id !== context.party).map((party) => [party.id, work.sizes.get(`${party.id}/${audience}`) ?? 0]));
  const head: Omit<Act, 'items'> = {
    actor: { office: job.options.by.office, person: job.options.by.id, role: job.options.by.roles[0] ?? 'reader' },
    audience, coop: context.cooperation.id, id: newId(now), v: 1, party: context.party,
    made: now.toString({ fractionalSecondDigits: 3 }), seen, ...(job.options.note === undefined ? {} : { note: job.options.note }),
  };
  const stored = tools.stored();
  const added = new Set<ItemFact>();
  const problems: Problem[] = [];
  const planned: Planned[] = [];
  work.sizes.set(key, index + 1);
  if (job.intents.length === 0) problems.push(problem('intent.none'));
  for (const [at, intent] of job.intents.entries()) {
    const content = contents[at];
    const plan = content && !content.ok ? content : planIntent(intent, content?.content ?? null, { context, work, known, options: job.options, audience, now });
    if (!plan.ok) {
      problems.push(...plan.problems.map((each) => ({ ...each, path: [at, ...each.path] })));
      continue;
    }
    for (const item of plan.planned.items) added.add(take(work, item, head, index, added.size, stored));
    planned.push(plan.planned);
  }
  const built = problems.length === 0 ? buildAct(head, planned.flatMap((each) => each.items)) : null;
  if (problems.length === 0 && !built) problems.push(problem('act.too-long'));
  if (!built || job.trial) {
    work.remove(added);
    work.sizes.set(key, index);
    if (!built) return { ok: false, problems };
  }
  for (const fact of added) fact.apart = 'hash' in fact.item && !('content' in (built.act.items[fact.pos] ?? {}));
  const result: Committed = { act: head.id, index, records: planned.map(({ record, version }) => ({ record, version })) };
  return { ok: true, value: { built, index, audience, result, stored, job, planned } };
}

/** The journal an act belongs to when the caller names none: that of its first record's kind. */
function audienceOf(job: Job, work: Work, context: Context): Audience {
  const first = job.intents[0];
  if (!first) return 'joint';
  if ('kind' in first) return context.kinds.get(first.kind)?.audience ?? 'joint';
  return work.life(first.record).audience;
}

/** Lets what follows in this transaction see the item. */
function take(work: Work, item: Item, head: Omit<Act, 'items'>, idx: number, pos: number, stored: string): ItemFact {
  const { content, ...bare } = item as Item & { content?: Plain };
  const record = bare as RecordItem;
  if (content && 'hash' in record) work.addContent(record.hash, content);
  const h = record.verb === 'propose' ? candidateName({ record: record.record, on: record.on, content: record.hash, round: record.round }) : 'h' in record ? record.h : null;
  const fact: ItemFact = {
    party: head.party, audience: head.audience, idx, pos, act: head.id, made: head.made, stored, actor: head.actor, ...(head.note === undefined ? {} : { note: head.note }), seen: head.seen, item: record, h, apart: false,
  };
  work.add(fact);
  return fact;
}

/** What a journal becomes by the accepted acts. */
export interface Growth { readonly name: JournalName; readonly before: Frontier; readonly after: Frontier; readonly leaves: readonly Leaf[]; readonly hashes: readonly Uint8Array[] }

function growthOf(journals: readonly JournalRow[], audience: Audience, accepted: readonly Accepted[], { cooperation, party }: Context): Growth {
  const row = journals.find((each) => each.party === party && each.audience === audience);
  const before = frontierOf(row);
  const after = before.clone();
  const leaves = accepted.map(({ built: { act, bytes }, stored }): Leaf =>
    ({ bytes, class: 'admitted', reason: null, id: act.id, made: act.made, actor: act.actor, note: act.note ?? null, seen: act.seen, stored }));
  const hashes = leaves.map((leaf) => leafHash(leaf.bytes));
  for (const hash of hashes) after.append(hash);
  return { name: { coop: cooperation.id, party, audience }, before, after, leaves, hashes };
}

/** Contents of acts, each once; they go with the records. */
export const contentsOf = (coop: string, accepted: readonly Accepted[]): Statement[] => rowsInto(INSERT_CONTENT, contentRows(coop, accepted));

function contentRows(coop: string, accepted: readonly Accepted[]): { coop: string; hash: string; body: unknown }[] {
  const contents = new Map<string, unknown>();
  for (const { built } of accepted) {
    for (const item of built.act.items) if ('content' in item) contents.set(item.hash, item.content);
    for (const [hash, content] of built.apart) contents.set(hash, content);
  }
  return [...contents].map(([hash, body]) => ({ coop, hash, body }));
}

/** What was answered to keys against repetition; goes with the acts. */
export const answersGiven = (coop: string, accepted: readonly Accepted[]): Statement[] => accepted.flatMap(({ job, result }) => (job.options.idempotency === undefined ? [] : [{
  text: 'insert into answer (coop, person, key, result) values ($1, $2, $3, $4::jsonb)', values: [coop, job.options.by.id, job.options.idempotency, JSON.stringify(result)],
}]));

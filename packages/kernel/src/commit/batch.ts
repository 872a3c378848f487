import { canonicalBytes, leafHash, type Frontier, type Signer } from '@entente/verify';
import type { Act, Audience, Item } from '../act.ts';
import { candidateName } from '../consent/index.ts';
import type { Committed } from '../contract.ts';
import type { Context } from '../context.ts';
import { newId } from '../identity.ts';
import { advancing, checkStored, frontierOf, readBack, signTree, type JournalName, type JournalRow } from '../journal/append.ts';
import { newLeaves, type Leaf } from '../journal/leaves.ts';
import { originOf } from '../journal/origin.ts';
import { tilesOf } from '../journal/tiles.ts';
import { storePersonal } from '../personal/index.ts';
import { problem, type Problem, type Result } from '../problem.ts';
import { sourceOf, storeBlob } from '../blob/store.ts';
import { INSERT_CONTENT, save, wakeOf, type ItemFact, type RecordItem, type Waiting, type Work } from '../project/index.ts';
import { rowsInto, type Statement } from '../store/index.ts';
import { buildAct, type Built } from './act.ts';
import { readPlain, type Plain } from './content.ts';
import type { Job, Planned } from './job.ts';
import { prepare } from './prepare.ts';
import { planIntent, type Bench } from './plan.ts';

/** What became of each job, in order; every accepted one is stored when the transaction is. */
export interface BatchOutcome { readonly results: readonly Result<Committed>[]; readonly sizes: ReadonlyMap<Audience, number> }

interface Accepted { readonly built: Built; readonly index: number; readonly audience: Audience; readonly result: Committed; readonly stored: string; readonly job: Job; readonly planned: readonly Planned[] }

export interface BatchTools { readonly context: Context; readonly signer: Signer; readonly now: () => Temporal.Instant; readonly stored: () => string; readonly nodeKey: Uint8Array | undefined }

/**
 * Carries out waiting commits in one transaction: each is judged in view of the ones before it, a refused one leaves
 * nothing behind, the accepted ones share one checkpoint. The caller holds the cooperation's revision row.
 */
export async function commitBatch(work: Work, journals: readonly JournalRow[], waiting: readonly Waiting[], jobs: readonly Job[], tools: BatchTools): Promise<BatchOutcome> {
  const contents = jobs.map((job) => job.intents.map((intent) => ('content' in intent ? readPlain(intent.content) : null)));
  const { known, answers } = await prepare(work, jobs, contents.map((job) => job.map((each) => (each?.ok ? each.content : null))), tools.nodeKey);
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
  const sizes = new Map(grown.map(({ name, after }) => [name.audience, after.size]));
  await wakeOf(work, waiting, sizes);
  if (accepted.length > 0) await write(work, accepted, grown, tools);
  return { results, sizes };
}

function attempt(job: Job, contents: readonly (ReturnType<typeof readPlain> | null)[], work: Work, known: Bench['known'], tools: BatchTools): Result<Accepted> {
  const { context } = tools;
  const now = tools.now();
  const audience = job.options.audience ?? audienceOf(job, work, context);
  const key = `${context.party}/${audience}`;
  const index = work.sizes.get(key) ?? 0;
  const seen = Object.fromEntries(context.cooperation.parties.filter((party) => party.id !== context.party).map((party) => [party.id, work.sizes.get(`${party.id}/${audience}`) ?? 0]));
  const head: Omit<Act, 'items'> = {
    v: 1, id: newId(now), coop: context.cooperation.id, party: context.party, audience,
    actor: { office: job.options.by.office, role: job.options.by.roles[0] ?? 'reader', person: job.options.by.id },
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
interface Growth { readonly name: JournalName; readonly before: Frontier; readonly after: Frontier; readonly leaves: readonly Leaf[]; readonly hashes: readonly Uint8Array[] }

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

/** One flight for everything but the signature; what is signed ends the transaction, once it was read back from where it is stored. */
async function write(work: Work, accepted: readonly Accepted[], grown: readonly Growth[], { context, signer, nodeKey }: BatchTools): Promise<void> {
  for (const { built } of accepted) for (const content of built.apart.values()) await storeBlob(work.handle, sourceOf(canonicalBytes(content)), 'application/json', built.act.made);
  for (const { planned, stored } of accepted) {
    for (const { record, personal } of planned) if (nodeKey && personal) await storePersonal(work.handle, nodeKey, context.cooperation.id, record, personal, stored);
  }
  // Signed while it is written; the signature is used once what is stored was looked at.
  const notes = grown.map(({ name, after }) => signTree(originOf(context.cooperation, name.party, name.audience), after, signer));
  for (const note of notes) note.catch(() => undefined);
  const answers = await save(work, [
    ...grown.flatMap(({ name, before, leaves, hashes }) => [newLeaves(name, before.size, leaves, hashes), readBack(name, before.size)]),
    ...rowsInto(INSERT_CONTENT, contentsOf(context.cooperation.id, accepted)), ...answered(context.cooperation.id, accepted),
  ]);
  const stored = accepted.at(-1)?.stored ?? '';
  for (const [at, { name, before, after, hashes }] of grown.entries()) {
    await tilesOf(work.handle, name, before.size, hashes);
    checkStored(answers[2 * at + 1] as { bytes: Uint8Array }[], name, before, after);
    work.ending.push(...advancing(name, { from: before.size, frontier: after, projected: after.size, note: await notes[at]!, stored }));
  }
}

function contentsOf(coop: string, accepted: readonly Accepted[]): { coop: string; hash: string; body: unknown }[] {
  const contents = new Map<string, unknown>();
  for (const { built } of accepted) {
    for (const item of built.act.items) if ('content' in item) contents.set(item.hash, item.content);
    for (const [hash, content] of built.apart) contents.set(hash, content);
  }
  return [...contents].map(([hash, body]) => ({ coop, hash, body }));
}

const answered = (coop: string, accepted: readonly Accepted[]): Statement[] => accepted.flatMap(({ job, result }) => (job.options.idempotency === undefined ? [] : [{
  text: 'insert into answer (coop, person, key, result) values ($1, $2, $3, $4::jsonb)', values: [coop, job.options.by.id, job.options.idempotency, JSON.stringify(result)],
}]));

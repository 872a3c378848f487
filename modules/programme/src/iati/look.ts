/** What an IATI file would become here, activity by activity with its money, before anything is proposed. */
import { contentProblems, type Intent, type Problem, type Result } from '@entente/kernel';
import { idOfName, nameOfContent, type Context } from '@entente/web';
import { activityTypeOf } from '../activity-types/index.ts';
import { activity, activityProgress, transaction, type Transaction } from '../kinds/index.ts';
import { allOf } from '../joint-report/gather.ts';
import { publisherOf } from './file.ts';
import { readIati, type Found } from './read.ts';
import type { FoundMoney } from './read-money.ts';
import { readRegister } from './whom.ts';
import { iatiWords } from './words.ts';

export interface Look {
  readonly identifier: string;
  readonly title: Readonly<Record<string, string>>;
  readonly state: 'new' | 'known' | 'problem';
  readonly record: string;
  /** The type it would have; `types` are those its codes allow: a person chooses where they are not one. */
  readonly type: string;
  readonly types: readonly string[];
  readonly problems: readonly Problem[];
  /** What is not taken over, by the file's names. */
  readonly left: readonly string[];
  /** Transactions that are not here yet. */
  readonly money: number;
  /** The activity first. */
  readonly intents: readonly Intent[];
}

/** Types that a person chose, by identifier. */
export type Chosen = Readonly<Record<string, string>>;

/** Reads the file and says what of it is new; what was brought in, or published by a side of the cooperation, is known by its identifier. Nothing is tried on the records: see `tried`. */
export async function lookAt(ctx: Context, bytes: Uint8Array, chosen: Chosen = {}): Promise<Result<readonly Look[]>> {
  const t = iatiWords.t(ctx.lang);
  const read = readIati(bytes, ctx.cooperation, await readRegister(ctx), { budget: { [ctx.lang]: t('budget') }, reason: { [ctx.lang]: t('as-stated') } });
  if (!read.ok) return read;
  const found = read.value.map((one) => withType(one, chosen));
  const records = await recordsOf(ctx, found);
  const known = new Set((await ctx.read.many(ctx.cooperation.id, [...records.values()])).keys());
  const money = await moneyKnown(ctx, [...known]);
  const seen = new Set<string>();
  return { ok: true, value: found.map((one): Look => {
    const record = records.get(one) ?? '';
    const title = (one.content['title'] ?? {}) as Look['title'];
    const base = { identifier: one.identifier, title, record, type: String(one.content['type']), types: one.types, left: one.left, money: 0 };
    const told = (...problems: readonly Problem[]): Look => ({ ...base, state: 'problem', intents: [], problems });
    if (one.identifier === '') return told({ id: 'iati.no-identifier', path: [] });
    if (seen.has(record)) return told({ id: 'iati.twice', path: [] });
    seen.add(record);
    const isKnown = known.has(record);
    const problems = isKnown ? [] : contentProblems(activity, one.content, ctx.cooperation);
    if (problems.length > 0) return told(...problems);
    const { intents, left } = moneyOf(ctx, one, record, money.get(record) ?? NONE);
    return { ...base, state: isKnown ? 'known' : 'new', problems: [], left: [...one.left, ...left], money: intents.length, intents: [...(isKnown ? [] : activityIntents(ctx, one, record)), ...intents] };
  }) };
}

/** The record of each: that of the cooperation where any of its sides published it, else one by the identifier. */
async function recordsOf(ctx: Context, found: readonly Found[]): Promise<ReadonlyMap<Found, string>> {
  const { cooperation } = ctx;
  const prefixes = cooperation.parties.map((party) => `${publisherOf({ cooperation, party }).ref}-`);
  const said = new Map(found.map((one) => [one, prefixes.flatMap((prefix) => (one.identifier.startsWith(prefix) ? one.identifier.slice(prefix.length) : [])).find((id) => /^[0-9a-f-]{36}$/u.test(id))]));
  const here = await ctx.read.many(cooperation.id, [...said.values()].filter((id) => id !== undefined));
  return new Map(found.map((one) => { const id = said.get(one); return [one, id !== undefined && here.has(id) ? id : ctx.kernel.naturalId(cooperation.id, activity.name, `iati|${one.identifier}`)]; }));
}

function withType(one: Found, chosen: Chosen): Found {
  const type = Object.hasOwn(chosen, one.identifier) ? chosen[one.identifier] : undefined;
  return type !== undefined && activityTypeOf(type) ? { ...one, content: { ...one.content, type } } : one;
}

/** The activity, and our own word on how it goes where the file has one. */
function activityIntents(ctx: Context, one: Found, record: string): readonly Intent[] {
  const proposed: Intent = { verb: 'propose', kind: activity.name, record, content: one.content, agree: true };
  if (!one.progress) return [proposed];
  const content = { ...one.progress, activity: record, type: one.content['type'] };
  const id = idOfName(ctx, activityProgress, nameOfContent(activityProgress, content) ?? record);
  return contentProblems(activityProgress, content, ctx.cooperation).length > 0 ? [proposed] : [proposed, { verb: 'put', kind: activityProgress.name, record: id, content, on: null }];
}

/** Transactions of an activity that are here: their ids and the numbers of their documents. */
type Known = ReadonlySet<string>;
const NONE: Known = new Set();

/** Activities asked about at once. */
const ASKED = 500;

async function moneyKnown(ctx: Context, activities: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Set<string>>();
  for (let from = 0; from < activities.length; from += ASKED) {
    for (const { id, content } of await allOf<Transaction>(ctx.read, { coop: ctx.cooperation.id, kind: transaction.name, filters: [{ field: 'activity', in: activities.slice(from, from + ASKED) }] })) {
      const of = known.get(content.activity) ?? new Set();
      known.set(content.activity, of.add(id).add(content.reference ?? id));
    }
  }
  return known;
}

/** Known again by its reference, else by all it says and how often it was said before it. */
function moneyOf(ctx: Context, one: Found, activityId: string, known: Known): { readonly intents: readonly Intent[]; readonly left: readonly string[] } {
  const [said, taken, intents, left] = [new Map<string, number>(), new Set<string>(), [] as Intent[], [] as string[]];
  for (const each of one.money) {
    const content = { ...each.content, activity: activityId };
    const id = idOfName(ctx, transaction, nameOfContent(transaction, content) ?? unnamed(each, one.identifier, said));
    if (known.has(id) || (each.ref !== undefined && known.has(each.ref)) || taken.has(id)) continue;
    taken.add(id);
    if (contentProblems(transaction, content, ctx.cooperation).length > 0) left.push(`transaction ${each.ref ?? ''}`.trim());
    else intents.push({ verb: 'put', kind: transaction.name, record: id, content, on: null });
  }
  return { intents, left };
}

function unnamed({ content }: FoundMoney, identifier: string, said: Map<string, number>): string {
  const all = JSON.stringify(content);
  said.set(all, (said.get(all) ?? 0) + 1);
  return `iati|${identifier}|${all}|${said.get(all) ?? 1}`;
}

/** What there is to remind one person of: due and late things, what waits for us, what we wait for, and who is silent. */
import type { Cooperation, RecordRow, Waiting } from '@entente/kernel';
import { formatInstant, type Lang } from '@entente/text';
import type { Account } from '../accounts/account.ts';
import { fits } from '../approvals/chain.ts';
import { approval } from '../approvals/kind.ts';
import { approvalsIn, stepName } from '../approvals/waiting.ts';
import { approvalWords } from '../approvals/words.ts';
import { contextOf } from '../context.ts';
import { LIMITS } from '../door/limits.ts';
import { inboxOf } from '../home/inbox.ts';
import { partyName } from '../lists/columns.ts';
import type { Context } from '../module.ts';
import { prepare, type Web, type WebOptions } from '../web.ts';
import { type Reminder, stageOf } from './digest.ts';
import { reminderWords } from './words.ts';

/** Days after which what we proposed is worth a reminder to us too, and after which a counterpart counts as silent. */
const [PATIENCE, SILENCE] = [7, 14] as const;
/** Proposals of a kind that a letter tells one by one; the others by their number. */
const TOLD = 1_000;
/** Hours without an answer from a peer's node. */
const UNANSWERED = 72;

export interface Reminders {
  /** Everything open for a person now, in their language. */
  collect(account: Account, cooperation: Cooperation, lang: Lang, now: Temporal.Instant): Promise<readonly Reminder[]>;
}

/** Reminders over the modules of a node, for who sends letters. */
export function remindersOf(options: WebOptions): Reminders {
  const web = prepare(options, LIMITS);
  return {
    async collect(account, cooperation, lang, now) {
      const ctx = contextOf(web, { account, cooperation, lang, url: new URL('http://reminders.invalid/'), params: {} });
      const parts = await Promise.all([dates(web, ctx, now), waiting(ctx, now), inbox(web, ctx, now), clearances(ctx, account), silent(web, ctx, now)]);
      return [...new Map(parts.flat().map((one) => [`${one.group} ${one.about}`, one])).values()];
    },
  };
}

const daysSince = (then: string, now: Temporal.Instant): number => Temporal.Instant.from(then).until(now, { largestUnit: 'hour' }).hours / 24;
const todayOf = (ctx: Context, now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO(ctx.party.zone).toPlainDate();

async function dates(web: Web, ctx: Context, now: Temporal.Instant): Promise<readonly Reminder[]> {
  const items = (await Promise.all(web.modules.flatMap((module) => module.due ?? []).map(async (source) => source.items(ctx)))).flat();
  return items.flatMap((item): Reminder[] => {
    const group = stageOf(todayOf(ctx, now), item.due);
    return group ? [{ about: `${item.href} ${item.detail ?? ''}`, group, title: item.title.text, href: item.href, due: item.due, ...(item.detail ? { detail: item.detail } : {}) }] : [];
  });
}

/** Proposals: who has to answer is reminded at once, who proposed after a week without an answer. */
async function waiting(ctx: Context, now: Temporal.Instant): Promise<readonly Reminder[]> {
  const coop = ctx.cooperation.id;
  const mayAnswer = ctx.person.roles.some((role) => role === 'coordinator' || role === 'leader');
  const kinds = mayAnswer ? (await ctx.read.waitingFor(coop, ctx.party.id, TOLD)).kinds : [];
  const ours = kinds.flatMap(({ rows }) => rows);
  const others = ctx.cooperation.parties.filter(({ id }) => id !== ctx.party.id);
  const theirs = mayAnswer ? (await Promise.all(others.map(async ({ id }) => (await ctx.read.waitingFor(coop, id, TOLD)).kinds.flatMap(({ rows }) => rows).filter((row) => row.party === ctx.party.id && daysSince(row.at, now) >= PATIENCE).map((row) => ({ row, id }))))).flat() : [];
  await ctx.prepareTitles([...ours, ...theirs.map(({ row }) => row)]);
  const of = (row: RecordRow, group: 'ours' | 'theirs', detail?: string): Reminder =>
    ({ about: `${row.id} ${row.version}`, group, title: ctx.title(row).text, href: ctx.href.record(row.kind, row.id), ...(detail ? { detail } : {}) });
  return [...ours.map((row) => of(row, 'ours')), ...kinds.flatMap((each) => unnamed(ctx, each)), ...theirs.map(({ row, id }) => of(row, 'theirs', partyName(ctx, id)))];
}

/** What waits besides, as one matter that is new whenever it grows. */
function unnamed(ctx: Context, { kind, total, rows }: Waiting['kinds'][number]): readonly Reminder[] {
  const label = ctx.kernel.kinds.get(kind)?.label.many;
  const more = reminderWords.t(ctx.lang)('more', { count: total - rows.length });
  return total > rows.length ? [{ about: `more ${kind} ${total}`, group: 'ours', title: `${label ? ctx.show(label) : kind}: ${more}`, href: '/waiting' }] : [];
}

async function inbox(web: Web, ctx: Context, now: Temporal.Instant): Promise<readonly Reminder[]> {
  return (await inboxOf(web, ctx)).filter((item) => !item.href.startsWith(`/${approval.path}/`)).map((item): Reminder => {
    const stage = item.due === undefined ? null : stageOf(todayOf(ctx, now), item.due);
    const isOurs = item.waitsFor === ctx.party.id;
    return {
      about: `${item.href} ${item.waitsFor}`, group: isOurs ? stage ?? 'ours' : 'theirs', title: item.title, href: item.href,
      ...(isOurs ? {} : { detail: partyName(ctx, item.waitsFor) }), ...(item.due === undefined ? {} : { due: item.due }),
    };
  });
}

/** In our own chain both are reminded: whoever the step waits for, and whoever wrote it. */
async function clearances(ctx: Context, account: Account): Promise<readonly Reminder[]> {
  if (!ctx.kernel.kinds.has(approval.name)) return [];
  const rows = await approvalsIn(ctx.read, ctx.cooperation.id, 'waiting');
  return rows.flatMap((row): Reminder[] => {
    const step = row.content.steps[row.content.next ?? 0];
    const isMine = row.content.by === account.id;
    if (!fits(step, account) && !isMine) return [];
    return [{ about: `${row.id} ${row.content.next ?? 0}`, group: 'ours', title: row.content.title, href: ctx.href.record(approval.name, row.id), detail: approvalWords.t(ctx.lang)('waits-at', { who: stepName(ctx, step) }) }];
  });
}

/** Nodes that do not answer, and sides that record nothing although something waits for them. */
async function silent(web: Web, ctx: Context, now: Temporal.Instant): Promise<readonly Reminder[]> {
  if (!ctx.person.roles.some((role) => role === 'coordinator' || role === 'administrator')) return [];
  const t = reminderWords.t(ctx.lang);
  const when = (at: string) => formatInstant(at, ctx.lang, ctx.party.zone);
  const nodes = (await web.health()).flatMap((peer): Reminder[] => (peer.lastSeen !== null && daysSince(peer.lastSeen, now) * 24 >= UNANSWERED
    ? [{ about: `node ${peer.party}`, group: 'silent', title: t('silent-peer', { party: partyName(ctx, peer.party), when: when(peer.lastSeen) }), href: '/', due: undefined }] : []));
  const others = ctx.cooperation.parties.filter(({ id }) => id !== ctx.party.id);
  const sides = await Promise.all(others.map(async ({ id }): Promise<Reminder[]> => {
    if ((await ctx.read.waitingFor(ctx.cooperation.id, id)).total === 0) return [];
    const last = (await ctx.read.changes(ctx.cooperation.id, { limit: LOOKED_AT })).find((entry) => entry.party === id);
    return last && daysSince(last.made, now) >= SILENCE ? [{ about: `side ${id} ${last.made}`, group: 'silent', title: t('silent-party', { party: partyName(ctx, id), when: when(last.made) }), href: '/waiting' }] : [];
  }));
  return [...nodes, ...sides.flat()];
}
/** Changes in which a side's last word is looked for. */
const LOOKED_AT = 1_000;

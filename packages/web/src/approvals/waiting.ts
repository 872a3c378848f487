/** Approvals that wait, for inboxes and beside the records they are about. */
import type { Reader, RecordRow } from '@entente/kernel';
import type { Context, InboxItem } from '../module.ts';
import { pages } from '../words/pages.ts';
import { approval, type Approval } from './kind.ts';
import { approvalWords } from './words.ts';

const LOOKED_AT = 200;

/** The approvals of a state, newest first. */
export async function approvalsIn(read: Reader, coop: string, state: 'waiting' | 'returned'): Promise<readonly RecordRow<Approval>[]> {
  return (await read.list({ coop, kind: approval.name, filters: [{ field: 'state', is: state }], sort: '-at', limit: LOOKED_AT })).rows as unknown as readonly RecordRow<Approval>[];
}

/** Who a step waits for, in words: a role, or a person's login. */
export function stepName(ctx: Pick<Context, 'lang'>, step: Approval['steps'][number] | undefined): string {
  if (step?.person !== undefined) return step.person;
  const role = (['coordinator', 'focal-point', 'leader', 'reader', 'administrator'] as const).find((one) => one === step?.role);
  return role ? pages.t(ctx.lang)(`role-${role}`) : '';
}

/** What will be done, to which kind of record: "Propose: commitment". */
export function deedOf(ctx: Pick<Context, 'lang' | 'kernel' | 'show'>, { content: { says } }: RecordRow<Approval>): string {
  const [first] = says;
  const verb = (['propose', 'consent', 'reject', 'put', 'retire', 'erase'] as const).find((one) => one === first?.verb);
  const kind = ctx.kernel.kinds.get(first?.kind ?? '');
  const what = kind ? ctx.show(says.length > 1 ? kind.label.many : kind.label.one).toLocaleLowerCase(ctx.lang) : '';
  return [verb && approvalWords.t(ctx.lang)(verb), says.length > 1 ? `${says.length} ${what}` : what].filter(Boolean).join(': ');
}

/** What waits in our own chain, and what came back to the person who wrote it. */
export async function approvalItems(ctx: Context): Promise<readonly InboxItem[]> {
  if (!ctx.kernel.kinds.has(approval.name)) return [];
  const coop = ctx.cooperation.id;
  const [waiting, returned] = await Promise.all([approvalsIn(ctx.read, coop, 'waiting'), approvalsIn(ctx.read, coop, 'returned')]);
  const t = approvalWords.t(ctx.lang);
  const item = (row: RecordRow<Approval>, detail: string): InboxItem => ({ title: row.content.title, href: ctx.href.record(approval.name, row.id), waitsFor: ctx.party.id, since: row.at, detail: `${deedOf(ctx, row)} · ${detail}` });
  return [
    ...waiting.map((row) => item(row, t('waits-at', { who: stepName(ctx, row.content.steps[row.content.next ?? 0]) }))),
    ...returned.filter((row) => row.content.by === ctx.person.id && !taken(row)).map((row) => item(row, t('came-back', { note: row.content.decisions.at(-1)?.note ?? '' }))),
  ];
}

/** Days for which what came back stays in its writer's inbox. */
const DAYS = 30;
const taken = (row: RecordRow): boolean => Temporal.Instant.from(row.at).until(Temporal.Now.instant(), { largestUnit: 'hour' }).hours > DAYS * 24;

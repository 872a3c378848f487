/** An approval: what will be said, whom it has passed, whom it waits for; and the decision of whoever it waits for. */
import type { VNode } from 'preact';
import type { AnyKind, Fields, Intent, RecordRow } from '@entente/kernel';
import { formatInstant, formatNumber } from '@entente/text';
import { Buttons, type ButtonSpec, DataTable, LongTextField, PageHead, Panel, State, type StateName, Steps } from '@entente/ui';
import type { Account } from '../accounts/account.ts';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { writeFlash } from '../door/flash.ts';
import { scopeOf } from '../fields/scope.ts';
import { codeLabel } from '../fields/codes.ts';
import { Facts, RecordLink } from '../fields/show.tsx';
import { fillForm } from '../forms/fill.ts';
import { TAKEN_UP } from '../forms/place.ts';
import { type ActionContext, type Context, notFound, page, type PageResult } from '../module.ts';
import { ContentDifference } from '../records/difference.tsx';
import { recordAt } from '../records/at.ts';
import { formOf } from '../routes/forms.ts';
import { errorPage, goTo } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { approved, closed, fits, isLast } from './chain.ts';
import { approval, type Approval, decisionFields, verdicts } from './kind.ts';
import { actsIn, type Body, bodyKey, sendApproved } from './submit.ts';
import { approvalsIn, deedOf, stepName } from './waiting.ts';
import { approvalWords } from './words.ts';

/** Records of an act that are shown one by one. */
const SHOWN = 25;
const SHAPES: Readonly<Record<string, StateName>> = { waiting: 'waiting', done: 'agreed', returned: 'declined', withdrawn: 'retired' };

const approvalAt = async (ctx: Context): Promise<RecordRow<Approval> | null> => await recordAt(ctx, approval) as RecordRow<Approval> | null;

/** GET `/approvals/:id`. */
export async function approvalPage(web: Web, ctx: Context): Promise<PageResult> {
  const row = await approvalAt(ctx);
  if (!row) return notFound;
  const t = approvalWords.t(ctx.lang);
  const { content } = row;
  const people = new Map((await web.accounts.list()).map((account) => [account.id, account]));
  const body = (await web.accounts.drafts.get(content.by, bodyKey(row.id)))?.body as Body | undefined;
  const state = codeLabel(ctx, approval.fields.state, content.state);
  return page({
    title: content.title, head: 'own', crumbs: [{ label: ctx.show(approval.label.many), href: ctx.href.list(approval.name) }],
    body: (
      <>
        <PageHead title={content.title} meta={<><State is={SHAPES[content.state] ?? 'none'}>{content.state === 'waiting' ? t('waits-at', { who: stepName(ctx, content.steps[content.next ?? 0]) }) : state}</State> · {deedOf(ctx, row)}</>} />
        <Steps steps={content.steps.map((step) => ({ label: stepName(ctx, step) }))} current={content.next ?? 0} />
        <DecideForm ctx={ctx} row={row} me={people.get(ctx.person.id)} />
        <Panel title={t('says')}>{body ? await Says({ ctx, body }) : await SaidRecords({ ctx, row })}</Panel>
        <Panel title={t('decisions')}><Decisions ctx={ctx} row={row} people={people} /></Panel>
      </>
    ),
  });
}

function Decisions({ ctx, row, people }: { readonly ctx: Context; readonly row: RecordRow<Approval>; readonly people: ReadonlyMap<string, Account> }): VNode {
  const t = approvalWords.t(ctx.lang);
  const field = { ...approval.fields.state, codes: verdicts };
  const { verdict, person, at, note } = decisionFields;
  return (
    <DataTable caption={t('decisions')} captionHidden rows={row.content.decisions} rowKey={(one) => `${one.at} ${one.verdict}`} columns={[
      { key: 'what', label: ctx.show(verdict.options.label), main: true, cell: (one) => codeLabel(ctx, field, one.verdict) },
      { key: 'who', label: ctx.show(person.options.label), cell: (one) => people.get(one.person)?.name ?? t('someone') },
      { key: 'at', label: ctx.show(at.options.label), whole: true, cell: (one) => formatInstant(one.at, ctx.lang, ctx.party.zone) },
      { key: 'note', label: ctx.show(note.options.label), cell: (one) => one.note ?? '' },
    ]} />
  );
}

/** Every word of the act: what each record would become, against what stands. */
async function Says({ ctx, body }: { readonly ctx: Context; readonly body: Body }): Promise<VNode> {
  const all = actsIn(body).flat();
  const rows = await ctx.read.many(ctx.cooperation.id, all.slice(0, SHOWN).flatMap((intent) => (intent.record === undefined ? [] : [intent.record])));
  const shown = await Promise.all(all.slice(0, SHOWN).map(async (intent) => Said({ ctx, intent, row: rows.get(intent.record ?? '') })));
  return <>{body.note && <p>{body.note}</p>}{shown}{all.length > SHOWN && <p class="quiet">+ {formatNumber(all.length - SHOWN, ctx.lang)}</p>}</>;
}

async function Said({ ctx, intent, row }: { readonly ctx: Context; readonly intent: Intent; readonly row: RecordRow | undefined }): Promise<VNode> {
  const verb = approvalWords.t(ctx.lang)(intent.verb);
  const kind = ctx.kernel.kinds.get('kind' in intent ? intent.kind : row?.kind ?? '');
  const title = row ? <RecordLink scope={{ ctx }} row={row} /> : kind && ctx.show(kind.label.one);
  const after = 'content' in intent ? intent.content as Record<string, unknown> : intent.verb === 'consent' && kind && row ? await proposed(ctx, row, intent.h) : null;
  const scope = kind && after ? await scopeOf(ctx, kind, [after, ...(row ? [row.content] : [])]) : null;
  return (
    <div key={intent.record}>
      <p><b>{verb}</b>: {title}{'reason' in intent && intent.reason && <> · {intent.reason}</>}</p>
      {scope && kind && after && (row && row.ordinal > 0 ? <ContentDifference scope={scope} kind={kind} before={row.content} after={after} /> : <Facts scope={scope} kind={kind} content={after} />)}
    </div>
  );
}

async function proposed(ctx: Context, row: RecordRow, h: string): Promise<Record<string, unknown> | null> {
  return (await ctx.read.candidates(ctx.cooperation.id, row.id)).find((candidate) => candidate.h === h)?.content ?? null;
}

/** Once it was sent only the records remain here, which have the words; of what was never sent, its kind. */
async function SaidRecords({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow<Approval> }): Promise<VNode> {
  const says = row.content.says.slice(0, SHOWN);
  const rows = await ctx.read.many(ctx.cooperation.id, says.map(({ record }) => record));
  return <ul>{says.map(({ kind, record }) => { const made = rows.get(record); return <li key={record}>{made ? <RecordLink scope={{ ctx }} row={made} /> : ctx.show(ctx.kernel.kinds.get(kind)?.label.one ?? approval.label.one)}</li>; })}</ul>;
}

function DecideForm({ ctx, row, me }: { readonly ctx: Context; readonly row: RecordRow<Approval>; readonly me: Account | undefined }): VNode | null {
  const t = approvalWords.t(ctx.lang);
  const { content } = row;
  const isMine = content.by === ctx.person.id;
  const mayDecide = me !== undefined && content.state === 'waiting' && fits(content.steps[content.next ?? 0], me);
  if (content.state === 'done' || (content.state !== 'waiting' && !isMine)) return null;
  const buttons: ButtonSpec[] = [];
  if (content.state === 'waiting') {
    const label = me && isLast(content, me) ? t('approve-send') : t('approve');
    if (mayDecide || !isMine) buttons.push({ label, name: '_do', value: 'approve', ...(mayDecide ? {} : { reason: t('not-yours') }) });
    if (mayDecide) buttons.push({ label: t('return'), name: '_do', value: 'return', kind: 'second' });
    if (isMine) buttons.push({ label: t('withdraw'), name: '_do', value: 'withdraw', kind: 'quiet' });
  } else if (content.says.length === 1 && ['put', 'propose'].includes(content.says[0]?.verb ?? '')) buttons.push({ label: t('take-up'), name: '_do', value: 'take-up', signs: false });
  return (
    <form method="post" action={`${ctx.href.record(approval.name, row.id)}/decide`} class="form">
      {Object.entries({ ...ctx.hidden, _on: row.version }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {content.state === 'waiting' && (isMine || mayDecide) && <LongTextField name="note" label={t('note')} rows={3} optional />}
      <Buttons buttons={buttons} />
    </form>
  );
}

/** POST `/approvals/:id/decide`: approve, return with a note, withdraw, or take up again what came back. */
export const decideHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, { typed: form });
  const [row, me] = [await approvalAt(ctx), await web.accounts.find(ctx.person.id)];
  if (!row || !me) return errorPage(web, c, 404);
  const here = ctx.href.record(approval.name, row.id);
  const said = await decide(web, ctx, row, me);
  if ('goto' in said) return goTo(web, c, said.goto);
  if ('done' in said) return goTo(web, c, here, approvalWords.t(ctx.lang)(said.done));
  writeFlash(c, web.kernel.party, { kind: 'problem', text: said.problems.map((problem) => makeContext(web, c).say(problem)).join(' ') });
  return c.redirect(here, 303);
};

type Said = { readonly done: 'was-approved' | 'was-sent' | 'was-returned' | 'was-withdrawn' } | { readonly goto: string } | { readonly problems: readonly { readonly id: string; readonly path: readonly (string | number)[] }[] };
const no = (id: string): Said => ({ problems: [{ id: `approval.${id}`, path: [] }] });

async function decide(web: Web, ctx: ActionContext, row: RecordRow<Approval>, me: Account): Promise<Said> {
  const { content } = row;
  const deed = ctx.typed.text('_do');
  const note = ctx.typed.text('note').trim().slice(0, 4_000);
  const now = new Date().toISOString();
  if (deed === 'take-up' && content.by === me.id && content.state !== 'waiting') return takeUp(ctx, row);
  if (content.state !== 'waiting') return no('closed');
  const keep = async (after: Approval) => web.kernel.commit([{ verb: 'put', kind: approval.name, record: row.id, content: after, on: ctx.typed.text('_on') || row.version }], { coop: ctx.cooperation.id, by: ctx.person, audience: 'home' });
  if (deed === 'withdraw') {
    if (content.by !== me.id) return no('not-yours');
    const kept = await keep(closed(content, 'withdrawn', me, now, note));
    return kept.ok ? { done: 'was-withdrawn' } : kept;
  }
  if (!fits(content.steps[content.next ?? 0], me)) return no('not-yours');
  if (deed === 'return') {
    if (note === '') return no('note-needed');
    const kept = await keep(closed(content, 'returned', me, now, note));
    return kept.ok ? { done: 'was-returned' } : kept;
  }
  if (!isLast(content, me)) {
    const kept = await keep(approved(content, me, now, note));
    return kept.ok ? { done: 'was-approved' } : kept;
  }
  return sendLast(web, ctx, { row, me }, () => keep(approved(content, me, now, note)));
}

/** What is said goes first: were the node to stop in between, pressing again gives the same act and then the line. */
async function sendLast(web: Web, ctx: ActionContext, { row, me }: { readonly row: RecordRow<Approval>; readonly me: Account }, keep: () => ReturnType<Web['kernel']['commit']>): Promise<Said> {
  if ((ctx.typed.text('_on') || row.version) !== row.version) return { problems: [{ id: 'record.changed', path: [] }] };
  const writer = await web.accounts.find(row.content.by);
  if (!writer || writer.disabled) return no('gone');
  const sent = await sendApproved(web, ctx.cooperation.id, row, writer, me);
  if (!sent.ok) return { problems: sent.problems };
  const kept = await keep();
  if (kept.ok) await web.accounts.drafts.drop(writer.id, bodyKey(row.id));
  return kept.ok ? { done: 'was-sent' } : kept;
}

/** What came back stands in its form again, as a draft of who wrote it. */
async function takeUp(ctx: ActionContext, row: RecordRow<Approval>): Promise<Said> {
  const body = (await ctx.draft(bodyKey(row.id)))?.body as Body | undefined;
  const intent = body?.intents[0];
  const kind: AnyKind | undefined = intent && 'content' in intent ? ctx.kernel.kinds.get(intent.kind) : undefined;
  if (!intent || !kind || !('content' in intent)) return no('gone');
  const stands = intent.record === undefined ? null : await ctx.read.get(ctx.cooperation.id, intent.record);
  const goto = stands ? ctx.href.edit(kind.name, stands.id) : ctx.href.create(kind.name, { [TAKEN_UP]: row.id });
  const entries = fillForm(kind.fields as Fields, intent.content as Record<string, unknown>, ctx.lang).entries;
  // On the version it was written on: what changed since is shown, not overwritten.
  const on = stands && 'on' in intent ? [['_on', intent.on ?? ''] as const] : [];
  await ctx.saveDraft(goto, [...entries, ...on, ...(body?.note ? [['_note', body.note] as const] : [])]);
  return { goto };
}

/** On a record's page: approvals about it that wait on our side. */
export async function approvalNotice(ctx: Context, row: RecordRow): Promise<VNode | null> {
  if (!ctx.kernel.kinds.has(approval.name) || row.kind === approval.name) return null;
  const waiting = (await approvalsIn(ctx.read, ctx.cooperation.id, 'waiting')).filter((one) => one.content.says.some(({ record }) => record === row.id));
  if (waiting.length === 0) return null;
  return <p class="note no-print">{approvalWords.t(ctx.lang)('waits-here')} {waiting.map((one) => <a key={one.id} href={ctx.href.record(approval.name, one.id)}>{one.content.title}</a>)}</p>;
}

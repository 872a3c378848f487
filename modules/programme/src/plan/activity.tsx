/** An activity: what was agreed, how each side says it goes, and the money of both, as one. */
import type { ComponentChildren, VNode } from 'preact';
import { DataTable, LinkButton, LocalizedText, Panel, SideBySide, State, type Side } from '@entente/ui';
import { formatDate, formatMoney, formatNumber, subtractDecimals } from '@entente/text';
import type { FileRef, RecordRow } from '@entente/kernel';
import { Facts, FileList, partyName, scopeOf, versionsOf, type Context, type Scope } from '@entente/web';
import { activity, activityProgress, transactionTypes, type Activity } from '../kinds/index.ts';
import { itemsOf, paidFor, type ActivityRow, type Item, type Paid, type ProgressRow } from './gather.ts';
import { Dates, standText, StandMark, Titled, typeText, wordsOf } from './parts.tsx';
import { officesOfPersons, Persons } from './persons.tsx';
import { sidesOf } from './sides.ts';
import { lastDay } from './stand.ts';
import { typeHref } from './type-page.tsx';

const WRITERS = ['focal-point', 'coordinator'] as const;
const mayWrite = (ctx: Context): boolean => WRITERS.some((role) => ctx.person.roles.includes(role));
/** Told in their own places on the page. */
const ATTESTED = ['remarks', 'sources', 'confidence', 'exercise'];

export async function activityBody(ctx: Context, generic: RecordRow): Promise<ComponentChildren> {
  const row = generic as unknown as ActivityRow;
  const t = wordsOf(ctx);
  const [item] = await itemsOf(ctx, [row]);
  const [scope, paid] = await Promise.all([scopeOf(ctx, activity, [row.content, ...[...item?.progress.values() ?? []].map((one) => one.content)], generic), paidFor(ctx, [row.id])]);
  if (!item) return null;
  const persons = await officesOfPersons(ctx, [...item.progress.values()]);
  return (
    <>
      <p><StandMark ctx={ctx} item={item} /> · <a href={typeHref(row.content.type)}>{typeText(ctx, row.content.type)}</a></p>
      {row.content.exercise && <p class="note">{t('exercise-note')}</p>}
      <Panel title={t('agreed-part')}><Facts scope={scope} kind={activity} content={row.content} without={['title', 'milestones', ...ATTESTED]} /></Panel>
      <Milestones ctx={ctx} item={item} />
      <Panel title={t('progress')} id="progress"><SideBySide sides={ctx.cooperation.parties.map(({ id }) => sideOf(ctx, item, id, { scope, persons }))} /></Panel>
      <MoneyPanel ctx={ctx} row={row} paid={paid} />
      {row.content.sources && <Panel title={ctx.show(activity.fields.sources.options.label)}><Facts scope={scope} kind={activity} content={row.content} without={Object.keys(activity.fields).filter((name) => !ATTESTED.includes(name) || name === 'exercise')} /></Panel>}
    </>
  );
}

const OVER = ['done', 'cancelled'];
type Milestone = NonNullable<Activity['milestones']>[number];

/** Milestones with the day each side says they were reached. */
function Milestones({ ctx, item }: { readonly ctx: Context; readonly item: Item }): VNode | null {
  const t = wordsOf(ctx);
  const { milestones = [] } = item.row.content;
  if (milestones.length === 0) return null;
  const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
  const said = (party: string, { number, due }: Milestone): ComponentChildren => {
    const told = item.progress.get(party)?.content;
    const on = told?.milestones?.find((one) => one.number === number)?.on;
    if (on !== undefined) return <State is="done">{t('reached', { date: formatDate(on, ctx.lang, 'medium') })}</State>;
    // A side that has finished has not missed what it did not tell.
    return due !== undefined && lastDay(due) < today && !(told && OVER.includes(told.status)) ? <State is="late">{t('missed')}</State> : <State is="none">{t('not-said')}</State>;
  };
  return (
    <Panel title={ctx.show(activity.fields.milestones.options.label)}>
      <DataTable<Milestone> caption={t('milestone')} captionHidden rows={milestones} rowKey={(one) => one.number} columns={[
        { key: 'what', label: t('milestone'), main: true, cell: (one) => <>{one.number} · <LocalizedText as="line" versions={versionsOf(item.row, `milestones.${milestones.indexOf(one)}.what`, one.what)} /></> },
        { key: 'due', label: t('due'), cell: (one) => (one.due === undefined ? '' : formatDate(one.due, ctx.lang, 'medium')) },
        ...ctx.cooperation.parties.map(({ id }) => ({ key: id, label: partyName(ctx, id), cell: (one: Milestone) => said(id, one) })),
      ]} />
    </Panel>
  );
}

/** One side's account; for our own side the way to write it. */
function sideOf(ctx: Context, item: Item, party: string, { scope, persons }: { readonly scope: Scope; readonly persons: ReadonlyMap<string, RecordRow> }): Side {
  const t = wordsOf(ctx);
  const row = item.progress.get(party);
  const mine = party === ctx.kernel.party && mayWrite(ctx);
  if (!row) return { party, empty: mine ? <LinkButton href={ctx.href.create('activity-progress', { activity: item.row.id, type: item.row.content.type })}>{t('write-progress')}</LinkButton> : t('no-progress') };
  const { asOf, reason } = row.content;
  return {
    party, note: <State is={row.content.status === 'done' ? 'done' : row.content.status === 'planned' ? 'planned' : row.content.status === 'under-way' ? 'running' : row.content.status === 'cancelled' ? 'retired' : 'late'}>{standText(ctx, row.content.status)}</State>,
    children: (
      <>
        {reason && <LocalizedText versions={versionsOf(row, 'reason', reason)} />}
        <Facts scope={{ ...scope, row: row }} kind={activityProgress} content={row.content} without={['activity', 'type', 'status', 'reason', 'asOf', 'milestones', 'evidence', 'exercise', 'persons']} />
        <Persons ctx={ctx} row={row} offices={persons} />
        <Evidence ctx={ctx} files={row.content.evidence ?? []} />
      </>
    ),
    foot: <>{asOf !== undefined && <>{t('as-of', { date: formatDate(asOf, ctx.lang, 'medium') })} · </>}<a href={ctx.href.record('activity-progress', row.id)}>{t('open-progress')}</a>{mine && <> · <a href={ctx.href.edit('activity-progress', row.id)}>{t('edit-progress')}</a></>}</>,
  };
}

/** Files of a side. */
function Evidence({ ctx, files }: { readonly ctx: Context; readonly files: readonly FileRef[] }): VNode | null {
  return files.length === 0 ? null : <><h4>{wordsOf(ctx)('evidence')}</h4><FileList ctx={ctx} files={files} /></>;
}

/** What the giver says it gave beside what the receiver says it received; neither is taken for the other. */
function MoneyPanel({ ctx, row, paid }: { readonly ctx: Context; readonly row: ActivityRow; readonly paid: readonly Paid[] }): VNode | null {
  const t = wordsOf(ctx);
  const add = mayWrite(ctx) ? <p><LinkButton href={ctx.href.create('transaction', { activity: row.id, ...sidesOf(row.content) })} kind="second">{t('add-transaction')}</LinkButton></p> : null;
  if (paid.length === 0) return add && <Panel title={t('money')} id="money">{add}</Panel>;
  return (
    <Panel title={t('money')} id="money">
      <DataTable<Paid> caption={t('money')} captionHidden rows={paid} rowKey={(one) => one.row.id} columns={[
        { key: 'what', label: t('what'), main: true, cell: (one) => <a href={ctx.href.record('transaction', one.row.id)}>{transactionTitle(ctx, one)}</a> },
        { key: 'date', label: t('date'), cell: (one) => formatDate(one.row.content.date, ctx.lang, 'medium') },
        { key: 'given', label: t('given'), align: 'end', cell: (one) => <>{formatMoney(one.row.content.money, ctx.lang)}<div class="quiet">{partyName(ctx, one.row.party)}</div></> },
        { key: 'got', label: t('got'), align: 'end', cell: (one) => <Received ctx={ctx} one={one} /> },
        { key: 'difference', label: t('difference'), align: 'end', cell: (one) => difference(ctx, one) },
      ]} />
      {add}
    </Panel>
  );
}

function transactionTitle(ctx: Context, { row }: Paid): string {
  const purpose = row.content.purpose ? ` · ${ctx.localized(row, 'purpose')?.text ?? ''}` : '';
  return `${typeOf(ctx, row.content.type)}${row.content.line === undefined ? '' : ` ${row.content.line}`}${purpose}`;
}
const typeOf = (ctx: Context, type: string): string => { const labels = transactionTypes.values[type]; return labels ? ctx.show(labels) : type; };

function Received({ ctx, one }: { readonly ctx: Context; readonly one: Paid }): VNode {
  const t = wordsOf(ctx);
  if (one.receipts.length > 0) return <>{one.receipts.map((row) => <div key={row.id}><a href={ctx.href.record('receipt', row.id)}>{formatMoney(row.content.money, ctx.lang)}</a><div class="quiet">{partyName(ctx, row.party)}, {formatDate(row.content.date, ctx.lang, 'medium')}</div></div>)}</>;
  const moved = one.row.content.type === 'disbursement' || one.row.content.type === 'in-kind';
  if (!moved) return <></>;
  const mayConfirm = one.row.party !== ctx.kernel.party && mayWrite(ctx);
  const { amount, currency } = one.row.content.money;
  return mayConfirm
    ? <a href={ctx.href.create('receipt', { transaction: one.row.id, 'money.amount': formatNumber(amount, ctx.lang), 'money.currency': currency })}>{t('confirm-receipt')}</a>
    : <span class="quiet">{t('not-confirmed')}</span>;
}

function difference(ctx: Context, { row, receipts }: Paid): string {
  const same = receipts.filter((each) => each.content.money.currency === row.content.money.currency);
  if (same.length === 0 || same.length < receipts.length) return '';
  const gap = same.map((each) => each.content.money.amount).reduce(subtractDecimals, row.content.money.amount);
  return /^-?0(\.0*)?$/u.test(gap) ? '' : formatMoney({ amount: gap, currency: row.content.money.currency }, ctx.lang);
}

/** On a commitment's page: the activities that implement it. */
export async function ofCommitment(ctx: Context, commitment: RecordRow): Promise<VNode | null> {
  const t = wordsOf(ctx);
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'activity', filters: [{ field: 'commitments', is: commitment.id }], sort: 'date', limit: 100 });
  if (rows.length === 0) return null;
  const items = await itemsOf(ctx, rows as unknown as readonly ActivityRow[]);
  return (
    <Panel title={t('of-commitment')} note={String(items.length)} id="activities">
      <DataTable<Item> caption={t('activities')} captionHidden rows={items} rowKey={(item) => item.row.id} columns={[
        { key: 'title', label: t('activity'), main: true, cell: (item) => <Titled ctx={ctx} row={item.row} /> },
        { key: 'type', label: t('type'), cell: (item) => typeText(ctx, item.row.content.type) },
        { key: 'dates', label: t('dates'), cell: (item) => <Dates ctx={ctx} content={item.row.content} /> },
        { key: 'state', label: t('state'), cell: (item) => <StandMark ctx={ctx} item={item} /> },
      ]} />
    </Panel>
  );
}

/** Progress has no name of its own: it is named by its activity and what it says. */
export async function progressTitles(ctx: Context, rows: readonly RecordRow[]): Promise<ReadonlyMap<string, { readonly lang: string; readonly text: string }>> {
  const progress = rows as unknown as readonly ProgressRow[];
  const activities = await ctx.read.many(ctx.cooperation.id, [...new Set(progress.map((row) => row.content.activity))]);
  return new Map(progress.flatMap((row): [string, { lang: string; text: string }][] => {
    const of = activities.get(row.content.activity);
    return of ? [[row.id, { lang: ctx.title(of).lang, text: `${ctx.title(of).text}: ${standText(ctx, row.content.status)}` }]] : [];
  }));
}

/** What waits for us, with the answer beside it, and what waits for each of the others. */
import type { ComponentChildren, VNode } from 'preact';
import type { Candidate, RecordRow, Waiting as Waits } from '@entente/kernel';
import { formatDate, formatNumber, formatSince } from '@entente/text';
import { Buttons, type Card, EmptyState, ItemList, type ListItem, PageHead, Panel, PartyLabel } from '@entente/ui';
import { stoppedBy, StoppedNote } from '../administration/stopped.tsx';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { writeFlash } from '../door/flash.ts';
import { ofForm } from '../forms/check.ts';
import { partyName } from '../lists/columns.ts';
import { dateOf } from '../lists/list.tsx';
import { type Context, type InboxItem, page, type PageResult } from '../module.ts';
import { may } from '../policy.ts';
import { StandingMark } from '../records/standing.tsx';
import { commit, formOf, goToApproval } from '../routes/forms.ts';
import { goTo } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';
import { type Waiting, waitingFor } from './inbox.ts';

/** Proposals that are agreed to at once. */
const SHOWN = 100;
/** Records of one kind that stand open in what waits for others; ours are all open. */
const OPEN = 5;
/** Things of a card of the home page. */
const ON_CARD = 4;

/** GET `/waiting`. */
export async function waitingPage(web: Web, ctx: Context): Promise<PageResult> {
  const t = words.t(ctx.lang);
  const title = pages.t(ctx.lang)('waiting');
  const [ours, ...theirs] = await waitingFor(web, ctx);
  const canAgree = ctx.person.roles.includes('coordinator') || ctx.person.roles.includes('leader');
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={title} />
        {await StoppedNote({ ctx })}
        <Panel title={t('waits-for-us')} id="us" {...countOf(ctx, ours)}>
          {ours && ours.items.length > 0 && <ItemList items={ours.items.map((item) => itemLine(ctx, item))} />}
          {ours && ours.kinds.length > 0 ? <AgreeForm ctx={ctx} kinds={ours.kinds} canAgree={canAgree} /> : ours?.items.length === 0 && <EmptyState>{t('nothing-waits')}</EmptyState>}
        </Panel>
        {theirs.map((waiting) => (
          <Panel key={waiting.party} title={t('waits-for-party', { party: partyName(ctx, waiting.party) })} {...countOf(ctx, waiting)}>
            {waiting.total === 0 && <p class="quiet">{t('nothing-waits')}</p>}
            {waiting.items.length > 0 && <ItemList items={waiting.items.map((item) => itemLine(ctx, item))} />}
            {waiting.kinds.map(({ kind, rows, total }) => <Kind key={kind} ctx={ctx} kind={kind} total={total} items={rows.map((row) => rowLine(ctx, row))} most={OPEN} />)}
          </Panel>
        ))}
      </>
    ),
  });
}

const countOf = (ctx: Context, waiting: Waiting | undefined): { readonly note?: string } => (waiting && waiting.total > 0 ? { note: formatNumber(waiting.total, ctx.lang) } : {});

/** Rows by kind with boxes; agreeing to the selected, to all, or looking at one first. */
function AgreeForm({ ctx, kinds, canAgree }: { readonly ctx: Context; readonly kinds: Waits['kinds']; readonly canAgree: boolean }): VNode {
  const t = words.t(ctx.lang);
  const few = fewOf(kinds, SHOWN);
  const shown = few.flatMap(({ rows }) => rows);
  return (
    <form method="post" action="/waiting">
      {Object.entries({ ...ctx.hidden, shown: shown.map((row) => row.id).join(' ') }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {few.map(({ kind, rows, total }) => <Kind key={kind} ctx={ctx} kind={kind} total={total} items={rows.map((row) => rowLine(ctx, row, canAgree))} />)}
      {canAgree && <Buttons buttons={[
        { label: t('agree-selected'), name: '_do', value: 'selected' },
        { label: t('agree-all', { count: shown.length }), name: '_do', value: 'all', kind: 'second' },
      ]} />}
    </form>
  );
}

/** So many of all kinds together, the same share of each as far as it has them. */
function fewOf(kinds: Waits['kinds'], most: number): Waits['kinds'] {
  let left = most;
  const takes = new Map(kinds.toSorted((a, b) => a.rows.length - b.rows.length).map(({ kind, rows }, at) => {
    const take = Math.min(rows.length, Math.ceil(left / (kinds.length - at)));
    left -= take;
    return [kind, take] as const;
  }));
  return kinds.map((each) => ({ ...each, rows: each.rows.slice(0, takes.get(each.kind) ?? 0) })).filter(({ rows }) => rows.length > 0);
}

function Kind({ ctx, kind, total, items, most }: { readonly ctx: Context; readonly kind: string; readonly total: number; readonly items: readonly ListItem[]; readonly most?: number }): VNode {
  const declared = ctx.kernel.kinds.get(kind);
  return (
    <>
      <h3 class="group-head">{declared ? ctx.show(declared.label.many) : kind} <span class="quiet num">{formatNumber(total, ctx.lang)}</span></h3>
      <ItemList items={items} {...(most === undefined ? {} : { most })} />
      {total > items.length && <p class="quiet">{words.t(ctx.lang)('waiting-more', { shown: formatNumber(items.length, ctx.lang), total: formatNumber(total, ctx.lang) })}</p>}
    </>
  );
}

/** A record that waits: what it is about, whose proposal since when, and the way to the answer. */
function rowLine(ctx: Context, row: RecordRow, canAgree = false): ListItem {
  const [t, w] = [words.t(ctx.lang), pages.t(ctx.lang)];
  const title = ctx.title(row);
  const proposals = `${ctx.href.record(row.kind, row.id)}#proposals`;
  const date = dateOf(ctx, row);
  const isOurs = row.waitsFor.includes(ctx.party.id);
  const kind = ctx.kernel.kinds.get(row.kind);
  const see = t(kind && may(ctx, kind, 'consent') ? 'see-difference' : 'see');
  return {
    key: row.id,
    title: <a href={isOurs ? proposals : ctx.href.record(row.kind, row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>,
    meta: <>{date && <span>{date}</span>}{row.standing !== 'proposed' && <StandingMark ctx={ctx} row={row} brief />}<Proposed ctx={ctx} row={row} /></>,
    ...(isOurs ? { side: <a href={proposals} aria-label={`${see}: ${title.text}`}>{see}</a> } : {}),
    ...(canAgree ? { box: { name: 'record', value: row.id, label: `${w('agree')}: ${title.text}` } } : {}),
  };
}

/** "Lào đề xuất 2 ngày trước". */
function Proposed({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow }): VNode {
  return <span><PartyLabel party={row.party} /> {words.t(ctx.lang)('verb-propose')} {formatSince(row.at, ctx.lang, ctx.party.zone)}</span>;
}

const itemLine = (ctx: Context, item: InboxItem): ListItem => ({ key: item.href, title: <a href={item.href}>{item.title}</a>, meta: itemMeta(ctx, item) });

function itemMeta(ctx: Context, item: InboxItem): ComponentChildren {
  return (
    <>
      {item.detail && <span>{item.detail}</span>}
      {item.due && <span>{words.t(ctx.lang)('due', { date: formatDate(item.due, ctx.lang, 'medium') })}</span>}
      {item.since && <span>{formatSince(item.since, ctx.lang, ctx.party.zone)}</span>}
    </>
  );
}

/** POST `/waiting`: one act that agrees to what was on the page when the person pressed, nothing that came since. */
export const agreeHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, { typed: form });
  const wanted = form.text('_do') === 'all' ? form.text('shown').split(' ') : form.all('record');
  const candidates = await Promise.all([...new Set(wanted)].slice(0, SHOWN).map((id) => openProposal(ctx, id)));
  const intents = candidates.flatMap((one) => (one ? [{ verb: 'consent' as const, record: one.record, h: one.h }] : []));
  if (intents.length === 0) return noneAgreed(web, c, ctx, wanted.length > 0);
  const committed = await commit(web, ctx, intents);
  if (committed.ok && committed.value.waits) return goToApproval(web, c, ctx, committed.value.waits);
  if (committed.ok) return goTo(web, c, '/waiting', pages.t(ctx.lang)('agreed-count', { count: intents.length }));
  writeFlash(c, web.kernel.party, { kind: 'problem', text: [...new Set(ofForm(committed.problems).map((one) => makeContext(web, c).say(one)))].join(' ') });
  return c.redirect('/waiting', 303);
};

/** Nothing of what was pressed can be agreed to: while consent has stopped the page says so, else each record says why. */
async function noneAgreed(web: Web, c: Request, ctx: Context, wished: boolean): Promise<Response> {
  if (wished && (await stoppedBy(ctx)).length === 0) writeFlash(c, web.kernel.party, { kind: 'problem', text: words.t(ctx.lang)('none-agreed') });
  return c.redirect('/waiting', 303);
}

/** The open proposal of a record that this person may agree to; null when there is none. */
export async function openProposal(ctx: Context, record: string): Promise<Candidate | null> {
  const row: RecordRow | null = await ctx.read.get(ctx.cooperation.id, record);
  const kind = row ? ctx.kernel.kinds.get(row.kind) : undefined;
  if (!row || !kind || !may(ctx, kind, 'consent')) return null;
  const choices = await ctx.read.choices(ctx.cooperation.id, record);
  const allowed = choices.filter((choice) => choice.consent.allowed).map((choice) => choice.h);
  const open = (await ctx.read.candidates(ctx.cooperation.id, record)).filter((one) => one.status === 'open' && allowed.includes(one.h));
  // Crossed proposals are answered on the record's page, never in passing.
  return open.length === 1 ? open[0] ?? null : null;
}

/** What waits for each side, as cards of the home page; ours first. */
export async function waitingCards(web: Web, ctx: Context): Promise<readonly Card[]> {
  const t = words.t(ctx.lang);
  return (await waitingFor(web, ctx)).map(({ party, kinds, items, total: count }): Card => {
    const first = items.slice(0, kinds.length > 0 ? 2 : ON_CARD);
    return {
      title: party === ctx.party.id ? t('waits-for-us') : t('waits-for-party', { party: partyName(ctx, party) }),
      count, empty: t('nothing-waits'),
      items: [...first.map((item) => <><a href={item.href}>{item.title}</a><p class="item-meta">{itemMeta(ctx, item)}</p></>), ...onePerKind(kinds, ON_CARD - first.length).map((row) => <CardRow ctx={ctx} row={row} />)],
      ...(count > 0 ? { more: { href: '/waiting', label: pages.t(ctx.lang)('see-all', { count }) } } : {}),
    };
  });
}

/** The oldest of each kind in turn, so that many of one kind hide no other. */
function onePerKind(kinds: Waits['kinds'], most: number): readonly RecordRow[] {
  const turns = Array.from({ length: most }, (_, turn) => kinds.flatMap(({ rows }) => rows[turn] ?? []));
  return turns.flat().slice(0, most);
}

function CardRow({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow }): VNode {
  const title = ctx.title(row);
  const kind = ctx.kernel.kinds.get(row.kind);
  return (
    <>
      <a href={`${ctx.href.record(row.kind, row.id)}${row.waitsFor.includes(ctx.party.id) ? '#proposals' : ''}`} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>
      <p class="item-meta">{kind && <span>{ctx.show(kind.label.one)}</span>}<Proposed ctx={ctx} row={row} /></p>
    </>
  );
}


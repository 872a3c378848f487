/** What waits for us, with the answer beside it, and what waits for each of the others. */
import type { VNode } from 'preact';
import type { Candidate, RecordRow } from '@entente/kernel';
import { formatDate, formatInstant } from '@entente/text';
import { Buttons, Cards, type Column, DataTable, EmptyState, PageHead, Panel, PartyLabel } from '@entente/ui';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { writeFlash } from '../door/flash.ts';
import { ofForm } from '../forms/check.ts';
import { RecordLink } from '../fields/show.tsx';
import { partyName } from '../lists/columns.ts';
import { dateOf } from '../lists/list.tsx';
import { type Context, type InboxItem, page, type PageResult } from '../module.ts';
import { may } from '../policy.ts';
import { Summary } from '../records/links.tsx';
import { waitingFor } from './inbox.ts';
import { commit, formOf } from '../routes/forms.ts';
import { goTo } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';

const SHOWN = 100;

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
        <Panel title={t('waits-for-us')} id="us">
          {ours && ours.items.length > 0 && <ul>{ours.items.map((item) => <li key={item.href}><Item ctx={ctx} item={item} /></li>)}</ul>}
          {ours && ours.rows.length > 0 ? <AgreeForm ctx={ctx} rows={ours.rows} canAgree={canAgree} /> : ours?.items.length === 0 && <EmptyState>{t('nothing-waits')}</EmptyState>}
        </Panel>
        {theirs.map((waiting) => (
          <Panel key={waiting.party} title={t('waits-for-party', { party: partyName(ctx, waiting.party) })}>
            {waiting.rows.length + waiting.items.length === 0 ? <p class="quiet">{t('nothing-waits')}</p> : (
              <ul>
                {waiting.items.map((item) => <li key={item.href}><Item ctx={ctx} item={item} /></li>)}
                {waiting.rows.slice(0, SHOWN).map((row) => <li key={row.id}><Summary web={web} ctx={ctx} row={row} /></li>)}
              </ul>
            )}
          </Panel>
        ))}
      </>
    ),
  });
}

/** Rows by kind with boxes; agreeing to the selected, to all, or looking at one first. */
function AgreeForm({ ctx, rows, canAgree }: { readonly ctx: Context; readonly rows: readonly RecordRow[]; readonly canAgree: boolean }): VNode {
  const t = words.t(ctx.lang);
  const shown = rows.slice(0, SHOWN);
  return (
    <form method="post" action="/waiting">
      {Object.entries({ ...ctx.hidden, shown: shown.map((row) => row.id).join(' ') }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {[...Map.groupBy(shown, (row) => row.kind)].map(([name, of]) => <KindTable key={name} ctx={ctx} kind={name} rows={of} canAgree={canAgree} />)}
      {canAgree && <Buttons buttons={[
        { label: t('agree-selected'), name: '_do', value: 'selected' },
        { label: t('agree-all', { count: shown.length }), name: '_do', value: 'all', kind: 'second' },
      ]} />}
    </form>
  );
}

function KindTable({ ctx, kind, rows, canAgree }: { readonly ctx: Context; readonly kind: string; readonly rows: readonly RecordRow[]; readonly canAgree: boolean }): VNode {
  const [t, w] = [words.t(ctx.lang), pages.t(ctx.lang)];
  const declared = ctx.kernel.kinds.get(kind);
  const title = declared ? ctx.show(declared.label.many) : kind;
  const columns: Column<RecordRow>[] = [
    ...(canAgree ? [{ key: 'pick', label: w('agree'), cell: (row: RecordRow) => <input type="checkbox" name="record" value={row.id} aria-label={`${w('agree')}: ${ctx.title(row).text}`} /> }] : []),
    { key: 'title', label: title, main: true, cell: (row) => <RecordLink scope={{ ctx }} row={row} /> },
    { key: 'date', label: w('date'), cell: (row) => dateOf(ctx, row) },
    { key: 'party', label: t('verb-propose'), cell: (row) => <><PartyLabel party={row.party} /> <small class="quiet">{formatInstant(row.at, ctx.lang, ctx.party.zone)}</small></> },
    { key: 'answer', label: t('journal-verb'), cell: (row) => <a href={`${ctx.href.record(row.kind, row.id)}#proposals`} aria-label={`${t('see-difference')}: ${ctx.title(row).text}`}>{t('see-difference')}</a> },
  ];
  return <><h3>{title} <span class="quiet num">{rows.length}</span></h3><DataTable caption={title} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} /></>;
}

export function Item({ ctx, item }: { readonly ctx: Context; readonly item: InboxItem }): VNode {
  const t = words.t(ctx.lang);
  return (
    <>
      <a href={item.href}>{item.title}</a>
      {item.detail && <> <span class="quiet">{item.detail}</span></>}
      {item.due && <> · {t('due', { date: formatDate(item.due, ctx.lang, 'medium') })}</>}
      {item.since && <small class="quiet"> · {formatInstant(item.since, ctx.lang, ctx.party.zone)}</small>}
    </>
  );
}

/** POST `/waiting`: one act that agrees to what was on the page when the person pressed, nothing that came since. */
export const agreeHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, { typed: form });
  const wanted = form.text('_do') === 'all' ? form.text('shown').split(' ') : form.all('record');
  const candidates = await Promise.all([...new Set(wanted)].slice(0, SHOWN).map((id) => leading(ctx, id)));
  const intents = candidates.flatMap((one) => (one ? [{ verb: 'consent' as const, record: one.record, h: one.h }] : []));
  if (intents.length === 0) return goTo(web, c, '/waiting');
  const committed = await commit(web, ctx, intents);
  if (committed.ok) return goTo(web, c, '/waiting', pages.t(ctx.lang)('agreed-count', { count: intents.length }));
  writeFlash(c, web.kernel.party, { kind: 'problem', text: [...new Set(ofForm(committed.problems).map((one) => makeContext(web, c).say(one)))].join(' ') });
  return c.redirect('/waiting', 303);
};

/** The open proposal of a record that this person may agree to; null when there is none. */
async function leading(ctx: Context, record: string): Promise<Candidate | null> {
  const row: RecordRow | null = await ctx.read.get(ctx.cooperation.id, record);
  const kind = row ? ctx.kernel.kinds.get(row.kind) : undefined;
  if (!row || !kind || !may(ctx.person, kind, 'consent')) return null;
  const choices = await ctx.read.choices(ctx.cooperation.id, record);
  const allowed = choices.filter((choice) => choice.consent.allowed).map((choice) => choice.h);
  const open = (await ctx.read.candidates(ctx.cooperation.id, record)).filter((one) => one.status === 'open' && allowed.includes(one.h));
  // Crossed proposals are answered on the record's page, never in passing.
  return open.length === 1 ? open[0] ?? null : null;
}

/** The summary on the home page. */
export async function WaitingCards({ web, ctx }: { readonly web: Web; readonly ctx: Context }): Promise<VNode> {
  const t = words.t(ctx.lang);
  const all = await waitingFor(web, ctx);
  return (
    <Cards cards={all.map(({ party, rows, items }) => ({
      title: party === ctx.party.id ? t('waits-for-us') : t('waits-for-party', { party: partyName(ctx, party) }),
      count: rows.length + items.length, empty: t('nothing-waits'),
      items: [...items.slice(0, 3).map((item) => <Item ctx={ctx} item={item} />), ...rows.slice(0, 4).map((row) => <Summary web={web} ctx={ctx} row={row} />)],
      ...(rows.length + items.length > 0 ? { more: { href: '/waiting', label: pages.t(ctx.lang)('see-all', { count: rows.length + items.length }) } } : {}),
    }))} />
  );
}

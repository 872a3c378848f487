/** The pipeline by stage, and the step from a decided proposal to an activity. */
import type { VNode } from 'preact';
import { DataTable, LinkButton, PageHead, Panel } from '@entente/ui';
import { addDecimals, formatMoney } from '@entente/text';
import type { Intent } from '@entente/kernel';
import { action, codeLabel, fillForm, page, StandingMark, type Context, type PageResult, type PageRoute } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { activity } from '../kinds/activity.ts';
import { activityFrom, isDecided } from './hand-over.ts';
import { projectProposal, stages, type ProjectProposal } from './kind.ts';
import { activitiesOf, proposalAt, type ProposalRow } from './proposal.tsx';
import { pipelineWords } from './words.ts';

export const pipelinePage: PageRoute = {
  path: '/pipeline',
  async render(ctx) {
    const t = pipelineWords.t(ctx.lang);
    const rows = await allOf<ProjectProposal>(ctx.read, { coop: ctx.cooperation.id, kind: projectProposal.name, sort: '-date' });
    await ctx.prepareTitles(rows);
    const [held = [], bare = []] = [true, false].map((any) => Object.keys(stages.values).filter((stage) => rows.some((row) => row.content.stage === stage) === any));
    const mayPropose = ctx.may(projectProposal, 'propose');
    return page({
      title: t('title'), head: 'own',
      body: (
        <>
          <PageHead title={t('title')} meta={t('lead')} actions={mayPropose ? <LinkButton href={ctx.href.create(projectProposal.name, { stage: 'idea' })} kind="main">{t('new')}</LinkButton> : undefined} />
          {held.map((stage) => <Stage key={stage} ctx={ctx} stage={stage} rows={rows.filter((row) => row.content.stage === stage)} />)}
          {bare.length > 0 && <p class="note">{t('none-at', { stages: bare.map((stage) => codeLabel(ctx, projectProposal.fields.stage, stage)).join(', ') })}</p>}
        </>
      ),
    });
  },
};

function Stage({ ctx, stage, rows }: { readonly ctx: Context; readonly stage: string; readonly rows: readonly ProposalRow[] }): VNode {
  const label = codeLabel(ctx, projectProposal.fields.stage, stage);
  const title = (row: ProposalRow) => ctx.title(row);
  return (
    <Panel title={label} note={String(rows.length)}>
      <DataTable<ProposalRow> caption={label} captionHidden rows={rows} rowKey={(row) => row.id} columns={[
        { key: 'title', label: ctx.show(projectProposal.fields.title.options.label), main: true, cell: (row) => <a href={ctx.href.record(row.kind, row.id)} lang={title(row).lang}>{title(row).text}</a> },
        { key: 'standing', label: pipelineWords.t(ctx.lang)('state'), cell: (row) => <StandingMark ctx={ctx} row={row} brief /> },
        { key: 'total', label: ctx.show(projectProposal.fields.total.options.label), align: 'end', cell: (row) => (row.content.total ? formatMoney(row.content.total, ctx.lang) : '') },
        { key: 'funds', label: ctx.show(projectProposal.fields.sourcesOfFunds.options.label), align: 'end', cell: (row) => promisedOf(ctx, row) },
      ]} />
    </Panel>
  );
}

/** What is promised, in each currency by itself. */
function promisedOf(ctx: Context, row: ProposalRow): string {
  const sums = new Map<string, string>();
  for (const { state, money } of row.content.sourcesOfFunds ?? []) if (state === 'promised' && money) sums.set(money.currency, addDecimals(sums.get(money.currency) ?? '0', money.amount));
  return [...sums].map(([currency, amount]) => pipelineWords.t(ctx.lang)('promised', { money: formatMoney({ currency, amount }, ctx.lang) })).join('; ');
}

/** Why a step cannot be taken, with the ways on. */
async function refusedPage(ctx: Context): Promise<PageResult> {
  const row = await proposalAt(ctx);
  const t = pipelineWords.t(ctx.lang);
  const links = [{ href: row ? ctx.href.record(row.kind, row.id) : '/pipeline', label: ctx.show(projectProposal.label.one) }, { href: ctx.href.create(activity.name), label: ctx.show(activity.label.one) }];
  return page({
    title: t('make'), status: 422,
    body: <>{ctx.told.map(({ text }) => <p key={text} role="alert"><b>{text}</b></p>)}<p class="buttons">{links.map(({ href, label }) => <LinkButton key={href} href={href}>{label}</LinkButton>)}</p></>,
  });
}

/** POST `/pipeline/:id/activity`: the form of a new activity, filled in from the proposal, as a draft of the person. */
export const makeActivity = action<ProposalRow>({
  path: '/pipeline/:id/activity', roles: ['coordinator'], ownDraft: true,
  async read(_, ctx) {
    const row = await proposalAt(ctx);
    return row && isDecided(row) ? { ok: true, value: row } : { ok: false, problems: [{ id: 'pipeline.not-decided', path: [] }] };
  },
  async decide(ctx, row) {
    const form = ctx.href.create(activity.name);
    const kept = await ctx.draft(form);
    const entries = fillForm(activity.fields, activityFrom(row), ctx.lang).entries;
    if (kept && JSON.stringify(kept.body) !== JSON.stringify(entries)) return { ok: false, problems: [{ id: 'pipeline.draft-there', path: [] }] };
    await ctx.saveDraft(form, entries);
    return { ok: true, value: { goto: form, flash: pipelineWords.t(ctx.lang)('made') } };
  },
  page: refusedPage,
});

/** POST `/pipeline/:id/handed-over`: the last stage, once there is an activity of it. */
export const handOver = action<ProposalRow>({
  path: '/pipeline/:id/handed-over', roles: ['coordinator'], ownDraft: true,
  async read(_, ctx) {
    const row = await proposalAt(ctx);
    if (!row || !isDecided(row)) return { ok: false, problems: [{ id: 'pipeline.not-decided', path: [] }] };
    return (await activitiesOf(ctx, row)).length > 0 ? { ok: true, value: row } : { ok: false, problems: [{ id: 'pipeline.no-activity', path: [] }] };
  },
  async decide(ctx, row) {
    const intent: Intent = { verb: 'propose', kind: row.kind, record: row.id, content: { ...row.content, stage: 'handed-over' }, on: row.version, agree: true };
    return { ok: true, value: { intents: [intent], goto: ctx.href.record(row.kind, row.id), flash: pipelineWords.t(ctx.lang)('handed-over') } };
  },
  page: refusedPage,
});

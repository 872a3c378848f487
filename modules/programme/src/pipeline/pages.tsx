/** The pipeline by stage, and the step from a decided proposal to an activity. */
import type { VNode } from 'preact';
import { Buttons, DataTable, LinkButton, PageHead, Panel } from '@entente/ui';
import { addDecimals, formatMoney } from '@entente/text';
import type { RecordRow } from '@entente/kernel';
import { action, codeLabel, fillForm, page, StandingMark, type Context, type PageRoute, type RecordView } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { activity } from '../kinds/activity.ts';
import { activityFrom, isDecided } from './hand-over.ts';
import { projectProposal, stages, type ProjectProposal } from './kind.ts';
import { pipelineWords } from './words.ts';

type ProposalRow = RecordRow<ProjectProposal>;

export const pipelinePage: PageRoute = {
  path: '/pipeline',
  async render(ctx) {
    const t = pipelineWords.t(ctx.lang);
    const rows = await allOf<ProjectProposal>(ctx.read, { coop: ctx.cooperation.id, kind: projectProposal.name, sort: '-date' });
    await ctx.prepareTitles(rows);
    const mayPropose = ctx.person.roles.includes('coordinator');
    return page({
      title: t('title'), head: 'own',
      body: (
        <>
          <PageHead title={t('title')} meta={t('lead')} actions={mayPropose ? <LinkButton href={ctx.href.create(projectProposal.name, { stage: 'idea' })} kind="main">{t('new')}</LinkButton> : undefined} />
          {Object.keys(stages.values).map((stage) => <Stage key={stage} ctx={ctx} stage={stage} rows={rows.filter((row) => row.content.stage === stage)} />)}
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
      <DataTable<ProposalRow> caption={label} captionHidden rows={rows} rowKey={(row) => row.id} empty={pipelineWords.t(ctx.lang)('none')} columns={[
        { key: 'title', label: ctx.show(projectProposal.fields.title.options.label), main: true, cell: (row) => <a href={ctx.href.record(row.kind, row.id)} lang={title(row).lang}>{title(row).text}</a> },
        { key: 'standing', label: ctx.show(projectProposal.label.one), cell: (row) => <StandingMark ctx={ctx} row={row} brief /> },
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

/** Beside a decided proposal: make an activity of it. */
export const proposalView: RecordView = {
  async after(ctx, generic) {
    const row = generic as unknown as ProposalRow;
    if (!isDecided(row) || !ctx.person.roles.includes('coordinator')) return null;
    return (
      <form method="post" action={`/pipeline/${row.id}/activity`}>
        {Object.entries(ctx.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Buttons buttons={[{ label: pipelineWords.t(ctx.lang)('make') }]} />
      </form>
    );
  },
};

const proposalAt = async (ctx: Context): Promise<ProposalRow | null> => {
  const row = /^[0-9a-f-]{36}$/u.test(ctx.params['id'] ?? '') ? await ctx.read.get(ctx.cooperation.id, ctx.params['id'] ?? '') : null;
  return row?.kind === projectProposal.name ? row as unknown as ProposalRow : null;
};

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
  async page(ctx) {
    const row = await proposalAt(ctx);
    const back = row ? ctx.href.record(row.kind, row.id) : '/pipeline';
    return page({ title: pipelineWords.t(ctx.lang)('make'), status: 422, body: <>{ctx.told.map(({ text }) => <p key={text}><b>{text}</b></p>)}<p><LinkButton href={back}>{pipelineWords.t(ctx.lang)('title')}</LinkButton> <LinkButton href={ctx.href.create(activity.name)}>{ctx.show(activity.label.one)}</LinkButton></p></> });
  },
});

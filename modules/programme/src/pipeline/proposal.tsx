/** The page of a project proposal: how far it is, the next step and what it needs, and the activities made of it. */
import type { ComponentChildren, VNode } from 'preact';
import { Buttons, LinkButton, Panel, Steps } from '@entente/ui';
import type { Move, RecordRow } from '@entente/kernel';
import { codeLabel, Facts, moveHref, movesOf, RecordLink, scopeOf, type Context, type RecordView } from '@entente/web';
import { isDecided } from './hand-over.ts';
import { neededAt, projectProposal, stages, type ProjectProposal } from './kind.ts';
import { pipelineWords } from './words.ts';

export type ProposalRow = RecordRow<ProjectProposal>;

/** The proposal an address names; null where there is none. */
export async function proposalAt(ctx: Context): Promise<ProposalRow | null> {
  const row = /^[0-9a-f-]{36}$/u.test(ctx.params['id'] ?? '') ? await ctx.read.get(ctx.cooperation.id, ctx.params['id'] ?? '') : null;
  return row?.kind === projectProposal.name ? row as unknown as ProposalRow : null;
}

/** Activities that say they come of it. */
export async function activitiesOf(ctx: Context, row: ProposalRow): Promise<readonly RecordRow[]> {
  const { in: links } = await ctx.read.links(ctx.cooperation.id, row.id);
  const rows = await ctx.read.many(ctx.cooperation.id, links.filter((link) => link.rel === 'proposal').map((link) => link.from));
  return [...rows.values()].filter((one) => one.standing !== 'retired');
}

export const proposalView: RecordView = {
  async body(ctx, generic) {
    const row = generic as unknown as ProposalRow;
    const [scope, made] = [await scopeOf(ctx, projectProposal, [row.content], generic), await activitiesOf(ctx, row)];
    await ctx.prepareTitles(made);
    return (
      <>
        <Stages ctx={ctx} row={row} made={made} />
        <Panel title={ctx.show(projectProposal.label.one)}><Facts scope={scope} kind={projectProposal} content={row.content} without={['title', 'stage']} /></Panel>
      </>
    );
  },
  shows: ['activity'],
};

const LINE = Object.keys(stages.values).filter((stage) => stage !== 'dropped');

function Stages({ ctx, row, made }: { readonly ctx: Context; readonly row: ProposalRow; readonly made: readonly RecordRow[] }): VNode {
  const t = pipelineWords.t(ctx.lang);
  const label = (stage: string) => codeLabel(ctx, projectProposal.fields.stage, stage);
  const { stage } = row.content;
  return (
    <Panel title={t('stage')} id="stage">
      {stage === 'dropped' ? <p><b>{label(stage)}</b></p> : <Steps steps={LINE.map((one) => ({ label: label(one) }))} current={LINE.indexOf(stage)} />}
      {made.length > 0 && <><h3>{t('activities')}</h3><ul>{made.map((one) => <li key={one.id}><RecordLink scope={{ ctx }} row={one} /></li>)}</ul></>}
      <NextStep ctx={ctx} row={row} made={made.length} />
    </Panel>
  );
}

/** What this person may do next: a form with the move chosen; at the end an activity instead. */
function NextStep({ ctx, row, made }: { readonly ctx: Context; readonly row: ProposalRow; readonly made: number }): VNode | null {
  if (row.standing === 'changing') return <p class="quiet">{pipelineWords.t(ctx.lang)('waits-other')}</p>;
  const moves = movesOf(ctx, projectProposal, row as unknown as RecordRow).filter(({ to }) => to !== 'handed-over');
  const isReady = isDecided(row) && row.content.stage === 'decided' && ctx.person.roles.includes('coordinator');
  if (moves.length === 0 && !isReady) return null;
  const links = moves.map((move, at) => <LinkButton key={move.to} href={moveHref(ctx, projectProposal, row.id, move)} kind={at === 0 && !isReady ? 'main' : 'second'}>{ctx.show(move.label)}</LinkButton>);
  return (
    <>
      {isReady ? <ToActivity ctx={ctx} row={row} made={made}>{links}</ToActivity> : <>{moves[0] && <Needs ctx={ctx} row={row} move={moves[0]} />}<p class="buttons">{links}</p></>}
    </>
  );
}

/** Make an activity of it; once there is one, say that it is handed over. */
function ToActivity({ ctx, row, made, children }: { readonly ctx: Context; readonly row: ProposalRow; readonly made: number; readonly children: ComponentChildren }): VNode {
  const t = pipelineWords.t(ctx.lang);
  const address = (what: string) => `/pipeline/${row.id}/${what}`;
  return (
    <form method="post" action={address('activity')}>
      {Object.entries(ctx.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Buttons buttons={made === 0 ? [{ label: t('make') }] : [{ label: t('hand-over'), action: address('handed-over') }, { label: t('make'), kind: 'second' }]}>{children}</Buttons>
    </form>
  );
}

/** What is still missing for the move. */
function Needs({ ctx, row, move }: { readonly ctx: Context; readonly row: ProposalRow; readonly move: Move }): VNode | null {
  const missing = (neededAt[move.to] ?? []).filter((name) => row.content[name] === undefined);
  const fields = missing.map((name) => ctx.show(projectProposal.fields[name].options.label)).join(', ');
  return missing.length > 0 ? <p class="quiet">{pipelineWords.t(ctx.lang)('needs', { move: ctx.show(move.label), fields })}</p> : null;
}

/** Two people edited one record: the later one sees both differences and chooses. Nothing is overwritten. */
import type { VNode } from 'preact';
import { Buttons, Flash, PageHead, Panel } from '@entente/ui';
import { scopeOf } from '../fields/scope.ts';
import type { Values } from '../fields/content.ts';
import type { RecordRow } from '@entente/kernel';
import { partyName } from '../lists/columns.ts';
import { type Context, page, type PageResult } from '../module.ts';
import type { Form } from '../forms/form.ts';
import { placeOf } from '../forms/place.ts';
import { pages } from '../words/pages.ts';
import { ContentDifference } from './difference.tsx';
import type { Desk } from './edit.tsx';

/** What stands now against what was started from, and what was typed against what stands now. */
export async function conflictPage(ctx: Context, desk: Desk, typed: Form, mine: Values): Promise<PageResult> {
  const w = pages.t(ctx.lang);
  const { kind, row } = desk;
  const started = row && typed.text('_on') ? await ctx.read.version(ctx.cooperation.id, row.id, typed.text('_on')) : null;
  const now = row?.content ?? {};
  const scope = await scopeOf(ctx, kind, [mine, now, started?.content ?? {}]);
  const { title } = desk;
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={title} />
        <Flash kind="problem" text={w('changed-meanwhile')} />
        <Panel title={w('changed-theirs')}><ContentDifference scope={scope} kind={kind} before={started?.content ?? null} after={now} /></Panel>
        <Panel title={w('changed-mine')}><ContentDifference scope={scope} kind={kind} before={now} after={mine} /></Panel>
        <Again ctx={ctx} typed={typed} on={desk.on ?? ''} deed={typed.text('_do') || 'put'} label={w('keep-mine')} />
        {row && <LetGo ctx={ctx} to={ctx.href.edit(kind.name, row.id)} label={w('take-theirs')} />}
      </>
    ),
  });
}

/** Our side is bound to a proposal that a colleague made meanwhile: what it says against what was typed, and the two ways on. */
export async function ownProposalPage(ctx: Context, { kind, title, on }: Desk, row: RecordRow, typed: Form, mine: Values, { h, by }: { readonly h: string; readonly by: string }): Promise<PageResult> {
  const w = pages.t(ctx.lang);
  const ours = (await ctx.read.candidates(ctx.cooperation.id, row.id)).find((candidate) => candidate.h === h)?.content ?? row.content;
  const scope = await scopeOf(ctx, kind, [mine, ours]);
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={title} />
        <Flash kind="problem" text={w('ours-meanwhile', { by: by.split(/[ ,]+/u).map((party) => partyName(ctx, party)).join(', ') })} />
        <Panel title={w('ours-mine')}><ContentDifference scope={scope} kind={kind} before={ours} after={mine} /></Panel>
        <Again ctx={ctx} typed={typed} on={typed.text('_on') || on || ''} deed="propose" label={w('propose-beside')} />
        <LetGo ctx={ctx} to={`${ctx.href.record(kind.name, row.id)}#proposals`} label={w('leave-mine')} />
      </>
    ),
  });
}

/** What was typed was kept as a draft, and is let go. */
function LetGo({ ctx, to, label }: { readonly ctx: Context; readonly to: string; readonly label: string }): VNode {
  return (
    <form method="post" action="/drafts/discard">
      {Object.entries({ ...ctx.hidden, key: placeOf(ctx.url), to }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Buttons buttons={[{ label, kind: 'second', signs: false }]} />
    </form>
  );
}

/** Everything typed, sent again: on top of what stands now, or as another deed. */
function Again({ ctx, typed, on, deed, label }: { readonly ctx: Context; readonly typed: Form; readonly on: string; readonly deed: string; readonly label: string }): VNode {
  const entries = typed.entries.filter(([name]) => !['_on', '_key', '_do'].includes(name));
  return (
    <form method="post" action={ctx.url.pathname + ctx.url.search}>
      {[...entries, ...Object.entries(ctx.hidden), ['_on', on] as const].map(([name, value], i) => <input key={i} type="hidden" name={name} value={value} />)}
      <Buttons buttons={[{ label, name: '_do', value: deed }]} />
    </form>
  );
}

/** Two people edited one record: the later one sees both differences and chooses. Nothing is overwritten. */
import type { VNode } from 'preact';
import { Buttons, Flash, PageHead, Panel } from '@entente/ui';
import { scopeOf } from '../fields/scope.ts';
import type { Values } from '../fields/content.ts';
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
        <KeepMine ctx={ctx} typed={typed} on={desk.on ?? ''} />
        {row && <TakeTheirs ctx={ctx} edit={ctx.href.edit(kind.name, row.id)} />}
      </>
    ),
  });
}

/** The form as it stands now; what was typed was kept as a draft, and is let go. */
function TakeTheirs({ ctx, edit }: { readonly ctx: Context; readonly edit: string }): VNode {
  return (
    <form method="post" action="/drafts/discard">
      {Object.entries({ ...ctx.hidden, key: placeOf(ctx.url), to: edit }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Buttons buttons={[{ label: pages.t(ctx.lang)('take-theirs'), kind: 'second' }]} />
    </form>
  );
}

/** Everything typed, sent again on top of what stands now. */
function KeepMine({ ctx, typed, on }: { readonly ctx: Context; readonly typed: Form; readonly on: string }): VNode {
  const w = pages.t(ctx.lang);
  const entries = typed.entries.filter(([name]) => !['_on', '_key', '_do'].includes(name));
  return (
    <form method="post" action={ctx.url.pathname + ctx.url.search}>
      {[...entries, ...Object.entries(ctx.hidden), ['_on', on] as const].map(([name, value], i) => <input key={i} type="hidden" name={name} value={value} />)}
      <Buttons buttons={[{ label: w('keep-mine'), name: '_do', value: typed.text('_do') || 'put' }]} />
    </form>
  );
}

import type { VNode } from 'preact';
import type { ListPage, RecordRow } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { Buttons, LocalizedText, LongTextField, Panel, Voice } from '@entente/ui';
import { versionsOf } from '../fields/scope.ts';
import type { Context } from '../module.ts';
import { may } from '../policy.ts';
import { remark } from '../remark/kind.ts';
import { pages } from '../words/pages.ts';

/** What the parties said about a record without deciding, oldest first, with a box to say something. */
export async function remarksPanel(ctx: Context, row: RecordRow): Promise<VNode | null> {
  if (!ctx.kernel.kinds.has(remark.name) || row.kind === remark.name || row.kind === 'translation') return null;
  const found: ListPage = await ctx.read.list({ coop: ctx.cooperation.id, kind: remark.name, linkedTo: { record: row.id, rel: 'remark-on' }, sort: 'at', limit: 50 });
  const canSay = may(ctx, remark, 'put') && row.standing !== 'retired';
  if (found.rows.length === 0) return null;
  const w = pages.t(ctx.lang);
  return (
    <Panel title={w('questions')} id="remarks">
      {found.rows.map((one) => (
        <Voice key={one.id} party={one.party} note={formatInstant(one.at, ctx.lang, ctx.party.zone)}>
          <LocalizedText versions={versionsOf(one, 'text', one.content['text'])} />
        </Voice>
      ))}
      {canSay && (
        <form class="form" method="post" action={`${ctx.href.record(row.kind, row.id)}/answer`}>
          {Object.entries(ctx.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <LongTextField name="text" label={w('question')} rows={3} lang={ctx.lang} />
          <Buttons small buttons={[{ label: w('send'), name: '_do', value: 'send-answer', kind: 'second' }]} />
        </form>
      )}
    </Panel>
  );
}

/** What an office answers for today, its own and what it took over, each still under the name it was signed with. */
import type { ComponentChildren } from 'preact';
import { DefinitionList, Panel } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { heirsOf } from './heirs.ts';
import { linked } from './instrument.tsx';
import { byPlace, CommitmentList, Titled, wordsOf } from './parts.tsx';

export async function officeAfter(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const w = wordsOf(ctx);
  const coop = ctx.cooperation.id;
  const { before } = await ctx.read.succession(coop, row.id);
  const earlier = [...(await ctx.read.many(coop, before.filter((id) => id !== row.id))).values()];
  const [heirs, ...came] = await Promise.all([heirsOf(ctx, row), ...earlier.map(async (office) => ({ office, heir: (await heirsOf(ctx, office)).find((each) => each.row.id === row.id) }))]);
  const [whole, part] = [came.filter(({ heir }) => !heir || heir.functions.length === 0), came.filter(({ heir }) => heir && heir.functions.length > 0)];
  const held = await Promise.all([row, ...whole.map(({ office }) => office)].map(async (office) => ({ office, commitments: await linked(ctx, office.id, 'commitment', 'responsible') })));
  const signedAs = new Map(held.flatMap(({ office, commitments }) => commitments.map((each) => [each.id, office] as const)).toReversed());
  const commitments = new Map(held.flatMap((each) => each.commitments.map((commitment) => [commitment.id, commitment] as const)));
  const list = (offices: readonly { readonly office: RecordRow; readonly functions?: readonly string[] }[]): ComponentChildren => (offices.length === 0 ? undefined
    : <ul class="plain">{offices.map(({ office, functions = [] }) => <li key={office.id}><Titled ctx={ctx} row={office} />{functions.length > 0 && ` (${functions.join(', ')})`}</li>)}</ul>);
  return (
    <>
      <DefinitionList items={[
        { term: w('office-became'), detail: list(heirs.map((heir) => ({ office: heir.row, functions: heir.functions }))) },
        { term: w('office-was'), detail: list(whole) },
        { term: w('office-was-part'), detail: list(part.map(({ office, heir }) => ({ office, functions: heir?.functions ?? [] }))) },
      ]} />
      {commitments.size > 0 && (
        <Panel title={w(heirs.some((heir) => heir.functions.length === 0) ? 'office-held' : 'office-holds')} note={w('by-theme-note', { count: commitments.size })}>
          <CommitmentList ctx={ctx} rows={[...commitments.values()].toSorted(byPlace).toReversed()} note={(each) => {
            const office = signedAs.get(each.id);
            return office && office.id !== row.id ? w('office-inherited', { office: ctx.title(office).text }) : null;
          }} />
        </Panel>
      )}
    </>
  );
}

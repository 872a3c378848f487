/** What an office answers for today, its own and what it took over, each still under the name it was signed with. */
import type { ComponentChildren } from 'preact';
import { DefinitionList, Panel } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { linked } from './instrument.tsx';
import { byPlace, CommitmentList, Titled, wordsOf } from './parts.tsx';

export async function officeAfter(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const w = wordsOf(ctx);
  const coop = ctx.cooperation.id;
  const succession = await ctx.read.succession(coop, row.id);
  const others = await ctx.read.many(coop, [...succession.today, ...succession.before].filter((id) => id !== row.id));
  const named = (ids: readonly string[]): RecordRow[] => ids.flatMap((id) => (others.has(id) ? [others.get(id)!] : []));
  const held = await Promise.all([row, ...named(succession.before)].map(async (office) => ({ office, commitments: await linked(ctx, office.id, 'commitment', 'responsible') })));
  const signedAs = new Map(held.flatMap(({ office, commitments }) => commitments.map((each) => [each.id, office] as const)).toReversed());
  const commitments = new Map(held.flatMap((each) => each.commitments.map((commitment) => [commitment.id, commitment] as const)));
  const list = (rows: readonly RecordRow[]): ComponentChildren => (rows.length > 0 ? rows.map((each, at) => <span key={each.id}>{at > 0 && '; '}<Titled ctx={ctx} row={each} /></span>) : undefined);
  return (
    <>
      <DefinitionList items={[{ term: w('office-became'), detail: list(named(succession.today)) }, { term: w('office-was'), detail: list(named(succession.before)) }]} />
      {commitments.size > 0 && (
        <Panel title={w('office-holds')} note={w('by-theme-note', { count: commitments.size })}>
          <CommitmentList ctx={ctx} rows={[...commitments.values()].toSorted(byPlace).toReversed()} note={(each) => {
            const office = signedAs.get(each.id);
            return office && office.id !== row.id ? w('office-inherited', { office: ctx.title(office).text }) : null;
          }} />
        </Panel>
      )}
    </>
  );
}

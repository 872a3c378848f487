/** Commitments both sides have agreed to, by theme and by what the sides last reported. */
import { Panel, UnitSquares } from '@entente/ui';
import type { Context, HomePanel } from '@entente/web';
import { overallState, type OverallState } from '../joint-report/accounts.ts';
import { each } from '../plan/asked.ts';
import { partyIds, wordsOf } from './parts.tsx';

/** Columns of the chart, in the order in which it fills its squares: full, half, hollow, crossed. */
const COLUMN: Readonly<Record<OverallState, number>> = { 'done': 0, 'under-way': 1, 'not-started': 2, 'not-reported': 2, 'stuck': 3, 'dropped': 3 };
const COLUMNS = 4;

export const themesPanel: HomePanel = {
  order: 50,
  async render(ctx) {
    const t = wordsOf(ctx);
    const { total, groups } = await ctx.remembered('programme.by-theme', () => byTheme(ctx));
    if (total === 0) return null;
    return (
      <Panel title={t('by-theme')} note={t('by-theme-note', { count: total })} more={{ href: '/commitments', label: t('show') }}>
        <UnitSquares title={t('by-theme')} titleHidden states={[t('state-done'), t('state-under-way'), t('state-none'), t('state-stuck')]} groups={groups} />
      </Panel>
    );
  },
};

interface Said { readonly theme: string; /** What each side said last, by party; null where none did. */ readonly states: Readonly<Record<string, string>> | null; readonly n: number }

/** How many commitments of each theme the sides last said the same of: counted by the database, the rule is applied to the few answers. */
export function saidByTheme(ctx: Pick<Context, 'read' | 'cooperation'>): Promise<readonly Said[]> {
  return ctx.read.ask<Said>({ coop: ctx.cooperation.id, kind: 'commitment', standing: AGREED }, ({ rows, of }) => `with
    latest as (select distinct on (commitment, party) p.content->>'commitment' as commitment, p.party, p.content->>'state' as state
      from ${of('progress-report')} p left join ${of('reporting-period')} q on q.id::text = p.content->>'period' order by commitment, party, coalesce(q.content->>'to', '') desc, p.id desc),
    said as (select commitment, jsonb_object_agg(party, state) as states from latest where state is not null group by commitment)
    select v.value as theme, s.states, count(*)::int as n from ${rows} r left join said s on s.commitment = r.id::text cross join lateral ${each("(r.content->'themes')")} v group by 1, 2`);
}
const AGREED = ['agreed', 'changing'] as const;

async function byTheme(ctx: Context) {
  const [said, { total }] = await Promise.all([saidByTheme(ctx), ctx.read.list({ coop: ctx.cooperation.id, kind: 'commitment', standing: AGREED, limit: 0 })]);
  const groups = Object.entries(ctx.cooperation.themes).map(([theme, name]) => {
    const counts = Array.from({ length: COLUMNS }, () => 0);
    for (const { states, n } of said.filter((one) => one.theme === theme)) counts[COLUMN[overallState(partyIds(ctx).map((party) => states?.[party] ?? null))]]! += n;
    return { size: counts.reduce((sum, n) => sum + n, 0), label: ctx.pick(name).text, href: ctx.href.list('commitment', { themes: theme }), counts };
  }).filter((group) => group.size > 0).toSorted((a, b) => b.size - a.size);
  return { total, groups };
}

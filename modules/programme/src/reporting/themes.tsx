/** Commitments both sides have agreed to, by theme and by what the sides last reported. */
import { Panel, UnitSquares } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import type { Context, HomePanel } from '@entente/web';
import type { OverallState } from '../joint-report/accounts.ts';
import { allOf } from '../joint-report/gather.ts';
import { latestReports, standOf } from './latest.tsx';
import { wordsOf } from './parts.tsx';

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

/** Reads every agreed commitment and report: asked once after each change of the records, not at each visit. */
async function byTheme(ctx: Context) {
  const [commitments, latest] = await Promise.all([
    allOf<{ readonly themes: readonly string[] }>(ctx.read, { coop: ctx.cooperation.id, kind: 'commitment', standing: ['agreed', 'changing'] }), latestReports(ctx),
  ]);
  const counted = (rows: readonly RecordRow<unknown>[]): number[] => {
    const counts = Array.from({ length: COLUMNS }, () => 0);
    for (const row of rows) counts[COLUMN[standOf(ctx, latest, row.id)]]! += 1;
    return counts;
  };
  const groups = Object.entries(ctx.cooperation.themes).map(([theme, name]) => {
    const rows = commitments.filter((row) => row.content.themes.includes(theme));
    return { size: rows.length, label: ctx.pick(name).text, href: ctx.href.list('commitment', { themes: theme }), counts: counted(rows) };
  }).filter((group) => group.size > 0).toSorted((a, b) => b.size - a.size);
  return { total: commitments.length, groups };
}

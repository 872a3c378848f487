/** On a commitment's page: what both sides reported of it, period by period, newest first. */
import type { ComponentChildren } from 'preact';
import { Panel, SideBySide } from '@entente/ui';
import { formatPeriod } from '@entente/text';
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { ProgressReport, ReportingPeriod } from '../kinds/index.ts';
import { compare } from './compare.ts';
import { Figures, partyIds, sideOf, wordsOf } from './parts.tsx';

export async function bothSides(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const t = wordsOf(ctx);
  const coop = ctx.cooperation.id;
  const [reports, periods] = await Promise.all([
    allOf<ProgressReport>(ctx.read, { coop, kind: 'progress-report', filters: [{ field: 'commitment', is: row.id }] }),
    allOf<ReportingPeriod>(ctx.read, { coop, kind: 'reporting-period', sort: '-date' }),
  ]);
  const reported = periods.filter((period) => reports.some((report) => report.content.period === period.id));
  const latest = periods[0];
  if (reported.length === 0) {
    return <Panel title={t('both-sides')} {...(latest ? { more: { href: ctx.href.create('progress-report', { commitment: row.id, period: latest.id }), label: t('write-report') } } : {})}><p class="quiet">{t('no-reports-yet')}</p></Panel>;
  }
  const panels = await Promise.all(reported.map(async (period) => ({ period, comparison: (await compare(ctx.read, coop, period.id, row.id))[0] })));
  return panels.map(({ period, comparison }) => comparison && (
    <Panel key={period.id} title={<>{t('both-sides')}, {formatPeriod(period.content, ctx.lang)}</>} {...(period.content.exercise ? { note: t('exercise') } : {})}
      more={{ href: `/reporting/${period.id}/${row.id}`, label: t('settle') }}>
      <SideBySide sides={partyIds(ctx).map((party) => sideOf(ctx, party, comparison.reports[party], ctx.href.create('progress-report', { commitment: row.id, period: period.id })))} />
      <Figures ctx={ctx} comparison={comparison} period={period.id} />
    </Panel>
  ));
}

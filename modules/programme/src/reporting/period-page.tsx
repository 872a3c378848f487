/** One period: every commitment somebody reported on, both sides beside each other, what differs on request. */
import type { VNode } from 'preact';
import { EmptyState, Filters, Pagination, Panel, SideBySide } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { notFound, page, type Context, type PageRoute } from '@entente/web';
import type { ReportingPeriod } from '../kinds/index.ts';
import { compare, isOpen, type Comparison } from './compare.ts';
import { FormLinks } from './form.tsx';
import { Figures, partyIds, sideOf, wordsOf } from './parts.tsx';

const PER_PAGE = 10;
const SHOWS: Readonly<Record<'all' | 'differs' | 'one-side' | 'stuck', (comparison: Comparison) => boolean>> = {
  all: () => true,
  differs: (comparison) => comparison.figures.some(isOpen),
  'one-side': (comparison) => Object.keys(comparison.reports).length === 1,
  stuck: (comparison) => Object.values(comparison.reports).some((report) => report.content.state === 'stuck'),
};
type Show = keyof typeof SHOWS;

export async function periodOf(ctx: Context): Promise<RecordRow<ReportingPeriod> | null> {
  const row = await ctx.read.get(ctx.cooperation.id, ctx.params['period'] ?? '');
  return row?.kind === 'reporting-period' ? (row as unknown as RecordRow<ReportingPeriod>) : null;
}

export const periodPage: PageRoute = {
  path: '/reporting/:period',
  async render(ctx) {
    const period = await periodOf(ctx);
    if (!period) return notFound;
    const t = wordsOf(ctx);
    const all = await compare(ctx.read, ctx.cooperation.id, period.id);
    const show: Show = ctx.query['show'] !== undefined && Object.hasOwn(SHOWS, ctx.query['show']) ? (ctx.query['show'] as Show) : 'all';
    const chosen = all.filter(SHOWS[show]);
    const at = Math.max(1, Number.parseInt(ctx.query['page'] ?? '1', 10) || 1);
    return page({
      title: ctx.title(period).text,
      crumbs: [{ label: t('reporting'), href: '/reporting' }],
      body: (
        <>
          {period.content.exercise && <p class="note">{t('exercise-note')}</p>}
          {await FormLinks({ ctx, period: period.id })}
          <Filters groups={[{ title: t('filter-show'), options: (Object.keys(SHOWS) as Show[]).map((key) => ({
            label: t(`filter-${key}`), href: ctx.href.with({ show: key === 'all' ? null : key, page: null }), count: all.filter(SHOWS[key]).length, current: key === show,
          })) }]} />
          {chosen.length === 0 && <EmptyState>{show === 'differs' ? t('all-settled') : t('no-reports-yet')}</EmptyState>}
          {chosen.slice((at - 1) * PER_PAGE, at * PER_PAGE).map((comparison) => <One key={comparison.commitment.id} ctx={ctx} comparison={comparison} period={period.id} />)}
          {chosen.length > PER_PAGE && <Pagination page={at} pageSize={PER_PAGE} total={chosen.length} href={(number) => ctx.href.with({ page: String(number) })} />}
        </>
      ),
    });
  },
};

function One({ ctx, comparison, period }: { readonly ctx: Context; readonly comparison: Comparison; readonly period: string }): VNode {
  const { commitment, reports } = comparison;
  const title = ctx.title(commitment);
  const write = ctx.href.create('progress-report', { commitment: commitment.id, period });
  return (
    <Panel title={<a href={`/reporting/${period}/${commitment.id}`} lang={title.lang}>{title.text}</a>}>
      <SideBySide sides={partyIds(ctx).map((party) => sideOf(ctx, party, reports[party], write))} />
      <Figures ctx={ctx} comparison={comparison} period={period} />
    </Panel>
  );
}

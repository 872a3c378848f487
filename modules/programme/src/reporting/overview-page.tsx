/** Where reporting begins: the periods, and the joint reports made of them. */
import { DataTable, Downloads, EmptyState, LinkButton, PageHead, Panel } from '@entente/ui';
import { formatPeriod } from '@entente/text';
import { page, type Context, type PageRoute } from '@entente/web';
import type { RecordRow } from '@entente/kernel';
import { allOf } from '../joint-report/gather.ts';
import { reportingPeriod, type JointReport, type ProgressReport, type ReportingPeriod } from '../kinds/index.ts';
import { iatiWords } from '../iati/words.ts';
import { wordsOf } from './parts.tsx';

export const overviewPage: PageRoute = {
  path: '/reporting',
  async render(ctx) {
    const t = wordsOf(ctx);
    const coop = ctx.cooperation.id;
    const [periods, reports, frozen] = await Promise.all([
      allOf<ReportingPeriod>(ctx.read, { coop, kind: 'reporting-period', sort: '-date' }), allOf<ProgressReport>(ctx.read, { coop, kind: 'progress-report' }),
      allOf<JointReport>(ctx.read, { coop, kind: 'joint-report', sort: '-date' }),
    ]);
    const said = Map.groupBy(reports, (report) => report.content.period);
    const mayPropose = ctx.may(reportingPeriod, 'propose');
    return page({
      title: t('reporting'), head: 'own',
      body: (
        <>
          <PageHead title={t('reporting')} meta={t('periods-lead')} actions={mayPropose ? <LinkButton href={ctx.href.create('reporting-period')} kind="second">{t('new-period')}</LinkButton> : undefined} />
          {periods.length === 0 && <EmptyState>{t('no-periods')}</EmptyState>}
          {periods.length > 0 && <DataTable caption={t('period')} captionHidden rows={periods} rowKey={(row) => row.id} columns={periodColumns(ctx, said)} />}
          <Panel title={t('joint-report')} more={{ href: '/joint-report', label: t('show') }}>
            <p class="quiet">{t('joint-lead')}</p>
            {frozen.length > 0 && (
              <ul>{frozen.map((row) => { const title = ctx.title(row); return <li key={row.id}><a href={ctx.href.record('joint-report', row.id)} lang={title.lang}>{title.text}</a></li>; })}</ul>
            )}
          </Panel>
          <Panel title={t('for-partners')}><Downloads items={[{ label: iatiWords.t(ctx.lang)('file'), files: [{ label: 'XML', href: '/iati.xml' }] }]} /></Panel>
        </>
      ),
    });
  },
};

function periodColumns(ctx: Context, said: ReadonlyMap<string, readonly RecordRow<ProgressReport>[]>) {
  const t = wordsOf(ctx);
  return [
    { key: 'name', label: t('period'), main: true, cell: (row: RecordRow<ReportingPeriod>) => {
      const title = ctx.title(row);
      return <a href={`/reporting/${row.id}`} lang={title.lang}>{title.text}</a>;
    } },
    { key: 'dates', label: t('dates'), cell: (row: RecordRow<ReportingPeriod>) => formatPeriod(row.content, ctx.lang) },
    ...ctx.cooperation.parties.map((party) => ({
      key: party.id, label: t('reports-of', { party: ctx.pick(party.short).text }), align: 'end' as const,
      cell: (row: RecordRow<ReportingPeriod>) => String((said.get(row.id) ?? []).filter((report) => report.party === party.id).length),
    })),
  ];
}

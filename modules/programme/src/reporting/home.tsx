/** What reporting adds to the home page: figures that differ, and reports a side still owes. */
import { Panel } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import type { Context, HomePanel, InboxItem, InboxSource } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { ReportingPeriod } from '../kinds/index.ts';
import { compare, gapOf, isOpen, valueText } from './compare.ts';
import { wordsOf } from './parts.tsx';

const SHOWN = 6;
/** Periods looked at on the home page: the latest two, so that its cost does not grow with the years. */
const LATEST = 2;

async function latestPeriods(ctx: Context): Promise<RecordRow<ReportingPeriod>[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'reporting-period', sort: '-date', limit: LATEST });
  return rows as unknown as RecordRow<ReportingPeriod>[];
}

export const differingPanel: HomePanel = {
  order: 30,
  async render(ctx) {
    const t = wordsOf(ctx);
    const periods = await latestPeriods(ctx);
    const found = (await Promise.all(periods.map(async (period) =>
      (await compare(ctx.read, ctx.cooperation.id, period.id)).flatMap((each) => each.figures.filter(isOpen).map((figure) => ({ period, commitment: each.commitment, figure })))))).flat();
    if (found.length === 0) return null;
    return (
      <Panel title={t('differing-title')} note={String(found.length)} more={{ href: `/reporting/${found[0]?.period.id}?show=differs`, label: t('show') }}>
        <ul class="plain">
          {found.slice(0, SHOWN).map(({ period, commitment, figure }) => {
            const [title, name, gap] = [ctx.title(commitment), ctx.title(figure.indicator), gapOf(figure.said)];
            return (
              <li key={`${commitment.id} ${figure.indicator.id}`}>
                <a href={`/reporting/${period.id}/${commitment.id}#settle`} lang={title.lang}>{title.text}</a>
                <span class="quiet"> · <span lang={name.lang}>{name.text}</span>{gap !== null && `: ${valueText(figure.indicator.content, gap, ctx.lang)}`}</span>
              </li>
            );
          })}
        </ul>
      </Panel>
    );
  },
};

/** Commitments that one side has reported in a period already over, and the other has not. */
export const overdueInbox: InboxSource = {
  order: 30,
  async items(ctx) {
    const t = wordsOf(ctx);
    const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
    const over = (await latestPeriods(ctx)).filter((period) => period.content.to < today);
    const lists = await Promise.all(over.map(async (period): Promise<InboxItem[]> => {
      const reports = await allOf<{ commitment: string }>(ctx.read, { coop: ctx.cooperation.id, kind: 'progress-report', filters: [{ field: 'period', is: period.id }] });
      const by = (party: string): Set<string> => new Set(reports.filter((report) => report.party === party).map((report) => report.content.commitment));
      const all = new Set(reports.map((report) => report.content.commitment));
      return ctx.cooperation.parties.filter((party) => by(party.id).size < all.size).map((party) => ({
        title: `${ctx.title(period).text}: ${t('reports')} ${by(party.id).size}/${all.size}`,
        href: `/reporting/${period.id}?show=one-side`, waitsFor: party.id, due: period.content.to,
      }));
    }));
    return lists.flat();
  },
};

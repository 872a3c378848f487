/** The reporting form of one office for a period, as a table: its reports, and a row for every commitment it has not reported on. */
import type { VNode } from 'preact';
import { LinkButton } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { notFound, tableJob, tableRows, type Context, type PageRoute, type TableRow } from '@entente/web';
import { progressReport, type ProgressReport } from '../kinds/index.ts';
import { programmeWords } from '../words.ts';
import { periodOf } from './period-page.tsx';
import { wordsOf } from './parts.tsx';

const MOST_OFFICES = 200;

/** Our reports of the period, then what is still to be said. Without an office: of all offices of this party. */
async function formRows(ctx: Context, period: string, office: string | null): Promise<readonly TableRow[]> {
  const coop = ctx.cooperation.id;
  const reports = (await tableRows(ctx, { coop, kind: 'progress-report', party: ctx.party.id, filters: [{ field: 'period', is: period }] })) as readonly RecordRow<ProgressReport>[];
  const ours = office === null ? null : reports.filter((row) => row.content.office === office || row.content.office === undefined);
  const commitments = await tableRows(ctx, { coop, kind: 'commitment', sort: 'title', lang: ctx.lang, ...(office === null ? {} : { linkedTo: { record: office } }) });
  const offices = office === null ? await ownOffices(ctx, commitments) : new Set([office]);
  const told = new Set(reports.map((row) => row.content.commitment));
  const owed = commitments.filter((row) => !told.has(row.id) && responsible(row).some((id) => offices.has(id)));
  return [...(ours ?? reports), ...owed.map((row) => ({ offered: { commitment: row.id, period, ...(office === null ? {} : { office }) } }))];
}

const responsible = (row: RecordRow): readonly string[] => (Array.isArray(row.content['responsible']) ? row.content['responsible'].filter((id) => typeof id === 'string') : []);

async function ownOffices(ctx: Context, commitments: readonly RecordRow[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.read.many(ctx.cooperation.id, [...new Set(commitments.flatMap(responsible))]);
  return new Set([...rows.values()].filter((row) => row.party === ctx.party.id).map((row) => row.id));
}

/** GET `/reporting/:period/form?as=xlsx&office=`. */
export const reportingForm: PageRoute = {
  path: '/reporting/:period/form',
  roles: ['coordinator', 'focal-point'],
  async render(ctx) {
    const period = await periodOf(ctx);
    if (!period) return notFound;
    const office = /^[0-9a-f-]{36}$/u.exec(ctx.query['office'] ?? '')?.[0] ?? null;
    return ctx.longFile({
      title: (lang) => programmeWords.t(lang)('form-of-office'),
      run: async (work) => tableJob(ctx, progressReport, await formRows(ctx, period.id, office), work),
    });
  },
};

/** Where a person takes the form and brings it back; offices that answer for something, the person's own first. */
export async function FormLinks({ ctx, period }: { readonly ctx: Context; readonly period: string }): Promise<VNode | null> {
  if (!ctx.person.roles.some((role) => role === 'coordinator' || role === 'focal-point')) return null;
  const t = wordsOf(ctx);
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'commitment', limit: 1_000 });
  const own = await ownOffices(ctx, rows);
  const offices = [...(await ctx.read.many(ctx.cooperation.id, [...own].slice(0, MOST_OFFICES))).values()]
    .toSorted((a, b) => Number(b.id === ctx.person.office) - Number(a.id === ctx.person.office) || ctx.title(a).text.localeCompare(ctx.title(b).text, ctx.lang));
  return (
    <details>
      <summary>{t('form-by-table')}</summary>
      <form method="get" action={`/reporting/${period}/form`} class="buttons">
        <label>{t('form-of-office')}<select name="office"><option value="">{t('form-all-offices')}</option>{offices.map((row) => <option key={row.id} value={row.id} lang={ctx.title(row).lang}>{ctx.title(row).text}</option>)}</select></label>
        <button class="btn second" name="as" value="xlsx">Excel</button><button class="btn second" name="as" value="csv">CSV</button>
        <LinkButton href={`/tables/${progressReport.path}`} kind="second">{t('form-bring-back')}</LinkButton>
      </form>
    </details>
  );
}

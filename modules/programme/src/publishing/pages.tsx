/** The joint report of any span: what it holds, its copies in every language and format, and freezing it. */
import type { ComponentChildren, VNode } from 'preact';
import { DateField, Downloads, EmptyState, Form, MultiSelect, PageHead, Panel, State, TextField } from '@entente/ui';
import { formatDate, formatPeriod, langs, languageInfo, type Lang } from '@entente/text';
import type { RecordRow, Result } from '@entente/kernel';
import { action, document as htmlDocument, file, notFound, page, type Context, type FileWork, type JobOutcome, type PageResult, type PageRoute, type Said } from '@entente/web';
import { accountsOf, type OverallState } from '../joint-report/accounts.ts';
import { STATES } from '../joint-report/copy.ts';
import { citesOf, gather, type Scope } from '../joint-report/gather.ts';
import { fileOf, FORMATS, frozenReport, liveReport, type Format } from '../joint-report/produce.ts';
import { words } from '../joint-report/words.ts';
import type { JointReport } from '../kinds/index.ts';
import { wordsOf } from '../reporting/parts.tsx';
import { programmeWords } from '../words.ts';
import { readScope } from './scope.ts';

/** The last three whole years: what a first look most often wants. */
const usual = (): { from: string; to: string } => {
  const { year } = Temporal.Now.plainDateISO();
  return { from: String(year - 3), to: String(year - 1) };
};

function scopeOf(ctx: Context): Result<Scope> {
  const themes = ctx.url.searchParams.getAll('themes').filter((theme) => theme !== '');
  return readScope({ from: ctx.query['from'] ?? usual().from, to: ctx.query['to'] ?? usual().to, themes }, ctx.cooperation, ctx.lang);
}

async function renderJointReport(ctx: Context): Promise<PageResult> {
  const t = wordsOf(ctx);
  const scope = scopeOf(ctx);
  // As a person writes dates; one that was not understood stays as it was typed.
  const day = (name: 'from' | 'to'): string => formatDate(ctx.query[name] ?? usual()[name], ctx.lang, 'short');
  const problems = scope.ok ? [] : scope.problems.map((each) => ({ path: each.path, text: ctx.say(each) }));
  return page({
    title: t('joint-report'), head: 'own', crumbs: [{ label: t('reporting'), href: '/reporting' }],
    body: (
      <>
        <PageHead title={t('joint-report')} meta={t('joint-lead')} />
        <Form id="scope" action="/joint-report" method="get" problems={problems} submit={[{ label: t('show'), kind: 'second' }]}>
          <div class="beside">
            <DateField name="from" label={t('from')} value={day('from')} partial />
            <DateField name="to" label={t('to')} value={day('to')} partial />
          </div>
          <MultiSelect name="themes" label={t('themes')} hint={t('themes-hint')} optional values={ctx.url.searchParams.getAll('themes')}
            options={Object.entries(ctx.cooperation.themes).map(([value, name]) => ({ value, label: ctx.pick(name).text }))} />
        </Form>
        {scope.ok && await preview(ctx, scope.value)}
      </>
    ),
  });
}

async function preview(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const { corpus, unconfirmed } = await gather(ctx.read, ctx.cooperation.id, scope);
  if (corpus.commitments.length === 0) return <EmptyState>{t('nothing-in-period')}</EmptyState>;
  const accounts = accountsOf(corpus, scope, ctx.cooperation.parties.map((party) => party.id));
  const count = (state: OverallState): number => accounts.commitments.filter((each) => each.state === state).length;
  const w = words.t(ctx.lang);
  return (
    <>
      <Panel title={formatPeriod(scope, ctx.lang)}>
        <p>{w('lead-figures', { count: accounts.commitments.length, done: count('done'), running: count('under-way'), stuck: count('stuck'), silent: count('not-reported') })}</p>
        <ul class="legend">{STATES.filter((state) => count(state) > 0).map((state) => <li key={state}><State is={SHAPES[state]}>{`${w(`state-${state}`)}: ${count(state)}`}</State></li>)}</ul>
        {unconfirmed > 0 && <p class="quiet">{w('unconfirmed', { count: unconfirmed })}</p>}
      </Panel>
      <Panel title={t('copies')}><Copies ctx={ctx} base="/joint-report/copy" query={ctx.url.searchParams} scope={scope} /></Panel>
      {ctx.person.roles.includes('coordinator') && <FreezeForm ctx={ctx} />}
    </>
  );
}

const SHAPES = { done: 'done', 'under-way': 'running', stuck: 'late', dropped: 'retired', 'not-started': 'none', 'not-reported': 'none' } as const;

/** Links to every copy: language by language, each as PDF, Word and print page. */
function Copies({ ctx, base, query, scope }: { readonly ctx: Context; readonly base: string; readonly query?: URLSearchParams; readonly scope?: Scope }): VNode {
  const t = wordsOf(ctx);
  const address = (lang: Lang, format: Format): string => {
    const search = new URLSearchParams(query);
    if (scope) for (const [name, value] of [['from', scope.from], ['to', scope.to]] as const) search.set(name, value);
    search.set('copy', lang);
    search.set('format', format);
    return `${base}?${search.toString()}`;
  };
  const names: Readonly<Record<Format, string>> = { pdf: 'PDF', docx: 'Word', html: t('print') };
  return <Downloads items={langs.map((lang) => ({ label: languageInfo(lang).ownName, lang, files: FORMATS.map((format) => ({ label: names[format], href: address(lang, format), page: true })) }))} />;
}

function FreezeForm({ ctx }: { readonly ctx: Context }): VNode {
  const t = wordsOf(ctx);
  return (
    <Panel title={t('freeze')} id="freeze">
      <p class="quiet">{t('freeze-lead')}</p>
      <Form id="frozen" action={`/joint-report${ctx.url.search}`} hidden={ctx.hidden} problems={ctx.told} draft={ctx.typing} submit={[{ label: t('freeze') }]}>
        <TextField name="title" label={t('title')} value={ctx.typed.text('title')} />
      </Form>
    </Panel>
  );
}

/** A copy of a live or frozen report as a file or print page. */
async function copyOf(ctx: Context, report: (lang: Lang) => ReturnType<typeof liveReport>, name: string): Promise<PageResult> {
  const lang = langs.find((each) => each === ctx.query['copy']) ?? ctx.lang;
  const format = FORMATS.find((each) => each === ctx.query['format']) ?? 'html';
  if (format !== 'html') return ctx.longFile({ title: titleOf(lang, format), run: (work) => producing(work, report(lang), format, name) });
  const made = await report(lang);
  if (!made.ok) return page({ title: wordsOf(ctx)('joint-report'), status: 422, body: <EmptyState>{made.problems.map((each) => ctx.say(each)).join(' ')}</EmptyState> });
  const parts = await fileOf(made.value, format, name);
  return typeof parts.bytes === 'string' ? htmlDocument(parts.bytes) : file(parts);
}

const titleOf = (copy: Lang, format: Format): Said => (lang) => `${programmeWords.t(lang)('joint-report')} · ${languageInfo(copy).ownName} · ${format === 'pdf' ? 'PDF' : 'Word'}`;

/** Reading the records, then setting the copy: the two steps whose length a reader feels. */
async function producing(work: FileWork, report: ReturnType<typeof liveReport>, format: Format, name: string): Promise<Result<JobOutcome>> {
  work.report({ total: 2, doing: (lang) => programmeWords.t(lang)('doing-read') });
  const made = await report;
  if (!made.ok) return made;
  work.report({ done: 1, doing: (lang) => programmeWords.t(lang)('doing-set') });
  return { ok: true, value: { as: 'file', file: await fileOf(made.value, format, name) } };
}

const wish = (ctx: Context, lang: Lang) => ({ read: ctx.read, cooperation: ctx.cooperation, party: ctx.kernel.party, lang });

export const jointReportPages: readonly PageRoute[] = [
  { path: '/joint-report', render: renderJointReport },
  {
    path: '/joint-report/copy',
    async render(ctx) {
      const scope = scopeOf(ctx);
      return scope.ok ? copyOf(ctx, (lang) => liveReport(wish(ctx, lang), scope.value), `joint-report-${scope.value.from}-${scope.value.to}`) : renderJointReport(ctx);
    },
  },
  {
    path: '/joint-report/:id/copy',
    async render(ctx) {
      const row = await ctx.read.get(ctx.cooperation.id, ctx.params['id'] ?? '');
      return row?.kind === 'joint-report' ? copyOf(ctx, (lang) => frozenReport(wish(ctx, lang), row as unknown as RecordRow<JointReport>), `joint-report-${row.id.slice(0, 8)}`) : notFound;
    },
  },
];

/** Body of a frozen report's own page: its span and its copies; standing, consent and history come with every record. */
export async function frozenBody(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const t = wordsOf(ctx);
  const content = row.content as unknown as JointReport;
  return (
    <>
      <p>{formatPeriod(content.period, ctx.lang)} · {t('cites', { count: content.cites.length })}</p>
      {content.exercise && <p class="note">{t('exercise-note')}</p>}
      <Copies ctx={ctx} base={`/joint-report/${row.id}/copy`} />
    </>
  );
}

export const freezeAction = action<{ readonly title: string; readonly scope: Scope }>({
  path: '/joint-report',
  roles: ['coordinator'],
  read(form, ctx) {
    const scope = scopeOf(ctx);
    const title = form.text('title').trim();
    if (title === '') return { ok: false, problems: [...(scope.ok ? [] : scope.problems), { id: 'field.required', path: ['title'] }] };
    return scope.ok ? { ok: true, value: { title, scope: scope.value } } : scope;
  },
  async decide(ctx, { title, scope }) {
    const { corpus } = await gather(ctx.read, ctx.cooperation.id, scope);
    if (corpus.commitments.length === 0) return { ok: false, problems: [{ id: 'programme.nothing-in-period', path: [] }] };
    const content = {
      title: { [ctx.lang]: title }, period: { from: scope.from, to: scope.to }, state: 'frozen', cites: citesOf(corpus),
      ...(scope.themes.length > 0 ? { themes: scope.themes } : {}),
      ...(corpus.reports.some((report) => report.content.exercise) ? { exercise: true } : {}),
    };
    return { ok: true, value: {
      intents: [{ verb: 'propose', kind: 'joint-report', content, agree: true }], flash: wordsOf(ctx)('frozen'),
      goto: (committed) => ctx.href.record('joint-report', committed?.records[0]?.record ?? ''),
    } };
  },
  page: renderJointReport,
});

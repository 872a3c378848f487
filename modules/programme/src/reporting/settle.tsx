/** One commitment in one period: both accounts, the figures, and the form that proposes a settled figure. */
import type { VNode } from 'preact';
import { Form, LongTextField, NumberField, PageHead, Panel, SelectField, SideBySide } from '@entente/ui';
import { formatPeriod, readNumber } from '@entente/text';
import type { Problem, RecordRow, Result } from '@entente/kernel';
import { action, notFound, page, type Context, type PageResult } from '@entente/web';
import { figureProblems, type ReportingPeriod } from '../kinds/index.ts';
import { compare, isOpen, valueText, type Comparison } from './compare.ts';
import { Figures, partyIds, sideOf, wordsOf } from './parts.tsx';
import { periodOf } from './period-page.tsx';

const PATH = '/reporting/:period/:commitment';

interface Scene { readonly period: RecordRow<ReportingPeriod>; readonly comparison: Comparison }

async function sceneOf(ctx: Context): Promise<Scene | null> {
  const period = await periodOf(ctx);
  const [comparison] = period ? await compare(ctx.read, ctx.cooperation.id, period.id, ctx.params['commitment'] ?? '') : [];
  return period && comparison?.commitment.kind === 'commitment' ? { period, comparison } : null;
}

export async function renderSettle(ctx: Context): Promise<PageResult> {
  const scene = await sceneOf(ctx);
  if (!scene) return notFound;
  const t = wordsOf(ctx);
  const { period, comparison } = scene;
  const { commitment, reports } = comparison;
  const title = ctx.title(commitment);
  const write = ctx.href.create('progress-report', { commitment: commitment.id, period: period.id });
  return page({
    title: title.text, head: 'own',
    crumbs: [{ label: t('reporting'), href: '/reporting' }, { label: ctx.title(period).text, href: `/reporting/${period.id}` }],
    body: (
      <>
        <PageHead title={title.text} {...(title.lang === ctx.lang ? {} : { titleLang: title.lang })} meta={<>{formatPeriod(period.content, ctx.lang)} · <a href={ctx.href.record('commitment', commitment.id)}>{t('commitment')}</a></>} />
        {Object.values(reports).some((report) => report.content.exercise) && <p class="note">{t('exercise-note')}</p>}
        <Panel title={t('both-sides')}>
          <SideBySide sides={partyIds(ctx).map((party) => sideOf(ctx, party, reports[party], write))} />
        </Panel>
        {comparison.figures.length > 0 && <Panel title={t('figures')}><Figures ctx={ctx} comparison={comparison} period={period.id} /></Panel>}
        {comparison.figures.length > 0 && ctx.person.roles.includes('coordinator') && <SettleForm ctx={ctx} comparison={comparison} />}
      </>
    ),
  });
}

function SettleForm({ ctx, comparison }: { readonly ctx: Context; readonly comparison: Comparison }): VNode {
  const t = wordsOf(ctx);
  const open = comparison.figures.find(isOpen) ?? comparison.figures[0];
  const chosen = ctx.typed.text('indicator') || open?.indicator.id;
  const options = comparison.figures.map((figure) => {
    const name = ctx.title(figure.indicator);
    const values = Object.entries(figure.said).flatMap(([party, said]) => (said ? [`${ctx.pick(ctx.partyOf(party)?.short ?? party).text} ${valueText(figure.indicator.content, said.value, ctx.lang)}`] : []));
    return { value: figure.indicator.id, label: `${name.text}: ${values.join(' / ')}`, lang: name.lang };
  });
  return (
    <Panel title={t('settle')} id="settle">
      <p class="quiet">{t('settle-lead')}</p>
      <Form id="settlement" action={ctx.url.pathname} hidden={ctx.hidden} problems={ctx.told} draft={ctx.typing} submit={[{ label: t('propose-agree') }]}>
        <SelectField name="indicator" label={t('indicator')} options={options} value={chosen} />
        <NumberField name="value" label={t('value')} value={ctx.typed.text('value')} />
        <NumberField name="women" label={t('women')} value={ctx.typed.text('women')} optional />
        <NumberField name="men" label={t('men')} value={ctx.typed.text('men')} optional />
        <LongTextField name="remark" label={t('remark')} value={ctx.typed.text('remark')} rows={3} optional />
      </Form>
    </Panel>
  );
}

interface Settle { readonly indicator: string; readonly value: string; readonly women?: string; readonly men?: string; readonly remark: string }

export const settleAction = action<Settle>({
  path: PATH,
  roles: ['coordinator'],
  read(form, ctx): Result<Settle> {
    const problems: Problem[] = [];
    const number = (name: 'value' | 'women' | 'men'): string | undefined => {
      const typed = form.text(name).trim();
      if (typed === '' && name !== 'value') return undefined;
      const reading = readNumber(typed, ctx.lang);
      if (reading.ok) return reading.value;
      problems.push({ id: reading.problem.id, path: [name], params: reading.problem.params });
      return undefined;
    };
    const [value, women, men] = [number('value'), number('women'), number('men')];
    if (problems.length > 0 || value === undefined) return { ok: false, problems };
    const figure = { value, ...(women === undefined ? {} : { women }), ...(men === undefined ? {} : { men }) };
    const broken = figureProblems(figure);
    return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, value: { ...figure, indicator: form.text('indicator'), remark: form.text('remark').trim() } };
  },
  async decide(ctx, { indicator, remark, ...figure }) {
    const scene = await sceneOf(ctx);
    const found = scene?.comparison.figures.find((each) => each.indicator.id === indicator);
    if (!scene || !found) return { ok: false, problems: [{ id: 'programme.no-such-indicator', path: ['indicator'] }] };
    const cited = Object.values(scene.comparison.reports).filter((report) => report.content.figures?.some((each) => each.indicator === indicator));
    const content = {
      commitment: scene.comparison.commitment.id, period: scene.period.id, indicator, ...figure,
      reports: cited.map((report) => ({ record: report.id, version: report.version })),
      ...(remark === '' ? {} : { remark: { [ctx.lang]: remark } }),
      ...(cited.some((report) => report.content.exercise) ? { exercise: true } : {}),
    };
    const settlement = found.settlement;
    return { ok: true, value: {
      intents: [{ verb: 'propose', kind: 'settlement', content, agree: true, as: settlement ? 'amendment' : 'original', ...(settlement ? { record: settlement.id } : {}) }],
      goto: ctx.url.pathname, flash: programmeFlash(ctx),
    } };
  },
  page: renderSettle,
});

const programmeFlash = (ctx: Context): string => wordsOf(ctx)('settle-proposed');

/** Drafting a plan from an earlier one: what to take over, from when to when; proposed as a whole, in one act. */
import { CheckField, DateField, EmptyState, Form as FormView, MultiSelect, PageHead, TextField } from '@entente/ui';
import { formatDate, readDate } from '@entente/text';
import type { Problem } from '@entente/kernel';
import { action, notFound, page, type ActionContext, type Context, type PageResult, type PageRoute } from '@entente/web';
import { officesIn } from './carry.ts';
import { copyIntents, moved, type Surroundings, type Wish } from './copy.ts';
import { planAt, workOf, type PlanRow, type Work } from './gather.ts';
import { datesText, plainTitle, wordsOf } from './parts.tsx';
import { activity, liesBefore } from '../kinds/index.ts';

interface Asked extends Wish { readonly take: readonly string[] }

async function sourceOf(ctx: Context): Promise<(Work & { readonly plan: PlanRow }) | null> {
  const plan = await planAt(ctx, ctx.params['plan'] ?? '');
  return plan ? { ...await workOf(ctx, plan), plan } : null;
}

async function render(ctx: Context): Promise<PageResult> {
  const source = await sourceOf(ctx);
  if (!source) return notFound;
  const t = wordsOf(ctx);
  const { plan, items } = source;
  const isTyped = !ctx.typed.isEmpty;
  const next = Temporal.PlainDate.from(plan.content.to).add({ days: 1 }).toString();
  const usual = { from: next, to: moved(plan.content.to, plan.content.from, next) };
  const day = (name: 'from' | 'to'): string => (isTyped ? ctx.typed.text(name) : formatDate(usual[name], ctx.lang, 'short'));
  const title = plainTitle(ctx, plan);
  return page({
    title: t('copy-title'), head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }, { label: title.text, href: `/work-plan/${plan.id}` }],
    body: (
      <>
        <PageHead title={t('copy-title')} />
        <p class="quiet">{t('copy-lead')} {t('offices-moved')}</p>
        {items.length === 0 ? <EmptyState>{t('nothing')}</EmptyState> : (
          <FormView id="copy" action={ctx.url.pathname} hidden={ctx.hidden} problems={ctx.told} draft={ctx.typing} submit={[{ label: t('propose-whole') }]}>
            <TextField name="title" label={t('plan-title')} value={isTyped ? ctx.typed.text('title') : ''} />
            <DateField name="from" label={t('from')} value={day('from')} />
            <DateField name="to" label={t('to')} value={day('to')} />
            <CheckField name="budget" label={t('with-budget')} checked={isTyped && ctx.typed.has('budget')} />
            <MultiSelect name="take" label={t('take-over')} values={isTyped ? ctx.typed.all('take') : items.filter((item) => item.stand !== 'cancelled').map((item) => item.row.id)}
              options={items.map((item) => ({ value: item.row.id, label: plainTitle(ctx, item.row).text, hint: datesText(ctx, item.row.content) }))} />
          </FormView>
        )}
      </>
    ),
  });
}

/** Whoever holds an office's functions today, for offices that will have ended when the new plan begins. */
async function surroundings(ctx: ActionContext, work: Work, from: string): Promise<Surroundings> {
  const coop = ctx.cooperation.id;
  const contents = work.items.map((item) => item.row.content);
  const named = [...new Set(contents.flatMap((one) => officesIn(activity.fields, one)))];
  const [offices, commitments] = await Promise.all([ctx.read.many(coop, named), ctx.read.many(coop, [...new Set(contents.flatMap((one) => one.commitments ?? []))])]);
  const ended = [...offices.values()].filter((row) => { const until = row.content['validTo']; return row.kind === 'office' && typeof until === 'string' && liesBefore(until, from); });
  const heirs = new Map(await Promise.all(ended.map(async (row) => [row.id, (await ctx.read.succession(coop, row.id)).today] as const)));
  return {
    idOf: (kind, key) => ctx.kernel.naturalId(coop, kind, key),
    heirOf: (office) => (heirs.has(office) ? heirs.get(office)?.[0] : office),
    isRetired: (record) => commitments.get(record)?.standing === 'retired',
  };
}

export const copyAction = action<Asked>({
  path: '/work-plan/:plan/copy',
  roles: ['coordinator'],
  read(form, ctx) {
    const problems: Problem[] = [];
    const title = form.text('title').trim();
    if (title === '') problems.push({ id: 'field.required', path: ['title'] });
    const [from, to] = (['from', 'to'] as const).map((name) => {
      const reading = readDate(form.text(name), ctx.lang);
      if (reading.ok && reading.value.length === 10) return reading.value;
      problems.push(reading.ok ? { id: 'programme-rules.whole-date', path: [name] } : { ...reading.problem, path: [name] });
      return '';
    });
    if (from && to && to < from) problems.push({ id: 'programme-rules.end-before-start', path: ['to'] });
    const take = form.all('take').filter((id) => id !== '');
    if (take.length === 0) problems.push({ id: 'programme-plan.choose-some', path: ['take'] });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { title: { [ctx.lang]: title }, from: from ?? '', to: to ?? '', withBudget: form.has('budget'), take } };
  },
  async decide(ctx, { take, ...wish }) {
    const source = await sourceOf(ctx);
    if (!source) return { ok: false, problems: [{ id: 'record.unknown', path: [] }] };
    const { plan, items } = source;
    const chosen = { ...source, items: items.filter((item) => take.includes(item.row.id)) };
    const intents = copyIntents(wish, {
      plan: { id: plan.id, from: plan.content.from, exercise: plan.content.exercise }, activities: chosen.items.map(({ row }) => ({ id: row.id, content: row.content })),
    }, await surroundings(ctx, chosen, wish.from));
    const record = intents[0]?.record ?? '';
    return { ok: true, value: { intents, goto: `/work-plan/${record}`, flash: wordsOf(ctx)('plan-proposed', { count: intents.length - 1 }) } };
  },
  page: render,
});

export const copyPage: PageRoute = { path: '/work-plan/:plan/copy', roles: ['coordinator'], render };

/** Drafting a plan from an earlier one: what to take over, from when to when; proposed as a whole, in one act. */
import { CheckField, DateField, EmptyState, Form as FormView, MultiSelect, PageHead, TextField } from '@entente/ui';
import { formatDate, readDate } from '@entente/text';
import { problem, refuse, type Intent, type Problem } from '@entente/kernel';
import { action, notFound, page, type ActionContext, type Context, type PageResult, type PageRoute } from '@entente/web';
import { officesIn } from './carry.ts';
import { copyIntents, moved, type Surroundings, type Wish } from './copy.ts';
import { activitiesOf, itemsOf, planAt, type ActivityRow, type Item, type PlanRow } from './gather.ts';
import { inActs, titled } from './in-acts.ts';
import { datesText, plainTitle, wordsOf } from './parts.tsx';
import { activity, liesBefore } from '../kinds/index.ts';
import { planWords } from './words.ts';

/** `take`: the activities that were chosen; null for all that are not cancelled. */
interface Asked extends Wish { readonly take: ReadonlySet<string> | null }

/** Activities that can be chosen one by one; of a longer plan all are taken. */
const CHOOSABLE = 200;

async function render(ctx: Context): Promise<PageResult> {
  const plan = await planAt(ctx, ctx.params['plan'] ?? '');
  if (!plan) return notFound;
  const t = wordsOf(ctx);
  const { rows, total } = await ctx.read.list({ ...activitiesOf(ctx, plan), limit: CHOOSABLE });
  const items = await itemsOf(ctx, rows as unknown as readonly ActivityRow[]);
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
            {total > CHOOSABLE && <p>{t('copy-whole', { count: total })}<input type="hidden" name="whole" value="yes" /></p>}
            {total <= CHOOSABLE && <MultiSelect name="take" label={t('take-over')} values={isTyped ? ctx.typed.all('take') : items.filter((item) => item.stand !== 'cancelled').map((item) => item.row.id)}
              options={items.map((item) => ({ value: item.row.id, label: plainTitle(ctx, item.row).text, hint: datesText(ctx, item.row.content) }))} />}
          </FormView>
        )}
      </>
    ),
  });
}

/** Whoever holds an office's functions today, for offices that will have ended when the new plan begins. */
async function surroundings(ctx: ActionContext, items: readonly Item[], from: string): Promise<Surroundings> {
  const coop = ctx.cooperation.id;
  const contents = items.map((item) => item.row.content);
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

const sourceOf = (plan: PlanRow) => ({ id: plan.id, from: plan.content.from, exercise: plan.content.exercise });

/** The plan and what is taken of it; what an earlier attempt proposed already is left out. */
async function* copies(ctx: ActionContext, wish: Wish, plan: PlanRow, take: ReadonlySet<string> | null): AsyncGenerator<readonly Intent[]> {
  let isFirst = true;
  for await (const rows of ctx.read.all(activitiesOf(ctx, plan))) {
    const items = (await itemsOf(ctx, rows as unknown as readonly ActivityRow[])).filter((item) => (take ? take.has(item.row.id) : item.stand !== 'cancelled'));
    const [proposed, ...activities] = copyIntents(wish, { plan: sourceOf(plan), activities: items.map(({ row }) => ({ id: row.id, content: row.content })) }, await surroundings(ctx, items, wish.from));
    const intents = [...(proposed && isFirst ? [proposed] : []), ...activities];
    isFirst = false;
    const known = await ctx.read.many(ctx.cooperation.id, intents.flatMap(({ record }) => record ?? []));
    yield intents.filter(({ record }) => record === undefined || !known.has(record));
  }
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
    const take = form.has('whole') ? null : new Set(form.all('take').filter((id) => id !== ''));
    if (take?.size === 0) problems.push({ id: 'programme-plan.choose-some', path: ['take'] });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { title: { [ctx.lang]: title }, from: from ?? '', to: to ?? '', withBudget: form.has('budget'), take } };
  },
  async decide(ctx, { take, ...wish }) {
    const plan = await planAt(ctx, ctx.params['plan'] ?? '');
    if (!plan) return refuse(problem('record.unknown'));
    const { total } = await ctx.read.list({ ...activitiesOf(ctx, plan), limit: 0 });
    const [proposed] = copyIntents(wish, { plan: sourceOf(plan), activities: [] }, await surroundings(ctx, [], wish.from));
    return inActs(ctx, {
      title: titled('copying'), key: `copy ${plan.id} ${wish.from} ${wish.to}`, regime: 'joint', total: 1 + (take?.size ?? total), goto: `/work-plan/${proposed?.record ?? ''}`,
      said: (count) => (lang) => planWords.t(lang)('plan-proposed', { count: count - 1 }), intents: () => copies(ctx, wish, plan, take),
    }, 'programme-plan.choose-some');
  },
  page: render,
});

export const copyPage: PageRoute = { path: '/work-plan/:plan/copy', roles: ['coordinator'], render };

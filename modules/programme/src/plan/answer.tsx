/** Answering a proposed plan: agree to all of it or to some of its activities; in one act where they fit. */
import { createHash } from 'node:crypto';
import { Buttons, EmptyState, ItemList, PageHead, Pagination } from '@entente/ui';
import { ok, problem, refuse, type Intent, type RecordRow } from '@entente/kernel';
import { action, notFound, openProposal, page, StandingMark, stoppedBy, type Context, type PageResult, type PageRoute } from '@entente/web';
import { activitiesOf, pageAsked, planAt, type PlanRow } from './gather.ts';
import { inActs, titled } from './in-acts.ts';
import { datesText, plainTitle, typeText, wordsOf } from './parts.tsx';
import { planWords } from './words.ts';
import type { Activity } from '../kinds/index.ts';

/** Of a page, and what is asked about at once. */
const [ROWS, AT_ONCE] = [100, 20];

interface WaitingPlan {
  readonly plan: PlanRow;
  /** The plan itself where it waits, and its activities that do, each with the version that is shown. */
  readonly all: readonly { readonly id: string; readonly version: string }[];
}

/** The plan and those of its activities that wait for this side, the plan first. */
async function waitingOf(ctx: Context): Promise<WaitingPlan | null> {
  const plan = await planAt(ctx, ctx.params['plan'] ?? '');
  if (!plan) return null;
  const { sort: _sort, ...scope } = activitiesOf(ctx, plan);
  const activities = await ctx.read.ask<{ id: string; version: string }>({ ...scope, waitsFor: ctx.party.id }, ({ rows }) => `select r.id::text as id, r.version from ${rows} r order by r.date nulls last, r.id`);
  return { plan, all: [...(plan.waitsFor.includes(ctx.party.id) ? [plan] : []), ...activities].map(({ id, version }) => ({ id, version })) };
}

/** All is what waited when the page was drawn: what came or changed since is not agreed to unseen. */
const digestOf = ({ all }: WaitingPlan): string => createHash('sha256').update(all.map(({ id, version }) => `${id} ${version}`).join('\n')).digest('hex');

async function render(ctx: Context): Promise<PageResult> {
  const waiting = await waitingOf(ctx);
  if (!waiting) return notFound;
  const t = wordsOf(ctx);
  const [at, total] = [pageAsked(ctx), waiting.all.length];
  const found = await ctx.read.many(ctx.cooperation.id, waiting.all.slice((at - 1) * ROWS, at * ROWS).map(({ id }) => id));
  const rows = waiting.all.flatMap(({ id }) => found.get(id) ?? []);
  const title = plainTitle(ctx, waiting.plan).text;
  return page({
    title: `${t('answer-plan')}: ${title}`, head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }, { label: title, href: `/work-plan/${waiting.plan.id}` }],
    body: (
      <>
        <PageHead title={`${t('answer-plan')}: ${title}`} />
        {total === 0 ? <EmptyState>{t('nothing-waits')}</EmptyState> : (
          <form method="post" action={ctx.url.pathname}>
            <p class="quiet">{t('answer-lead')}</p>
            {ctx.told.map((one) => <p key={one.text} class="field-problem" role="alert">{one.text}</p>)}
            {Object.entries({ ...ctx.hidden, seen: digestOf(waiting) }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
            <ItemList items={rows.map((row) => lineOf(ctx, row))} />
            <Pagination page={at} pageSize={ROWS} total={total} href={(n) => ctx.href.with({ page: n === 1 ? null : String(n) })} />
            <Buttons buttons={[{ label: t('agree-chosen'), name: '_do', value: 'chosen' }, { label: t('agree-whole', { count: total }), name: '_do', value: 'all', kind: 'second' }]} />
          </form>
        )}
      </>
    ),
  });
}

function lineOf(ctx: Context, row: RecordRow) {
  const title = plainTitle(ctx, row);
  const content = row.content as unknown as Activity;
  return {
    key: row.id, title: <a href={`${ctx.href.record(row.kind, row.id)}#proposals`} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>,
    meta: <>{row.kind === 'activity' ? <span>{typeText(ctx, content.type)}</span> : <span>{wordsOf(ctx)('work-plan')}</span>}<span>{datesText(ctx, content)}</span><StandingMark ctx={ctx} row={row} brief /></>,
    box: { name: 'record', value: row.id, label: title.text },
  };
}

export const answerAction = action<{ readonly all: string } | { readonly chosen: ReadonlySet<string> }>({
  path: '/work-plan/:plan/answer',
  roles: ['coordinator', 'leader'],
  read(form) {
    if (form.text('_do') === 'all') return ok({ all: form.text('seen') });
    const chosen = new Set(form.all('record').filter((id) => id !== ''));
    return chosen.size > 0 ? ok({ chosen }) : refuse(problem('programme-plan.choose-some'));
  },
  async decide(ctx, wanted) {
    const waiting = await waitingOf(ctx);
    if (!waiting) return refuse(problem('record.unknown'));
    if ((await stoppedBy(ctx)).length > 0) return refuse(problem('peer.suspended'));
    if ('all' in wanted && waiting.all.length > 0 && digestOf(waiting) !== wanted.all) return refuse(problem('programme-plan.changed-meanwhile'));
    const mine = waiting.all.filter(({ id }) => 'all' in wanted || wanted.chosen.has(id));
    let left = 0;
    return inActs(ctx, {
      title: titled('agreeing'), key: `answer ${waiting.plan.id}`, regime: 'owned', total: mine.length, goto: `/work-plan/${waiting.plan.id}`,
      said: (count) => (lang) => planWords.t(lang)('agreed-some', { count }),
      notes: () => (left > 0 ? [problem('programme-plan.left-open', [], { count: left })] : []),
      async *intents() {
        left = 0;
        for (let from = 0; from < mine.length; from += AT_ONCE) {
          const batch = mine.slice(from, from + AT_ONCE);
          const open = await Promise.all(batch.map(({ id }) => openProposal(ctx, id)));
          const intents = open.flatMap((one): Intent[] => (one ? [{ verb: 'consent', record: one.record, h: one.h }] : []));
          left += batch.length - intents.length;
          yield intents;
        }
      },
    }, 'programme-plan.nothing-waits');
  },
  page: render,
});

export const answerPage: PageRoute = { path: '/work-plan/:plan/answer', roles: ['coordinator', 'leader'], render };

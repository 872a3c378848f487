/** Answering a proposed plan: agree to all of it or to some of its activities, in one act. */
import { Buttons, EmptyState, ItemList, PageHead } from '@entente/ui';
import type { Intent, RecordRow } from '@entente/kernel';
import { action, notFound, openProposal, page, StandingMark, type Context, type PageResult, type PageRoute } from '@entente/web';
import { planAt, workOf } from './gather.ts';
import { datesText, plainTitle, typeText, wordsOf } from './parts.tsx';
import type { Activity } from '../kinds/index.ts';

/** The plan and those of its activities that wait for this side, the plan first. */
async function waitingOf(ctx: Context): Promise<{ readonly title: string; readonly rows: readonly RecordRow[] } | null> {
  const plan = await planAt(ctx, ctx.params['plan'] ?? '');
  if (!plan) return null;
  const { items } = await workOf(ctx, plan);
  return { title: plainTitle(ctx, plan).text, rows: [plan, ...items.map((item) => item.row)].filter((row) => row.waitsFor.includes(ctx.party.id)) };
}

async function render(ctx: Context): Promise<PageResult> {
  const waiting = await waitingOf(ctx);
  if (!waiting) return notFound;
  const t = wordsOf(ctx);
  const { rows } = waiting;
  return page({
    title: `${t('answer-plan')}: ${waiting.title}`, head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }, { label: waiting.title, href: `/work-plan/${ctx.params['plan'] ?? ''}` }],
    body: (
      <>
        <PageHead title={`${t('answer-plan')}: ${waiting.title}`} />
        {rows.length === 0 ? <EmptyState>{t('nothing-waits')}</EmptyState> : (
          <form method="post" action={ctx.url.pathname}>
            <p class="quiet">{t('answer-lead')}</p>
            {ctx.told.map((one) => <p key={one.text} class="field-problem" role="alert">{one.text}</p>)}
            {Object.entries({ ...ctx.hidden, shown: rows.map((row) => row.id).join(' ') }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
            <ItemList items={rows.map((row) => {
              const title = plainTitle(ctx, row);
              const content = row.content as unknown as Activity;
              return {
                key: row.id, title: <a href={`${ctx.href.record(row.kind, row.id)}#proposals`} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>,
                meta: <>{row.kind === 'activity' ? <span>{typeText(ctx, content.type)}</span> : <span>{t('work-plan')}</span>}<span>{datesText(ctx, content)}</span><StandingMark ctx={ctx} row={row} brief /></>,
                box: { name: 'record', value: row.id, label: title.text },
              };
            })} />
            <Buttons buttons={[{ label: t('agree-chosen'), name: '_do', value: 'chosen' }, { label: t('agree-whole', { count: rows.length }), name: '_do', value: 'all', kind: 'second' }]} />
          </form>
        )}
      </>
    ),
  });
}

export const answerAction = action<readonly string[]>({
  path: '/work-plan/:plan/answer',
  roles: ['coordinator', 'leader'],
  // All is what was on the page when the person pressed, nothing that came since.
  read(form) {
    const ids = form.text('_do') === 'all' ? form.text('shown').split(' ') : form.all('record');
    const wanted = [...new Set(ids)].filter((id) => id !== '');
    return wanted.length > 0 ? { ok: true, value: wanted } : { ok: false, problems: [{ id: 'programme-plan.choose-some', path: [] }] };
  },
  async decide(ctx, wanted) {
    const waiting = await waitingOf(ctx);
    const mine = (waiting?.rows ?? []).filter((row) => wanted.includes(row.id));
    const open = await Promise.all(mine.map((row) => openProposal(ctx, row.id)));
    const intents = open.flatMap((one): Intent[] => (one ? [{ verb: 'consent', record: one.record, h: one.h }] : []));
    if (intents.length === 0) return { ok: false, problems: [{ id: 'programme-plan.nothing-waits', path: [] }] };
    return { ok: true, value: { intents, goto: `/work-plan/${ctx.params['plan'] ?? ''}`, flash: wordsOf(ctx)('agreed-some', { count: intents.length }) } };
  },
  page: render,
});

export const answerPage: PageRoute = { path: '/work-plan/:plan/answer', roles: ['coordinator', 'leader'], render };

/** What a new node needs before work begins, for its administrator; gone when all of it is done. Done is what the facts say, never a tick. */
import type { VNode } from 'preact';
import { ItemList, Panel, State } from '@entente/ui';
import { ACCOUNTS_PATH, PEERS_PATH } from '../administration/path.ts';
import type { Context, FirstStep } from '../module.ts';
import { mayEnter, takesPart } from '../policy.ts';
import type { Web } from '../web.ts';
import { firstStepWords } from '../words/first-steps.ts';

/** What was found done is not looked up again, so that a home in use asks nothing. */
const found = new WeakMap<Web, Set<string>>();

/** The panel; null for others than administrators, and once everything is done. */
export async function firstSteps(web: Web, ctx: Context): Promise<VNode | null> {
  if (!ctx.person.roles.includes('administrator')) return null;
  const known = found.get(web) ?? new Set();
  found.set(web, known);
  // An observer records nothing: what is to be recorded first is the parties' to do.
  const recorded = takesPart(ctx) ? [officeStep, ...web.modules.flatMap((module) => module.firstSteps ?? [])] : [];
  const steps = [...ownSteps(web), ...recorded].toSorted((a, b) => a.order - b.order);
  const states = await Promise.all(steps.map(async (step) => {
    const name = `${ctx.cooperation.id} ${step.order}`;
    const isDone = known.has(name) || await step.isDone(ctx);
    if (isDone) known.add(name);
    return { step, isDone };
  }));
  const done = states.filter(({ isDone }) => isDone).length;
  if (done === states.length) return null;
  const t = firstStepWords.t(ctx.lang);
  return (
    <Panel title={t('title')} note={t('so-far', { done, total: states.length })} id="first-steps">
      <ItemList items={states.map(({ step, isDone }) => ({
        key: String(step.order), title: mayEnter(ctx, step.roles) ? <a href={step.href}>{ctx.show(step.label)}</a> : ctx.show(step.label),
        meta: <><State is={isDone ? 'done' : 'planned'}>{t(isDone ? 'done' : 'open')}</State>{!isDone && <span>{ctx.show(step.how)}</span>}</>,
      }))} />
    </Panel>
  );
}

/** What a party records first. */
const officeStep: FirstStep = {
  order: 40, label: firstStepWords.entries.office, how: firstStepWords.entries['office-how'], href: '/tables/offices',
  isDone: async ({ read, cooperation, kernel }) => (await read.list({ coop: cooperation.id, kind: 'office', party: kernel.party, limit: 1 })).rows.length > 0,
};

/** Steps of every node; those of modules come between. */
function ownSteps(web: Web): readonly FirstStep[] {
  const { entries } = firstStepWords;
  const others = ({ cooperation, kernel }: Context) => cooperation.parties.filter(({ id }) => id !== kernel.party).map(({ id }) => id);
  return [
    {
      order: 10, label: entries.keys, how: entries['keys-how'], href: PEERS_PATH,
      async isDone(ctx) { const peers = await web.health(); return others(ctx).every((id) => peers.some(({ party }) => party === id)); },
    },
    {
      order: 20, label: entries.reached, how: entries['reached-how'], href: PEERS_PATH,
      async isDone(ctx) {
        const [peers, journals] = await Promise.all([web.health(), ctx.kernel.journals()]);
        return others(ctx).every((id) => peers.some(({ party, lastSeen }) => party === id && lastSeen !== null) || journals.some(({ party, coop, size }) => party === id && coop === ctx.cooperation.id && size > 0));
      },
    },
    {
      order: 30, label: entries.people, how: entries['people-how'], href: ACCOUNTS_PATH,
      isDone: async () => (await web.accounts.list()).some(({ disabled, roles }) => !disabled && roles.includes('coordinator')),
    },
    { order: 80, label: entries.backup, how: entries['backup-how'], href: `${PEERS_PATH}#backup`, isDone: async () => (web.backup()?.last ?? null) !== null },
    { order: 90, label: entries.mark, how: entries['mark-how'], href: `${PEERS_PATH}#backup`, isDone: async () => web.highWaterApart },
  ];
}

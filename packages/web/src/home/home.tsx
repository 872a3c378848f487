import { Cards, EmptyState, PageHead } from '@entente/ui';
import { StoppedNote } from '../administration/stopped.tsx';
import { type Context, page, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { ChangesPanel } from './changes.tsx';
import { dueCard } from './due.tsx';
import { firstSteps } from './first-steps.tsx';
import { firstStepWords } from '../words/first-steps.ts';
import { waitingCards } from './waiting.tsx';

/** GET `/`: what waits, what is due, what changed, then the state of the cooperation as the modules see it. */
export async function homePage(web: Web, ctx: Context): Promise<PageResult> {
  const title = ctx.pick(ctx.cooperation.title).text;
  const panels = web.modules.flatMap((module) => module.home ?? []).toSorted((a, b) => a.order - b.order);
  const [stopped, waiting, due, changes, ...drawn] = await Promise.all([StoppedNote({ ctx }), waitingCards(web, ctx), dueCard(web, ctx), ChangesPanel({ ctx }), ...panels.map((panel) => panel.render(ctx))]);
  const isBare = drawn.every((panel) => panel === null);
  // A demonstration has no backups to be reminded of.
  const steps = isBare || !ctx.cooperation.demo ? await firstSteps(web, ctx) : null;
  const isEmpty = isBare && await holdsNothing(ctx);
  return page({
    title, head: 'own',
    body: isEmpty ? <><PageHead title={title} />{steps ?? <EmptyState>{firstStepWords.t(ctx.lang)('nothing-yet')}</EmptyState>}</>
      : <><PageHead title={title} />{stopped}{steps}<Cards cards={[...waiting, due]} />{changes}{drawn}</>,
  });
}

/** Whether nothing at all is recorded yet: nothing can wait, be due or have changed. */
const holdsNothing = async ({ kernel, cooperation }: Context): Promise<boolean> => (await kernel.journals()).every(({ coop, size }) => coop !== cooperation.id || size === 0);

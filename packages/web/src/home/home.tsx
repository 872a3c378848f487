import { Cards, PageHead } from '@entente/ui';
import { type Context, page, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { ChangesPanel } from './changes.tsx';
import { dueCard } from './due.tsx';
import { waitingCards } from './waiting.tsx';

/** GET `/`: what waits, what is due, what changed, then the state of the cooperation as the modules see it. */
export async function homePage(web: Web, ctx: Context): Promise<PageResult> {
  const title = ctx.pick(ctx.cooperation.title).text;
  const panels = web.modules.flatMap((module) => module.home ?? []).toSorted((a, b) => a.order - b.order);
  const [waiting, due, changes, ...drawn] = await Promise.all([waitingCards(web, ctx), dueCard(web, ctx), ChangesPanel({ ctx }), ...panels.map((panel) => panel.render(ctx))]);
  return page({ title, head: 'own', body: <><PageHead title={title} /><Cards cards={[...waiting, due]} />{changes}{drawn}</> });
}

import type { VNode } from 'preact';
import type { RecordRow } from '@entente/kernel';
import { Panel } from '@entente/ui';
import { RecordLink } from '../fields/show.tsx';
import { dateOf } from '../lists/list.tsx';
import type { Context } from '../module.ts';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { StandingMark } from './standing.tsx';

const SHOWN = 10;
const READ = 300;
/** Shown in their own places on the page, not as links. */
const ELSEWHERE = new Set(['translation', 'remark']);

/** The records that link to this one, by kind, newest first. */
export async function LinksPanel({ web, ctx, row }: { readonly web: Web; readonly ctx: Context; readonly row: RecordRow }): Promise<VNode | null> {
  const shown = new Set([...ELSEWHERE, ...web.view(row.kind).shows ?? []]);
  const links = (await ctx.read.links(ctx.cooperation.id, row.id)).in.filter((link) => !shown.has(link.kind));
  if (links.length === 0) return null;
  const rows = await ctx.read.many(ctx.cooperation.id, [...new Set(links.map((link) => link.from))].slice(0, READ));
  await ctx.prepareTitles([...rows.values()]);
  const byKind = Map.groupBy([...new Map(links.map((link) => [link.from, link])).values()], (link) => link.kind);
  const w = pages.t(ctx.lang);
  return (
    <Panel title={w('linked-from')} id="links">
      {[...byKind].map(([name, of]) => {
        const kind = ctx.kernel.kinds.get(name);
        const found = of.flatMap((link) => rows.get(link.from) ?? []).toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
        return (
          <section key={name}>
            <h3>{kind ? ctx.show(kind.label.many) : name}</h3>
            <ul>{found.slice(0, SHOWN).map((one) => <li key={one.id}><Summary web={web} ctx={ctx} row={one} /></li>)}</ul>
            {of.length > SHOWN && <p><a href={ctx.href.list(name, { linked: row.id })}>{w('see-all', { count: of.length })}</a></p>}
          </section>
        );
      })}
    </Panel>
  );
}

/** One record in a line: what its module says of it, else title, date and standing. */
export function Summary({ web, ctx, row }: { readonly web: Web; readonly ctx: Context; readonly row: RecordRow }): VNode {
  const own = web.view(row.kind).summary;
  if (own) return own(ctx, row);
  const date = dateOf(ctx, row);
  return <><RecordLink scope={{ ctx }} row={row} />{date && <small class="quiet"> · {date}</small>}{row.standing !== 'agreed' && row.standing !== 'current' && <small> · <StandingMark ctx={ctx} row={row} brief /></small>}</>;
}

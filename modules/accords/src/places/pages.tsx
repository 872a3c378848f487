/** Places that are twinned, on a map and as a list: a panel of the home page, and a page for each time in which the areas stood. */
import type { VNode } from 'preact';
import { DataTable, EmptyState, ItemList, Panel, PlaceMap, Tabs, type ListItem, type MapSheet } from '@entente/ui';
import { formatPeriod } from '@entente/text';
import type { RecordRow } from '@entente/kernel';
import { file, notFound, page, pictureAddress, pictureOf, StandingMark, type Context, type HomePanel, type PageRoute } from '@entente/web';
import { Titled, wordsOf } from '../pages/parts.tsx';
import { placesOf, sheetOfToday, twinningsOf, type Places, type Twinned } from './gather.ts';

const ON_HOME = 6;

export const placesPanel: HomePanel = {
  order: 70,
  async render(ctx) {
    const sheet = sheetOfToday(ctx);
    const twinnings = await twinningsOf(ctx);
    if (twinnings.length === 0) return null;
    const w = wordsOf(ctx);
    const places = sheet ? await placesOf(ctx, sheet, twinnings) : null;
    return (
      <Panel title={w('places')} note={w('places-note', { count: twinnings.length })} more={{ href: '/places', label: w('show-all') }}>
        <div class={places ? 'beside-map' : undefined}>
          {sheet && places && <SheetMap ctx={ctx} sheet={sheet} places={places} />}
          <div><ItemList items={twinnings.map((each) => line(ctx, each))} most={ON_HOME} /></div>
        </div>
      </Panel>
    );
  },
};

export const placesPages: readonly PageRoute[] = [
  { path: '/places', render: (ctx) => placesPage(ctx, ctx.maps.find((sheet) => sheet.name === ctx.query['map']) ?? sheetOfToday(ctx)) },
  {
    path: '/places/:file{[a-z0-9-]+\\.svg}',
    async render(ctx) {
      const sheet = ctx.maps.find((each) => `${each.name}.svg` === ctx.params['file']);
      if (!sheet) return notFound;
      const { marked } = await placesOf(ctx, sheet, await twinningsOf(ctx));
      const { svg, hash } = pictureOf(ctx, sheet, marked);
      return file({ name: `${sheet.name}.svg`, type: 'image/svg+xml', bytes: svg, inline: true, lasting: ctx.query['v'] === hash });
    },
  },
];

async function placesPage(ctx: Context, sheet: MapSheet | undefined) {
  const w = wordsOf(ctx);
  const twinnings = await twinningsOf(ctx);
  const places = sheet ? await placesOf(ctx, sheet, twinnings) : null;
  return page({
    title: w('places'),
    body: (
      <>
        {ctx.maps.length > 1 && <Tabs label={w('map-of')} tabs={ctx.maps.map((each) => ({ href: ctx.href.with({ map: each.name }), label: ctx.pick(each.title).text, current: each === sheet }))} />}
        <div class={places ? 'beside-map' : undefined}>
          {sheet && places && <SheetMap ctx={ctx} sheet={sheet} places={places} />}
          <div>
            {twinnings.length > 0 ? <ItemList items={twinnings.map((each) => line(ctx, each))} /> : <EmptyState>{w('no-twinnings')}</EmptyState>}
          </div>
        </div>
        {sheet && places && <Panel title={w('provinces')} note={ctx.pick(sheet.title).text}>{await Provinces({ ctx, sheet, places })}</Panel>}
      </>
    ),
  });
}

function SheetMap({ ctx, sheet, places }: { readonly ctx: Context; readonly sheet: MapSheet; readonly places: Places }): VNode {
  const credit = ctx.pick(sheet.credit);
  return (
    <PlaceMap sheet={sheet} src={pictureAddress('/places', sheet, pictureOf(ctx, sheet, places.marked))} label={wordsOf(ctx)('places')} places={places.places} ties={places.ties}
      credit={<span lang={credit.lang === ctx.lang ? undefined : credit.lang}>{sheet.creditUrl ? <a href={sheet.creditUrl} rel="noreferrer">{credit.text}</a> : credit.text}</span>} />
  );
}

/** A twinning in a line: its name, what it is about, since when. */
function line(ctx: Context, { row }: Twinned): ListItem {
  const about = ctx.localized(row, 'about');
  const { from, to } = row.content;
  const period = from === undefined && to === undefined ? '' : formatPeriod({ from: from ?? null, to: to ?? null }, ctx.lang);
  return {
    key: row.id, title: <Titled ctx={ctx} row={row} />,
    meta: <>{about && <span lang={about.lang === ctx.lang ? undefined : about.lang}>{about.text}</span>}{row.standing !== 'agreed' && <StandingMark ctx={ctx} row={row} brief />}</>,
    ...(period ? { side: period } : {}),
  };
}

interface Province { readonly row: RecordRow; readonly twinned: readonly Twinned[]; readonly borders: readonly RecordRow[] }

/** The same as a table: each province, its neighbours across the border, and what it is joined in. */
async function Provinces({ ctx, sheet, places }: { readonly ctx: Context; readonly sheet: MapSheet; readonly places: Places }): Promise<VNode> {
  const w = wordsOf(ctx);
  const rows = sheet.areas.flatMap((area) => { const row = places.offices.get(area.id); return row ? [{ area, row }] : []; });
  const byId = new Map(rows.map(({ row }) => [row.id, row]));
  const borders = neighbours(rows.map(({ row }) => row));
  const twinnedIn = (id: string): readonly Twinned[] => {
    const keys = new Set(places.ties.filter((tie) => tie.from === id || tie.to === id).map((tie) => tie.key.split(' ')[0]));
    return places.twinnings.filter(({ row }) => keys.has(row.id));
  };
  const provinces = rows.map(({ area, row }): Province => ({ row, twinned: twinnedIn(area.id), borders: [...borders.get(row.id) ?? []].flatMap((id) => byId.get(id) ?? []) }))
    .filter(({ twinned, borders: next }) => twinned.length + next.length > 0);
  const several = (of: readonly RecordRow[]) => of.map((each, at) => <span key={each.id}>{at > 0 && '; '}<Titled ctx={ctx} row={each} /></span>);
  return (
    <DataTable<Province> caption={w('provinces')} captionHidden rows={provinces} rowKey={({ row }) => row.id} columns={[
      { key: 'name', label: w('province'), main: true, cell: ({ row }) => <Titled ctx={ctx} row={row} /> },
      { key: 'party', label: w('party'), cell: ({ row }) => ctx.pick(ctx.partyOf(row.party)?.short ?? row.party).text },
      { key: 'borders', label: w('borders'), cell: (each) => several(each.borders) },
      { key: 'twinned', label: w('twinned'), cell: (each) => several(each.twinned.map(({ row }) => row)) },
    ]} />
  );
}

/** Who borders whom, in both directions, whichever side has said it. */
function neighbours(rows: readonly RecordRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => { found.set(from, (found.get(from) ?? new Set()).add(to)); };
  for (const row of rows) {
    for (const other of (row.content as { readonly borders?: readonly string[] }).borders ?? []) { add(row.id, other); add(other, row.id); }
  }
  return found;
}

/** The plan on a map: where activities take place, province by province, and the same as a list. */
import type { VNode } from 'preact';
import { EmptyState, PlaceMap, type MapSheet } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { areasOf, file, notFound, officesOfAreas, pictureAddress, pictureOf, sheetOf, shortPlace, type Context, type PageRoute } from '@entente/web';
import { ALL, FILTERS, planAt, workOf, type Item, type Work } from './gather.ts';
import { datesText, StandMark, Titled, wordsOf } from './parts.tsx';

interface Places {
  readonly sheet: MapSheet;
  /** By area. */
  readonly items: ReadonlyMap<string, readonly Item[]>;
  readonly elsewhere: readonly Item[];
  readonly offices: ReadonlyMap<string, RecordRow>;
}

export async function mapView(ctx: Context, work: Work): Promise<VNode> {
  const t = wordsOf(ctx);
  const places = await placesOf(ctx, work);
  if (!places) return <EmptyState>{t('nothing')}</EmptyState>;
  const { sheet, items, offices, elsewhere } = places;
  const marks = [...items].flatMap(([area, of]) => {
    const row = offices.get(area);
    return row ? [{ key: area, area, label: `${shortPlace(ctx.title(row).text)} ${of.length}`, href: `#area-${area}`, joined: true }] : [];
  });
  const credit = ctx.pick(sheet.credit);
  const picture = pictureOf(ctx, sheet, new Set(items.keys()));
  return (
    <div class="beside-map">
      <PlaceMap sheet={sheet} src={`${pictureAddress(`/work-plan/${ctx.params['plan'] ?? ALL}/map`, sheet, picture)}${filtersOf(ctx)}`} label={t('view-map')} places={marks}
        credit={<span lang={credit.lang === ctx.lang ? undefined : credit.lang}>{sheet.creditUrl ? <a href={sheet.creditUrl} rel="noreferrer">{credit.text}</a> : credit.text}</span>} />
      <div>
        {[...items].toSorted(([, a], [, b]) => b.length - a.length).map(([area, of]) => {
          const row = offices.get(area);
          return <section key={area} id={`area-${area}`}><h2>{row ? <Titled ctx={ctx} row={row} /> : area} <span class="quiet num">{of.length}</span></h2><Lines ctx={ctx} items={of} /></section>;
        })}
        {elsewhere.length > 0 && <section><h2>{t('elsewhere')} <span class="quiet num">{elsewhere.length}</span></h2><Lines ctx={ctx} items={elsewhere} /></section>}
      </div>
    </div>
  );
}

/** The picture marks what the filters leave. */
const filtersOf = (ctx: Context): string => [...Object.keys(FILTERS), 'state', 'q'].flatMap((name) => { const value = ctx.query[name]; return value ? [`&${name}=${encodeURIComponent(value)}`] : []; }).join('');

const Lines = ({ ctx, items }: { readonly ctx: Context; readonly items: readonly Item[] }): VNode => (
  <ul class="items">{items.map((item) => (
    <li key={item.row.id}><div><Titled ctx={ctx} row={item.row} /><p class="item-meta"><span>{datesText(ctx, item.row.content)}</span><span><StandMark ctx={ctx} item={item} /></span></p></div></li>
  ))}</ul>
);

/** The map of the plan's time where the sheets say so, else of today. */
async function placesOf(ctx: Context, { plan, items }: Work): Promise<Places | null> {
  const sheet = ctx.maps.find((each) => each.name === ctx.query['map']) ?? sheetOf(ctx, plan?.content.to ?? Temporal.Now.plainDateISO(ctx.party.zone).toString());
  if (!sheet) return null;
  const [offices, areas] = await Promise.all([officesOfAreas(ctx, sheet), areasOf(ctx, sheet, items.flatMap((item) => item.row.content.provinces ?? []))]);
  const found = new Map<string, Item[]>();
  const elsewhere: Item[] = [];
  for (const item of items) {
    const at = new Set((item.row.content.provinces ?? []).flatMap((id) => areas.get(id)?.id ?? []));
    if (at.size === 0) elsewhere.push(item);
    for (const area of at) found.set(area, [...found.get(area) ?? [], item]);
  }
  return { sheet, items: found, elsewhere, offices };
}

/** The picture of a plan's map, kept by browsers under the hash of its bytes. */
export const mapPicture: PageRoute = {
  path: '/work-plan/:plan/map/:file{[a-z0-9-]+\\.svg}',
  async render(ctx) {
    const plan = await planAt(ctx, ctx.params['plan'] ?? '');
    const sheet = ctx.maps.find((each) => `${each.name}.svg` === ctx.params['file']);
    if (plan === undefined || !sheet) return notFound;
    const places = await placesOf({ ...ctx, maps: [sheet] }, await workOf(ctx, plan));
    const { svg, hash } = pictureOf(ctx, sheet, new Set(places?.items.keys()));
    return file({ name: `${sheet.name}.svg`, type: 'image/svg+xml', bytes: svg, inline: true, lasting: ctx.query['v'] === hash });
  },
};

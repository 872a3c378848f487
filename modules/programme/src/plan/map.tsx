/** The plan on a map: where activities take place, province by province, and the same as a list. */
import type { VNode } from 'preact';
import { EmptyState, PlaceMap, type MapSheet } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { areasOf, file, notFound, officesOfAreas, pictureAddress, pictureOf, sheetOf, shortPlace, type Context, type PageRoute } from '@entente/web';
import { ALL, FILTERS, itemsById, planAt, scopeOf, type Item, type Scope } from './gather.ts';
import { datesText, StandMark, Titled, wordsOf } from './parts.tsx';
import { byProvinces } from './sums.ts';

/** Lines under a province; all of them are in its table. */
const MOST = 6;

interface Place { readonly ids: readonly string[]; readonly total: number; /** The province as the filter names it. */ readonly province: string | null }

interface Places {
  readonly sheet: MapSheet;
  /** By area. */
  readonly at: ReadonlyMap<string, Place>;
  readonly elsewhere: Place;
  readonly offices: ReadonlyMap<string, RecordRow>;
}

export async function mapView(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const places = await placesOf(ctx, scope);
  if (!places) return <EmptyState>{t('nothing')}</EmptyState>;
  const { sheet, at, offices, elsewhere } = places;
  const items = new Map((await itemsById(ctx, [...at.values(), elsewhere].flatMap(({ ids }) => ids))).map((item) => [item.row.id, item]));
  const marks = [...at].flatMap(([area, { total }]) => {
    const row = offices.get(area);
    return row ? [{ key: area, area, label: `${shortPlace(ctx.title(row).text)} ${total}`, href: `#area-${area}`, joined: true }] : [];
  });
  const credit = ctx.pick(sheet.credit);
  const picture = pictureOf(ctx, sheet, new Set(at.keys()));
  return (
    <div class="beside-map">
      <PlaceMap sheet={sheet} src={`${pictureAddress(`/work-plan/${ctx.params['plan'] ?? ALL}/map`, sheet, picture)}${filtersOf(ctx)}`} label={t('view-map')} places={marks}
        credit={<span lang={credit.lang === ctx.lang ? undefined : credit.lang}>{sheet.creditUrl ? <a href={sheet.creditUrl} rel="noreferrer">{credit.text}</a> : credit.text}</span>} />
      <div>
        {[...at].toSorted(([, a], [, b]) => b.total - a.total).map(([area, place]) => {
          const row = offices.get(area);
          return <section key={area} id={`area-${area}`}><h2>{row ? <Titled ctx={ctx} row={row} /> : area} <span class="quiet num">{place.total}</span></h2><Lines ctx={ctx} place={place} items={items} /></section>;
        })}
        {elsewhere.total > 0 && <section><h2>{t('elsewhere')} <span class="quiet num">{elsewhere.total}</span></h2><Lines ctx={ctx} place={elsewhere} items={items} /></section>}
      </div>
    </div>
  );
}

/** The picture marks what the filters leave. */
const filtersOf = (ctx: Context): string => [...Object.keys(FILTERS), 'state', 'q'].flatMap((name) => { const value = ctx.query[name]; return value ? [`&${name}=${encodeURIComponent(value)}`] : []; }).join('');

function Lines({ ctx, place, items }: { readonly ctx: Context; readonly place: Place; readonly items: ReadonlyMap<string, Item> }): VNode {
  const shown = place.ids.flatMap((id) => items.get(id) ?? []);
  return (
    <>
      <ul class="items">{shown.map((item) => (
        <li key={item.row.id}><div><Titled ctx={ctx} row={item.row} /><p class="item-meta"><span>{datesText(ctx, item.row.content)}</span><span><StandMark ctx={ctx} item={item} /></span></p></div></li>
      ))}</ul>
      {place.total > shown.length && (place.province === null ? <p class="quiet">{wordsOf(ctx)('first-of', { shown: shown.length, total: place.total })}</p>
        : <p><a href={ctx.href.with({ view: null, province: place.province, page: null })}>{wordsOf(ctx)('all-of', { total: place.total })}</a></p>)}
    </>
  );
}

/** The map of the plan's time where the sheets say so, else of today. */
async function placesOf(ctx: Context, scope: Scope): Promise<Places | null> {
  const sheet = ctx.maps.find((each) => each.name === ctx.query['map']) ?? sheetOf(ctx, scope.plan?.content.to ?? Temporal.Now.plainDateISO(ctx.party.zone).toString());
  if (!sheet) return null;
  const groups = await byProvinces(ctx, scope, MOST);
  const [offices, areas] = await Promise.all([officesOfAreas(ctx, sheet), areasOf(ctx, sheet, [...new Set(groups.flatMap(({ provinces }) => provinces))])]);
  const found = new Map<string, { ids: string[]; total: number; province: string | null }>();
  const elsewhere: { ids: string[]; total: number; province: null } = { ids: [], total: 0, province: null };
  for (const { provinces, n, first } of groups) {
    const at = new Map(provinces.flatMap((id) => { const area = areas.get(id)?.id; return area === undefined ? [] : [[area, id] as const]; }));
    for (const place of at.size === 0 ? [elsewhere] : [...at].map(([area, province]) => found.get(area) ?? found.set(area, { ids: [], total: 0, province }).get(area)!)) {
      place.total += n;
      place.ids = [...place.ids, ...first].slice(0, MOST);
    }
  }
  // Several old provinces in one area are no single filter.
  for (const [area, place] of found) if (new Set(groups.flatMap(({ provinces }) => provinces.filter((id) => areas.get(id)?.id === area))).size > 1) place.province = null;
  return { sheet, at: found, elsewhere, offices };
}

/** The picture of a plan's map, kept by browsers under the hash of its bytes. */
export const mapPicture: PageRoute = {
  path: '/work-plan/:plan/map/:file{[a-z0-9-]+\\.svg}',
  async render(ctx) {
    const plan = await planAt(ctx, ctx.params['plan'] ?? '');
    const sheet = ctx.maps.find((each) => `${each.name}.svg` === ctx.params['file']);
    if (plan === undefined || !sheet) return notFound;
    const places = await placesOf({ ...ctx, maps: [sheet] }, scopeOf(ctx, plan));
    const { svg, hash } = pictureOf(ctx, sheet, new Set(places?.at.keys()));
    return file({ name: `${sheet.name}.svg`, type: 'image/svg+xml', bytes: svg, inline: true, lasting: ctx.query['v'] === hash });
  },
};

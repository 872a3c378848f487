/** Twinned places of a map: which office stands in which area, and which are joined by a twinning. Reads only. */
import type { Content, RecordRow } from '@entente/kernel';
import type { MapArea, MapPlace, MapSheet, MapTie } from '@entente/ui';
import { areasOf, officesOfAreas, sheetOf, shortPlace, type Context } from '@entente/web';
import type { twinning } from '../kinds/index.ts';

export type TwinningRow = RecordRow<Content<typeof twinning>>;

export interface Twinned {
  readonly row: TwinningRow;
  readonly sides: readonly RecordRow[];
}

export interface Places {
  readonly twinnings: readonly Twinned[];
  readonly places: readonly MapPlace[];
  readonly ties: readonly MapTie[];
  /** Areas where something is joined. */
  readonly marked: ReadonlySet<string>;
  /** Offices of the areas, by area. */
  readonly offices: ReadonlyMap<string, RecordRow>;
}

const MOST = 500;

export async function twinningsOf(ctx: Context): Promise<readonly Twinned[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'twinning', sort: '-date', limit: MOST });
  const twinnings = rows.filter((row) => row.standing !== 'declined') as unknown as TwinningRow[];
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(twinnings.flatMap((row) => row.content.sides))]);
  return twinnings.map((row) => ({ row, sides: row.content.sides.flatMap((id) => offices.get(id) ?? []) }));
}

/** Everything the map of a sheet shows. An office that has ended stands in the area of those that hold its functions now. */
export async function placesOf(ctx: Context, sheet: MapSheet, twinnings: readonly Twinned[]): Promise<Places> {
  const [offices, areas] = await Promise.all([officesOfAreas(ctx, sheet), areasOf(ctx, sheet, twinnings.flatMap((each) => each.sides.map((row) => row.id)))]);
  const ties = twinnings.flatMap((each) => tiesOf(ctx, each, areas));
  const marked = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
  const places = sheet.areas.flatMap((area): MapPlace[] => {
    const row = offices.get(area.id);
    return row ? [{ key: area.id, area: area.id, label: shortPlace(ctx.title(row).text), href: ctx.href.record('office', row.id), joined: marked.has(area.id) }] : [];
  });
  return { twinnings, places, ties, marked, offices };
}

/** One side's first place to each place of the other parties: a star where one joins many. */
function tiesOf(ctx: Context, { row, sides }: Twinned, areas: ReadonlyMap<string, MapArea>): MapTie[] {
  const placed = [...new Map(sides.flatMap((side) => { const area = areas.get(side.id); return area ? [[area.id, area] as const] : []; })).values()];
  const [first] = placed;
  if (!first) return [];
  return placed.filter((area) => area.party !== first.party).map((area) => ({ key: `${row.id} ${area.id}`, from: first.id, to: area.id, label: ctx.title(row).text }));
}

/** The sheet whose areas stand today, else the first. */
export const sheetOfToday = (ctx: Context): MapSheet | undefined => sheetOf(ctx, Temporal.Now.plainDateISO(ctx.party.zone).toString());

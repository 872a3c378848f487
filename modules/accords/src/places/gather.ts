/** Twinned places of a map: which office stands in which area, and which are joined by a twinning. Reads only. */
import type { Content, RecordRow } from '@entente/kernel';
import type { MapArea, MapPlace, MapSheet, MapTie } from '@entente/ui';
import type { Context } from '@entente/web';
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
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u;

export async function twinningsOf(ctx: Context): Promise<readonly Twinned[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'twinning', sort: '-date', limit: MOST });
  const twinnings = rows.filter((row) => row.standing !== 'declined') as unknown as TwinningRow[];
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(twinnings.flatMap((row) => row.content.sides))]);
  return twinnings.map((row) => ({ row, sides: row.content.sides.flatMap((id) => offices.get(id) ?? []) }));
}

/** Everything the map of a sheet shows. An office that has ended stands in the area of those that hold its functions now. */
export async function placesOf(ctx: Context, sheet: MapSheet, twinnings: readonly Twinned[]): Promise<Places> {
  const coop = ctx.cooperation.id;
  const recordOf = (key: string): string => (ID.test(key) ? key : ctx.kernel.naturalId(coop, 'office', key));
  const areaOf = new Map<string, MapArea>(sheet.areas.flatMap((area) => area.offices.map((key) => [recordOf(key), area] as const)));
  const rows = await ctx.read.many(coop, sheet.areas.flatMap(({ offices: [first] }) => (first === undefined ? [] : [recordOf(first)])));
  const offices = new Map(sheet.areas.flatMap((area) => { const row = rows.get(recordOf(area.offices[0] ?? '')); return row ? [[area.id, row] as const] : []; }));
  const areas = await areasOfSides(ctx, twinnings, areaOf);
  const ties = twinnings.flatMap((each) => tiesOf(ctx, each, areas));
  const marked = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
  const places = sheet.areas.flatMap((area): MapPlace[] => {
    const row = offices.get(area.id);
    return row ? [{ key: area.id, area: area.id, label: shortName(ctx.title(row).text), href: ctx.href.record('office', row.id), joined: marked.has(area.id) }] : [];
  });
  return { twinnings, places, ties, marked, offices };
}

/** "Quảng Trị (trước 7/2025)" is Quảng Trị on the map of its time. */
const shortName = (title: string): string => title.replace(/\s*\([^)]*\)$/u, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

async function areasOfSides(ctx: Context, twinnings: readonly Twinned[], areaOf: ReadonlyMap<string, MapArea>): Promise<ReadonlyMap<string, MapArea>> {
  const sides = new Map(twinnings.flatMap((each) => each.sides).map((row) => [row.id, row]));
  const found = await Promise.all([...sides.keys()].map(async (id): Promise<readonly (readonly [string, MapArea])[]> => {
    const own = areaOf.get(id);
    if (own) return [[id, own]];
    const { today } = await ctx.read.succession(ctx.cooperation.id, id);
    const heir = today.map((each) => areaOf.get(each)).find((area) => area !== undefined);
    return heir ? [[id, heir]] : [];
  }));
  return new Map(found.flat());
}

/** One side's first place to each place of the other parties: a star where one joins many. */
function tiesOf(ctx: Context, { row, sides }: Twinned, areas: ReadonlyMap<string, MapArea>): MapTie[] {
  const placed = [...new Map(sides.flatMap((side) => { const area = areas.get(side.id); return area ? [[area.id, area] as const] : []; })).values()];
  const [first] = placed;
  if (!first) return [];
  return placed.filter((area) => area.party !== first.party).map((area) => ({ key: `${row.id} ${area.id}`, from: first.id, to: area.id, label: ctx.title(row).text }));
}

/** The sheet whose areas stand today, else the first. */
export function sheetOfToday(ctx: Context): MapSheet | undefined {
  const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
  return ctx.maps.find((sheet) => (sheet.from ?? '') <= today && today <= (sheet.to ?? '9999')) ?? ctx.maps[0];
}

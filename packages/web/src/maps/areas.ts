/** Which office stands in which area of a map. An office that has ended stands in the area of those that hold its functions now. */
import type { RecordRow } from '@entente/kernel';
import type { MapArea, MapSheet } from '@entente/ui';
import type { Context } from '../module.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u;
const recordOf = (ctx: Context, key: string): string => (ID.test(key) ? key : ctx.kernel.naturalId(ctx.cooperation.id, 'office', key));

/** The office that an area is, by the area's id: the first of those its sheet names. */
export async function officesOfAreas(ctx: Context, sheet: MapSheet): Promise<ReadonlyMap<string, RecordRow>> {
  const first = sheet.areas.flatMap(({ id, offices: [key] }) => (key === undefined ? [] : [[id, recordOf(ctx, key)] as const]));
  const rows = await ctx.read.many(ctx.cooperation.id, first.map(([, record]) => record));
  return new Map(first.flatMap(([id, record]) => { const row = rows.get(record); return row ? [[id, row] as const] : []; }));
}

/** The areas of these offices, by the office's id; an office of no area is left out. */
export async function areasOf(ctx: Context, sheet: MapSheet, offices: Iterable<string>): Promise<ReadonlyMap<string, MapArea>> {
  const areaOf = new Map<string, MapArea>(sheet.areas.flatMap((area) => area.offices.map((key) => [recordOf(ctx, key), area] as const)));
  const found = await Promise.all([...new Set(offices)].map(async (id): Promise<readonly (readonly [string, MapArea])[]> => {
    const own = areaOf.get(id);
    if (own) return [[id, own]];
    const { today } = await ctx.read.succession(ctx.cooperation.id, id);
    const heir = today.map((each) => areaOf.get(each)).find((area) => area !== undefined);
    return heir ? [[id, heir]] : [];
  }));
  return new Map(found.flat());
}

/** The sheet whose areas stood on a day, else the first. */
export const sheetOf = (ctx: Context, day: string): MapSheet | undefined => ctx.maps.find((sheet) => (sheet.from ?? '') <= day && day <= (sheet.to ?? '9999')) ?? ctx.maps[0];

/** "Quảng Trị (trước 7/2025)" is Quảng Trị on the map of its time. */
export const shortPlace = (title: string): string => title.replace(/\s*\([^)]*\)$/u, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

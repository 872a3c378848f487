/** Who holds an office's functions today, and whether all of them or some. Reads only. */
import type { Content, RecordRow, office } from '@entente/kernel';
import type { Context } from '@entente/web';

export interface Heir {
  readonly row: RecordRow;
  /** What of it moved there, in the reader's words; empty where it was taken over as a whole. */
  readonly functions: readonly string[];
}

/** Longest chain of reorganisations followed. */
const FURTHEST = 20;
type Way = { readonly id: string; readonly functions: readonly string[] };

/** Today's holders other than the office itself: those that took it over whole first, then those that took a function. */
export async function heirsOf(ctx: Context, row: RecordRow): Promise<readonly Heir[]> {
  const { today } = await ctx.read.succession(ctx.cooperation.id, row.id);
  const holders = today.filter((id) => id !== row.id);
  if (holders.length === 0) return [];
  const found = new Map<string, readonly string[]>();
  const rows = new Map<string, RecordRow>([[row.id, row]]);
  let edge: readonly Way[] = [{ id: row.id, functions: [] }];
  for (let step = 0; step < FURTHEST && edge.length > 0; step += 1) {
    const next = edge.flatMap((way) => onward(ctx, rows.get(way.id), way)).filter((way) => isNews(found.get(way.id), way.functions));
    for (const way of next) found.set(way.id, way.functions.length === 0 ? [] : [...new Set([...(found.get(way.id) ?? []), ...way.functions])]);
    for (const [id, one] of await ctx.read.many(ctx.cooperation.id, next.map((way) => way.id))) rows.set(id, one);
    edge = next;
  }
  return holders.flatMap((id): Heir[] => { const one = rows.get(id); return one ? [{ row: one, functions: found.get(id) ?? [] }] : []; })
    .toSorted((a, b) => Number(a.functions.length > 0) - Number(b.functions.length > 0));
}

/** A way that took the whole beats one that took a part. */
const isNews = (known: readonly string[] | undefined, functions: readonly string[]): boolean =>
  known === undefined || (known.length > 0 && (functions.length === 0 || functions.some((each) => !known.includes(each))));

/** The offices one step on; what was once a part stays one. */
function onward(ctx: Context, row: RecordRow | undefined, { functions }: Way): Way[] {
  const steps = (row?.content as Content<typeof office> | undefined)?.succession ?? [];
  return steps.map((step, at): Way => {
    if (functions.length > 0 || step.type !== 'function-moved' || !row) return { id: step.office, functions };
    return { id: step.office, functions: [ctx.localized(row, `succession.${at}.function`)?.text ?? ctx.title(row).text] };
  });
}

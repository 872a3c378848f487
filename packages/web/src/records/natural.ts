/** Records that are known by what they are about: a side has one progress of an activity, whoever writes it first. */
import type { AnyKind, RecordRow } from '@entente/kernel';
import type { Values } from '../fields/content.ts';
import type { Context } from '../module.ts';

/** The values that name a content among those of its kind; null for kinds without such fields, and where the first is missing. */
export function nameOf(kind: AnyKind, content: Values): string | null {
  const values = (kind.natural ?? []).map((name: string) => content[name] ?? null);
  return values.length === 0 || values[0] === null ? null : JSON.stringify(values);
}

/** Id under which a new record of this party is made: of its name, so that two who make it at once meet, else of what is given. */
export const idOfName = (ctx: Pick<Context, 'kernel' | 'cooperation' | 'party'>, kind: AnyKind, name: string): string =>
  ctx.kernel.naturalId(ctx.cooperation.id, kind.name, ['table', kind.regime === 'owned' ? ctx.party.id : '', name].join('|'));

/** This party's record of the same name, if there is one. */
export async function recordNamed(ctx: Context, kind: AnyKind, content: Values): Promise<RecordRow | null> {
  const name = nameOf(kind, content);
  if (name === null) return null;
  const filters = (kind.natural ?? []).flatMap((field: string) => { const value = content[field]; return typeof value === 'string' ? [{ field, is: value }] : []; });
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: kind.name, filters, ...(kind.regime === 'owned' ? { party: ctx.party.id } : {}), limit: 20 });
  return rows.find((row) => nameOf(kind, row.content) === name) ?? null;
}

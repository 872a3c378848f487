/** The record an address names. */
import { field, type AnyKind, type RecordRow } from '@entente/kernel';
import type { Context } from '../module.ts';

export const { UUID } = field;

/** The record of a kind at an address; null when it is not held, not readable, or of another kind. */
export async function recordAt(ctx: Context, kind: AnyKind): Promise<RecordRow | null> {
  const id = ctx.params['id'] ?? '';
  const row: RecordRow | null = UUID.test(id) ? await ctx.read.get(ctx.cooperation.id, id) : null;
  if (row?.kind !== kind.name) return null;
  // Every page of a record names it, also where its title is made of others.
  await ctx.prepareTitles([row]);
  return row;
}

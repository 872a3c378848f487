/** The record an address names. */
import type { AnyKind, RecordRow } from '@entente/kernel';
import type { Context } from '../module.ts';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/** The record of a kind at an address; null when it is not held, not readable, or of another kind. */
export async function recordAt(ctx: Context, kind: AnyKind): Promise<RecordRow | null> {
  const id = ctx.params['id'] ?? '';
  const row: RecordRow | null = UUID.test(id) ? await ctx.read.get(ctx.cooperation.id, id) : null;
  return row?.kind === kind.name ? row : null;
}

/** Where a record may go from where it is: what forms and pages offer. The kernel decides, by the same table. */
import type { AnyKind, Move, RecordRow } from '@entente/kernel';
import type { Context } from '../module.ts';

type Told = Pick<RecordRow, 'content' | 'ordinal' | 'standing'>;
const stateOf = (kind: AnyKind, row: Told | null): unknown => (row && (kind.regime === 'owned' || row.ordinal > 0) ? row.content[kind.states?.field ?? ''] : undefined);

/** Moves of the kind's table from the record's state (of a joint record the agreed one) that this person may make. */
export function movesOf({ person }: Pick<Context, 'person'>, kind: AnyKind, row: Told): readonly Move[] {
  const from = stateOf(kind, row);
  return row.standing === 'retired' ? [] : (kind.states?.moves ?? []).filter((move) => move.from === from && move.by.some((role) => person.roles.includes(role)));
}

/** Values of the state field that a form offers, by the field's name: where it may begin, or where it is and may go. */
export function statesOffered(ctx: Pick<Context, 'person'>, kind: AnyKind, row: Told | null): ReadonlyMap<string, readonly string[]> {
  if (!kind.states) return new Map();
  const { field, initial } = kind.states;
  const from = stateOf(kind, row);
  return new Map([[field, row && typeof from === 'string' ? [from, ...movesOf(ctx, kind, row).map(({ to }) => to)] : [initial].flat()]]);
}

/** The form of the record with the move already chosen. */
export const moveHref = (ctx: Pick<Context, 'href'>, kind: AnyKind, id: string, { to }: Move): string => `${ctx.href.edit(kind.name, id)}?${new URLSearchParams({ [kind.states?.field ?? '']: to }).toString()}`;

import type { Person } from '../contract.ts';
import type { Context } from '../context.ts';
import type { AnyKind } from '../kind.ts';
import { commitmentsIn, hasPersonal, isMarker, personalValues, swapPersonal } from '../personal/index.ts';
import { mayReadPersonal } from '../policy/index.ts';
import type { Handle } from '../store/index.ts';

type Plain = Record<string, unknown>;

/**
 * Puts personal values back into contents for a person who may read them; each was checked against its commitment.
 * For anybody else, and where a value was erased, the commitment stands.
 */
export async function restore(handle: Handle, context: Context, person: Person, nodeKey: Uint8Array | undefined, given: readonly { readonly kind: AnyKind | undefined; readonly content: Plain }[]): Promise<Plain[]> {
  const concerned = given.filter(({ kind }) => kind && hasPersonal(kind));
  if (concerned.length === 0 || !mayReadPersonal(person, context)) return given.map(({ content }) => content);
  const values = await personalValues(handle, nodeKey, context.cooperation.id, concerned.flatMap(({ kind, content }) => (kind ? commitmentsIn(kind, content) : [])));
  return given.map(({ kind, content }) => {
    if (!kind || !hasPersonal(kind)) return content;
    return swapPersonal(kind, content, (value) => (isMarker(value) ? (values.get(value.$personal)?.value ?? value) : value));
  });
}

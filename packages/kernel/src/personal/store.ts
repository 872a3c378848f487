import { bulk, insertMany, run, type Handle } from '../store/index.ts';
import { seal, unseal, type PersonalValue } from './seal.ts';

const INSERT = bulk('personal', { coop: 'text', commitment: 'text', record: 'uuid', sealed: 'bytes', stored: 'instant' }, 'on conflict do nothing');

export async function storePersonal(handle: Handle, nodeKey: Uint8Array, coop: string, record: string, values: ReadonlyMap<string, PersonalValue>, stored: string): Promise<void> {
  await insertMany(handle, INSERT, [...values].map(([commitment, value]) => ({ coop, commitment, record, sealed: seal(nodeKey, coop, commitment, value), stored })));
}

/** Values behind these commitments, as far as they are held and still open under this node's key. */
export async function personalValues(handle: Handle, nodeKey: Uint8Array | undefined, coop: string, commitments: readonly string[]): Promise<Map<string, PersonalValue>> {
  if (!nodeKey || commitments.length === 0) return new Map();
  const rows = await run<{ commitment: string; sealed: Uint8Array }>(handle, 'select commitment, sealed from personal where coop = $1 and commitment = any($2::text[])', [coop, commitments]);
  const opened = rows.map((row) => [row.commitment, unseal(nodeKey, coop, row.commitment, row.sealed)] as const);
  return new Map(opened.filter((each): each is readonly [string, PersonalValue] => each[1] !== null));
}

import { join } from 'node:path';
import type { NodeConfig } from './config/index.ts';
import { readKeys, type NodeKeys } from './keys.ts';

/** The public keys that go into evidence files: each stands by its own fingerprint, which the reader compares. */
export function keyringOf({ peers }: Pick<NodeConfig, 'peers'>, { journal }: Pick<NodeKeys, 'journal'>): { readonly anchors: readonly string[]; readonly statements: readonly string[] } {
  return { anchors: [journal.key.vkey, ...peers.map((peer) => peer.journal)], statements: [] };
}

/** The keys a node keeps in its data folder. Throws an Error naming the file when one is missing or damaged. */
export const keysIn = (data: string): Promise<NodeKeys> => readKeys(join(data, 'keys'));

import { join } from 'node:path';
import { fingerprint, keyHistory, keyOwner, parseVerifierKey } from '@entente/verify';
import type { KeyOfParty } from '@entente/web';
import type { NodeConfig } from './config/index.ts';
import { readKeys, type Keyring, type NodeKeys } from './keys.ts';

/**
 * The public keys that go into evidence files: each stands by its own fingerprint, which the reader compares; with them
 * what the roots state of the others. `stated`: what peers' roots were found to state.
 */
export function keyringOf({ peers }: Pick<NodeConfig, 'peers'>, { journal, cosigner, keyring }: Pick<NodeKeys, 'journal' | 'cosigner' | 'keyring'>, stated: readonly string[] = []): Keyring {
  const own = [...keyring.anchors, journal.key.vkey, ...(cosigner ? [cosigner.key.vkey] : [])];
  const others = keysOfOthers({ peers }, stated);
  return { anchors: [...own, ...others.anchors], statements: [...keyring.statements, ...others.statements] };
}

/** What of it is of the other parties: the keys of the configuration, and what their roots state. */
export const keysOfOthers = ({ peers }: Pick<NodeConfig, 'peers'>, stated: readonly string[]): Keyring =>
  ({ anchors: peers.flatMap((peer) => [peer.root, peer.journal, peer.cosigner].filter((vkey) => vkey !== undefined)), statements: stated });

/** The keys of a keyring that sign what is in evidence, and which of them a root of the ring states. */
export async function keysOfParties({ anchors, statements }: Keyring): Promise<readonly KeyOfParty[]> {
  const roots = anchors.filter((vkey) => { const parsed = parseVerifierKey(vkey); return parsed.ok && keyOwner(parsed.value.name)?.role === 'root'; });
  const { keys } = await keyHistory({ anchors, statements, trusted: new Set(roots.map((vkey) => fingerprint(vkey))) });
  return keys.flatMap(({ owner: { party, role }, fingerprint: print, statement }) =>
    // The transport key signs requests and export files, nothing that is in evidence.
    (role === 'transport' ? [] : [{ party, role, fingerprint: print, statement: statement && { serial: statement.serial, hasNext: statement.next !== null } }]));
}

/** The keys a node keeps in its data folder. Throws an Error naming the file when one is missing or damaged. */
export const keysIn = (data: string): Promise<NodeKeys> => readKeys(join(data, 'keys'));

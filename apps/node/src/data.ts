import { join } from 'node:path';
import { openDatabase, type Database, type DatabaseOptions, type DatabaseTarget } from '@entente/kernel';
import { parseVerifierKey, publicKeyFault, type VerifierKey } from '@entente/verify';
import type { NodeConfig } from './config/index.ts';

/** Where a configuration keeps its data. */
export const targetOf = (config: Pick<NodeConfig, 'data' | 'database' | 'schema'>): DatabaseTarget =>
  config.database === undefined ? { directory: join(config.data, 'database') } : { url: config.database, ...(config.schema === undefined ? {} : { schema: config.schema }) };

/** Opens a node's data. Throws DatabaseProblem. */
export const openData = (config: Pick<NodeConfig, 'data' | 'database' | 'schema'>, options: DatabaseOptions = {}): Promise<Database> => openDatabase(targetOf(config), options);

/** This node's own journal keys of earlier times. Throws when one cannot be read. */
export const retiredOf = ({ retired, party }: Pick<NodeConfig, 'retired' | 'party'>, former: readonly VerifierKey[]): readonly VerifierKey[] =>
  [...retired.map((vkey) => verifierOf(vkey, party)), ...former.filter(({ name, vkey }) => name.endsWith('/journal') && !retired.includes(vkey))];

/** Keys that sign each peer's journals, by party. Throws when one cannot be read. */
export const peerKeysOf = ({ peers }: Pick<NodeConfig, 'peers'>): Readonly<Record<string, readonly VerifierKey[]>> =>
  Object.fromEntries(peers.map((peer) => [peer.party, [verifierOf(peer.journal, peer.party)]]));

/** Keys under which peers and observers cosign, by party. Throws when one cannot be read. */
export const cosignersOf = ({ peers }: Pick<NodeConfig, 'peers'>): Readonly<Record<string, readonly VerifierKey[]>> =>
  Object.fromEntries(peers.flatMap((peer) => (peer.cosigner === undefined ? [] : [[peer.party, [verifierOf(peer.cosigner, peer.party, 'cosigner')]]])));

/** Keys of a role that each peer used before, by party: named `.../journal` or `.../cosigner`. Throws when one cannot be read. */
export const retiredByPeer = ({ peers }: Pick<NodeConfig, 'peers'>, role: 'journal' | 'cosigner'): Readonly<Record<string, readonly VerifierKey[]>> =>
  Object.fromEntries(peers.map((peer) => [peer.party, (peer.retired ?? []).map((vkey) => verifierOf(vkey, peer.party, role)).filter(({ name }) => name.endsWith(`/${role}`))]));

/** Keys that sign each peer's export files, by party. Throws when one cannot be read. */
export const transportKeysOf = ({ peers }: Pick<NodeConfig, 'peers'>): Readonly<Record<string, readonly VerifierKey[]>> =>
  Object.fromEntries(peers.map((peer) => [peer.party, [verifierOf(peer.transport, peer.party, 'transport')]]));

function verifierOf(vkey: string, party: string, role: 'journal' | 'cosigner' | 'transport' = 'journal'): VerifierKey {
  const parsed = parseVerifierKey(vkey);
  if (!parsed.ok) throw new Error(`the ${role} key of ${party} cannot be read: ${parsed.reason}`);
  const fault = publicKeyFault(parsed.value.publicKey);
  if (fault) throw new Error(`the ${role} key of ${party} is refused: ${fault}`);
  return parsed.value;
}

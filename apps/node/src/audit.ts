import { auditNode, type AuditProgress, type AuditReport, type Database } from '@entente/kernel';
import type { VerifierKey } from '@entente/verify';
import { join } from 'node:path';
import type { NodeConfig } from './config/index.ts';
import { openData, retiredByPeer, retiredOf } from './data.ts';
import { keysIn } from './keyring.ts';
import type { NodeKeys } from './keys.ts';
import { kinds } from './modules.ts';
import { peerRing } from './ring.ts';
import { keepStatements } from './stated.ts';

export interface AuditWish {
  /** Whether records are made again from the acts and compared; writers wait meanwhile. */
  readonly records?: boolean;
  readonly progress?: (progress: AuditProgress) => void;
}

/** Audits the data of a node by its configuration. With the embedded engine the node has to be stopped; with PostgreSQL it may run. */
export async function auditConfigured(config: NodeConfig, wish: AuditWish = {}): Promise<AuditReport> {
  const keys = await keysIn(config.data);
  const database = await openData(config);
  try {
    return await auditOpened({ config, keys, database }, wish);
  } finally {
    await database.close();
  }
}

/** The same over data that are open: of a node that runs. */
export async function auditOpened({ config, keys, database }: { readonly config: NodeConfig; readonly keys: NodeKeys; readonly database: Database }, wish: AuditWish = {}): Promise<AuditReport> {
  const ring = peerRing(config, keys.keyring.statements);
  await keepStatements(config.peers, join(config.data, 'keys', 'stated.json'), async (statements) => { await ring.follow(statements); }).ready;
  const own = { [config.party]: keys.former.filter(({ name }) => name.endsWith('/cosigner')) };
  // Here, and nowhere else, a peer's earlier keys count: for what they signed in their time.
  return auditNode({
    ...wish, database, party: config.party, cooperations: config.cooperations, kinds, nodeKey: keys.node,
    keys: {
      journal: keys.journal, own: retiredOf(config, keys.former), peers: both(ring.journals, retiredByPeer(config, 'journal')), cosigners: both(both(ring.cosigners, ring.formerCosigners), both(retiredByPeer(config, 'cosigner'), own)),
      ...(keys.cosigner ? { cosigner: keys.cosigner } : {}),
    },
  });
}

type KeysByParty = Readonly<Record<string, readonly VerifierKey[]>>;
const both = (now: KeysByParty, before: KeysByParty): KeysByParty =>
  Object.fromEntries([...new Set([...Object.keys(now), ...Object.keys(before)])].map((party) => [party, distinct([...(now[party] ?? []), ...(before[party] ?? [])])]));
/** One object for one key: two of the same name and text would be taken for an ambiguity. */
const distinct = (keys: readonly VerifierKey[]): readonly VerifierKey[] => [...new Map(keys.toReversed().map((key) => [key.vkey, key])).values()].toReversed();

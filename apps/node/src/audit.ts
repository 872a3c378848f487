import { auditNode, type AuditProgress, type AuditReport } from '@entente/kernel';
import type { NodeConfig } from './config/index.ts';
import { cosignersOf, openData, peerKeysOf } from './data.ts';
import { keysIn } from './keyring.ts';
import { kinds } from './modules.ts';

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
    return await auditNode({ ...wish, database, party: config.party, cooperations: config.cooperations, kinds, nodeKey: keys.node, keys: { journal: keys.journal, peers: peerKeysOf(config), cosigners: cosignersOf(config), ...(keys.cosigner ? { cosigner: keys.cosigner } : {}) } });
  } finally {
    await database.close();
  }
}

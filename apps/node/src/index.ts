/** What the command line and the measurements use of a node. */
export { auditConfigured, type AuditWish } from './audit.ts';
export type { AuditProgress, AuditReport, NodeStanding } from '@entente/kernel';
export { ConfigurationFault, readConfig, type NodeConfig } from './config/index.ts';
export { explainStart } from './start-fault.ts';
export { runNode } from './run.ts';
export { MEMORY_FLAGS } from './flags.ts';
export { openCore, type Core } from './node.ts';
export { addAccount, addPeer, identityOf, initNode, type Identity } from './setup.ts';
export { exportConfigured, importConfigured, type FileWish } from './files.ts';
export { describeFile, FileFault, type Imported } from '@entente/exchange';
export { publishFrom, type Published } from './publish.ts';
export type { Erasure } from '@entente/kernel';
export { kinds } from './modules.ts';
export { keysIn } from './keyring.ts';
export { backUp, BackupFault, makeRecoveryKey, passphrase, recoveryIdentity, recoveryRecipient, restoreBackup, type Opener, type Recipient, type Restored } from './backup/index.ts';
export { isRole, renewRoot, rootFolderOf, rotateKey } from './rotate.ts';

export { makeRecoveryKey, passphrase, recoveryIdentity, recoveryRecipient, type Opener, type Recipient } from './age/index.ts';
export { backUp } from './configured.ts';
export { BackupFault } from './fault.ts';
export { restoreBackup, type Restored, type RestoreWish } from './restore.ts';
export { scheduleBackups, type Schedule } from './schedule.ts';
export { snapshotRoute } from './source.ts';
import './words.ts';

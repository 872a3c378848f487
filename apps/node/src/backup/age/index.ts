export { decryptWith, encryptTo, freshFileKey, type FileKey } from './file.ts';
export { makeRecoveryKey, passphrase, recoveryIdentity, recoveryRecipient, type Opener, type Recipient } from './keys.ts';

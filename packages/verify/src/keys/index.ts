export { publicKeyFault, type PublicKeyFault } from './public-key.ts';
export { fingerprint, readFingerprint, shortFingerprint } from './fingerprint.ts';
export { openSignerKey, signerFromSeed, verifySignature, verifySignatureSync } from './ed25519.ts';
export { journalName, keyOwner, type JournalName, type KeyOwner, type KeyRole } from './name.ts';
export { formatKeyStatement, parseKeyStatement, type KeyStatement, type StatementFault } from './statement.ts';
export { keyHistory, type HistoryFault, type KeyHistory, type KnownKey } from './history.ts';

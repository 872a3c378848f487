export { publicKeyFault, type PublicKeyFault } from './public-key.ts';
export { fingerprint, readFingerprint, shortFingerprint } from './fingerprint.ts';
export { openSignerKey, signerFromSeed, verifySignature, verifySignatureSync } from './ed25519.ts';

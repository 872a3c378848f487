export { formatNote, isKeyName, parseNote, type Note, type NoteFault, type NoteSignature } from './note.ts';
export { cosignature, cosignedMessage, ed25519, SIGNATURE_TYPES, type Opened, type SignatureType } from './type.ts';
export { formatSignerKey, keyId, parseSignerKey, parseVerifierKey, verifierKey, type KeyTextFault, type SignerKey, type VerifierKey } from './key.ts';
export { verifyNote, verifyNoteSync, type Verified, type VerifyFault } from './verify.ts';
export { formatCheckpoint, openCheckpoint, parseCheckpoint, type Checkpoint, type CheckpointFault, type OpenCheckpoint } from './checkpoint.ts';
export { cosignNote, signNote, type Signer } from './sign.ts';

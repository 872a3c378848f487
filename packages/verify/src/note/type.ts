import { platform } from '#platform';
import { utf8 } from '../hash/index.ts';

/** What a signature says once its form is read: the message its key signed, and when, where the type has a time. */
export interface Opened {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  /** Seconds since 1970, UTC. */
  readonly at?: number;
}

/**
 * A kind of note signature (the byte before the public key in a vkey). Further kinds are added by passing them beside
 * these; nothing else changes.
 */
export interface SignatureType {
  readonly byte: number;
  /** Length of the public key in bytes. */
  readonly keyBytes: number;
  /** Reads what stands in a signature line after the key id; null when it has not this type's form. */
  readonly open: (text: string, signature: Uint8Array, keyName: string) => Opened | null;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
  readonly verifySync?: ((publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean) | undefined;
}

const ed25519Check = { keyBytes: 32, verify: platform.verifyEd25519, verifySync: platform.verifyEd25519Sync } as const;

/** 0x01, Ed25519 over the note's text (C2SP signed-note): what journals and roots sign with. */
export const ed25519: SignatureType = {
  ...ed25519Check,
  byte: 0x01,
  open: (text, signature) => (signature.length === 64 ? { message: utf8(text), signature } : null),
};

/** The message of a cosignature made at a time (C2SP tlog-cosignature, Ed25519). */
export const cosignedMessage = (text: string, at: number): Uint8Array => utf8(`cosignature/v1\ntime ${at}\n${text}`);

/** 0x04, timestamped Ed25519 cosignature (C2SP tlog-cosignature): what a mirror signs with. */
export const cosignature: SignatureType = {
  ...ed25519Check,
  byte: 0x04,
  open(text, bytes) {
    if (bytes.length !== 72) return null;
    const at = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
    return Number.isSafeInteger(at) ? { message: cosignedMessage(text, at), signature: bytes.subarray(8), at } : null;
  },
};

export const SIGNATURE_TYPES: readonly SignatureType[] = [ed25519, cosignature];

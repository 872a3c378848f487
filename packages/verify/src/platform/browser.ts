import type { Platform } from './platform.ts';
import { sha256 } from './sha256.ts';
import { isSmallOrder } from './small-order.ts';

/** WebCrypto wants memory that is not shared; a view of a plain buffer already is, anything else is copied. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

export const platform: Platform = {
  sha256,
  async verifyEd25519(publicKey, message, signature) {
    if (publicKey.length !== 32 || signature.length !== 64 || isSmallOrder(signature)) return false;
    const { subtle } = globalThis.crypto;
    try {
      const key = await subtle.importKey('raw', owned(publicKey), 'Ed25519', false, ['verify']);
      return await subtle.verify('Ed25519', key, owned(signature), owned(message));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'DataError') return false;
      throw error;
    }
  },
  verifyEd25519Sync: undefined,
  ed25519Signer: undefined,
};

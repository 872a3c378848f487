import { platform } from '#platform';

/** SHA-256 of bytes: 32 bytes, at once on every platform. */
export const sha256 = (bytes: Uint8Array): Uint8Array => platform.sha256(bytes);

export { concat, equalBytes, fromBase64, fromHex, fromUtf8, toBase64, toHex, utf8 } from './encoding.ts';

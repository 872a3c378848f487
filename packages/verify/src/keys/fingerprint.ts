import { sha256, toHex, utf8 } from '../hash/index.ts';

/** What is read out over the telephone to trust a key: SHA-256 of its vkey text, lower-case hex. */
export const fingerprint = (vkey: string): string => toHex(sha256(utf8(vkey)));

/** For recognising a key on a page, e.g. `3f9a-11c0-5be2-77d4`; too short to trust one by. */
export const shortFingerprint = (full: string): string => (full.slice(0, 16).match(/.{4}/gu) ?? []).join('-');

/** A fingerprint as a person typed it (capitals, spaces, colons, hyphens); null when it is not 64 hex digits. */
export function readFingerprint(typed: string): string | null {
  const digits = typed.replaceAll(/[\s:-]/gu, '').toLowerCase();
  return /^[0-9a-f]{64}$/u.test(digits) ? digits : null;
}

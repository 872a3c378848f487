/** Personal values at rest: AES-256-GCM under the node's key, bound to cooperation and commitment. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { canonicalize, parseJson } from '@entente/verify';

/** A value with the random key that its commitment was made with. */
export interface PersonalValue { readonly value: unknown; readonly key: Uint8Array }

/** HMAC-SHA-256(random key, canonical JSON of the value), hex: all that a journal ever holds of it (protocol.md section 6). */
export const commitmentTo = ({ value, key }: PersonalValue): string => createHmac('sha256', key).update(canonicalize(value)).digest('hex');

export const freshValue = (value: unknown): PersonalValue => ({ value, key: randomBytes(32) });

export function seal(nodeKey: Uint8Array, coop: string, commitment: string, { value, key }: PersonalValue): Uint8Array {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', nodeKey, iv).setAAD(Buffer.from(`${coop}/${commitment}`));
  const sealed = Buffer.concat([cipher.update(JSON.stringify({ value, key: Buffer.from(key).toString('base64') }), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** The value again; null when the key is another one, or the bytes or the commitment do not fit. */
export function unseal(nodeKey: Uint8Array, coop: string, commitment: string, bytes: Uint8Array): PersonalValue | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', nodeKey, bytes.subarray(0, 12)).setAAD(Buffer.from(`${coop}/${commitment}`)).setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    const { value, key } = parseJson(text) as { value: unknown; key: string };
    const found = { value, key: Buffer.from(key, 'base64') };
    return commitmentTo(found) === commitment ? found : null;
  } catch {
    return null;
  }
}

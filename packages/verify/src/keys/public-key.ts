/** Why an Ed25519 public key is not registered. */
export type PublicKeyFault = 'wrong-length' | 'non-canonical' | 'small-order' | 'not-on-curve';

/** The field's prime and the curve's d (RFC 8032 section 5.1). */
const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

const mod = (x: bigint): bigint => ((x % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [b, e] = [mod(base), exponent]; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * b) % P;
    b = (b * b) % P;
  }
  return result;
}

/** y of the two points of order 8 and their negatives; with 0, 1 and -1 all eight points whose order divides 8. */
const ORDER_8_Y = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
const SMALL_ORDER_Y: readonly bigint[] = [0n, 1n, P - 1n, ORDER_8_Y, P - ORDER_8_Y];

/**
 * Checks a public key (32 bytes, RFC 8032) before it is registered; null when it is good. A small-order key verifies
 * signatures that nobody made; a second encoding of one key would give it two names.
 */
export function publicKeyFault(key: Uint8Array): PublicKeyFault | null {
  if (key.length !== 32) return 'wrong-length';
  const number = key.toReversed().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const y = number & ((1n << 255n) - 1n);
  const isNegative = number >> 255n === 1n;
  if (y >= P) return 'non-canonical';
  // x is zero exactly for y = 1 and y = -1, and zero has no negative.
  if (isNegative && (y === 1n || y === P - 1n)) return 'non-canonical';
  if (SMALL_ORDER_Y.includes(y)) return 'small-order';
  // x^2 = (y^2 - 1) / (d y^2 + 1) has a root when the product of the two is a square (Euler's criterion).
  const square = mod((y * y - 1n) * (D * y * y + 1n));
  return power(square, (P - 1n) / 2n) === 1n ? null : 'not-on-curve';
}

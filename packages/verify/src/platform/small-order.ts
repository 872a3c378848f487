/**
 * y of the eight points whose order divides 8, as bytes in hex without the sign of x, with the second spellings of 0 and 1
 * (p and p + 1).
 */
const SMALL_ORDER = new Set([
  '00'.repeat(32), `01${'00'.repeat(31)}`, `ec${'ff'.repeat(30)}7f`, `ed${'ff'.repeat(30)}7f`, `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/**
 * Whether the first 32 bytes are a point of small order. As the first half of a signature some platforms take one and others
 * do not, where the equation holds; nobody who signs by RFC 8032 makes one.
 */
export function isSmallOrder(bytes: Uint8Array): boolean {
  const point = bytes.slice(0, 32);
  point[31]! &= 0x7f;
  return SMALL_ORDER.has(point.toHex());
}

/** Bech32 (BIP 173) as age uses it for keys: of any length, in one case. */
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const data = regroup(bytes, 8, 5, true) ?? [];
  const check = polymod([...expand(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const sum = Array.from({ length: 6 }, (_, at) => (check >>> (5 * (5 - at))) & 31);
  return `${prefix}1${[...data, ...sum].map((each) => LETTERS[each]).join('')}`;
}

/** The bytes of a text with this prefix; null when it is another or was mistyped. */
export function decodeBech32(prefix: string, text: string): Uint8Array | null {
  const lower = text.toLowerCase();
  if ((text !== lower && text !== text.toUpperCase()) || !lower.startsWith(`${prefix}1`)) return null;
  const data = Array.from(lower.slice(prefix.length + 1), (letter) => LETTERS.indexOf(letter));
  if (data.length < 6 || data.includes(-1) || polymod([...expand(prefix), ...data]) !== 1) return null;
  const bytes = regroup(data.slice(0, -6), 5, 8, false);
  return bytes ? Uint8Array.from(bytes) : null;
}

const expand = (prefix: string): number[] => [...Buffer.from(prefix).map((each) => each >> 5), 0, ...Buffer.from(prefix).map((each) => each & 31)];

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [at, generator] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries()) if ((top >>> at) & 1) sum ^= generator;
  }
  return sum;
}

function regroup(values: Iterable<number>, from: number, to: number, pads: boolean): number[] | null {
  const found: number[] = [];
  let [held, bits] = [0, 0];
  for (const value of values) {
    held = ((held << from) | value) & 0xfff;
    for (bits += from; bits >= to;) {
      bits -= to;
      found.push((held >>> bits) & ((1 << to) - 1));
    }
  }
  const rest = (held << (to - bits)) & ((1 << to) - 1);
  if (pads) return bits > 0 ? [...found, rest] : found;
  return bits >= from || rest !== 0 ? null : found;
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalize, readCanonical, toHex, utf8, type Refusal } from '../src/index.ts';

const { vectors } = JSON.parse(readFileSync(new URL('./vectors/jcs.json', import.meta.url), 'utf8')) as
  { vectors: { name: string; input: string; output: string }[] };

const refusal = (text: string | Uint8Array, limits = {}): Refusal | 'read' => {
  const reading = readCanonical(typeof text === 'string' ? utf8(text) : text, limits);
  return reading.ok ? 'read' : reading.reason;
};

describe('canonical JSON', () => {
  it.each(vectors)('writes the RFC 8785 vector $name', ({ input, output }) => {
    expect(toHex(canonicalBytes(JSON.parse(input)))).toBe(output);
  });

  it('writes numbers as ECMAScript does (RFC 8785 appendix B)', () => {
    const view = new DataView(new ArrayBuffer(8));
    const written = (bits: bigint): string => {
      view.setBigUint64(0, bits);
      return canonicalize(view.getFloat64(0));
    };
    expect([0n, 0x8000000000000000n, 1n, 0x7fefffffffffffffn, 0x4340000000000000n, 0x44b52d02c7e14af5n, 0x444b1ae4d6e2ef50n, 0x3eb0c6f7a0b5ed8dn]
      .map(written)).toEqual(['0', '0', '5e-324', '1.7976931348623157e+308', '9007199254740992', '9.999999999999997e+22', '1e+21', '0.000001']);
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, '\ud800', { a: undefined }, new Date(0), [() => 1]])('refuses to write %s', (value) => {
    expect(() => canonicalize(value)).toThrow(TypeError);
  });
});

describe('reading canonical JSON', () => {
  it.each<[string, string | Uint8Array, Refusal | 'read']>([
    ['an object in order', '{"":1,"a":[true,null,"\\u0001é"],"b":{}}', 'read'],
    ['keys that look like integers, in code unit order', '{"10":1,"9":2}', 'read'],
    ['the same in number order', '{"9":2,"10":1}', 'not-canonical'],
    ['a backslash before u0000 and ud800', '["\\\\u0000\\\\ud800"]', 'read'],
    ['a key named __proto__', '{"__proto__":{"a":1}}', 'read'],
    ['members out of order', '{"b":1,"a":2}', 'not-canonical'],
    ['white space', '{"a": 1}', 'not-canonical'],
    ['a needless escape', '["\\u0041"]', 'not-canonical'],
    ['a number spelt otherwise', '[1.0]', 'not-canonical'],
    ['a duplicate key', '{"a":1,"a":1}', 'duplicate-key'],
    ['a duplicate key in other spelling', '{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['the same key at two depths', '{"a":{"a":["a","a"]}}', 'read'],
    ['2^53', '[9007199254740992]', 'unsafe-number'],
    ['2^53-1', '[9007199254740991]', 'read'],
    ['1e30', '[1e+30]', 'unsafe-number'],
    ['1e400', '[1e400]', 'unsafe-number'],
    ['negative zero', '[-0]', 'unsafe-number'],
    ['negative zero with a point', '[-0.0]', 'unsafe-number'],
    ['U+0000', '["a\\u0000"]', 'nul'],
    ['U+0000 in a key', '{"\\u0000":1}', 'nul'],
    ['a lone surrogate', '["\\ud800"]', 'lone-surrogate'],
    ['a lone surrogate in capitals', '["\\uDC00\\uD800"]', 'lone-surrogate'],
    ['a byte order mark', '\uFEFF{}', 'bom'],
    ['no JSON', '{"a":}', 'syntax'],
    ['nothing', '', 'syntax'],
    ['two values', '1 2', 'syntax'],
    ['a raw control character', '["\u0001"]', 'syntax'],
    ['Latin-1 bytes', Uint8Array.of(0x22, 0xe9, 0x22), 'invalid-utf8'],
    ['an encoded surrogate', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'invalid-utf8'],
    ['an overlong encoding', Uint8Array.of(0x22, 0xc0, 0x80, 0x22), 'invalid-utf8'],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toBe(expected);
  });

  it('says where', () => {
    expect(readCanonical(utf8('{"a":1,"b":{"c":1,"c":2}}'))).toEqual({ ok: false, reason: 'duplicate-key', at: 18 });
  });

  it('holds its limits, whatever the depth of the attack', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(refusal(nested(64))).toBe('read');
    expect(refusal(nested(65))).toBe('too-deep');
    expect(refusal(nested(32_767))).toBe('too-deep');
    expect(refusal(nested(500_000), { maxBytes: 1_000_000 })).toBe('too-deep');
    expect(refusal(`"${'x'.repeat(65_533)}"`)).toBe('read');
    expect(refusal(`"${'x'.repeat(65_534)}"`)).toBe('too-long');
  });

  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
  const isSafe = (value: unknown): boolean => typeof value === 'number'
    ? Math.abs(value) <= Number.MAX_SAFE_INTEGER
    : typeof value !== 'object' || value === null || Object.values(value).every(isSafe);

  it('reads back exactly what it writes', () => {
    fc.assert(fc.property(json.filter((value) => isSafe(value) && !JSON.stringify(value).includes('\\u0000')), (value) => {
      const reading = readCanonical(canonicalBytes(value));
      expect(reading.ok && canonicalize(reading.value)).toBe(canonicalize(value));
    }));
  });

  it('accepts only bytes that equal JCS of what they say, and never throws', () => {
    const near = fc.tuple(json, fc.nat(), fc.nat(255)).map(([value, at, byte]) => {
      const bytes = utf8(JSON.stringify(value));
      bytes[at % bytes.length] = byte;
      return bytes;
    });
    fc.assert(fc.property(fc.oneof(near, fc.uint8Array(), json.map((value) => utf8(JSON.stringify(value)))), (bytes) => {
      const reading = readCanonical(bytes);
      expect(!reading.ok || toHex(canonicalBytes(reading.value)) === toHex(bytes)).toBe(true);
    }), { numRuns: 2000 });
  });

  it('notices duplicate keys by re-serialising alone: a member that occurs twice cannot survive', () => {
    const key = fc.constantFrom('a', 'b', '1', '2', '');
    const members = fc.array(fc.tuple(key, fc.nat(3)), { minLength: 2, maxLength: 6 });
    fc.assert(fc.property(members, (list) => {
      const text = `{${list.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
      const hasDuplicates = new Set(list.map(([name]) => name)).size < list.length;
      expect(hasDuplicates && canonicalize(JSON.parse(text)) === text).toBe(false);
      expect(refusal(text) === 'duplicate-key').toBe(hasDuplicates);
    }));
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalize, parseJson, readCanonical, toHex, utf8, type Refusal } from '../src/index.ts';

const { vectors, numbers } = JSON.parse(readFileSync(new URL('./vectors/jcs.json', import.meta.url), 'utf8')) as
  { vectors: { name: string; input: string; output: string }[]; numbers: { first: string[]; sha256: Record<string, string> } };

const refusal = (text: string | Uint8Array, limits = {}): Refusal | 'read' => {
  const reading = readCanonical(typeof text === 'string' ? utf8(text) : text, limits);
  return reading.ok ? 'read' : reading.reason;
};

describe('canonical JSON', () => {
  it.each(vectors)('writes the RFC 8785 vector $name', ({ input, output }) => {
    expect(toHex(canonicalBytes(JSON.parse(input)))).toBe(output);
  });

  const view = new DataView(new ArrayBuffer(8));
  const double = (bits: bigint): number => { view.setBigUint64(0, bits); return view.getFloat64(0); };
  it('writes numbers as ECMAScript does (RFC 8785 appendix B)', () => {
    const known: readonly [bigint, string][] = [
      [0x0000000000000000n, '0'], [0x8000000000000000n, '0'], [0x0000000000000001n, '5e-324'], [0x8000000000000001n, '-5e-324'],
      [0x7fefffffffffffffn, '1.7976931348623157e+308'], [0xffefffffffffffffn, '-1.7976931348623157e+308'], [0x4340000000000000n, '9007199254740992'],
      [0xc340000000000000n, '-9007199254740992'], [0x4430000000000000n, '295147905179352830000'], [0x44b52d02c7e14af5n, '9.999999999999997e+22'],
      [0x44b52d02c7e14af6n, '1e+23'], [0x44b52d02c7e14af7n, '1.0000000000000001e+23'], [0x444b1ae4d6e2ef4en, '999999999999999700000'],
      [0x444b1ae4d6e2ef4fn, '999999999999999900000'], [0x444b1ae4d6e2ef50n, '1e+21'], [0x3eb0c6f7a0b5ed8cn, '9.999999999999997e-7'],
      [0x3eb0c6f7a0b5ed8dn, '0.000001'], [0x41b3de4355555553n, '333333333.3333332'], [0x41b3de4355555554n, '333333333.33333325'],
      [0x41b3de4355555555n, '333333333.3333333'], [0x41b3de4355555556n, '333333333.3333334'], [0x41b3de4355555557n, '333333333.33333343'],
      [0xbecbf647612f3696n, '-0.0000033333333333333333'], [0x43143ff3c1cb0959n, '1424953923781206.2'],
    ];
    expect(known.map(([bits]) => canonicalize(double(bits)))).toEqual(known.map(([, text]) => text));
    for (const bits of [0x7fffffffffffffffn, 0x7ff0000000000000n, 0xfff0000000000000n]) expect(() => canonicalize(double(bits))).toThrow(TypeError);
  });

  it.each(Object.entries(numbers.sha256))('writes the first %s numbers of the published test file', (count, sum) => {
    const lines = createHash('sha256');
    const serial = Array.from({ length: 2_000 }, (_, at) => 0x0010000000000000n + BigInt(at));
    const known = [...numbers.first.map((hex) => BigInt(`0x${hex}`)), ...serial];
    let [block, held] = [Buffer.alloc(32), [] as number[]];
    /** After those that are listed: every eight bytes of hashes of hashes, little-endian, but for zero and what is no number. */
    const drawn = (): number => {
      for (;;) {
        if (held.length === 0) {
          block = createHash('sha256').update(block).digest();
          held = [0, 8, 16, 24].map((at) => block.readDoubleLE(at));
        }
        const next = held.shift()!;
        if (next !== 0 && Number.isFinite(next)) return next;
      }
    };
    for (let at = 0; at < Number(count); at += 1) {
      const value = at < known.length ? double(known[at]!) : drawn();
      view.setFloat64(0, value);
      lines.update(`${view.getBigUint64(0).toString(16)},${canonicalize(value)}\n`);
    }
    expect(lines.digest('hex')).toBe(sum);
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

  it.each([['{"":1,"\\\\":2}', '{"":1,"\\n":2}'], ['{"":1,"a\\\\":2}', '{"":1,"a\\"":2}'], ['{"":1,"\\\\u0":2}', '{"":1,"\\u0001bc":2}'], ['{"":1,"a\\\\n":2}', '[{"":1,"a\\nb":{"":[{}],"a\\nb":null}}]']])('after %s, %s says what it says', (before, text) => {
    for (let i = 0; i < 3; i += 1) expect(refusal(before)).toBe('read');
    const reading = readCanonical(utf8(text));
    expect(reading.ok && canonicalize(reading.value)).toBe(text);
    expect(JSON.stringify(parseJson(text))).toBe(text);
    expect(parseJson(` {"b\\u0062" : -1.5e2, "__proto__" : [ true ,null, "\\\\" ]} `)).toEqual(Object.fromEntries([['bb', -150], ['__proto__', [true, null, '\\']]]));
    expect(() => parseJson('{"a\\n":}')).toThrow(SyntaxError);
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

import { canonicalBytes, canonicalize, readCanonical } from '@entente/verify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLeaf } from '../src/envelope/leaf.ts';
import { outliner, type Span } from '../src/envelope/outline.ts';
import { scanObject } from '../src/envelope/scan.ts';

const journal = { coop: 'test', party: 'A', audience: 'joint' } as const;
const outlineOf = outliner(journal);
const utf8 = (text: string) => new TextEncoder().encode(text);
const textAt = (bytes: Uint8Array, [from, to]: Span) => new TextDecoder().decode(bytes.subarray(from, to));

const act = (more: object = {}) => ({
  v: 1, id: '0199d3a0-0000-7000-8000-000000000001', ...journal, actor: { office: null, role: 'coordinator', person: 'p' }, made: '2026-11-21T08:00:00.000Z', seen: { B: 3 },
  items: [{ verb: 'put', kind: 'story', kv: 1, record: '0199d3a0-0000-7000-8000-000000000002', on: null, hash: 'ab', content: { text: { lo: 'ຫົວໜ້າ "ກົມ"\n', vi: 'Cục' }, amount: '10.5', n: [1, -2, true, null] } }], ...more,
});

/** Where an outline is drawn it must say what the full reading says. Answers whether one was. */
function agrees(bytes: Uint8Array): boolean {
  const outline = outlineOf(bytes);
  if (!outline) return false;
  const reading = readLeaf(bytes, journal);
  if (reading.class !== 'admitted') throw new Error(`taken for an act: ${new TextDecoder().decode(bytes)}`);
  const { head } = reading;
  const json = (span: Span): unknown => JSON.parse(textAt(bytes, span));
  expect([textAt(bytes, outline.id), textAt(bytes, outline.made), json(outline.actor), json(outline.seen), outline.note && textAt(bytes, outline.note)])
    .toEqual([head.id, head.made, head.actor, head.seen, head.note ?? null]);
  return true;
}

describe('acts of a stream, read by where their parts stand', () => {
  test('given acts as nodes write them, then an outline is drawn of each, and it says what the full reading says', () => {
    for (const more of [{}, { note: '' }, { note: 'ບັນທຶກ, đã xem' }, { seen: {} }, { seen: { B: 0, C: 999_999_999_999_999 } }, { actor: { office: 'dolab', role: 'r', person: 'x' } }]) {
      expect(agrees(canonicalBytes(act(more))), canonicalize(more)).toBe(true);
    }
  });

  test('given acts that are rare or wrong, then no outline is drawn, and the full reading tells', () => {
    const wrong = [
      act({ v: 2 }), act({ party: 'B' }), act({ audience: 'public' }), act({ coop: 'tes' }), act({ items: [] }), act({ items: {} }), act({ id: 'no' }), act({ made: 'today' }), act({ more: 1 }), act({ note: 'a\nb' }), act({ note: 7 }),
      act({ seen: { B: -1 } }), act({ seen: { B: '1' } }), act({ seen: { B: 2 ** 60 } }), act({ seen: [] }), act({ actor: null }), act({ actor: { role: 'r', person: 'x' } }), act({ actor: { office: 1, role: 'r', person: 'x' } }),
    ];
    for (const each of wrong) expect(outlineOf(canonicalBytes(each)), canonicalize(each)).toBeNull();
    expect(outlineOf(canonicalBytes(act({ note: 'x'.repeat(65_536) })))).toBeNull();
    expect(outlineOf(Uint8Array.of(...canonicalBytes(act()), 0x20))).toBeNull();
    expect(outlineOf(new Uint8Array())).toBeNull();
  });

  test('given any act with any of its bytes changed, left out or repeated, then nothing is found that the full reading does not find', () => {
    const acts = [act(), act({ note: 'ghi' }), act({ seen: {} })].map((each) => canonicalBytes(each));
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(...utf8('"\\{}[],:0-.eEtfn u/'), 0, 0x1f, 0x7f, 0xc0, 0xed, 0xff));
    const change = fc.record({ at: fc.nat(), how: fc.constantFrom('put', 'cut', 'add'), byte });
    let drawn = 0;
    fc.assert(fc.property(fc.constantFrom(...acts), fc.array(change, { maxLength: 3 }), (whole, changes) => {
      const bytes = [...whole];
      for (const { at, how, byte: one } of changes) bytes.splice(at % bytes.length, how === 'add' ? 0 : 1, ...(how === 'cut' ? [] : [one]));
      if (agrees(Uint8Array.from(bytes))) drawn += 1;
    }), { numRuns: 1_500 });
    expect(drawn).toBeGreaterThan(50);
  });
});

describe('canonical JSON, told by one walk', () => {
  test('given what is not canonical, then it is never taken for it', () => {
    const wrong = [
      '{"b":1,"a":2}', '{"a":1,"a":2}', '{"aa":1,"a":2}', '{"a" :1}', '{"a":1 }', '{"a":01}', '{"a":-0}', '{"a":1.0}', '{"a":1e2}', '{"a":"\\u0041"}', '{"a":"\\/"}', '{"a":"\u0001"}', '{"a":tru}', '{"a":1,}', '{"a":[1,]}',
      '{"a":9007199254740993}', '{"a":"', '{"a"', '{', '[]', '1', '', '{"a":1}{', '{"é":1,"z":2}', '{"a":nul', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`,
    ];
    for (const text of wrong) expect(scanObject(utf8(text)), text).toBeNull();
  });

  test('given any JSON, then a yes is a yes of the full reading, and plain objects get one', () => {
    const name = fc.string({ unit: 'grapheme-ascii', maxLength: 4 });
    const value = fc.jsonValue({ depthSize: 'small' });
    fc.assert(fc.property(fc.dictionary(name, value, { maxKeys: 5 }), (object) => {
      const taken = [JSON.stringify(object), canonicalize(object)].map(utf8).filter((bytes) => scanObject(bytes) !== null);
      expect(taken.every((bytes) => readCanonical(bytes).ok)).toBe(true);
    }), { numRuns: 500 });
    expect(scanObject(utf8('{}'))).toEqual([]);
    expect(scanObject(utf8('{"!":0,"a":{"x":[]},"aa":"\\n\\"ກ","b":-12}'))).toHaveLength(16);
  });
});

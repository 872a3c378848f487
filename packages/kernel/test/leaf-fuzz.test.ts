/** Leaves of a peer's journal: whatever bytes they are, each gets its class, and nothing is thrown (protocol.md section 2). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../src/identity.ts';
import { readLeaf, readStored } from '../src/envelope/leaf.ts';

const journal = { coop: 'c', party: 'P1', audience: 'joint' } as const;
const act = {
  actor: { office: null, person: 'p', role: 'coordinator' }, audience: 'joint', coop: 'c', id: '0190f000-0000-7000-8000-000000000000',
  items: [{ as: 'original', content: { text: { en: 'x' } }, hash: contentHash({ text: { en: 'x' } }), kind: 'pledge', kv: 1, on: null, record: '0190f000-0000-7000-8000-000000000001', round: 0, verb: 'propose' }],
  made: '2026-01-01T00:00:00.000Z', party: 'P1', seen: { P2: 3 }, v: 1,
};
const text = JSON.stringify(act);

const isSound = (bytes: Uint8Array): boolean => [readLeaf(bytes, journal), readStored(bytes, journal)].every((reading) => {
  const items = reading.class === 'admitted' ? reading.items.map((each) => (each.ok ? 'admitted' : each.class)) : [];
  return [reading.class, ...items].every((each) => ['admitted', 'held', 'void'].includes(each));
});

test('an act is admitted as it is written', () => {
  expect(readLeaf(Buffer.from(text), journal)).toMatchObject({ class: 'admitted', items: [{ ok: true }] });
});

test.each<[string, string, string]>([
  ['deep', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'act.too-deep'], ['a duplicate key', text.replace('"v":1', '"v":1,"v":1'), 'act.duplicate-key'],
  ['a number beyond the safe range', text.replace('"P2":3', '"P2":9007199254740993'), 'act.unsafe-number'], ['U+0000', text.replace('"x"', '"\\u0000"'), 'act.nul'],
  ['a lone surrogate', text.replace('"x"', '"\\ud800"'), 'act.lone-surrogate'], ['members out of order', `{"v":1,${text.slice(1, -7)}}`, 'act.not-canonical'],
])('%s is void, and says why', (_, leaf, reason) => {
  expect(readLeaf(Buffer.from(leaf), journal)).toEqual({ class: 'void', reason });
});

test('text that is not normalised is admitted as it stands', () => {
  expect(readLeaf(Buffer.from(text.replace('"p"', '"a\u0301"')), journal)).toMatchObject({ class: 'admitted', items: [{ ok: true }] });
});

test('anything, and an act with anything in any of its places', () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(null, [], {}, '', '__proto__', -1, 1.5, 2 ** 53, 'é', true, { $personal: 'x' }, { $personal: 'a'.repeat(64) }));
  const places = ['actor', 'audience', 'coop', 'id', 'items', 'made', 'party', 'seen', 'v', 'note', 'other'] as const;
  const inItem = ['as', 'content', 'hash', 'kind', 'kv', 'on', 'record', 'round', 'verb', 'h', 'reason', 'commitments', 'peer', 'role', 'vkey', 'next', 'successor'] as const;
  const verb = fc.constantFrom('put', 'retire', 'propose', 'consent', 'reject', 'key-add', 'key-retire', 'erase', 'excuse', 'new');
  const written = (changed: object) => Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(changed).toSorted(([a], [b]) => (a < b ? -1 : 1)))));
  const changed = fc.oneof(
    fc.tuple(fc.constantFrom(...places), value).map(([at, put]) => written({ ...act, [at]: put })),
    fc.tuple(fc.constantFrom(...inItem), value, verb).map(([at, put, said]) => written({ ...act, items: [{ ...act.items[0], verb: said, [at]: put }] })),
    fc.tuple(fc.nat(text.length), fc.nat(20), fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units))).map(([at, gone, put]) => Buffer.from(text.slice(0, at) + put + text.slice(at + gone))),
    fc.uint8Array({ maxLength: 200 }),
  );
  fc.assert(fc.property(changed, (bytes) => { expect(isSound(bytes)).toBe(true); }), { numRuns: 1_500, seed: 21 });
});

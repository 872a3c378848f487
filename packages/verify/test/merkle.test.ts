import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof, emptyRoot, Frontier, fromBase64, fromHex, inclusionProof, leafHash, rootFrom, rootOf, toHex, utf8,
  verifyConsistency, verifyInclusion, type Hash, type ReadHash,
} from '../src/index.ts';

interface Inclusion { name: string; leafIdx: number | string; treeSize: number | string; root: string; leafHash: string; proof: string[] | null; wantErr: boolean }
interface Consistency { name: string; size1: number; size2: number; root1: string; root2: string; proof: string[] | null; wantErr: boolean }
const vectors = JSON.parse(readFileSync(new URL('./vectors/merkle.json', import.meta.url), 'utf8')) as { inclusion: Inclusion[]; consistency: Consistency[] };

const bytes = (text: string): Uint8Array => fromBase64(text)!;

describe('published vectors', () => {
  it.each(vectors.inclusion)('$name', (v) => {
    const shown = verifyInclusion(Number(v.leafIdx), Number(v.treeSize), bytes(v.leafHash), (v.proof ?? []).map(bytes), bytes(v.root));
    expect(shown).toBe(!v.wantErr);
  });

  it.each(vectors.consistency)('$name', (v) => {
    expect(verifyConsistency(v.size1, v.size2, (v.proof ?? []).map(bytes), bytes(v.root1), bytes(v.root2))).toBe(!v.wantErr);
  });
});

/** The eight leaves and roots that Certificate Transparency implementations share. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => fromHex(hex)!);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

interface Grown { frontier: Frontier; roots: Hash[]; read: ReadHash }

function grow(leaves: readonly Hash[]): Grown {
  const frontier = new Frontier();
  const nodes = new Map<string, Hash>();
  const roots = [frontier.root()];
  for (const leaf of leaves) {
    frontier.append(leaf, (level, index, hash) => nodes.set(`${level}/${index}`, hash));
    roots.push(frontier.root());
  }
  return { frontier, roots, read: (level, index) => nodes.get(`${level}/${index}`)! };
}

describe('the tree', () => {
  it('has the known roots', () => {
    expect(toHex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(grow(LEAVES.map(leafHash)).roots.slice(1).map(toHex)).toEqual(ROOTS);
    expect(toHex(rootOf(LEAVES.map(leafHash)))).toBe(ROOTS[7]);
  });

  it('shows every leaf in, and every earlier tree at the beginning of, every tree up to 70 leaves', async () => {
    const leaves = Array.from({ length: 70 }, (_, i) => leafHash(utf8(`leaf ${i}`)));
    const { roots, read } = grow(leaves);
    for (let size = 1; size <= leaves.length; size += 1) {
      expect(toHex(await rootFrom(size, read))).toBe(toHex(roots[size]!));
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, read);
        expect(verifyInclusion(index, size, leaves[index]!, proof, roots[size]!)).toBe(true);
        const earlier = await consistencyProof(index + 1, size, read);
        expect(verifyConsistency(index + 1, size, earlier, roots[index + 1]!, roots[size]!)).toBe(true);
      }
    }
  });

  it('believes no proof with a changed bit, another index, another size or another leaf', async () => {
    const leaves = Array.from({ length: 40 }, (_, i) => leafHash(utf8(`leaf ${i}`)));
    const { roots, read } = grow(leaves);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(), fc.nat(7), async (size, which, where, bit) => {
      const index = which % size;
      const proof = await inclusionProof(index, size, read);
      const flipped = proof.map((hash) => hash.slice());
      const hash = flipped[where % flipped.length]!;
      hash[where % 32]! ^= 1 << bit;
      expect(verifyInclusion(index, size, leaves[index]!, flipped, roots[size]!)).toBe(false);
      expect(verifyInclusion((index + 1) % size, size, leaves[index]!, proof, roots[size]!)).toBe(false);
      expect(verifyInclusion(index, size, leaves[(index + 1) % size]!, proof, roots[size]!)).toBe(false);
      expect(verifyInclusion(index, size, leaves[index]!, proof.slice(1), roots[size]!)).toBe(false);
    }));
  });

  it('is exact beyond 32 bits', async () => {
    const size = 2 ** 40 + 3;
    const same = leafHash(utf8('x'));
    const levels: Hash[] = [same];
    for (let level = 0; level < 41; level += 1) levels.push(rootOf([same, same].map(() => levels[level]!)).slice());
    // Level roots of a tree whose leaves are all alike: nodeHash(previous, previous).
    const read: ReadHash = (level) => levels[level]!;
    const root = await rootFrom(size, read);
    const proof = await inclusionProof(2 ** 40 + 1, size, read);
    expect(verifyInclusion(2 ** 40 + 1, size, same, proof, root)).toBe(true);
    expect(verifyInclusion(1, size, same, proof, root)).toBe(false);
    const from = 2 ** 40 + 1;
    expect(verifyConsistency(from, size, await consistencyProof(from, size, read), await rootFrom(from, read), root)).toBe(true);
  });

  it('refuses what has no proof', () => {
    const read: ReadHash = () => emptyRoot();
    expect(() => inclusionProof(3, 3, read)).toThrow(RangeError);
    expect(() => consistencyProof(0, 3, read)).toThrow(RangeError);
    expect(() => consistencyProof(4, 3, read)).toThrow(RangeError);
  });
});

describe('the frontier', () => {
  it('goes on from where it was saved', () => {
    fc.assert(fc.property(fc.nat(600), fc.nat(20), (before, after) => {
      const leaf = (i: number): Hash => leafHash(utf8(String(i)));
      const frontier = new Frontier();
      for (let i = 0; i < before; i += 1) frontier.append(leaf(i));
      const restored = Frontier.restore(JSON.parse(JSON.stringify(frontier.save())));
      if (!restored.ok) throw new Error(restored.reason);
      const trial = restored.value.clone();
      for (let i = before; i < before + after; i += 1) for (const each of [frontier, restored.value]) each.append(leaf(i));
      expect(restored.value.equals(frontier)).toBe(true);
      expect(trial.size).toBe(before);
    }), { numRuns: 20 });
  });

  it.each([
    [{ size: 3, hashes: ['00'.repeat(32)] }], [{ size: 1, hashes: ['00'] }], [{ size: 1, hashes: ['zz'.repeat(32)] }],
    [{ size: -1, hashes: [] }], [{ size: 1.5, hashes: ['00'.repeat(32)] }], [{ size: 2 ** 53, hashes: ['00'.repeat(32)] }],
  ])('refuses a state that cannot be one: %j', (state) => {
    expect(Frontier.restore(state)).toEqual({ ok: false, reason: 'malformed' });
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalBytes, formatBundle, fingerprint, parseCheckpoint, parseNote, readBundle, verifyBundle, type Bundle, type BundleReport } from '../src/index.ts';
import { explain } from '../src/words/index.ts';
import { CONTENT, contentHash, cosigned, item, nameOf, proposal, RECORD, Side, world, type World } from './world.ts';

let given: World;
beforeAll(async () => {
  given = await world();
});

async function report(bundle: Bundle, roots: readonly string[] = given.roots): Promise<BundleReport> {
  const outcome = await verifyBundle(formatBundle(bundle), { roots });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}
const withAct = (at: number, change: Partial<Bundle['acts'][number]>): Bundle => ({ ...given.bundle, acts: given.bundle.acts.with(at, { ...given.bundle.acts[at]!, ...change }) });

describe('an evidence bundle', () => {
  it('shows who agreed to exactly what, and by when the other side held it', async () => {
    const { authenticity, acts, agreements, keyFaults, forks } = await report(given.bundle);
    expect({ authenticity, keyFaults, forks }).toEqual({ authenticity: 'proven', keyFaults: [], forks: [] });
    expect(acts).toMatchObject([
      { standing: 'authentic', index: 3, made: '2026-11-21T03:04:05.123Z', held: [{ party: 'la', at: 1_800_000_000, isTrusted: true }], problem: null },
      { standing: 'authentic', index: 0, held: [{ party: 'vn', at: 1_800_000_060, isTrusted: true }], problem: null },
    ]);
    expect(agreements).toEqual([{
      cooperation: 'vn-la', record: RECORD, on: null, h: nameOf(CONTENT), content: contentHash(CONTENT), shown: CONTENT, declines: [], contrary: [], unproven: ['earlier-acts'],
      consents: [{ party: 'la', act: 1, standing: 'authentic' }, { party: 'vn', act: 0, standing: 'authentic' }],
    }]);
  });

  it('leaves authenticity unproven without roots, or with another\'s', async () => {
    for (const roots of [[], [fingerprint('somebody else')]]) {
      const { authenticity, acts, agreements } = await report(given.bundle, roots);
      expect(authenticity).toBe('unproven');
      expect(acts.map(({ standing }) => standing)).toEqual(['consistent', 'consistent']);
      expect(agreements[0]!.unproven).toEqual(['authenticity', 'held-by-others', 'earlier-acts']);
    }
  });

  it('says so when only one side\'s root is known', async () => {
    const { authenticity, acts, agreements } = await report(given.bundle, given.roots.slice(0, 1));
    expect([authenticity, ...acts.map(({ standing }) => standing)]).toEqual(['unproven', 'authentic', 'consistent']);
    expect(agreements[0]!.unproven).toEqual(['authenticity', 'held-by-others', 'earlier-acts']);
  });

  it('works with the journals\' own keys as anchors, where there are no roots', async () => {
    const anchors = await Promise.all([given.vn, given.la].flatMap((side) => (['journal', 'cosigner'] as const).map(async (role) => (await side.key(role)).key.vkey)));
    const { authenticity, agreements } = await report({ ...given.bundle, anchors, keys: [] }, anchors.map(fingerprint));
    expect([authenticity, agreements[0]!.unproven]).toEqual(['proven', ['earlier-acts']]);
  });

  it('takes content from the act or from beside it, and only what has the hash', async () => {
    const side = new Side('vn', 1);
    side.act(proposal(CONTENT, false), item('consent'));
    const of = async (contents: readonly Uint8Array[]): Promise<BundleReport> => report({
      ...given.bundle, checkpoints: [await side.checkpoint()], contents,
      acts: [{ journal: side.origin, index: 0, bytes: side.acts[0]!, checkpoint: 0, proof: await side.proof(0) }],
    });
    expect((await of([canonicalBytes(CONTENT)])).agreements[0]).toMatchObject({ shown: CONTENT, unproven: ['held-by-others', 'earlier-acts'] });
    expect((await of([canonicalBytes({ ...CONTENT, title: 'B' })])).agreements[0]).toMatchObject({ shown: null, unproven: ['held-by-others', 'content', 'earlier-acts'] });
  });

  it('says that a name stands for nothing when no proposal is shown', async () => {
    const { agreements } = await report({ ...given.bundle, acts: given.bundle.acts.slice(1) });
    expect(agreements).toMatchObject([{ h: nameOf(CONTENT), content: null, consents: [{ party: 'la' }], unproven: ['naming', 'earlier-acts'] }]);
  });

  it('keeps a party\'s first word and shows the contrary one as such', async () => {
    const side = new Side('vn', 1);
    side.act(item('reject'));
    side.act(item('consent'));
    const checkpoint = await side.checkpoint();
    const acts = await Promise.all([1, 0].map(async (index) => ({ journal: side.origin, index, bytes: side.acts[index]!, checkpoint: 0, proof: await side.proof(index) })));
    expect((await report({ ...given.bundle, checkpoints: [checkpoint], acts })).agreements).toMatchObject([{ consents: [], declines: [{ party: 'vn', act: 1 }], contrary: [{ party: 'vn', act: 0 }] }]);
  });
});

describe('a forger', () => {
  it('cannot change an act, move it, or prove it with something else', async () => {
    const problems = async (bundle: Bundle): Promise<(string | null)[]> => (await report(bundle)).acts.map(({ problem }) => problem);
    const [first] = given.bundle.acts as [Bundle['acts'][number]];
    const changed = canonicalBytes({ ...JSON.parse(new TextDecoder().decode(first.bytes)) as object, made: '2019-01-01T00:00:00.000Z' });
    expect(await problems(withAct(0, { bytes: changed }))).toEqual(['root-mismatch', null]);
    expect(await problems(withAct(0, { index: 2 }))).toEqual(['root-mismatch', null]);
    expect(await problems(withAct(0, { index: 4 }))).toEqual(['bad-size', null]);
    expect(await problems(withAct(0, { proof: first.proof.slice(1) }))).toEqual(['wrong-proof-length', null]);
    expect(await problems(withAct(0, { checkpoint: 1 }))).toEqual(['other-journal', null]);
    expect(await problems(withAct(0, { checkpoint: 9 }))).toEqual(['checkpoint', null]);
    expect(await problems(withAct(0, { journal: given.la.origin }))).toEqual(['other-journal', null]);
  });

  it('cannot show one party\'s words as another\'s by keeping them in its own journal', async () => {
    const forger = new Side('la', 2);
    forger.acts.push(given.vn.acts[3]!);
    const bundle = { ...given.bundle, checkpoints: [await forger.checkpoint()], acts: [{ journal: forger.origin, index: 0, bytes: forger.acts[0]!, checkpoint: 0, proof: [] }] };
    expect((await report(bundle)).acts).toMatchObject([{ standing: 'unproven', problem: 'other-journal' }]);
  });

  it('gains nothing by keys of his own under the right names', async () => {
    const forged = { vn: new Side('vn', 7), la: new Side('la', 8) };
    forged.vn.act(proposal({ title: 'forged' }), item('consent', nameOf({ title: 'forged' })));
    const anchors = [...given.bundle.anchors, (await forged.vn.key('root')).key.vkey];
    const bundle: Bundle = {
      ...given.bundle, anchors, keys: [...given.bundle.keys, await forged.vn.statement('journal')],
      checkpoints: [await forged.vn.checkpoint()], acts: [{ journal: forged.vn.origin, index: 0, bytes: forged.vn.acts[0]!, checkpoint: 0, proof: [] }],
    };
    const { acts, keyFaults, authenticity } = await report(bundle);
    expect([authenticity, acts[0]!.standing]).toEqual(['unproven', 'unproven']);
    // The real root already has a journal key 0: the forged statement contradicts it and counts for nothing.
    expect(keyFaults).toEqual([{ of: 'statement', at: 6, reason: 'contradicted' }]);
  });

  it('cannot use a key after its successor came into force', async () => {
    const side = new Side('vn', 1);
    for (let i = 0; i < 4; i += 1) side.act(item('consent'));
    const since = { [side.origin]: 2 };
    const keys = [await side.statement('journal'), await side.statement('journal', 1, { since })];
    const of = async (size: number, key: number): Promise<string | null> =>
      (await report({ ...given.bundle, keys, checkpoints: [await side.checkpoint(size, key)], acts: [] })).checkpoints[0]!.problem;
    expect([await of(2, 0), await of(3, 0), await of(1, 1), await of(2, 1), await of(4, 1)]).toEqual([null, 'retired-key', 'retired-key', null, null]);
  });

  it('cannot pass a demonstration for the real thing', async () => {
    const real = new Side('vn', 1, '');
    real.act(item('consent'));
    const demo = new Side('vn', 1);
    demo.acts.push(...real.acts);
    Object.defineProperty(demo, 'origin', { value: real.origin });
    const { checkpoints } = await report({ ...given.bundle, checkpoints: [await demo.checkpoint()], acts: [] });
    expect(checkpoints).toMatchObject([{ problem: 'other-demo', isTrusted: false }]);
  });

  it('shows his own fork when he signs two histories', async () => {
    const [one, two] = [new Side('vn', 1), new Side('vn', 1)];
    one.act(item('consent'));
    two.act(item('reject'));
    const bundle = {
      ...given.bundle, checkpoints: await Promise.all([one, two].map((side) => side.checkpoint())),
      acts: [one, two].map((side, checkpoint) => ({ journal: side.origin, index: 0, bytes: side.acts[0]!, checkpoint, proof: [] })),
    };
    expect((await report(bundle)).forks).toEqual([[0, 1]]);
  });

  it('is shown by two checkpoints that do not begin alike, and nobody else is', async () => {
    const [one, two] = [new Side('vn', 1), new Side('vn', 1)];
    for (const [side, verb] of [[one, 'consent'], [two, 'reject']] as const) {
      side.act(item('consent'));
      side.act(item(verb));
    }
    const rootOf = async (side: Side, size: number): Promise<Uint8Array> => {
      const parsed = parseNote(await side.checkpoint(size));
      const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
      if (!checkpoint.ok) throw new Error(checkpoint.reason);
      return checkpoint.value.root;
    };
    const of = async (size: number, sides: readonly [Side, Side], change: { readonly journal?: string; readonly checkpoint?: number } = {}): Promise<BundleReport> => {
      const [root, other] = await Promise.all(sides.map((side) => rootOf(side, size)));
      const proof = size === 1 ? await Promise.all(sides.map(async (side) => side.proof(0))) : [[], []];
      return report({
        ...given.bundle, acts: [], checkpoints: await Promise.all(sides.map((side) => side.checkpoint())),
        contradictions: [{ journal: change.journal ?? one.origin, size, trees: [{ checkpoint: 0, root: root!, proof: proof[0]! }, { checkpoint: change.checkpoint ?? 1, root: other!, proof: proof[1]! }] }],
      });
    };
    const split = await of(2, [one, two]);
    expect(split).toMatchObject({ authenticity: 'proven', contradictions: [{ party: 'vn', size: 2, standing: 'authentic', problem: null, signed: [{ size: 2 }, { size: 2 }] }] });
    expect(explain(split, 'en')).toMatchObject({ verdict: 'proven', headline: 'Proven: vn signed two different histories of one and the same journal.' });
    const problemOf = async (...given: Parameters<typeof of>) => (await of(...given)).contradictions[0]!.problem;
    // They do begin alike; a longer one of the same is no other history; other journals and checkpoints are none.
    expect([await problemOf(1, [one, two]), await problemOf(2, [one, one]), await problemOf(2, [one, two], { journal: given.la.origin }), await problemOf(2, [one, two], { checkpoint: 7 }), await problemOf(3, [one, two])])
      .toEqual(['same', 'same', 'other-journal', 'checkpoint', 'bad-size']);
    expect(explain(await of(1, [one, two]), 'en').verdict).toBe('broken');
  });

  it('cannot make a cosignature count that its party\'s root does not stand behind', async () => {
    const stranger = new Side('kh', 5);
    const checkpoints = [await cosigned(await given.vn.checkpoint(), stranger, 1), given.bundle.checkpoints[1]!];
    expect((await report({ ...given.bundle, checkpoints })).acts[0]!.held).toEqual([]);
    const anchors = [...given.bundle.anchors, (await stranger.key('cosigner')).key.vkey];
    expect((await report({ ...given.bundle, anchors, checkpoints })).acts[0]!.held).toEqual([{ party: 'kh', at: 1, isTrusted: false }]);
  });
});

describe('one act under several checkpoints', () => {
  it('is one act, held since the earliest', async () => {
    const later = await cosigned(await given.vn.checkpoint(), given.la, 1_900_000_000);
    const unsigned = await given.vn.checkpoint();
    const [act] = given.bundle.acts as [Bundle['acts'][number]];
    const { acts } = await report({ ...given.bundle, checkpoints: [later, ...given.bundle.checkpoints, unsigned], acts: [{ ...act, checkpoint: 3 }, { ...act, checkpoint: 0 }, { ...act, checkpoint: 1 }] });
    expect(acts).toMatchObject([{ held: [{ party: 'la', at: 1_800_000_000, isTrusted: true }] }]);
  });
});

describe('reading a bundle', () => {
  it.each([
    ['something else', {}, 'not-a-bundle'], ['a later format', { format: 'entente/evidence/v2' }, 'newer-format'], ['parts missing', { format: 'entente/evidence/v1' }, 'not-a-bundle'],
    ['contradictions of another shape', { format: 'entente/evidence/v1', anchors: [], keys: [], checkpoints: [], contents: [], acts: [], contradictions: [{ journal: '', size: 1, trees: [] }] }, 'not-a-bundle'],
    ['acts of another shape', { format: 'entente/evidence/v1', anchors: [], keys: [], checkpoints: [], contents: [], acts: [{}] }, 'not-a-bundle'],
    ['base64 with white space', { format: 'entente/evidence/v1', anchors: [], keys: [], checkpoints: [], contents: [' AA=='], acts: [] }, 'not-a-bundle'],
    ['endless small values', { format: 'entente/evidence/v1', acts: Array.from({ length: 1_000_001 }, () => 0) }, 'too-many-parts'],
    ['endless keys', { format: 'entente/evidence/v1', anchors: [], keys: Array.from({ length: 201 }, () => ''), checkpoints: [], contents: [], acts: [] }, 'too-many-parts'],
  ])('refuses %s', async (_, source, reason) => {
    expect(await verifyBundle(canonicalBytes(source))).toEqual({ ok: false, reason });
  });

  it('refuses more than it was told to take', async () => {
    expect(await verifyBundle(formatBundle(given.bundle), { maxBytes: 100 })).toEqual({ ok: false, reason: 'too-long' });
  });

  it('gives back what was written, and never more than was signed, whatever byte is changed', async () => {
    const bytes = formatBundle(given.bundle);
    expect(readBundle(bytes)).toEqual({ ok: true, value: given.bundle });
    const known = (await report(given.bundle)).acts.map(({ leaf }) => leaf);
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 32, max: 126 }), async (at, byte) => {
      const changed = Uint8Array.from(bytes);
      changed[at] = byte;
      const outcome = await verifyBundle(changed, { roots: given.roots });
      const authentic = outcome.ok ? outcome.value.acts.filter(({ standing }) => standing === 'authentic').map(({ leaf }) => leaf) : [];
      expect(authentic.filter((leaf) => !known.includes(leaf))).toEqual([]);
    }), { numRuns: 300 });
  });
});

/** Vectors of our own for another implementer (docs/protocol.md): everything follows from fixed seeds, nothing from a clock. */
import { canonicalBytes, fingerprint, formatBundle, leafHash, sha256, toBase64, toHex, type Json } from '../src/index.ts';
import { CONTENT, contentHash, nameOf, proposal, RECORD, Side, world } from './world.ts';

export async function ownVectors(): Promise<Json> {
  const { vn, bundle, roots } = await world();
  const fork = new Side('vn', 1);
  fork.act(proposal({ text: { vi: 'Khác' }, title: 'B' }));
  return {
    content: { value: CONTENT as unknown as Json, canonical: new TextDecoder().decode(canonicalBytes(CONTENT)), hash: contentHash(CONTENT) },
    candidate: { record: RECORD, on: null, content: contentHash(CONTENT), rounds: [0, 1].map((round) => ({ round, h: nameOf(CONTENT, round) })) },
    acts: vn.acts.map((bytes, index) => ({ index, bytes: toBase64(bytes), leaf: toHex(leafHash(bytes)) })),
    checkpoints: await Promise.all([1, 2, 3, 4].map(async (size) => ({ size, note: await vn.checkpoint(size) }))),
    proofs: await Promise.all([0, 1, 2, 3].map(async (index) => ({ index, size: 4, hashes: (await vn.proof(index)).map(toBase64) }))),
    keys: bundle.anchors.map((vkey) => ({ vkey, fingerprint: fingerprint(vkey) })),
    statements: [...bundle.keys],
    bundle: { sha256: toHex(sha256(formatBundle(bundle))), file: toBase64(formatBundle(bundle)), roots: [...roots], agreed: [nameOf(CONTENT)], by: ['la', 'vn'] },
    fork: { checkpoint: await fork.checkpoint(), contradicts: await vn.checkpoint(1) },
  };
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromBase64, openCheckpoint, parseVerifierKey, verifyBundle } from '../src/index.ts';
import { ownVectors } from './own-vectors.ts';

const kept = JSON.parse(readFileSync(new URL('vectors/own.json', import.meta.url), 'utf8')) as {
  readonly bundle: { readonly file: string; readonly roots: readonly string[]; readonly agreed: readonly string[]; readonly by: readonly string[] };
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
  readonly statements: readonly string[];
};

it('still makes the vectors that are published', async () => {
  expect(await ownVectors()).toEqual(kept);
});

it('reads them as an implementer would: from their bytes alone', async () => {
  const report = await verifyBundle(fromBase64(kept.bundle.file)!, { roots: kept.bundle.roots });
  expect(report.ok && report.value.authenticity).toBe('proven');
  expect(report.ok && report.value.agreements.map(({ h, consents }) => [h, consents.map(({ party }) => party).toSorted()])).toEqual([[kept.bundle.agreed[0], kept.bundle.by]]);
  const vkey = kept.statements.map((note) => note.split('\n')[1] ?? '').find((each) => each.startsWith('demo/vn/journal'));
  const key = parseVerifierKey(vkey ?? '');
  for (const { size, note } of kept.checkpoints) expect(key.ok && await openCheckpoint(note, { journal: [key.value] })).toMatchObject({ ok: true, value: { size } });
});

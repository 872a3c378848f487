import { fingerprint, verifyBundle, type BundleReport } from '@entente/verify';
import { expect, test } from 'vitest';
import { evidenceBundle } from '../src/index.ts';
import type { TestNode } from '../src/testing.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, storyOf } from './support/nodes.ts';

const anchorsOf = ({ keys }: TestNode): string[] => [
  keys.journal.key.vkey, keys.cosigner!.key.vkey, ...Object.values(keys.peers).flat().map((key) => key.vkey), ...Object.values(keys.cosigners ?? {}).flat().map((key) => key.vkey),
];

onEngines('evidence', (engine) => {
  const nodes = nodesFor(engine, 2);

  const fileOf = async (node: TestNode, record: string, more: { version?: string } = {}): Promise<Uint8Array> => {
    const made = await evidenceBundle(node.kernel, { coop: COOP, record, by: node.person(), anchors: anchorsOf(node), ...more });
    if (!made.ok) throw new Error(made.problems.map(({ id }) => id).join());
    return made.value.bytes;
  };
  const reportOf = async (bytes: Uint8Array, roots: readonly string[]): Promise<BundleReport> => {
    const report = await verifyBundle(bytes, { roots });
    if (!report.ok) throw new Error(report.reason);
    return report.value;
  };

  test('given an agreed record, then either side gives out a file that shows who agreed to exactly what, held by the other', async () => {
    const { a, b } = nodes;
    for (let at = 0; at < 5; at += 1) await done(a, storyOf(`Before ${at}`));
    const { record, version } = await done(a, { ...pledgeOf('Train 100 teachers'), agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: version });
    await nodes.all.sync();
    // Each mirror's cosignature comes back to the journal's own node, as an exchange brings it.
    for (const [of, at] of [[a, b], [b, a]] as const) {
      const mirrored = await at.kernel.journal(COOP, of.party, 'joint');
      await of.kernel.takeNote({ coop: COOP, party: of.party, audience: 'joint' }, mirrored.checkpoint ?? '');
    }
    for (const node of [a, b]) {
      const roots = anchorsOf(node).map(fingerprint);
      const report = await reportOf(await fileOf(node, record), roots);
      expect(report).toMatchObject({ authenticity: 'proven', keyFaults: [], forks: [] });
      expect(report.agreements).toMatchObject([{ record, h: version, on: null, shown: { text: { en: 'Train 100 teachers' } }, unproven: ['earlier-acts'], consents: expect.arrayContaining([expect.objectContaining({ party: 'P1' }), expect.objectContaining({ party: 'P2' })]) as object[], declines: [] }]);
      expect(report.agreements[0]?.consents).toHaveLength(2);
      expect(report.acts.map((act) => [act.journal, act.index, act.held.map(({ party }) => party)])).toEqual([['entente/demo/test/P1/joint', 5, ['P2']], ['entente/demo/test/P2/joint', 0, ['P1']]]);
      expect(await reportOf(await fileOf(node, record), [])).toMatchObject({ authenticity: 'unproven', agreements: [{ unproven: expect.arrayContaining(['authenticity']) as string[] }] });
    }
  });

  test('given any byte of the file changed, then it never shows the same agreement as proven', async () => {
    const { a } = nodes;
    const [row] = (await a.kernel.reader(a.person()).list({ coop: COOP, kind: 'pledge' })).rows;
    const bytes = await fileOf(a, row?.id ?? '');
    const roots = anchorsOf(a).map(fingerprint);
    const honest = await reportOf(bytes, roots);
    for (let at = 0; at < bytes.length; at += 37) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 1;
      const report = await verifyBundle(changed, { roots });
      if (!report.ok || report.value.authenticity !== 'proven') continue;
      // A changed anchor, key or signature of somebody else may go; what is still proven must say the very same.
      const said = ({ agreements }: BundleReport) => agreements.map(({ h, shown, consents }) => ({ h, shown, by: consents.map(({ party }) => party) }));
      expect(said(report.value)).toEqual(said(honest));
    }
  });

  test('given crossed proposals, then the file holds both candidates and the decline that freed one', async () => {
    const { a, b } = nodes;
    const record = a.kernel.naturalId(COOP, 'pledge', 'crossed');
    const ours = await done(a, { ...pledgeOf('Sixty'), record, agree: true });
    const theirs = await done(b, { ...pledgeOf('Ninety'), record, agree: true });
    await nodes.all.sync();
    await done(a, { verb: 'reject', record, h: theirs.version });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: ours.version });
    await nodes.all.sync();
    const report = await reportOf(await fileOf(b, record), anchorsOf(b).map(fingerprint));
    expect(new Map(report.agreements.map(({ h, consents, declines }) => [h, [consents.length, declines.length]]))).toEqual(new Map([[ours.version, [2, 0]], [theirs.version, [1, 1]]]));
  });

  test('given an owned record, an unknown one, or an unknown version, then there is a file, or a reason', async () => {
    const { a } = nodes;
    const { record, version } = await done(a, storyOf('Ours alone'));
    expect((await reportOf(await fileOf(a, record), anchorsOf(a).map(fingerprint))).acts).toMatchObject([{ standing: 'authentic' }]);
    const wrong = (more: object) => evidenceBundle(a.kernel, { coop: COOP, record, by: a.person(), anchors: [], ...more });
    expect(await wrong({ record: '00000000-0000-7000-8000-000000000000' })).toMatchObject({ ok: false, problems: [{ id: 'record.unknown' }] });
    expect(await wrong({ version: version.replaceAll(/[0-9]/gu, 'a') })).toMatchObject({ ok: false, problems: [{ id: 'version.unknown' }] });
    expect(await wrong({ by: { id: 'x', party: 'P9', roles: ['reader'], office: null } })).toMatchObject({ ok: false, problems: [{ id: 'record.unknown' }] });
  });
});

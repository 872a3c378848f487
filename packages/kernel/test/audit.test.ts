import { expect, test } from 'vitest';
import { auditNode, type AuditProgress } from '../src/index.ts';
import type { TestNode } from '../src/testing.ts';
import { run } from '../src/store/index.ts';
import { Forger, newRecord, putItem } from './support/forger.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, storyOf } from './support/nodes.ts';

onEngines('an audit', (engine) => {
  const nodes = nodesFor(engine, 2);
  const audit = (node: TestNode, more: { progress?: (progress: AuditProgress) => void } = {}) => auditNode({
    database: node.database, party: node.party, cooperations: [nodes.all.cooperation], kinds: testKinds, keys: node.keys, ...(node.keys.node ? { nodeKey: node.keys.node } : {}), ...more,
  });
  const faultsOf = async (node: TestNode) => (await audit(node)).faults.map(({ id, params }) => ({ id, ...params }));
  /** Damages what is stored, looks, and mends it again. */
  const damaged = async (damage: string, mend: string, node = nodes.a) => {
    const before = await node.kernel.dump(COOP);
    await run(node.database.kysely, damage);
    const faults = await faultsOf(node);
    await run(node.database.kysely, mend);
    expect(await node.kernel.dump(COOP)).toBe(before);
    return faults;
  };

  test('given a node as it should be, then everything is counted and nothing is found', async () => {
    const { a, b } = nodes;
    const { record, version } = await done(a, { ...pledgeOf('Train 100 teachers'), agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: version });
    await done(a, storyOf('Ours'));
    const p2 = new Forger('P2', nodes.all.cooperation, b.signer);
    await nodes.all.sync();
    for (const leaf of await b.kernel.leaves(COOP, 'P2', 'joint', 0, 10)) p2.raw(leaf);
    for (let n = 0; n < 600; n += 1) p2.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
    expect(await a.kernel.admit({ coop: COOP, party: 'P2', audience: 'joint' }, 1, p2.leaves.slice(1), await p2.checkpoint())).toMatchObject({ ok: true });
    await a.kernel.blobs.put(new Uint8Array(1_000), 'text/plain');
    const progress: AuditProgress[] = [];
    const report = await audit(a, { progress: (each) => progress.push(each) });
    expect(report).toMatchObject({ faults: [], blobs: 1, personal: 0, rebuilt: 1 });
    expect(Object.fromEntries(report.journals.map(({ party, leaves, tiles, checkpoints, cosignatures }) => [party, [leaves, tiles, checkpoints, cosignatures]]))).toEqual({ P1: [2, 0, 2, 0], P2: [601, 2, 2, 2] });
    expect(progress.findLast(({ step, journal }) => step === 'leaves' && journal?.party === 'P2')).toMatchObject({ done: 601, of: 601 });
    expect((await read(a).get(COOP, record))?.standing).toBe('agreed');
  });

  test('given one flipped bit anywhere, then it is named', async () => {
    const flip = (column: string, where: string) => `update act set ${column} = set_byte(${column}, 3, get_byte(${column}, 3) # 1) where ${where}`;
    const twice = (sql: string) => damaged(sql, sql);
    const at = (index: number) => `party = 'P2' and idx = ${index}`;
    // A changed leaf breaks its own hash, its tile, every root after it, and the checkpoint over it.
    const leaf = await twice(flip('bytes', at(300)).replaceAll(', 3', ', 60'));
    expect(leaf.map(({ id }) => id)).toEqual(expect.arrayContaining(['audit.leaf', 'audit.tile', 'audit.root', 'audit.checkpoint-root']));
    expect(leaf).toContainEqual({ id: 'audit.leaf', index: 300 });
    expect(await twice(flip('leaf', at(5)))).toEqual([{ id: 'audit.leaf', index: 5 }]);
    const tile = "update tile set hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) where n = 1";
    expect(await twice(tile)).toEqual([{ id: 'audit.tile', level: 0, n: 1 }]);
    expect(await damaged("update journal set root = reverse(root) where party = 'P2'", "update journal set root = reverse(root) where party = 'P2'")).toEqual([{ id: 'audit.root', size: 601 }]);
    expect(await damaged("update blob_part set bytes = set_byte(bytes, 9, 1)", "update blob_part set bytes = set_byte(bytes, 9, 0)")).toMatchObject([{ id: 'audit.blob' }]);
  });

  test('given acts, signatures or cosignatures that are gone or false, then each is named', async () => {
    const gone = await damaged("update act set party = 'P9' where party = 'P2' and idx = 400", "update act set party = 'P2' where party = 'P9'");
    expect(gone).toContainEqual({ id: 'audit.gap', from: 0, due: 601, found: 600 });
    expect(await damaged("update checkpoint set note = overlay(note placing case substr(note, 60, 1) when 'X' then 'Y' else 'X' end from 60) where party = 'P2' and size = 601", `update checkpoint set note = (select checkpoint from journal where party = 'P2') where party = 'P2' and size = 601`)).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'audit.signature', size: 601 })]));
    const claim = (time: string) => `update checkpoint set cosigned = cosigned || '{"P7": ${time}}' where party = 'P1' and size = 2`;
    expect(await damaged(claim('5'), "update checkpoint set cosigned = cosigned - 'P7'")).toEqual([{ id: 'audit.cosignature', size: 2, by: 'P7' }]);
  });

  test('given a record shown otherwise than the acts say, then it is named', async () => {
    const { a } = nodes;
    const [row] = (await read(a).list({ coop: COOP, kind: 'pledge' })).rows;
    const faults = await damaged("update record set standing = 'declined' where kind = 'pledge'", "update record set standing = 'agreed' where kind = 'pledge'");
    expect(faults).toEqual([{ id: 'audit.record', part: 'records', record: row?.id }]);
  });
});

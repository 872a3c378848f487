import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createKernel } from '../src/index.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read } from './support/nodes.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const MIB = 1024 * 1024;

onEngines('a blob that comes bit by bit', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given a fetch that was cut off, when it goes on later, then only the rest is asked for and the blob is whole', async () => {
    const { a } = nodes;
    const bytes = randomBytes(2.5 * MIB);
    const sha256 = digest(bytes);
    const first = await a.kernel.blobs.receive(sha256);
    expect(first.kept).toBe(0);
    for (let at = 0; at < 1.7 * MIB; at += 65_536) await first.write(bytes.subarray(at, at + 65_536));
    const second = await a.kernel.blobs.receive(sha256);
    expect(second.kept).toBe(MIB);
    for (let at = second.kept; at < bytes.length; at += 100_000) await second.write(bytes.subarray(at, at + 100_000));
    expect(await second.finish('text/plain')).toBe(true);
    expect(await a.kernel.blobs.size(sha256)).toBe(bytes.length);
    const got = await a.kernel.blobs.get(sha256);
    expect(got && digest(got.bytes)).toBe(sha256);
    let [joined, at] = [Buffer.alloc(0), 5];
    for (let piece = await a.kernel.blobs.piece(sha256, at); piece.length > 0; piece = await a.kernel.blobs.piece(sha256, at)) {
      joined = Buffer.concat([joined, piece]);
      at += piece.length;
    }
    expect(digest(joined)).toBe(digest(bytes.subarray(5)));
  });

  test('given a source that is read piece by piece, then its bytes are kept, and nothing of one that fails or lies', async () => {
    const { a } = nodes;
    const bytes = randomBytes(2.3 * MIB);
    const of = (sent: Uint8Array, after?: Error) => ({
      sha256: digest(bytes), size: bytes.length,
      async *pieces() {
        for (let at = 0; at < sent.length; at += 300_000) yield await Promise.resolve(sent.subarray(at, at + 300_000));
        if (after) throw after;
      },
    });
    const kept = async () => (await a.database.kysely.selectFrom('blob').select('sha256').where('sha256', '=', digest(bytes)).execute()).length;
    await expect(a.kernel.blobs.put(of(bytes.subarray(0, 1.5 * MIB), new Error('the line was cut')), 'x/y')).rejects.toThrow('the line was cut');
    for (const wrong of [bytes.subarray(1), Buffer.concat([bytes, bytes]), randomBytes(bytes.length)]) await expect(a.kernel.blobs.put(of(wrong), 'x/y')).rejects.toThrow('other bytes');
    expect([await kept(), await a.kernel.blobs.open(digest(bytes))]).toEqual([0, null]);
    expect(await a.kernel.blobs.put(of(bytes), 'x/y')).toEqual({ sha256: digest(bytes), size: bytes.length });
    const held = await a.kernel.blobs.open(digest(bytes));
    expect([held?.type, held?.size, digest(Buffer.concat(await Array.fromAsync(held!.pieces(5))))]).toEqual(['x/y', bytes.length, digest(bytes.subarray(5))]);
  });

  test('given other bytes than were named, or too many, then nothing of them is kept', async () => {
    const { a } = nodes;
    const sha256 = digest(randomBytes(8));
    const coming = await a.kernel.blobs.receive(sha256);
    await coming.write(randomBytes(1.2 * MIB));
    expect(await coming.finish('text/plain')).toBe(false);
    expect(await a.kernel.blobs.size(sha256)).toBeNull();
    expect((await a.kernel.blobs.receive(sha256)).kept).toBe(0);
    const small = await createKernel({ party: 'P1', cooperations: [nodes.all.cooperation], kinds: [], database: a.database, keys: a.keys, blobLimit: 1.5 * MIB });
    const large = await small.blobs.receive(sha256);
    await large.write(randomBytes(1.2 * MIB));
    await expect(large.write(randomBytes(0.5 * MIB))).rejects.toThrow('blob.too-large');
    expect((await small.blobs.receive(sha256)).kept).toBe(0);
    await small.close();
  });

  test('given digests that nobody has, then the others behind them are found too', async () => {
    const { a } = nodes;
    const files = await Promise.all(Array.from({ length: 3 }, async (_, at) => {
      const bytes = randomBytes(10 + at);
      const { sha256, size } = await a.kernel.blobs.put(bytes, 'image/png');
      return { sha256, size, name: `${at}.png`, type: 'image/png' };
    }));
    const { record } = await done(a, pledgeOf('With scans', { scans: files }));
    await a.database.kysely.deleteFrom('blob').where('sha256', 'in', files.map((file) => file.sha256)).execute();
    const all = await a.kernel.blobs.missing(COOP, 10);
    expect(all.map(({ sha256 }) => sha256)).toEqual(files.map((file) => file.sha256).toSorted());
    expect(await a.kernel.blobs.missing(COOP, 10, all[0]?.sha256)).toEqual(all.slice(1));
    expect(await a.kernel.blobs.entitled(COOP, all[0]!.sha256)).toBe(true);
    expect(await a.kernel.blobs.entitled(COOP, all[0]!.sha256, 'public')).toBe(false);
    expect((await read(a).get(COOP, record))?.standing).toBe('proposed');
  });
});

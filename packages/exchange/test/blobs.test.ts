import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commit, COOP, cutAfter, notice, pledge, stateOf, story, worldFor, held, type Station } from './support/world.ts';

const MIB = 1024 * 1024;
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function scan(at: Station, bytes: Uint8Array): Promise<{ name: string; type: string; size: number; sha256: string }> {
  const { sha256, size } = await at.node.kernel.blobs.put(bytes, 'image/png');
  return { name: 'scan.png', type: 'image/png', size, sha256 };
}

describe('blobs', () => {
  const world = worldFor({ timeout: 3_000 });

  test('given a large scan, when the line breaks, then only the rest is fetched, and consent waits for it', async () => {
    const { a, b } = world;
    const bytes = new Uint8Array(randomBytes(3.3 * MIB));
    const file = await scan(a, bytes);
    const ranges: (string | null)[] = [];
    a.lie = async (request, honest, hangUp) => {
      if (!request.url.includes('/blob/')) return honest();
      ranges.push(request.headers.get('range'));
      const honestly = await honest();
      if (ranges.length > 2) return honestly;
      const part = new Uint8Array(await honestly.arrayBuffer()).subarray(0, 1.3 * MIB);
      return cutAfter(part, honestly, hangUp);
    };
    const { record, version } = await commit(a, pledge('With a scan', { scans: [file] }));
    await b.exchange.pullAll();
    expect(await b.node.kernel.commit([{ verb: 'consent', record, h: version }], { coop: COOP, by: b.node.person() })).toMatchObject({ ok: false, problems: [{ id: 'blob.missing' }] });
    for (let look = 0; look < 6 && (await b.node.kernel.blobs.size(file.sha256)) === null; look += 1) await b.exchange.pullAll();
    expect(ranges.slice(0, 3)).toEqual([null, `bytes=${MIB}-`, `bytes=${2 * MIB}-`]);
    const got = await b.node.kernel.blobs.get(file.sha256);
    expect(got && digest(got.bytes)).toBe(file.sha256);
    expect(stateOf(b, 'P1')).toMatchObject({ missingBlobs: 0, fault: null });
    await commit(b, { verb: 'consent', record, h: version });
  });

  test('given a blob of other bytes, one that nobody has, and one without end, then the others come and the fault is told', async () => {
    const { a, b } = world;
    a.lie = null;
    const [wrong, absent, good] = await Promise.all([scan(a, randomBytes(100)), scan(a, randomBytes(101)), scan(a, randomBytes(102))]);
    a.lie = async (request, honest) => {
      if (request.url.includes(wrong.sha256)) return new Response('other bytes');
      return request.url.includes(absent.sha256) ? new Response('no', { status: 404 }) : honest();
    };
    await commit(a, pledge('Three', { scans: [wrong, absent, good] }));
    await b.exchange.pullAll();
    await b.exchange.pullAll();
    expect(await b.node.kernel.blobs.size(good.sha256)).toBe(102);
    expect([await b.node.kernel.blobs.size(wrong.sha256), await b.node.kernel.blobs.size(absent.sha256)]).toEqual([null, null]);
    expect(stateOf(b, 'P1').missingBlobs).toBe(2);
    a.lie = null;
    await commit(a, story('Anything'));
    for (let look = 0; look < 25 && stateOf(b, 'P1').missingBlobs > 0; look += 1) await b.exchange.pullAll();
    expect(stateOf(b, 'P1')).toMatchObject({ missingBlobs: 0, fault: null });
  });

  test('given a blob that joint records do not name, then it is not given; a public one is given to anyone, with ranges', async () => {
    const { a, b } = world;
    const secret = await scan(a, randomBytes(50));
    const open = await scan(a, randomBytes(2_000));
    await commit(a, notice('With a file', { files: [open] }));
    await world.settle();
    const get = (path: string, headers: Record<string, string> = {}) => fetch(`${a.url}/exchange/${COOP}/${path}`, { headers });
    expect((await get(`public/blob/${secret.sha256}`)).status).toBe(404);
    const whole = await get(`public/blob/${open.sha256}`);
    expect([whole.status, whole.headers.get('cache-control'), digest(new Uint8Array(await whole.arrayBuffer()))]).toEqual([200, 'public, max-age=31536000, immutable', open.sha256]);
    const rest = await get(`public/blob/${open.sha256}`, { range: 'bytes=1500-' });
    expect([rest.status, rest.headers.get('content-range'), (await rest.arrayBuffer()).byteLength]).toEqual([206, 'bytes 1500-1999/2000', 500]);
    expect((await get(`public/blob/${open.sha256}`, { range: 'bytes=2000-' })).status).toBe(416);
    expect(await b.node.kernel.blobs.size(open.sha256)).toBe(2_000);
    expect(await b.node.kernel.blobs.size(secret.sha256)).toBeNull();
  });
});

/** Bytes that the system's own buffers between two sockets may swallow before a sender notices that nobody reads. */
function inSockets(): number {
  if (!existsSync('/proc/sys/net/ipv4/tcp_rmem')) return 8 * MIB;
  const most = (name: string): number => Number(readFileSync(`/proc/sys/net/ipv4/${name}`, 'utf8').trim().split(/\s+/u)[2]);
  return most('tcp_rmem') + most('tcp_wmem');
}

describe('answers without end', () => {
  const world = worldFor({ timeout: 5_000 });

  test('given a bundle, heads or a tile that never ends, then reading stops at the limit and memory stays where it was', async () => {
    const { a, b } = world;
    await commit(a, story('One'));
    let sent = 0;
    const chunk = new Uint8Array(256 * 1024);
    const endless = (): Response => new Response(new ReadableStream({ pull(controller) { sent += chunk.length; controller.enqueue(chunk); } }));
    for (const [part, most] of [['/entries/', 17 * MIB], ['/heads', 0.5 * MIB]] as const) {
      sent = 0;
      a.lie = (request, honest) => (request.url.includes(part) ? endless() : honest());
      const before = process.memoryUsage().arrayBuffers;
      await b.exchange.pullAll();
      expect([part, stateOf(b, 'P1').fault?.id]).toEqual([part, 'peer.nonsense']);
      expect(sent).toBeLessThan(most + 4 * MIB + inSockets());
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120 * MIB);
    }
    expect(await held(b, 'P1')).toBe(0);
    a.lie = null;
    await b.exchange.pullAll();
    expect(await held(b, 'P1')).toBe(1);
  });
});

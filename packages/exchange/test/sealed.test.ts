import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { signerFromSeed, type Signer } from '@entente/verify';
import { openDatabase, type Intent } from '@entente/kernel';
import { memoryNodes, type TestNode, type TestNodes } from '@entente/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportTo, FileFault, importFrom, unsealerOf, type Imported } from '../src/index.ts';
import { frame, framesOf } from '../src/file/frames.ts';
import { montgomery, sealFor } from '../src/file/sealed.ts';
import { signEnd } from '../src/file/manifest.ts';
import { kinds } from './support/kinds.ts';
import { commit, COOP, cooperationOf, quickEngine } from './support/world.ts';

/** DER header of an Ed25519 secret key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const ed25519 = (seed: Uint8Array) => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
const publicOf = (seed: Uint8Array) => new Uint8Array(createPublicKey(ed25519(seed)).export({ format: 'der', type: 'spki' }).subarray(12));

describe('bytes sealed for one party', () => {
  test('given the vector of libsodium, then an Ed25519 key has that X25519 key', () => {
    const seed = Buffer.from('421151a459faeade3d247115f94aedae42318124095afabe4d1451a559faedee', 'hex');
    expect(Buffer.from(montgomery(publicOf(seed))).toString('hex')).toBe('f1814f0e8ff1043d8a44d25babff3cedcae6c22c3edaa48f857ae70de2baae50');
  });

  test('given any bytes, then their owner opens them in their place, and nobody else, nowhere else, and no others', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 40 }), fc.nat(), fc.nat({ max: 254 }), (seed, plain, place, at, change) => {
      const mine = unsealerOf([generateKeyPairSync('ed25519').privateKey, ed25519(seed)]);
      const sealed = sealFor(publicOf(seed), place, plain);
      expect(mine(sealed, place)).toEqual(Buffer.from(plain));
      expect(unsealerOf([generateKeyPairSync('ed25519').privateKey])(sealed, place)).toBeNull();
      expect(mine(sealed, Buffer.concat([place, Buffer.of(0)]))).toBeNull();
      const changed = Uint8Array.from(sealed);
      // Also where RFC 7748 passes over a bit: the whole share is in what the key is made of.
      changed[at % sealed.length]! ^= 1 + change;
      expect(mine(changed, place)).toBeNull();
      expect(mine(sealed.subarray(0, at % sealed.length), place)).toBeNull();
    }), { numRuns: 60, seed: 25 });
  });

  test('given anything at all, then it is opened by nobody and throws nothing', () => {
    const mine = unsealerOf([ed25519(randomBytes(32))]);
    for (const share of [Buffer.alloc(32), Buffer.concat([Buffer.of(1), Buffer.alloc(31)]), Buffer.alloc(32, 255)]) expect(mine(Buffer.concat([share, Buffer.alloc(40)]), new Uint8Array())).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => { expect(mine(bytes, new Uint8Array())).toBeNull(); }), { numRuns: 200, seed: 26 });
  });
});

describe('personal values carried by a courier', () => {
  const NAME = 'Bounmy Courier';
  const folder = mkdtempSync(join(tmpdir(), 'entente-sealed-'));
  const seeds = new Map<string, Uint8Array>();
  const signers = new Map<string, Signer>();
  let nodes: TestNodes;
  let [a, b, c]: TestNode[] = [];
  beforeAll(async () => {
    nodes = await memoryNodes(3, { cooperation: cooperationOf(3, ['O1']), kinds, observers: true, open: async () => openDatabase(await quickEngine().open()) });
    [a, b, c] = nodes.nodes;
    for (const { party } of nodes.nodes) {
      seeds.set(party, randomBytes(32));
      signers.set(party, await signerFromSeed(`demo/${party}/transport`, seeds.get(party)!));
    }
  });
  afterAll(async () => {
    await nodes?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (name: string) => join(folder, name);
  const visit = (visitor: string): Intent => ({ verb: 'put', kind: 'visit', content: { place: 'Paksé', visitor } });
  const give = (from: TestNode, to: string, name: string, sealed = to, now = Date.now()) => exportTo(at(name), { now: () => now, kernel: from.kernel, coop: COOP, for: to, signer: signers.get(from.party)!, from: 0, sealTo: signers.get(sealed)!.key });
  const take = (to: TestNode, name: string): Promise<Imported> => importFrom(at(name), {
    kernel: to.kernel, keys: Object.fromEntries([...signers].map(([party, { key }]) => [party, [key]])), unseal: unsealerOf([ed25519(seeds.get(to.party)!)]),
  });
  const fault = (to: TestNode, name: string): Promise<string> => take(to, name).then((taken) => `taken ${taken.personal} ${taken.unopened}`, (error: unknown) => (error instanceof FileFault ? error.id : String(error)));
  const shown = async (node: TestNode, record: string) => (await node.kernel.reader(node.person()).get(COOP, record))?.content['visitor'];
  /** The file again with other frames, signed by whoever made it. */
  async function forged(name: string, into: string, from: string, change: (type: string, bytes: Uint8Array) => readonly Buffer[]): Promise<void> {
    const frames: Buffer[] = [];
    for await (const each of framesOf(Readable.from([gunzipSync(readFileSync(at(name)))]))) if (each.type !== 'Z') frames.push(...change(each.type, each.bytes));
    const all = Buffer.concat(frames);
    writeFileSync(at(into), gzipSync(Buffer.concat([all, frame('Z', Buffer.from(await signEnd(createHash('sha256').update(all).digest('hex'), signers.get(from)!)))])));
  }

  test('given a record that names a person, then a file brings the value to the other party, in clear to nobody, and to observers not at all', async () => {
    const { record } = await commit({ node: a! }, visit(NAME));
    await give(a!, 'P2', 'values');
    expect(gunzipSync(readFileSync(at('values'))).includes(NAME)).toBe(false);
    expect(await take(b!, 'values')).toMatchObject({ acts: 1, personal: 1, unopened: 0 });
    expect(await shown(b!, record)).toBe(NAME);
    expect(await take(b!, 'values')).toMatchObject({ acts: 0, personal: 0 });
    await give(a!, 'O1', 'watched');
    expect(await take(nodes.nodes[3]!, 'watched')).toMatchObject({ acts: 1, personal: 0, unopened: 0 });
  });

  test('given values sealed for another, out of another file, changed or never committed to, then none is taken and the acts are', async () => {
    const { record } = await commit({ node: a! }, visit('Someone Else'));
    await give(a!, 'P3', 'foreign', 'P2');
    expect(await fault(c!, 'foreign')).toBe('taken 0 1');
    expect(await shown(c!, record)).toMatchObject({ $personal: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown });
    // A part of one file in another that the same party signed: it belongs to its own manifest.
    await give(a!, 'P3', 'one');
    const sealed: Buffer[] = [];
    await forged('one', 'unused', 'P1', (type, bytes) => { if (type === 'V') sealed.push(frame('V', bytes)); return [frame(type as 'M', bytes)]; });
    await give(a!, 'P3', 'two', 'P3', Date.now() + 60_000);
    await forged('two', 'mixed', 'P1', (type, bytes) => (type === 'V' ? sealed : [frame(type as 'M', bytes)]));
    expect(await fault(c!, 'mixed')).toBe('taken 0 1');
    await forged('one', 'flipped', 'P1', (type, bytes) => { const copy = Buffer.from(bytes); if (type === 'V') copy[40]! ^= 1; return [frame(type as 'M', copy)]; });
    expect(await fault(c!, 'flipped')).toBe('taken 0 1');
    // Sealed rightly, and a lie.
    let place = Buffer.alloc(0);
    await forged('one', 'lie', 'P1', (type, bytes) => {
      if (type === 'M') place = createHash('sha256').update(bytes).digest();
      if (type !== 'V') return [frame(type as 'M', bytes)];
      return [frame('V', sealFor(signers.get('P3')!.key.publicKey, place, Buffer.from(JSON.stringify([{ commitment: 'a'.repeat(64), value: 'x', key: Buffer.alloc(32).toString('base64') }]))))];
    });
    expect(await fault(c!, 'lie')).toBe('file.personal');
    expect(await fault(c!, 'one')).toBe('taken 2 0');
    expect(await shown(c!, record)).toBe('Someone Else');
    // Cut anywhere, what came before stands, and nothing throws otherwise.
    const whole = readFileSync(at('one'));
    for (const part of [0.3, 0.7, 0.95]) { writeFileSync(at('cut'), whole.subarray(0, Math.floor(whole.length * part))); expect(await fault(c!, 'cut')).toBe('file.cut'); }
  });

  test('given a value that was erased, then a file erases it at the other, and an old file does not bring it back', async () => {
    const { record } = await commit({ node: a! }, visit('To Be Erased'));
    await give(a!, 'P2', 'before');
    expect(await fault(b!, 'before')).toBe('taken 2 0');
    expect(await shown(b!, record)).toBe('To Be Erased');
    await commit({ node: a! }, { verb: 'erase', record });
    await give(a!, 'P2', 'after');
    await take(b!, 'after');
    expect(await shown(b!, record)).toMatchObject({ $personal: expect.any(String) as unknown });
    expect(await fault(b!, 'before')).toBe('taken 0 0');
    expect(await shown(b!, record)).toMatchObject({ $personal: expect.any(String) as unknown });
    // The answer goes back by file, as an act.
    await give(b!, 'P1', 'answer');
    await take(a!, 'answer');
    expect((await a!.kernel.reader(a!.person()).erasures(COOP, record)).flatMap(({ acknowledged }) => acknowledged.map(({ party }) => party))).toEqual(['P2']);
  });
});

import { randomBytes } from 'node:crypto';
import { accusationBundle } from '@entente/kernel';
import { cosignNote, encodeEntries, fingerprint, formatCheckpoint, parseEntries, parseNote, signNote, verifyBundle } from '@entente/verify';
import { describe, expect, test } from 'vitest';
import { formatHeads } from '../src/client/index.ts';
import { PaperJournal } from './support/paper.ts';
import { commit, COOP, dumps, held, notice, pledge, stateOf, story, worldFor, type Liar } from './support/world.ts';

const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());
const on = (part: string, spoil: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>): Liar => async (request, honest) => {
  const response = await honest();
  return request.url.includes(part) && response.ok ? new Response(await spoil(await bytesOf(response)) as BodyInit, { headers: { date: new Date().toUTCString() } }) : response;
};
const entries = (bytes: Uint8Array): Uint8Array[] => {
  const parsed = parseEntries(bytes);
  if (!parsed.ok) throw new Error('the honest answer cannot be read');
  return parsed.value;
};
const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, place) => (place === at % bytes.length ? byte ^ (1 << (at % 8)) : byte));

describe('a peer that lies', () => {
  const world = worldFor({ timeout: 1_500 });
  /** Whatever was told: once it tells the truth, both hold the same. */
  const heal = async () => {
    world.a.lie = null;
    await world.settle();
    const [left, right] = await dumps(world);
    return { equal: left === right, state: stateOf(world.b, 'P1') };
  };
  const healed = { equal: true, state: { fault: null, behind: 0 } };

  const lies: readonly (readonly [string, string, Liar])[] = [
    ['truncates a bundle', 'peer.nonsense', on('/entries/', (bytes) => bytes.subarray(0, bytes.length - 3))],
    ['leaves an entry out', 'peer.nonsense', on('/entries/', (bytes) => encodeEntries(entries(bytes).slice(1)))],
    ['repeats an entry', 'peer.nonsense', on('/entries/', (bytes) => encodeEntries([...entries(bytes), entries(bytes)[0]!]))],
    ['re-orders entries', 'journal.root', on('/entries/', (bytes) => encodeEntries(entries(bytes).toReversed()))],
    ['answers with nothing', 'peer.nonsense', on('/entries/', () => new Uint8Array())],
    ['flips one bit', 'journal.root', on('/entries/', (bytes) => flip(bytes, bytes.length - 9))],
    ['answers with noise', 'peer.nonsense', on('/entries/', () => new Uint8Array(randomBytes(5_000)))],
    ['answers with a page', 'peer.nonsense', on('/heads', () => new TextEncoder().encode('<!doctype html><title>Log in to the hotel network</title>'))],
    ['has heads without end', 'peer.nonsense', on('/heads', () => new Uint8Array(600_000).fill(0x20))],
    ['fails', 'peer.fails', () => new Response('oops', { status: 500 })],
    ['redirects', 'peer.silent', () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:1/' } })],
    ['hangs up', 'peer.silent', () => null],
    ['never answers', 'peer.silent', () => new Promise(() => undefined)],
    ['answers a byte at a time', 'peer.silent', () => new Response(new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => { setTimeout(resolve, 30); });
        controller.enqueue(Uint8Array.of(32));
      },
    }))],
    ['promises more than it sends', 'peer.silent', async (_, honest) => new Response(new ReadableStream({ start(controller) { controller.enqueue(new Uint8Array(9)); } }), { headers: (await honest()).headers })],
    ['signs more than it gives', 'peer.absent', async (request, honest) => (request.url.includes('/heads') ? new Response(formatHeads([await new PaperJournal('P1', world.a.node.signer).stories(900).note()]) as BodyInit) : honest())],
    ['has a checkpoint nobody signed', 'journal.checkpoint', async (request, honest) => (request.url.includes('/heads') ? new Response(formatHeads([await new PaperJournal('P1', world.b.node.signer).stories(900).note()]) as BodyInit) : honest())],
    ['has a false cosignature', 'journal.checkpoint', async (request, honest) => {
      if (!request.url.includes('/heads')) return honest();
      const note = parseNote(await new PaperJournal('P1', world.a.node.signer).stories(3).note());
      if (!note.ok) throw new Error('no note');
      return new Response(formatHeads([await cosignNote(note.value, { key: world.b.node.keys.cosigner!.key, sign: () => new Uint8Array(64) }, 1_700_000_000)]) as BodyInit);
    }],
  ];

  test.each(lies)('that %s is told as %s, and nothing is stored', async (_, fault, lie) => {
    const { a, b } = world;
    a.lie = lie;
    await commit(a, story('One'));
    await commit(a, story('Two'), story('Three'));
    await commit(a, story('Four'));
    const before = await held(b, 'P1');
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault?.id).toBe(fault);
    expect(await held(b, 'P1')).toBe(before);
    expect(await b.node.kernel.accusations(COOP)).toEqual([]);
    expect(await heal()).toMatchObject(healed);
  });

  test('that serves one journal in place of another is not believed', async () => {
    const { a, b } = world;
    await commit(a, notice('Public'));
    await world.settle();
    await commit(a, story('Joint'));
    const joint = (await a.node.kernel.journal(COOP, 'P1', 'joint')).checkpoint ?? '';
    const swapped = joint.replace('/joint\n', '/public\n');
    a.lie = on('/heads', () => formatHeads([swapped]));
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault?.id).toBe('journal.checkpoint');
    // Its own notes, of another cooperation or of nobody, are passed over.
    a.lie = on('/heads', () => formatHeads([joint.replace(`/${COOP}/`, '/other/'), joint.replace('/P1/', '/P9/'), 'no note', joint.replace('demo/', '')]));
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault).toBeNull();
    expect(await held(b, 'P1', 'public')).toBe(1);
    expect(await heal()).toMatchObject(healed);
  });

  test('that signs more acts than any journal has is told so, and nothing more is asked of it', async () => {
    const { a, b } = world;
    await commit(a, story('True'));
    await world.settle();
    const before = await held(b, 'P1');
    for (const size of [2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const note = await signNote(formatCheckpoint({ origin: `entente/demo/${COOP}/P1/joint`, size, root: new Uint8Array(32) }), a.node.signer);
      a.lie = on('/heads', () => formatHeads([note]));
      await b.exchange.pullAll();
      expect(stateOf(b, 'P1').fault?.id).toBe('journal.checkpoint');
    }
    expect(await held(b, 'P1')).toBe(before);
    expect(await heal()).toMatchObject(healed);
  });

  test('that shows an older checkpoint is told as behind itself', async () => {
    const { a, b } = world;
    const heads = formatHeads([(await a.node.kernel.journal(COOP, 'P1', 'joint')).checkpoint ?? '']);
    await commit(a, story('Newer'));
    await world.settle();
    a.lie = on('/heads', () => heads);
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault?.id).toBe('peer.behind-itself');
    expect(await heal()).toMatchObject(healed);
  });

  test('in any one answer, at any place, then what is held is always the true journal', async () => {
    const { a, b } = world;
    let seed = 20_261_121;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 40; round += 1) {
      await commit(a, story(`Round ${round}`));
      const [place, kind] = [next(100_000), next(4)];
      let left = next(3);
      a.lie = async (_, honest) => {
        const response = await honest();
        left -= 1;
        if (left >= 0 || !response.ok) return response;
        const bytes = await bytesOf(response);
        const spoiled = kind === 0 ? flip(bytes, place) : kind === 1 ? bytes.subarray(0, place % (bytes.length + 1)) : kind === 2 ? Buffer.concat([bytes, bytes]) : new Uint8Array(randomBytes(bytes.length));
        return new Response(spoiled as BodyInit);
      };
      await b.exchange.pullAll();
      const count = await held(b, 'P1');
      expect(await b.node.kernel.leaves(COOP, 'P1', 'joint', 0, count)).toEqual(await a.node.kernel.leaves(COOP, 'P1', 'joint', 0, count));
    }
    expect(await b.node.kernel.accusations(COOP)).toEqual([]);
    expect(await heal()).toMatchObject(healed);
  });
});

describe('a peer that forks', () => {
  const world = worldFor({ nodes: 3 });

  test('given two histories, then whichever way it shows, it is proven, consent stops until somebody has looked, and the others hear of it', async () => {
    const { a, b, stations } = world;
    const c = stations[2]!;
    const [one, other] = [new PaperJournal('P1', a.node.signer).stories(700), new PaperJournal('P1', a.node.signer).stories(300)];
    for (const leaf of one.leaves.slice(0, 650)) if (other.size < 650) other.raw(leaf);
    other.stories(1_000, 'Other');
    // P2 is shown one history, P3 the other.
    a.lie = (request) => (request.headers.get('signature-input')?.includes('P3/transport') ? other : one).answer(request);
    for (const each of [b, c]) each.lie = () => null;
    await b.exchange.pullAll();
    await c.exchange.pullAll();
    expect([await held(b, 'P1'), await held(c, 'P1')]).toEqual([700, other.size]);
    for (const each of [b, c]) each.lie = null;
    a.lie = (request) => other.answer(request);
    // P2 looks at P1 again: a longer tree that begins otherwise. P1's own tiles convict it.
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault?.id).toBe('journal.forked');
    expect(await held(b, 'P1')).toBe(700);
    const [accusation] = await b.node.kernel.accusations(COOP);
    expect(accusation).toMatchObject({ party: 'P1', audience: 'joint', fault: 'forked', looked: null });
    expect(String(accusation?.body['held']).startsWith(await one.note())).toBe(true);
    // P3 never meets the first history at P1; it sees it in P2's mirror.
    await c.exchange.pullAll();
    expect(await c.node.kernel.accusations(COOP)).toMatchObject([{ party: 'P1', fault: 'forked' }]);
    // Who shows it has done nothing wrong.
    expect(stateOf(c, 'P2').fault).toBeNull();
    for (const each of [b, c]) {
      const file = await accusationBundle(each.node.kernel, { coop: COOP, party: 'P1', anchors: [a.node.signer.key.vkey] });
      const shown = await verifyBundle(file.ok ? file.value.bytes : new Uint8Array(), { roots: [fingerprint(a.node.signer.key.vkey)] });
      expect(shown).toMatchObject({ ok: true, value: { authenticity: 'proven', contradictions: [{ party: 'P1', standing: 'authentic' }] } });
    }
    const refused = await b.node.kernel.commit([pledge('Not with them')], { coop: COOP, by: b.node.person() });
    expect(refused).toMatchObject({ ok: false, problems: [{ id: 'peer.suspended' }] });
    expect(await b.node.kernel.acknowledge(COOP, 'P1', b.node.person('administrator'), 'An old backup, told by telephone')).toMatchObject({ ok: true });
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault?.id).toBe('journal.forked');
    await commit(b, pledge('With them again'));
    // Back on the history we hold, it goes on.
    a.lie = (request) => one.stories(5, 'After').answer(request);
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1').fault).toBeNull();
    expect(await held(b, 'P1')).toBeGreaterThan(700);
  });
});

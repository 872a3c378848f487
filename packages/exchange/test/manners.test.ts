import { describe, expect, test } from 'vitest';
import { retryAfter } from '../src/client/ask.ts';
import { Loop } from '../src/loop.ts';
import { signedHeaders } from '../src/signature/index.ts';
import { FakeClock } from './support/clock.ts';
import { commit, COOP, dumps, held, makeWorld, notice, pledge, stateOf, story, worldFor, type World } from './support/world.ts';

async function inTime(clock: FakeClock, test: (world: World, pass: (milliseconds: number) => Promise<void>) => Promise<void>): Promise<void> {
  const world = await makeWorld({ clock: () => clock, interval: 15_000, random: () => 1 });
  try {
    const pass = (milliseconds: number) => clock.advance(milliseconds, () => world.idle());
    await pass(60_000);
    await test(world, pass);
  } finally {
    await world.close();
  }
}

describe('a node that waits', () => {
  test('given five minutes of silence, then it asks less and less, says since when, and is level again within five minutes', async () => {
    await inTime(new FakeClock(), async ({ a, b, ...world }, pass) => {
      for (const each of [a, b]) each.lie = () => null;
      await commit(a, story('Unheard'));
      await pass(15_000);
      a.asked.length = 0;
      await pass(5 * 60_000);
      // 1, 2, 4, ... seconds after another: not three hundred questions.
      expect(a.asked.length).toBeLessThanOrEqual(9);
      const { fault, behind } = stateOf(b, 'P1');
      expect(fault).toMatchObject({ id: 'peer.silent' });
      expect(Date.parse(fault!.since)).toBeLessThan(Date.parse(stateOf(b, 'P1').lastTried!));
      expect(behind).toBe(0);
      for (const each of [a, b]) each.lie = null;
      await pass(5 * 60_000);
      expect(stateOf(b, 'P1')).toMatchObject({ behind: 0, fault: null });
      // Once when it began and once when it was over.
      expect(b.told).toEqual(['peer.trouble P1 peer.silent', 'peer.well P1']);
      const [left, right] = await dumps({ a, b, ...world });
      expect(left).toBe(right);
    });
  });

  test('given 429 for an hour, then it is left alone for as long as it asks, whoever wakes, and not longer than an hour', async () => {
    await inTime(new FakeClock(), async ({ a, b }, pass) => {
      a.lie = () => new Response('later', { status: 429, headers: { 'retry-after': '3600' } });
      await commit(a, story('Later'));
      await pass(16_000);
      a.asked.length = 0;
      for (let minute = 0; minute < 59; minute += 1) {
        b.exchange.wake('P1', COOP);
        await pass(60_000);
      }
      expect(a.asked.filter((each) => each.startsWith('GET'))).toEqual([]);
      expect(stateOf(b, 'P1').fault?.id).toBe('peer.busy');
      a.lie = null;
      await pass(2 * 60_000);
      expect(stateOf(b, 'P1')).toMatchObject({ behind: 0, fault: null });
      a.lie = () => new Response('much later', { status: 503, headers: { 'retry-after': '99999999' } });
      await pass(16_000);
      a.lie = null;
      await pass(3_601_000);
      expect(stateOf(b, 'P1').fault).toBeNull();
    });
  });

  test('given a flood of wake-ups, then it looks four times a second at most', async () => {
    const clock = new FakeClock();
    let looks = 0;
    const loop = new Loop({ once: () => { looks += 1; return Promise.resolve(); }, nextWait: () => 3_600_000, leftAlone: 0 }, clock);
    const settled = () => loop.idle();
    await clock.advance(1_000, settled);
    looks = 0;
    for (let n = 0; n < 1_000; n += 1) {
      loop.wake();
      await clock.advance(10, settled);
    }
    expect(looks).toBeGreaterThan(30);
    expect(looks).toBeLessThanOrEqual(41);
    await loop.stop();
    loop.wake();
    await clock.advance(10_000, settled);
    expect(looks).toBeLessThanOrEqual(41);
  });

  test('given Retry-After in any form, then it is seconds, a date, or nothing', () => {
    const now = Date.UTC(2026, 10, 21, 8);
    expect(['120', ' 7 ', 'Sat, 21 Nov 2026 08:01:00 GMT', 'Fri, 20 Nov 2026 08:01:00 GMT', 'soon', '', null].map((value) => retryAfter(value, now))).toEqual([120_000, 7_000, 60_000, 0, null, null, null]);
    for (const odd of ['-5', '1e9', '99999999999999999999']) expect(retryAfter(odd, now) ?? 0).toBeGreaterThanOrEqual(0);
  });
});

describe('clocks', () => {
  test.each([365, -365])('given a clock that is %i days off, then the exchange goes on both ways and the difference is told', async (days) => {
    const clocks = { P1: new FakeClock(), P2: new FakeClock() };
    await clocks.P1.advance(days > 0 ? days * 86_400_000 : 0, () => Promise.resolve());
    await clocks.P2.advance(days < 0 ? -days * 86_400_000 : 0, () => Promise.resolve());
    const world = await makeWorld({ clock: (party) => clocks[party as 'P1'], interval: 15_000 });
    try {
      const { a, b } = world;
      const { record, version } = await commit(a, pledge('Across a year'));
      await world.settle();
      await commit(b, { verb: 'consent', record, h: version });
      await world.settle();
      const [left, right] = await dumps(world);
      expect(left).toBe(right);
      expect(Math.round(stateOf(b, 'P1').skew / 86_400)).toBe(days);
      expect(Math.round(stateOf(a, 'P2').skew / 86_400)).toBe(-days);
      expect(stateOf(b, 'P1').fault).toBeNull();
    } finally {
      await world.close();
    }
  });
});

describe('who may ask', () => {
  const world = worldFor({ rates: { peer: { burst: 60, perSecond: 1 }, stranger: { burst: 40, perSecond: 1 } } });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`${world.a.url}${path}`, { headers, method });
  const signed = (path: string, by = world.b.signer, method = 'GET') => signedHeaders({ method, url: `${world.a.url}${path}` }, by);

  test('given joint files, then only members that sign are answered, each request once', async () => {
    const { a, stations } = world;
    await commit(a, story('Joint'), story('more'));
    await commit(a, notice('Public'));
    await world.settle();
    const path = `/exchange/${COOP}/joint/checkpoint`;
    expect((await get(path)).status).toBe(401);
    const headers = signed(path);
    const first = await get(path, headers);
    expect([first.status, await first.text()]).toEqual([200, (await a.node.kernel.journal(COOP, 'P1', 'joint')).checkpoint]);
    const again = await get(path, headers);
    expect([again.status, await again.text()]).toEqual([401, 'signature.replayed']);
    expect((await get(`${path}x`, signed(path))).status).toBe(401);
    expect((await get(`${path}?x=1`, signed(path))).status).toBe(401);
    expect((await get(path, { ...signed(path), 'content-digest': 'sha-256=:AAAA:' })).status).toBe(401);
    expect((await get(path, signed(path, { id: 'demo/P9/transport', key: world.b.signer.key }))).status).toBe(401);
    expect((await get(path, signed(path, { id: 'demo/P2/transport', key: world.a.signer.key }))).status).toBe(401);
    expect((await get('/exchange/elsewhere/joint/checkpoint')).status).toBe(404);
    expect(a.server.refusals()).toMatchObject({ 'signature.missing': 1, 'signature.replayed': 1, 'signature.wrong': 3, 'signature.digest': 1, 'signature.unknown-key': 1, 'unknown-cooperation': 1 });
    expect(stations).toHaveLength(2);
  });

  test('given public files, then anyone is answered; nothing else of the node is', async () => {
    const { a } = world;
    const note = await get(`/exchange/${COOP}/public/checkpoint`);
    expect([note.status, await note.text()]).toEqual([200, (await a.node.kernel.journal(COOP, 'P1', 'public')).checkpoint]);
    expect((await get(`/exchange/${COOP}/public/tile/entries/000.p/1`)).status).toBe(200);
    expect((await get(`/exchange/${COOP}/mirror/P1/public/checkpoint`)).status).toBe(200);
    expect(await (await get('/exchange/keys')).json()).toEqual({ anchors: [], statements: [] });
    for (const path of ['heads', 'home/checkpoint', 'joint/tile/entries/000.p/1', 'mirror/P1/joint/checkpoint', `blob/${'0'.repeat(64)}`, 'wake']) expect([path, (await get(`/exchange/${COOP}/${path}`)).status]).toEqual([path, 401]);
    expect((await get(`/exchange/${COOP}/public/checkpoint`, {}, 'DELETE')).status).toBe(401);
  });

  test('given signed nonsense, then it is refused by name and nothing is thrown', async () => {
    for (const [path, status] of [
      [`/exchange/${COOP}/home/checkpoint`, 404], [`/exchange/${COOP}/mirror/P1/home/checkpoint`, 404], [`/exchange/${COOP}/mirror/P9/joint/checkpoint`, 404], [`/exchange/${COOP}/joint/tile/0/000`, 404],
      [`/exchange/${COOP}/joint/tile/entries/x999/x999/x999/999`, 404], [`/exchange/${COOP}/joint/tile/63/000.p/1`, 404], [`/exchange/${COOP}/joint/../../etc`, 404], [`/exchange/${COOP}/blob/zz`, 404], [`/exchange/${COOP}/wake`, 405],
    ] as const) expect([path, (await get(path, signed(path))).status]).toEqual([path, status]);
  });

  test('given too many questions, then they are told when to come back, and others are still answered', async () => {
    const path = `/exchange/${COOP}/public/checkpoint`;
    const statuses: number[] = [];
    let last = await get(path);
    for (let n = 0; n < 60; n += 1) {
      statuses.push(last.status);
      last = await get(path);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await get(`/exchange/${COOP}/heads`, signed(`/exchange/${COOP}/heads`))).status).toBe(200);
    expect(world.a.server.refusals()['too-often']).toBeGreaterThan(5);
    expect(await held(world.b, 'P1')).toBe(1);
  });
});

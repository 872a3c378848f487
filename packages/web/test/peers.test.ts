import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { formatCheckpoint, signNote, verifyBundle } from '@entente/verify';
import type { PeerHealth } from '../src/index.ts';
import { faultSaid, peerWords } from '../src/words/peers.ts';
import { restoredWords } from '../src/words/restored.ts';
import { cooperation, signedIn, world, type Browser, type World } from './world.ts';

const PATH = '/administration/peers';
let health: readonly PeerHealth[] = [];
let all: World;
let administrator: Browser;
let coordinator: Browser;
let reader: Browser;
beforeAll(async () => {
  all = await world({ health: () => health, refusals: () => ({ 'signature.replayed': 3 }) });
  administrator = await signedIn(all.vn, 'admin', ['administrator']);
  coordinator = await signedIn(all.vn, 'coord', ['coordinator']);
  reader = await signedIn(all.vn, 'reads', ['reader']);
});
afterAll(() => all.close());

const textOf = async (browser: Browser, lang = 'en'): Promise<string> => (await (await browser.get(`${PATH}?lang=${lang}`)).text()).replaceAll(/<\/?(?:bdi|wbr)[^>]*>/gu, '').replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the page of the peers', () => {
  test('given peers in any state, then an administrator sees how far each is and what to do, in three languages', async () => {
    health = [{
      party: 'LA', coop: cooperation.id, behind: 1_234, unprojected: 56, queue: 7, lastSeen: '2026-11-21T08:00:00.000Z', nextLook: '2026-11-21T08:05:00.000Z', missingBlobs: 2, skew: 31_536_000,
      lastCosigned: { size: 90, at: '2026-11-21T07:59:00.000Z' }, fault: { id: 'peer.silent', detail: 'secret detail', since: '2026-11-21T08:01:00.000Z', times: 4 },
    }];
    const said = await textOf(administrator);
    for (const part of ['Lao PDR', '1,234', '56', 'The node does not answer', '4 times in a row', '90 acts', '31,536,000 seconds', 'Signature wrong, out of date or used before 3 signature.replayed']) expect(said).toContain(part);
    for (const lang of ['vi', 'lo'] as const) expect(await textOf(administrator, lang)).toContain(peerWords.t(lang)('fault-silent'));
    // While this node is restored work does not go on: other words, of a silent peer only.
    expect([faultSaid('peer.silent', true), faultSaid('peer.fails', true), faultSaid('peer.busy', true)]).toEqual(['fault-silent-restored', 'fault-silent-restored', 'fault-busy']);
    expect(peerWords.t('en')('fault-silent-restored')).not.toContain('goes on');
    expect((await administrator.get('/?lang=en')).status).toBe(200);
    expect(await (await administrator.get('/?lang=en')).text()).toContain(PATH);
  });

  test('given nothing known yet, and faults of every id, then each has a sentence', async () => {
    health = [{ party: 'LA', behind: null, lastSeen: null, fault: null }];
    expect(await textOf(administrator)).toContain('never yet');
    for (const id of ['peer.busy', 'peer.refuses', 'peer.nonsense', 'peer.behind-itself', 'journal.forked', 'journal.root', 'journal.checkpoint', 'journal.ahead', 'journal.own-fork', 'data.full', 'something.new']) {
      health = [{ party: 'LA', behind: 0, lastSeen: '2026-11-21T08:00:00.000Z', fault: { id, detail: '' } }];
      expect(await textOf(administrator)).toContain(peerWords.t('en')(faultSaid(id)).slice(0, 40));
    }
  });

  test('given others, then a coordinator may look, a reader may not, and the open health answer tells nothing more than before', async () => {
    expect((await coordinator.get(PATH)).status).toBe(200);
    expect((await reader.get(PATH)).status).toBe(403);
    expect((await coordinator.post(`${PATH}/acknowledge`, { party: 'LA', reason: 'x' })).status).toBe(403);
    const answer = (await (await all.vn.web.request('http://node.test/healthz')).json()) as { peers: object[] };
    expect(answer.peers.map((peer) => Object.keys(peer).toSorted())).toEqual([['behind', 'fault', 'lastSeen', 'party']]);
  });

  test('given a peer that signed two histories, then its evidence stands there, and work goes on when somebody with the right says why', async () => {
    await all.la.kernel.commit([{ verb: 'put', kind: 'memo', content: { title: { en: 'True' } } }], { coop: cooperation.id, by: { id: 'x', party: 'LA', roles: ['coordinator'], office: null } });
    await all.sync();
    const { origin } = await all.la.kernel.journal(cooperation.id, 'LA', 'joint');
    const false1 = await signNote(formatCheckpoint({ origin, size: 1, root: randomBytes(32) }), all.la.signer);
    expect(await all.vn.kernel.takeNote({ coop: cooperation.id, party: 'LA', audience: 'joint' }, false1)).toMatchObject({ ok: false });
    for (const path of [PATH, '/', '/waiting']) expect(await (await administrator.get(`${path}?lang=en`)).text()).toMatch(/signed two different histories of what it did\. Nothing can be agreed to/u);
    expect(await textOf(administrator)).toMatch(/Found \S+ \S+ in the joint journal\./u);
    const file = await coordinator.get('/evidence/against/LA');
    const shown = await verifyBundle(new Uint8Array(await file.arrayBuffer()));
    expect(shown).toMatchObject({ ok: true, value: { contradictions: [{ party: 'LA', size: 1, problem: 'checkpoint' }] } });
    expect([(await reader.get('/evidence/against/LA')).status, (await coordinator.get('/evidence/against/KH')).status]).toEqual([403, 404]);
    expect(await textOf(administrator)).not.toContain('Level, nothing wrong');
    expect(await textOf(administrator)).toContain(false1.split('\n')[2]);
    expect(await (await coordinator.get(PATH)).text()).not.toContain('acknowledge');
    const empty = await administrator.post(`${PATH}/acknowledge`, { party: 'LA', reason: ' ' });
    expect(empty.status).toBe(422);
    const nobody = await administrator.post(`${PATH}/acknowledge`, { party: 'KH', reason: 'why' });
    expect(nobody.status).toBe(422);
    expect((await administrator.post(`${PATH}/acknowledge`, { party: 'LA', reason: 'An old backup, told by telephone' })).status).toBe(303);
    const after = await textOf(administrator);
    expect(after).toMatch(/admin looked at it \S+ \S+: An old backup, told by telephone/u);
    expect(after).not.toContain('Nothing can be agreed');
    expect(await (await administrator.get(PATH)).text()).not.toContain('acknowledge');
  });
});

describe('a node that signs nothing', () => {
  const nothing = { because: null, since: null, waitsFor: [], lost: [], excused: [] } as const;
  test.each([
    ['closed', { ...nothing, state: 'restored', waitsFor: [{ coop: cooperation.id, peer: 'LA' }] }],
    ['closed-lost', { ...nothing, state: 'restored' }],
    ['closed-unsafe', { ...nothing, state: 'unsafe' }],
  ] as const)('says in place of the buttons why and until when, in three languages, and keeps drafts: %s', async (word, standing) => {
    const standingOf = vi.spyOn(all.vn.kernel, 'standing').mockResolvedValue(standing);
    try {
      for (const [lang, parties] of [['vi', 'Lào'], ['lo', 'ລາວ'], ['en', 'Lao PDR']] as const) {
        const html = (await (await coordinator.get(`/memos/new?lang=${lang}`)).text()).replaceAll(/<\/?(?:bdi|wbr)[^>]*>/gu, '');
        expect(html).toContain(`<p class="closed">${restoredWords.t(lang)(word, { parties })}</p>`);
        expect(html).toContain('name="_draft"');
        expect(html).not.toContain('name="_do"');
      }
      // What makes no act goes on.
      expect(await (await coordinator.get('/account')).text()).not.toContain('class="closed"');
    } finally {
      standingOf.mockRestore();
    }
    expect(await (await coordinator.get('/memos/new')).text()).toContain('name="_do"');
  });
});

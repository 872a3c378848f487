/** Persons named in progress: names for those who may read them, a number for the others, nothing once they are erased. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent, Person, Role } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts } from '@entente/web';
import { programme, programmeKinds } from '../src/index.ts';

const cooperation = {
  id: 'vn-la-persons', title: { en: 'Cooperation' }, observers: [], demo: true, themes: {},
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Vientiane' })),
};
const ORIGIN = 'http://node.test';
const NAMES = ['Nguyễn Thị Hoa', 'ບຸນມີ ສີສະຫວາດ'];
let nodes: TestNodes;
/** The page of the activity as somebody of a node sees it. */
let seen: (at: 0 | 1, role: Role) => Promise<string>;
let activity = '';
const by = (party: string): Person => ({ id: 'tester', party, roles: ['coordinator', 'focal-point'], office: null });
async function said(intent: Intent): Promise<string> {
  const done = await nodes.nodes[0]!.kernel.commit([intent], { coop: cooperation.id, by: by('VN') });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  await nodes.sync();
  return done.value.records[0]?.record ?? '';
}

beforeAll(async () => {
  nodes = await memoryNodes(2, { cooperation, kinds: programmeKinds });
  const webs = await Promise.all(nodes.nodes.map(async (node) => {
    const accounts = await openAccounts({ db: node.database.kysely, party: node.party, secret: 's'.repeat(40), origin: ORIGIN });
    for (const role of ['coordinator', 'reader'] as const) await accounts.add({ login: role, name: role, password: 'a long enough password', roles: [role] });
    return createWeb({ kernel: node.kernel, modules: [programme], accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
  }));
  seen = async (at, role) => {
    const signedIn = await webs[at]!.request(`${ORIGIN}/sign-in`, { method: 'POST', body: new URLSearchParams({ login: role, password: 'a long enough password', to: '/' }), headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } });
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    return (await webs[at]!.request(`${ORIGIN}/activities/${activity}?lang=en`, { headers: { cookie } })).text();
  };
  activity = await said({ verb: 'propose', kind: 'activity', content: { type: 'short-training', title: { vi: 'Lớp học' } }, agree: true });
});
afterAll(() => nodes.close());

test('shows names to those who may read them and how many there are to the others, on both sides, and none once erased', async () => {
  const record = await said({ verb: 'put', kind: 'activity-progress', content: { activity, type: 'short-training', status: 'done', participants: [{ women: 1, men: 1, total: 2 }], persons: NAMES.map((name) => ({ name })) } });
  const shown = (page: string) => NAMES.filter((name) => page.includes(name)).length;
  const [ours, reader, theirs] = [await seen(0, 'coordinator'), await seen(0, 'reader'), await seen(1, 'coordinator')];
  expect([ours, reader, theirs].map((page) => page.includes('2 persons by name'))).toEqual([true, true, true]);
  expect([shown(ours), shown(reader)]).toEqual([2, 0]);
  expect(ours).toContain('can be erased');
  expect(reader).toContain('2 names are not shown');
  expect(theirs.includes('names are not shown') || shown(theirs) === 2).toBe(true);

  await said({ verb: 'erase', record });
  const after = [await seen(0, 'coordinator'), await seen(1, 'coordinator')];
  expect(after.map(shown)).toEqual([0, 0]);
  expect(after.map((page) => page.includes('2 persons by name'))).toEqual([true, true]);
});

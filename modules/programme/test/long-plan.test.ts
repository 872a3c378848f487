/** A plan of more activities than one act or one page holds is copied whole and answered whole, and nothing that came since is agreed to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent, Person } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { approval, approvals, createWeb, openAccounts, type Chain } from '@entente/web';
import { programme, programmeKinds } from '../src/index.ts';

const cooperation = {
  id: 'long-plan', title: { en: 'Cooperation' }, observers: [], demo: true, themes: { skills: { en: 'Skills' } },
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Vientiane' })),
};
const ORIGIN = 'http://node.test';
const COUNT = 600;
type Ask = (path: string, form?: Readonly<Record<string, string>>) => Promise<Response>;
let nodes: TestNodes;
let plan = '';
const asks: Ask[] = [];
const by = (party: string): Person => ({ id: 'tester', party, roles: ['coordinator', 'leader'], office: null });

async function write(at: 0 | 1, intents: readonly Intent[]): Promise<void> {
  const { kernel, party } = nodes.nodes[at]!;
  for (let from = 0; from < intents.length; from += 60) {
    const done = await kernel.commit(intents.slice(from, from + 60), { coop: cooperation.id, by: by(party) });
    if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 2)));
  }
}

async function signedIn(at: 0 | 1, login = 'mai', roles: Person['roles'] = ['coordinator'], chains: readonly Chain[] = []): Promise<Ask> {
  const { kernel, database, party } = nodes.nodes[at]!;
  const accounts = await openAccounts({ db: database.kysely, party, secret: 's'.repeat(40), origin: ORIGIN });
  const web = createWeb({ kernel, modules: [programme, approvals], approvals: chains, accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
  await accounts.add({ login, password: 'a long enough password', name: login, roles });
  const ask = async (cookie: string, path: string, form?: Readonly<Record<string, string>>): Promise<Response> => web.request(`${ORIGIN}${path}`, {
    headers: { 'accept-language': 'en', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const answer = await ask('', '/sign-in', { login, password: 'a long enough password', to: '/' });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return (path, form) => ask(cookie, path, form);
}

/** Where a job that an answer leads to has come to. */
async function ended(ask: Ask, answer: Response): Promise<string> {
  const place = answer.headers.get('location') ?? '';
  expect(place, await answer.clone().text()).toMatch(/^\/jobs\//u);
  for (let tries = 0; tries < 1_000; tries += 1) {
    const html = await (await ask(place)).text();
    if (!html.includes('http-equiv="refresh"')) return html;
    await sleep(100);
  }
  throw new Error('the job does not end');
}

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';
const activitiesOf = (at: 0 | 1, of: string) => nodes.nodes[at]!.kernel.reader(by(nodes.nodes[at]!.party)).list({ coop: cooperation.id, kind: 'activity', filters: [{ field: 'plan', is: of }], limit: 1_000, count: ['standing'] });

beforeAll(async () => {
  nodes = await memoryNodes(2, { cooperation, kinds: [...programmeKinds, approval] });
  const { kernel } = nodes.nodes[0]!;
  plan = kernel.naturalId(cooperation.id, 'work-plan', 'long');
  await write(0, [
    { verb: 'propose', kind: 'work-plan', record: plan, agree: true, content: { title: { en: 'Long plan' }, from: '2026-01-01', to: '2026-12-31' } },
    ...Array.from({ length: COUNT }, (_, n): Intent => ({ verb: 'propose', kind: 'activity', agree: true, content: { plan, type: 'other', title: { en: `Activity ${n}` }, ...(n % 7 === 0 ? {} : { from: `2026-0${1 + (n % 9)}` }) } })),
  ]);
  await nodes.sync();
  asks.push(await signedIn(0), await signedIn(1));
}, 180_000);
afterAll(async () => { await nodes.close(); });

test('given 600 activities that wait, then one page shows a part and says of how many, and agreeing to all agrees to every one of them', async () => {
  const ask = asks[1]!;
  const shown = await (await ask(`/work-plan/${plan}/answer`)).text();
  expect(shown.split('name="record"')).toHaveLength(101);
  expect(shown).toContain(`Agree to all (${COUNT + 1})`);
  expect(await (await ask(`/work-plan/${plan}/answer?page=7`)).text()).toContain('name="record"');

  await write(0, [{ verb: 'propose', kind: 'activity', agree: true, content: { plan, type: 'other', title: { en: 'Came since' } } }]);
  await nodes.sync();
  const late = await ask(`/work-plan/${plan}/answer`, { _do: 'all', seen: hidden(shown, 'seen') });
  expect([late.status, (await late.text()).includes('What waits has changed meanwhile')]).toEqual([422, true]);
  expect((await activitiesOf(1, plan)).counts['standing']).toEqual({ proposed: COUNT + 1 });

  const again = await (await ask(`/work-plan/${plan}/answer`)).text();
  const html = await ended(ask, await ask(`/work-plan/${plan}/answer`, { _do: 'all', seen: hidden(again, 'seen') }));
  expect(html).toContain(`Agreed: ${COUNT + 2}.`);
  expect((await activitiesOf(1, plan)).counts['standing']).toEqual({ agreed: COUNT + 1 });
  await nodes.sync();
  expect((await activitiesOf(0, plan)).counts['standing']).toEqual({ agreed: COUNT + 1 });
}, 180_000);

test('given a plan of 600, then the new plan has every activity that is not cancelled, with its dates moved, and doing it again makes nothing twice', async () => {
  const ask = asks[0]!;
  const first = (await activitiesOf(0, plan)).rows[0]!;
  await write(0, [{ verb: 'put', kind: 'activity-progress', content: { activity: first.id, type: 'other', status: 'cancelled', reason: { en: 'Rain' } } }]);
  const form = await (await ask(`/work-plan/${plan}/copy`)).text();
  expect(form).toContain(`${COUNT + 1} activities`);
  const wish = { whole: hidden(form, 'whole'), title: 'Next plan', from: '01/01/2027', to: '31/12/2027' };
  const html = await ended(ask, await ask(`/work-plan/${plan}/copy`, wish));
  expect(html).toContain(`with ${COUNT} activities`);
  const copy = /href="\/work-plan\/([0-9a-f-]{36})"/u.exec(html)?.[1] ?? '';
  const made = await activitiesOf(0, copy);
  expect([made.total, made.rows.filter(({ content }) => typeof content['from'] === 'string' && !content['from'].startsWith('2027'))]).toEqual([COUNT, []]);
  const size = async () => (await nodes.nodes[0]!.kernel.journal(cooperation.id, 'VN', 'joint')).size;
  const before = await size();
  expect((await ask(`/work-plan/${plan}/copy`, wish)).status).toBe(422);
  expect([await size(), (await activitiesOf(0, copy)).total]).toEqual([before, COUNT]);
}, 180_000);

test('given a side with its own chain, then the whole copy waits as one, is cleared once, and is said whole', async () => {
  const chain: readonly Chain[] = [{ kinds: ['work-plan', 'activity'], steps: [{ role: 'coordinator' }, { role: 'leader' }] }];
  const [writer, leader] = [await signedIn(0, 'lan', ['coordinator'], chain), await signedIn(0, 'boss', ['leader'], chain)];
  const wish = { whole: hidden(await (await writer(`/work-plan/${plan}/copy`)).text(), 'whole'), title: 'Cleared plan', from: '01/01/2030', to: '31/12/2030' };
  const size = async () => (await nodes.nodes[0]!.kernel.journal(cooperation.id, 'VN', 'joint')).size;
  const before = await size();
  const html = await ended(writer, await writer(`/work-plan/${plan}/copy`, wish));
  const [waits = ''] = /\/approvals\/[0-9a-f-]{36}/u.exec(html) ?? [];
  expect(await size()).toBe(before);
  expect(await (await leader(waits)).text()).toContain(`Cleared plan (+${COUNT})`);
  expect((await leader(`${waits}/decide`, { _do: 'approve' })).status).toBe(303);
  const copy = nodes.nodes[0]!.kernel.naturalId(cooperation.id, 'work-plan', `${plan} 2030-01-01 2030-12-31`);
  expect((await activitiesOf(0, copy)).total).toBe(COUNT);
  const after = await size();
  await leader(`${waits}/decide`, { _do: 'approve' });
  expect(await size()).toBe(after);
}, 180_000);

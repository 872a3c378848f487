/** A side's own chain: nothing reaches the other side before every step has approved; without a chain nothing changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordRow } from '@entente/kernel';
import { approvals, type Module } from '../src/index.ts';
import { cooperation, idOf, memo, pledge, rowOf, signedIn, world, type Browser, type Node, type World } from './world.ts';

let w: World;
let plain: World;
const people: Record<string, Browser> = {};
const trial: Module = { name: 'trial', kinds: [pledge, memo] };
beforeAll(async () => {
  w = await world({ modules: [trial, approvals], approvals: [{ steps: [{ role: 'coordinator' }, { role: 'leader' }] }, { kinds: ['memo'], steps: [{ role: 'coordinator' }, { person: 'boss' }] }] });
  plain = await world({ modules: [trial, approvals] });
  for (const [login, roles] of [['focal', ['focal-point']], ['ann', ['coordinator']], ['boss', ['leader']], ['other', ['leader']]] as const) people[login] = await signedIn(w.vn, login, roles);
  people['lao'] = await signedIn(w.la, 'lao', ['coordinator', 'leader']);
});
afterAll(async () => { await w.close(); await plain.close(); });

const as = (login: string): Browser => { const one = people[login]; if (!one) throw new Error(login); return one; };
const joint = async (of: Node): Promise<number> => (await of.kernel.journal(cooperation.id, of.party, 'joint')).size;
const list = async (of: Node, kind: string): Promise<readonly RecordRow[]> => (await of.kernel.reader({ id: 't', party: of.party, roles: ['coordinator'], office: null }).list({ coop: cooperation.id, kind })).rows;
const propose = async (who: Browser, text: string, more: Record<string, string> = {}) => who.post('/pledges/new', { 'text.vi': text, state: 'open', on: '2020', _do: 'propose-agree', _key: text, ...more });
const decide = async (who: Browser, id: string, deed: string, note = '') => who.post(`/approvals/${id}/decide`, { _do: deed, note });

describe('with a chain', () => {
  test('a proposal waits at home, is approved by the leader, and only then is said to the other side', async () => {
    const before = await joint(w.vn);
    const answer = await propose(as('ann'), 'Xây trường', { _note: 'theo hội nghị' });
    expect(answer.headers.get('location')).toMatch(/^\/approvals\//u);
    const id = idOf(answer);
    expect(await joint(w.vn)).toBe(before);
    expect(await list(w.vn, 'pledge')).toHaveLength(0);
    const page = await (await as('boss').get(`/approvals/${id}`)).text();
    expect(page).toContain('Xây trường');
    expect(page).toContain('Clear and send');
    expect(await (await as('boss').get('/waiting')).text()).toContain('Waits for clearance by Leader');
    expect((await decide(as('focal'), id, 'approve')).status).toBe(303);
    expect(await joint(w.vn)).toBe(before);

    await decide(as('boss'), id, 'approve', 'đồng ý');
    expect(await joint(w.vn)).toBe(before + 1);
    const [row] = await list(w.vn, 'pledge');
    expect(row).toMatchObject({ party: 'VN', standing: 'proposed', waitsFor: ['LA'] });
    const done = await rowOf(w.vn, id);
    expect(done?.content).toMatchObject({ state: 'done', decisions: [{ verdict: 'begun', step: 1 }, { verdict: 'approved', note: 'đồng ý' }] });
    expect(await (await as('boss').get('/waiting')).text()).not.toContain('Waits for clearance');
    await w.sync();
    expect((await list(w.la, 'pledge')).map((one) => one.id)).toEqual([row?.id]);
    expect(await list(w.la, 'approval')).toEqual([]);
    expect(await rowOf(w.la, id)).toBeNull();
  });

  test('what was approved is locked: no second decision, no form of its own, not by anybody', async () => {
    const [row] = await list(w.vn, 'approval');
    const id = row?.id ?? '';
    const before = await joint(w.vn);
    await decide(as('boss'), id, 'return', 'nghĩ lại');
    await decide(as('ann'), id, 'withdraw');
    await decide(as('boss'), id, 'approve');
    expect((await rowOf(w.vn, id))?.version).toBe(row?.version);
    expect(await joint(w.vn)).toBe(before);
    expect((await as('ann').get(`/approvals/${id}/edit`)).status).toBe(403);
    expect((await as('ann').get('/approvals/new')).status).toBe(404);
  });

  test('returned with a note it stands in its form again, and goes the whole way anew', async () => {
    const id = idOf(await propose(as('ann'), 'Cần sửa'));
    const without = await decide(as('boss'), id, 'return');
    expect(without.status).toBe(303);
    expect((await rowOf(w.vn, id))?.content['state']).toBe('waiting');
    await decide(as('boss'), id, 'return', 'Thiếu năm');
    expect((await rowOf(w.vn, id))?.content).toMatchObject({ state: 'returned', decisions: [{}, { note: 'Thiếu năm' }] });
    expect(await (await as('ann').get('/waiting')).text()).toContain('Returned: Thiếu năm');
    const form = (await decide(as('ann'), id, 'take-up')).headers.get('location') ?? '';
    expect(form).toBe(`/pledges/new?taken-up=${id}`);
    expect(await (await as('ann').get(form)).text()).toContain('Cần sửa');
    const again = idOf(await propose(as('ann'), 'Đã sửa'));
    await decide(as('boss'), again, 'approve');
    expect((await list(w.vn, 'pledge')).some((row) => (row.content['text'] as { vi: string }).vi === 'Đã sửa')).toBe(true);
    expect((await list(w.vn, 'pledge')).some((row) => (row.content['text'] as { vi: string }).vi === 'Cần sửa')).toBe(false);
  });

  test('what came back is corrected on what it was written on: what changed since is seen, not overwritten', async () => {
    const made = idOf(await propose(as('ann'), 'Bản đầu'));
    await decide(as('boss'), made, 'approve');
    await w.sync();
    const record = (await list(w.vn, 'pledge')).find((row) => (row.content['text'] as { vi: string }).vi === 'Bản đầu')?.id ?? '';
    await as('lao').post('/waiting', { _do: 'selected', record, shown: record, _key: 'agree-first' });
    await w.sync();
    const edit = `/pledges/${record}/edit`;
    const on = (await rowOf(w.vn, record))?.version ?? '';
    const waiting = idOf(await as('ann').post(edit, { 'text.vi': 'Bản của Ann', state: 'open', on: '2020', _do: 'propose-agree', _on: on, _key: 'ann-edits' }));
    await decide(as('boss'), waiting, 'return', 'Xem lại');
    expect((await decide(as('ann'), waiting, 'take-up')).headers.get('location')).toBe(edit);
    expect(await (await as('ann').get(edit)).text()).toContain(`name="_on" value="${on}"`);
  });

  test('an owned record passes two steps, one of them a person; whoever writes as the last step says it at once', async () => {
    const before = await joint(w.vn);
    const id = idOf(await as('focal').post('/memos/new', { 'title.vi': 'Báo cáo quý', _do: 'put', _key: 'm1' }));
    await decide(as('boss'), id, 'approve');
    expect((await rowOf(w.vn, id))?.content).toMatchObject({ next: 0, state: 'waiting' });
    await decide(as('ann'), id, 'approve');
    await decide(as('other'), id, 'approve');
    expect((await rowOf(w.vn, id))?.content).toMatchObject({ next: 1, state: 'waiting' });
    expect(await joint(w.vn)).toBe(before);
    await decide(as('boss'), id, 'approve');
    expect(await joint(w.vn)).toBe(before + 1);
    expect((await list(w.vn, 'memo')).map((row) => row.content['title'])).toEqual([{ vi: 'Báo cáo quý' }]);
  });

  test('agreeing to what the other side proposed waits too, and a broken wish is told at once and waits nowhere', async () => {
    const proposed = await w.la.kernel.commit([{ verb: 'propose', kind: 'pledge', content: { text: { lo: 'ສະເໜີຂອງລາວ' }, state: 'open', on: '2021' }, agree: true }], { coop: cooperation.id, by: { id: 't', party: 'LA', roles: ['coordinator'], office: null } });
    if (!proposed.ok) throw new Error('not proposed');
    await w.sync();
    const record = proposed.value.records[0]?.record ?? '';
    const id = idOf(await as('ann').post('/waiting', { _do: 'selected', record, shown: record, _key: 'agree' }));
    expect((await rowOf(w.vn, record))?.standing).toBe('proposed');
    expect(await (await as('boss').get(`/pledges/${record}`)).text()).toContain(`/approvals/${id}`);
    await decide(as('boss'), id, 'approve');
    expect((await rowOf(w.vn, record))?.standing).toBe('agreed');
    const count = (await list(w.vn, 'approval')).length;
    expect((await propose(as('ann'), 'Sai', { on: 'hôm qua' })).status).toBe(422);
    expect(await list(w.vn, 'approval')).toHaveLength(count);
  });

  test('pressed twice, it is said once; withdrawn, it is not said', async () => {
    const id = idOf(await propose(as('ann'), 'Một lần'));
    const before = await joint(w.vn);
    await Promise.all([decide(as('boss'), id, 'approve'), decide(as('boss'), id, 'approve'), decide(as('other'), id, 'approve')]);
    expect(await joint(w.vn)).toBe(before + 1);
    expect((await rowOf(w.vn, id))?.content['decisions']).toHaveLength(2);
    const other = idOf(await propose(as('ann'), 'Rút lại'));
    await decide(as('ann'), other, 'withdraw');
    await decide(as('boss'), other, 'approve');
    expect(await joint(w.vn)).toBe(before + 1);
  });
});

test('a focal point who stands in the chain writes what the coordinator says, new or as a change; who does not stand in it may not', async () => {
  const deep = await world({ modules: [trial, approvals], approvals: [{ steps: [{ role: 'focal-point' }, { role: 'coordinator' }, { role: 'leader' }] }] });
  try {
    const [focal, ann, boss, reader] = await Promise.all((['focal-point', 'coordinator', 'leader', 'reader'] as const).map(async (role) => signedIn(deep.vn, role, [role])));
    if (!focal || !ann || !boss || !reader) throw new Error('nobody');
    expect((await propose(reader, 'Đọc giả')).status).toBe(403);
    expect(await (await focal.get('/pledges')).text()).toContain('href="/pledges/new"');
    expect((await propose(focal, 'Sai', { on: 'hôm qua' })).status).toBe(422);
    const first = idOf(await propose(focal, 'Mở lớp'));
    await decide(ann, first, 'approve');
    expect(await list(deep.vn, 'pledge')).toEqual([]);
    await decide(boss, first, 'approve');
    const [row] = await list(deep.vn, 'pledge');
    expect(row).toMatchObject({ content: { text: { vi: 'Mở lớp' } }, standing: 'proposed', waitsFor: ['LA'] });
    expect(await (await focal.get(`/pledges/${row?.id}`)).text()).toMatch(/proposed and agreed <small[^>]*>\(Coordinator\)/u);

    await deep.sync();
    const agreed = await deep.la.kernel.commit([{ verb: 'consent', record: row?.id ?? '', h: row?.version ?? '' }], { coop: cooperation.id, by: { id: 't', party: 'LA', roles: ['leader'], office: null } });
    expect(agreed.ok).toBe(true);
    await deep.sync();
    const changed = idOf(await focal.post(`/pledges/${row?.id}/edit`, { 'text.vi': 'Mở hai lớp', state: 'open', on: '2020', _do: 'propose-agree', _key: 'c1', _on: row?.version ?? '' }));
    expect(changed).not.toBe('');
    for (const who of [ann, boss]) await decide(who, changed, 'approve');
    await deep.sync();
    expect((await deep.la.kernel.reader({ id: 't', party: 'LA', roles: ['leader'], office: null }).waitingFor(cooperation.id, 'LA', 5)).kinds.flatMap(({ rows }) => rows.map((one) => one.id))).toEqual([row?.id]);
  } finally {
    await deep.close();
  }
});

test('without a chain everything is said at once, as before', async () => {
  const ann = await signedIn(plain.vn, 'ann', ['coordinator']);
  const answer = await propose(ann, 'Nói ngay');
  expect(answer.headers.get('location')).toMatch(/^\/pledges\//u);
  expect((await rowOf(plain.vn, idOf(answer)))?.standing).toBe('proposed');
});

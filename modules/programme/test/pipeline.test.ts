/** A project proposal on its way: each stage asks for what it needs, both decide, and the activity is not typed again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent, Person } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts } from '@entente/web';
import { programme, programmeKinds } from '../src/index.ts';
import { activityFrom } from '../src/pipeline/hand-over.ts';

const cooperation = {
  id: 'vn-la-pipeline', title: { en: 'Cooperation' }, observers: [], demo: true, themes: { skills: { en: 'Skills' } },
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Vientiane' })),
};
const ORIGIN = 'http://node.test';
let nodes: TestNodes;
let cookie = '';
let ask: (path: string, form?: Record<string, string>) => Promise<Response>;
const by = (party: string): Person => ({ id: 'tester', party, roles: ['coordinator', 'leader'], office: null });
const said = async (at: 0 | 1, intents: readonly Intent[]): Promise<readonly string[]> => {
  const node = nodes.nodes[at]!;
  const done = await node.kernel.commit(intents, { coop: cooperation.id, by: by(node.party) });
  await nodes.sync();
  return done.ok ? done.value.records.map(({ record }) => record) : done.problems.map(({ id, path }) => `${id} ${path.slice(1).join('.')}`);
};
/** Lao proposes, Viet Nam agrees: either side may write. */
async function agree(content: object, record?: string): Promise<string> {
  const row = record ? await nodes.nodes[1]!.kernel.reader(by('LA')).get(cooperation.id, record) : null;
  const [id = ''] = await said(1, [{ verb: 'propose', kind: 'project-proposal', content, agree: true, ...(record ? { record, on: row?.version ?? null } : {}) }]);
  const [open] = (await nodes.nodes[0]!.kernel.reader(by('VN')).candidates(cooperation.id, id)).filter(({ status }) => status === 'open');
  await said(0, [{ verb: 'consent', record: id, h: open?.h ?? '' }]);
  return id;
}
const idea = { title: { vi: 'Trung tâm đào tạo nghề', lo: 'ສູນຝຶກອາຊີບ' }, stage: 'idea', aim: { vi: 'Đào tạo\n300 học viên mỗi năm.' }, themes: ['skills'], from: '2027-01', to: '2028-12' };
const full = {
  ...idea, study: { vi: 'Khả thi.' }, costs: [{ number: '1', what: { vi: 'Xây dựng' }, money: { amount: '2800000000', currency: 'VND' } }], total: { amount: '2800000000', currency: 'VND' },
  sourcesOfFunds: [{ funding: 'oda', funder: { name: { en: 'A partner' } }, money: { amount: '2800000000', currency: 'VND' }, state: 'promised' }, { funding: 'enterprise', state: 'refused' }], decidedOn: '2026-11-20',
};
const at = (stage: string) => ({ ...full, stage });

beforeAll(async () => {
  nodes = await memoryNodes(2, { cooperation, kinds: programmeKinds });
  const [vn] = nodes.nodes;
  const accounts = await openAccounts({ db: vn!.database.kysely, party: 'VN', secret: 's'.repeat(40), origin: ORIGIN });
  const web = createWeb({ kernel: vn!.kernel, modules: [programme], accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
  await accounts.add({ login: 'mai', name: 'Mai', password: 'a long enough password', roles: ['coordinator'] });
  ask = async (path, form) => web.request(`${ORIGIN}${path}`, { headers: { 'accept-language': 'en', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}) });
  const answer = await ask('/sign-in', { login: 'mai', password: 'a long enough password', to: '/' });
  cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
});
afterAll(() => nodes.close());

describe('a project proposal', () => {
  test('goes stage by stage, and each stage asks for what it needs', async () => {
    const id = await agree(idea);
    const version = async () => (await nodes.nodes[1]!.kernel.reader(by('LA')).get(cooperation.id, id))?.version ?? '';
    const change = async (content: object) => said(1, [{ verb: 'propose', kind: 'project-proposal', record: id, content, on: await version() }]);
    expect(await change({ ...idea, stage: 'studied' })).toEqual(['pipeline.needed study']);
    expect(await change(at('decided'))).toEqual(['state.move stage']);
    expect(await change({ ...at('costed'), total: { amount: '1', currency: 'VND' } })).toEqual(['programme-rules.sum total.amount', 'state.move stage']);
    expect((await ask(`/pipeline/${id}/activity`, {})).status).toBe(422);
    for (const stage of ['studied', 'costed', 'funding-sought', 'decided']) await agree(at(stage), id);
    expect(await nodes.nodes[0]!.kernel.reader(by('VN')).get(cooperation.id, id)).toMatchObject({ standing: 'agreed', content: { stage: 'decided' } });
    const page = await (await ask('/pipeline?lang=en')).text();
    expect(page).toContain('Trung tâm đào tạo nghề');
    expect(page).toContain('promised');
  });

  test('becomes an activity without being typed again, and the link is kept both ways', async () => {
    const [row] = (await nodes.nodes[0]!.kernel.reader(by('VN')).list({ coop: cooperation.id, kind: 'project-proposal' })).rows;
    const id = row?.id ?? '';
    expect(await (await ask(`/project-proposals/${id}`)).text()).toContain('Make an activity of it');
    const made = await ask(`/pipeline/${id}/activity`, {});
    expect(made.headers.get('location')).toBe('/activities/new');
    const form = await (await ask('/activities/new')).text();
    for (const text of ['Trung tâm đào tạo nghề', 'ສູນຝຶກອາຊີບ', '300 học viên mỗi năm.', 'Xây dựng', '2,800,000,000', id]) expect(form).toContain(text);
    // A draft of something else is not written over.
    await ask('/activities/new', { 'title.vi': 'Việc khác', type: 'other', _draft: 'yes' });
    expect((await ask(`/pipeline/${id}/activity`, {})).status).toBe(422);
    await ask('/drafts/discard', { key: '/activities/new' });

    const [activity = ''] = await said(0, [{ verb: 'propose', kind: 'activity', content: activityFrom(row as never), agree: true }]);
    const kept = await nodes.nodes[0]!.kernel.reader(by('VN')).get(cooperation.id, activity);
    expect(kept?.content).toMatchObject({ proposal: id, type: 'joint-project', total: full.total, budget: [{ number: '1', funding: 'oda', funder: { name: { en: 'A partner' } } }] });
    expect((await nodes.nodes[0]!.kernel.reader(by('VN')).links(cooperation.id, id)).in).toContainEqual({ rel: 'proposal', from: activity, kind: 'activity' });
  });

  test('takes the words that people translated, not those of a machine', () => {
    const said = (lang: string, text: string, origin: string, stale = false) => ({ lang, text, origin, stale, party: 'VN' });
    const translations = { title: { en: said('en', 'Vocational centre', 'person'), fr: said('fr', 'Centre', 'machine'), th: said('th', 'เก่า', 'person', true) } };
    expect(activityFrom({ id: 'x', content: { ...idea, stage: 'decided' }, translations } as never)['title']).toEqual({ ...idea.title, en: 'Vocational centre' });
  });

  test('offers the next step with what it needs, and is handed over once there is an activity of it', async () => {
    const fresh = await agree({ ...idea, title: { vi: 'Một ý tưởng nữa' } });
    const page = await (await ask(`/project-proposals/${fresh}`)).text();
    expect(page).toContain('needs: What the study found');
    expect(page).toContain(`/project-proposals/${fresh}/edit?stage=studied`);
    const form = await (await ask(`/project-proposals/${fresh}/edit?stage=studied`)).text();
    // The form offers where it stands and where it may go from there, the step chosen first.
    expect([...form.matchAll(/<option value="(idea|studied|costed|funding-sought|decided|handed-over|dropped)"( selected)?/gu)].map(([, value, chosen]) => `${value}${chosen ?? ''}`)).toEqual(['idea', 'studied selected', 'dropped']);
    expect((await ask(`/pipeline/${fresh}/handed-over`, {})).status).toBe(422);

    const decided = (await nodes.nodes[0]!.kernel.reader(by('VN')).list({ coop: cooperation.id, kind: 'project-proposal' })).rows.find((row) => row.content['stage'] === 'decided')?.id ?? '';
    expect((await ask(`/pipeline/${decided}/handed-over`, {})).status).toBe(303);
    const [open] = await nodes.nodes[0]!.kernel.reader(by('VN')).candidates(cooperation.id, decided).then((all) => all.filter(({ status }) => status === 'open'));
    expect(open?.content['stage']).toBe('handed-over');
  });
});

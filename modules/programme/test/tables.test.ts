/** A work plan drafted in a spreadsheet, taken out again as the page shows it, and brought back corrected. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent, Person, RecordRow } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts, tablesModule } from '@entente/web';
import { programme, programmeKinds } from '../src/index.ts';

const cooperation = {
  id: 'vn-la-tables', title: { en: 'Cooperation' }, observers: [], demo: true, themes: { skills: { en: 'Skills' }, remains: { en: 'Remains' } },
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Vientiane' })),
};
const ORIGIN = 'http://node.test';
const by: Person = { id: 'tester', party: 'VN', roles: ['coordinator', 'focal-point'], office: null };
let nodes: TestNodes;
let ask: (path: string, body?: FormData | Record<string, string>) => Promise<Response>;
const vn = () => nodes.nodes[0]!;
const rowsOf = async (kind: string): Promise<readonly RecordRow[]> => (await vn().kernel.reader(by).list({ coop: cooperation.id, kind, limit: 100, sort: 'title' })).rows;
async function said(intent: Intent): Promise<string> {
  const done = await vn().kernel.commit([intent], { coop: cooperation.id, by });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value.records[0]?.record ?? '';
}

/** Brings a typed table in on the pages as a person does: look, then write; answers what the look said. */
async function bring(address: string, lines: readonly string[]): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([lines.join('\n')]), 'kế hoạch.csv');
  form.append('_do', 'look');
  const looked = await ask(address, form);
  const page = await (await ask(looked.headers.get('location')?.split('#')[0] ?? '')).text();
  const token = /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
  const job = (await ask(address, { token, _do: 'write' })).headers.get('location') ?? '';
  await expect.poll(async () => (await ask(job)).text(), { timeout: 20_000 }).toMatch(/rows? (is|are) written/u);
  return page;
}
/** Rows of a taken CSV as their cells, without heading. */
const cells = async (path: string): Promise<readonly string[]> => (await (await ask(path)).text()).trim().split('\r\n').slice(2);

beforeAll(async () => {
  nodes = await memoryNodes(2, { cooperation, kinds: programmeKinds });
  const accounts = await openAccounts({ db: vn().database.kysely, party: 'VN', secret: 's'.repeat(40), origin: ORIGIN });
  const web = createWeb({ kernel: vn().kernel, modules: [programme, tablesModule], accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
  await accounts.add({ login: 'mai', name: 'Mai', password: 'a long enough password', roles: ['coordinator', 'focal-point'] });
  let cookie = '';
  ask = async (path, body) => web.request(`${ORIGIN}${path}`, {
    headers: { 'accept-language': 'en', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    ...(body ? { method: 'POST', body: body instanceof FormData ? body : new URLSearchParams(body) } : {}),
  });
  const answer = await ask('/sign-in', { login: 'mai', password: 'a long enough password', to: '/' });
  cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
});
afterAll(() => nodes.close());

describe('a plan from a spreadsheet', () => {
  const HEAD = 'Số trong kế hoạch;Loại;Tên hoạt động;Lĩnh vực;Từ ngày;Đến ngày';
  test('is drafted, taken out as it is shown, and corrected by its own numbers', async () => {
    const plan = await said({ verb: 'propose', kind: 'work-plan', content: { title: { vi: 'Kế hoạch 2027' }, from: '2027-01-01', to: '2027-12-31' }, agree: true });
    const address = `/tables/activities?plan=${plan}`;
    expect(await (await ask(`/work-plan/${plan}`)).text()).toContain(address);
    expect(await (await ask(address)).text()).toContain('Kế hoạch 2027');

    await bring(address, [HEAD, '1;Hội thảo, đối thoại chính sách;Hội thảo việc làm;Skills;1/3/2027;5/3/2027', '2;Tìm kiếm, quy tập, hồi hương hài cốt;Quy tập;Remains;1/4/2027;']);
    expect((await rowsOf('activity')).map(({ content }) => [content['plan'], content['number'], content['type'], content['to']])).toEqual([[plan, '1', 'seminar', '2027-03-05'], [plan, '2', 'remains', undefined]]);

    const waiting = await rowsOf('activity');
    await nodes.sync();
    const agreed = await nodes.nodes[1]!.kernel.commit(waiting.map((row): Intent => ({ verb: 'consent', record: row.id, h: row.version })), { coop: cooperation.id, by: { ...by, party: 'LA' } });
    expect(agreed.ok).toBe(true);
    await nodes.sync();

    // The same table with one line corrected: the activity of that number changes, none is made anew.
    const page = await bring(address, [HEAD, '1;Hội thảo, đối thoại chính sách;Hội thảo việc làm;Skills;1/3/2027;6/3/2027', '2;Tìm kiếm, quy tập, hồi hương hài cốt;Quy tập;Remains;1/4/2027;']);
    expect(page.replaceAll(/<[^>]+>/gu, ' ')).toMatch(/Will change\s+1\s+Unchanged, left alone\s+1/u);
    expect((await rowsOf('activity'))).toHaveLength(2);
  });

  test('is taken out with every filter of the page', async () => {
    const [plan = ''] = (await rowsOf('work-plan')).map(({ id }) => id);
    const [seminar, search] = await rowsOf('activity');
    await said({ verb: 'put', kind: 'activity-progress', content: { activity: search?.id ?? '', type: 'remains', status: 'done' } });
    const [all, themed, done, typed, words, none] = await Promise.all(['', '&theme=skills', '&state=done', '&type=seminar', '&q=Quy', '&province=00000000-0000-8000-8000-000000000000']
      .map((query) => cells(`/work-plan/${plan}/file?as=csv${query}`)));
    expect([all, themed, done, typed, words, none].map((rows) => rows?.filter((row) => row !== '').map((row) => row.split(',')[0]))).toEqual([[seminar?.id, search?.id], [seminar?.id], [search?.id], [seminar?.id], [search?.id], []]);
    expect(await (await ask(`/work-plan/${plan}?state=done&theme=remains&lang=en`)).text()).toContain(`/work-plan/${plan}/file?state=done&amp;theme=remains`);
  });
});

test('types that call codes of different lists by one name share a column: a table comes back as it went; offices are known by their short names too', async () => {
  const office = await said({ verb: 'put', kind: 'office', content: { name: { vi: 'Bộ Lao động' }, short: { vi: 'BLĐ' }, aliases: ['MOLISA'], type: 'ministry' } });
  await said({ verb: 'propose', kind: 'activity', content: { type: 'scholarship', title: { vi: 'Học bổng' }, details: { intake: '2027', level: 'master' }, responsible: [office] } });
  await said({ verb: 'propose', kind: 'activity', content: { type: 'language-course', title: { vi: 'Lớp tiếng' }, details: { language: 'lo', level: 'b1' } } });
  const look = async (content: string): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([content]), 'bảng.csv');
    form.append('_do', 'look');
    const looked = await ask('/tables/activities', form);
    return (await (await ask(looked.headers.get('location')?.split('#')[0] ?? '')).text()).replaceAll(/<[^>]+>/gu, ' ');
  };
  for (const lang of ['en', 'vi']) {
    const taken = await (await ask(`/tables/activities/file?as=csv&lang=${lang}`)).text();
    expect(await look(taken)).toMatch(/(Unchanged, left alone|Không đổi, bỏ qua)\s+4(?!\d)/u);
  }
  await ask('/?lang=en');
  const typed = await look('Số trong kế hoạch;Loại;Tên hoạt động;Cơ quan chịu trách nhiệm;Riêng của loại này › Trình độ\n7;Học bổng;A;MOLISA;Thạc sĩ\n8;Học bổng;B;BLĐ;B1');
  expect(typed).not.toContain('is not in the list of this column');
});

test('each type has its page: what it asks for, its activities with their own fields, and what each side reports', async () => {
  const id = await said({ verb: 'propose', kind: 'activity', content: { type: 'remains', title: { vi: 'Mùa khô' }, details: { season: '2022-2023' } } });
  await said({ verb: 'put', kind: 'activity-progress', content: { activity: id, type: 'remains', status: 'done', results: { sets: 23, named: 4 } } });
  const words = async (path: string) => (await (await ask(`${path}?lang=en`)).text()).replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
  const page = await words('/activity-types/remains');
  for (const text of ['Search for and return of remains', 'Dry season', 'Mùa khô', '2022-2023', 'VN Sets of remains: 23; Of them named: 4']) expect(page).toContain(text);
  expect(await words('/activity-types')).toMatch(/Equipment grant/u);
  expect((await ask('/activity-types/no-such')).status).toBe(404);
});

test('every bad value of an activity is said at its field in the reader’s writing, and all that was typed stays', async () => {
  const typed = {
    _do: 'propose', type: 'short-training', 'title.vi': 'Lớp thử', from: '5/3/2027', to: '1/3/2027', commitments: '00000000-0000-8000-8000-000000000000', 'budget.0._row': '', 'budget.0.number': 'B1', 'budget.0.what.vi': 'Lớp',
    'budget.0.money.amount': '1.234,56', 'budget.0.money.currency': 'VND', 'total.amount': '1.234,57', 'total.currency': 'VND', 'details.days': '-3', 'details._case': 'type=short-training',
  };
  const told = async (more: Record<string, string>) => {
    const answer = await ask('/activities/new?lang=vi', { ...typed, ...more });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('value="Lớp thử"');
    return page.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
  };
  const shapes = await told({ 'budget.0.money.amount': '1,234.56', 'total.currency': 'XYZ' });
  expect(shapes).toContain('“1,234.56” dùng dấu theo cách viết khác. Nếu ý là 1.234,56');
  expect(shapes).toMatch(/Số ngày: Nhỏ nhất là 1/u);
  expect(shapes).toMatch(/Tổng dự toán[^.]*XYZ/u);
  const rules = await told({ 'details.days': '3' });
  expect(rules).toContain('Ngày kết thúc đứng trước ngày bắt đầu.');
  expect(rules).toContain('Các dòng cộng lại là 1.234,56 VND, không phải 1.234,57.');
  // A type chosen and sent before its fields were on the page: they are now, and why nothing was saved is said.
  const other = await told({ type: 'scholarship' });
  expect(other).toContain('Loại này có các ô riêng, nay đã hiện trên trang.');
  expect(other).toContain('Khóa tuyển');
  // Chosen anew, and again: the form knows one code whose fields it shows, so it can be sent.
  const chosen = await (await ask('/activities/new?lang=vi', { ...typed, type: 'seminar', 'details._case': 'type=scholarship' })).text();
  expect(chosen.match(/name="details\._case" value="[^"]*"/gu)).toEqual(['name="details._case" value="type=seminar"']);
  await ask('/drafts/discard', { key: '/activities/new' });
  await ask('/?lang=en');
});

test('a payment is known by the number of its document, a receipt by what it confirms and when', async () => {
  const [activity = ''] = (await rowsOf('activity')).map(({ id }) => id);
  const HEAD = 'Hoạt động;Loại;Số chứng từ;Số tiền: số tiền;Số tiền: loại tiền;Ngày;Bên cấp › Bên;Bên nhận › Bên';
  const line = (amount: string) => `#${activity};Giải ngân;CT-7;${amount};VND;5/3/2027;VN;LA`;
  await bring('/tables/transactions', [HEAD, line('1.000.000')]);
  await bring('/tables/transactions', [HEAD, line('1.200.000')]);
  expect((await rowsOf('transaction')).map(({ content }) => [content['reference'], (content['money'] as { amount: string }).amount])).toEqual([['CT-7', '1200000']]);
});

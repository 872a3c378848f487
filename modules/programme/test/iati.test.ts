/** The IATI file: valid by schema and code lists, in three languages; and the way back in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import type { Intent, Person } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts } from '@entente/web';
import { programme, programmeKinds } from '../src/index.ts';

const folder = join(import.meta.dirname, 'iati');
const cooperation = {
  id: 'vn-la-iati', title: { en: 'Cooperation' }, observers: [], demo: true, themes: { skills: { vi: 'Kỹ năng', lo: 'ທັກສະ', en: 'Skills' }, remains: { en: 'Remains' }, trafficking: { en: 'Trafficking' } },
  parties: [['VN', 'Việt Nam', 'ຫວຽດນາມ', 'Viet Nam'], ['LA', 'Lào', 'ລາວ', 'Lao PDR']].map(([id = '', vi = '', lo = '', en = '']) => ({ id, name: { vi, lo, en }, short: { en }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Ho_Chi_Minh', ...(id === 'VN' ? { orgId: 'VN-TEST-1' } : {}) })),
};

let nodes: TestNodes;
/** Of the register: an office, a body, a province. */
let [office, body, province] = ['', '', ''];
let ask: (path: string, body?: FormData | Record<string, string>) => Promise<Response>;
let call: (name: string, input: object, lang?: string) => Promise<Response>;
const by = (party: string): Person => ({ id: 'tester', party, roles: ['coordinator', 'focal-point', 'leader'], office: null });

async function commit(at: 0 | 1, intents: readonly Intent[]): Promise<readonly string[]> {
  const node = nodes.nodes[at]!;
  const done = await node.kernel.commit(intents, { coop: cooperation.id, by: by(node.party) });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  await nodes.sync();
  return done.value.records.map(({ record }) => record);
}
async function agreed(intents: readonly Intent[]): Promise<readonly string[]> {
  const records = await commit(0, intents.map((intent) => ({ ...intent, agree: true }) as Intent));
  const rows = await nodes.nodes[1]!.kernel.reader(by('LA')).many(cooperation.id, records);
  await commit(1, records.map((record) => ({ verb: 'consent', record, h: rows.get(record)?.version ?? '' })));
  return records;
}
const activityOf = (content: object): Intent => ({ verb: 'propose', kind: 'activity', content });
const real = {
  type: 'short-training', title: { vi: 'Lớp & "tay nghề" <2026>', lo: 'ຊຸດຝຶກອົບຮົມ', en: 'Skills course' }, aim: { vi: 'Bồi dưỡng giáo viên.' }, themes: ['skills', 'remains', 'trafficking'], from: '2026-03', to: '2026-11-20',
  outputs: [{ number: 'O1', what: { vi: 'Giáo trình', en: 'A curriculum' } }],
  indicators: [{ number: '1', name: { en: 'Teachers trained' }, baseline: '0', target: '24' }],
  budget: [{ number: '1', what: { en: 'Travel' }, money: { amount: '640000000', currency: 'VND' }, funder: { party: 'VN' } }, { number: '2', what: { en: 'Room' }, money: { amount: '1500.50', currency: 'USD' }, funder: { name: { en: 'ILO' } } }],
};

beforeAll(async () => {
  xmlRegisterFsInputProviders();
  nodes = await memoryNodes(2, { cooperation, kinds: programmeKinds });
  const [vn] = nodes.nodes;
  const accounts = await openAccounts({ db: vn!.database.kysely, party: 'VN', secret: 's'.repeat(40), origin: 'http://node.test' });
  const web = createWeb({ kernel: vn!.kernel, modules: [programme], accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
  const added = await accounts.add({ login: 'mai', name: 'Mai', password: 'a long enough password', roles: ['coordinator'] });
  const { secret } = await accounts.tokens.create(added.ok ? added.value.id : '', 't');
  call = async (name, input, lang = 'en') => web.request(`http://node.test/api/commands/${name}`, { method: 'POST', body: JSON.stringify(input), headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'accept-language': lang } });
  let cookie = '';
  ask = async (path, body) => web.request(`http://node.test${path}`, {
    headers: { 'accept-language': 'en', origin: 'http://node.test', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    ...(body ? { method: 'POST', body: body instanceof FormData ? body : new URLSearchParams(body) } : {}),
  });
  const answer = await ask('/sign-in', { login: 'mai', password: 'a long enough password', to: '/' });
  cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  [office = '', province = ''] = await commit(0, [{ verb: 'put', kind: 'office', content: { name: { vi: 'Sở Lao động Nghệ An' }, type: 'department', orgId: 'VN-DOLISA-1' } }, { verb: 'put', kind: 'office', content: { name: { vi: 'Nghệ An' }, type: 'province' } }]);
  [body = ''] = await agreed([{ verb: 'propose', kind: 'body', content: { name: { en: 'Joint committee' }, type: 'committee' } }]);
  const [one = ''] = await agreed([activityOf(real), activityOf({ type: 'other', title: { vi: 'Không ngày tháng' }, total: { amount: '5', currency: 'VND' } }), activityOf({ type: 'other', title: { vi: 'Bài tập' }, exercise: true })]);
  await commit(0, [activityOf({ type: 'other', title: { vi: 'Chỉ mới đề xuất' } })]);
  await commit(0, [
    { verb: 'put', kind: 'activity-progress', content: { activity: one, type: 'short-training', status: 'done', asOf: '2026-11-21', indicators: [{ number: '1', value: '22' }], outputs: [{ number: 'O1', what: { en: 'Printed' } }] } },
    { verb: 'put', kind: 'transaction', content: { activity: one, type: 'disbursement', money: { amount: '640000000', currency: 'VND' }, date: '2026-04', provider: { party: 'VN' }, receiver: { name: { en: 'College' } }, purpose: { vi: 'Đi lại', en: 'Travel' } } },
    { verb: 'put', kind: 'transaction', content: { activity: one, type: 'in-kind', money: { amount: '12.5', currency: 'USD' }, date: '2025', provider: { party: 'LA' }, receiver: { party: 'VN' } } },
  ]);
});
afterAll(() => nodes.close());

const fileOf = async (): Promise<string> => (await call('programme.iati', {})).text();

/** Codes that stand in a place of the mapping file and in none of its list. Lists that are not here are for places we must not use. */
function strangeCodes(doc: XmlDocument): readonly string[] {
  const mapping = XmlDocument.fromString(readFileSync(join(folder, 'mapping.xml'), 'utf8'));
  const lists = new Map(readdirSync(join(folder, 'codelists')).map((file) => {
    const list = XmlDocument.fromString(readFileSync(join(folder, 'codelists', file), 'utf8'));
    return [file.replace('.xml', ''), new Set(list.find('//codelist-item/code').map((node) => node.content))] as const;
  }));
  return mapping.find('/mappings/mapping').flatMap((each) => {
    const path = each.get('path')?.content ?? '';
    const condition = each.get('condition')?.content;
    const list = each.get('codelist/@ref')?.content ?? '';
    const cut = path.lastIndexOf('/');
    const xpath = condition ? `${path.slice(0, cut)}[${condition}]${path.slice(cut)}` : path;
    return doc.find(xpath).map((node) => node.content).filter((code) => !(lists.get(list)?.has(code) ?? false)).map((code) => `${xpath} ${list} ${code}`);
  });
}

describe('the activity file', () => {
  test('is valid against the schema 2.03, and its codes against the code lists by the mapping file', async () => {
    const doc = XmlDocument.fromString(await fileOf());
    const schema = XmlDocument.fromBuffer(readFileSync(join(folder, 'iati-activities-schema.xsd')), { url: `file://${join(folder, 'iati-activities-schema.xsd')}` });
    const validator = XsdValidator.fromDoc(schema);
    expect(() => { validator.validate(doc); }).not.toThrow();
    expect(strangeCodes(doc)).toEqual([]);
    // The checks see something: a wrong order and a wrong code are found.
    const wrong = XmlDocument.fromString((await fileOf()).replace('<activity-status code="4"/>', '').replace('code="LA"', 'code="XX"'));
    expect(() => { validator.validate(wrong); }).toThrow(/activity-date/u);
    expect(strangeCodes(wrong).join()).toContain('Country XX');
    validator.dispose(); schema.dispose(); doc.dispose(); wrong.dispose();
  });

  test('holds what was agreed and no exercise: three languages, dates, shares that make a hundred, money of both sides, results', async () => {
    const doc = XmlDocument.fromString(await fileOf());
    const all = (path: string) => doc.find(path).map((node) => node.content);
    expect(all('//iati-activity/title/narrative')).toEqual(expect.arrayContaining(['Lớp & "tay nghề" <2026>', 'ຊຸດຝຶກອົບຮົມ', 'Skills course', 'Không ngày tháng']));
    expect(all('//iati-activity')).toHaveLength(2);
    const first = `//iati-activity[title/narrative="Skills course"]`;
    expect(all(`${first}/title/narrative/@xml:lang`)).toEqual(['en', 'lo', 'vi']);
    expect(all(`${first}/activity-date/@iso-date`)).toEqual(['2026-03-01', '2026-11-20', '2026-11-21']);
    expect(all(`${first}/sector[@vocabulary="99"]/@percentage`).map(Number)).toEqual([33.34, 33.33, 33.33]);
    expect([all(`${first}/sector[@vocabulary="1"]/@code`), all(`${first}/tag/@code`), all(`${first}/default-aid-type/@code`)]).toEqual([['11330'], ['short-training'], ['E01']]);
    expect([all(`${first}/result[indicator/@measure="5"]/title/narrative`), all(`${first}/result[indicator/@measure="5"]//comment/narrative`)]).toEqual([['A curriculum', 'Giáo trình'], ['Printed']]);
    expect(all(`${first}/participating-org[@ref="VN-TEST-1"]/narrative`)).toContain('Viet Nam');
    expect(all(`${first}/recipient-country/@percentage`)).toEqual(['50', '50']);
    expect(all(`${first}/budget/value`)).toEqual(['640000000', '1500.50'].map((amount) => (amount.endsWith('50') ? '1500.5' : amount)));
    expect(all(`${first}/transaction/transaction-type/@code`).toSorted()).toEqual(['3', '4']);
    expect(all(`${first}/transaction/value/@value-date`).toSorted()).toEqual(['2025-12-31', '2026-04-30']);
    expect(all(`${first}/transaction[disbursement-channel/@code="4"]/provider-org/narrative`)).toEqual(['Lao PDR', 'ລາວ', 'Lào']);
    expect(all(`${first}/transaction[description]/provider-org/@ref`)).toEqual(['VN-TEST-1']);
    expect(all(`${first}/participating-org[@role="1"]/narrative`)).toEqual(expect.arrayContaining(['Viet Nam', 'ILO']));
    expect([all(`${first}/result/indicator/period/target/@value`), all(`${first}/result/indicator/period/actual/@value`)]).toEqual([['24'], ['22']]);
    doc.dispose();
  });
});

describe('bringing a file in', () => {
  interface Answer { activities?: { identifier: string; state: string; record: string; left: string[]; transactions: number; problems: { message: string; path: string[] }[] }[]; proposed?: number; transactions?: number; problems?: { id: string; message: string }[] }
  const bring = async (xml: string, dryRun: boolean, lang = 'en'): Promise<Answer> => await (await call('programme.iati-import', { file: Buffer.from(xml).toString('base64'), dryRun }, lang)).json() as Answer;
  const other = `<?xml version="1.0"?><iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>XM-DAC-1-7</iati-identifier><reporting-org ref="XM-DAC-1" type="10"><narrative>Donor</narrative></reporting-org>
    <title><narrative>Vocational &amp; skills</narrative><narrative xml:lang="vi">Dạy nghề</narrative></title><description><narrative>Teachers</narrative></description>
    <participating-org role="1" type="10"><narrative>Donor</narrative></participating-org><activity-status code="2"/><activity-date type="1" iso-date="2026-01-01"/><activity-date type="3" iso-date="2026-12-31"/>
    <sector vocabulary="99" code="skills"/><budget><period-start iso-date="2026-01-01"/><period-end iso-date="2026-12-31"/><value currency="USD" value-date="2026-01-01">5000</value></budget></iati-activity>
    <iati-activity><iati-identifier>XM-DAC-1-8</iati-identifier><title><narrative>Backwards</narrative></title><activity-date type="1" iso-date="2026-05-01"/><activity-date type="3" iso-date="2025-05-01"/></iati-activity></iati-activities>`;

  test('says first what would be proposed and what is wrong, writes nothing; then proposes once', async () => {
    const looked = await bring(other, true, 'vi');
    expect(looked.activities?.map(({ state, identifier }) => `${state} ${identifier}`)).toEqual(['new XM-DAC-1-7', 'problem XM-DAC-1-8']);
    expect(looked.activities?.[0]?.left).toEqual([]);
    expect(looked.activities?.[1]?.problems[0]?.path).toEqual(['to']);
    expect(looked.proposed).toBe(0);
    expect((await bring(other, false)).proposed).toBe(1);
    const row = await nodes.nodes[0]!.kernel.reader(by('VN')).get(cooperation.id, looked.activities?.[0]?.record ?? '');
    expect(row).toMatchObject({ standing: 'proposed', content: { title: { en: 'Vocational & skills', vi: 'Dạy nghề' }, from: '2026-01-01', themes: ['skills'], budget: [{ money: { amount: '5000', currency: 'USD' }, funder: { name: { en: 'Donor' } } }] } });
    expect(await bring(other, false)).toMatchObject({ proposed: 0, activities: [{ state: 'known' }, { state: 'problem' }] });
  });

  test('takes the type by its own code, guesses it by sector and kind of aid, or asks; outputs and indicators come along', async () => {
    const one = (n: number, inside: string) => `<iati-activity xml:lang="en"><iati-identifier>XM-T-${n}</iati-identifier><title><narrative>T${n}</narrative></title>${inside}</iati-activity>`;
    const xml = `<iati-activities version="2.03">${one(1, '<tag vocabulary="99" code="scholarship-x"/><sector code="72010"/><default-aid-type vocabulary="1" code="C01"/>')}${one(2, '<sector code="11330"/>')}${one(3, `<budget><value>about 5</value></budget>
      <result type="1"><title><narrative>Built</narrative></title><indicator measure="5"><title><narrative>House</narrative></title></indicator><indicator measure="1"><title><narrative>Beds</narrative></title><baseline year="2020" value="0"/><period><target value="40"/></period></indicator></result>`)}</iati-activities>`;
    const looked = (await bring(xml, true)).activities as unknown as { type: string; types: string[]; left: string[] }[];
    expect(looked.map(({ type, types }) => [type, types.length])).toEqual([['relief', 1], ['short-training', expect.any(Number)], ['other', 0]]);
    expect(looked[1]?.types.length).toBeGreaterThan(1);
    expect(looked[2]?.left).toEqual(['budget']);
    const done = await call('programme.iati-import', { file: Buffer.from(xml).toString('base64'), dryRun: false, types: { 'XM-T-3': 'construction', 'XM-T-2': 'no such type' } });
    const { activities } = await done.json() as { activities: { record: string }[] };
    const rows = await nodes.nodes[0]!.kernel.reader(by('VN')).many(cooperation.id, activities.map(({ record }) => record));
    expect(activities.map(({ record }) => rows.get(record)?.content['type'])).toEqual(['relief', 'short-training', 'construction']);
    expect(rows.get(activities[2]?.record ?? '')?.content).toMatchObject({ outputs: [{ number: 'O1', what: { en: 'House' } }], indicators: [{ number: 'I1', name: { en: 'Beds' }, baseline: '0', target: '40' }] });
  });

  test('its page says what our file cannot hold, shows what another would become, and proposes with the types chosen', async () => {
    const page = await (await ask('/iati')).text();
    expect(page).toContain('VN-TEST-1');
    expect(page).not.toContain('stand-in');
    expect(page).toMatch(/nothing says for which time[\s\S]*Không ngày tháng/u);
    const form = new FormData();
    form.append('file', new Blob(['<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>XM-P-1</iati-identifier><title><narrative>Chosen by hand</narrative></title><location/></iati-activity></iati-activities>']), 'a.xml');
    form.append('_do', 'look');
    const looked = await (await ask((await ask('/iati', form)).headers.get('location')?.split('#')[0] ?? '')).text();
    expect(looked).toContain('The file does not say; please choose.');
    expect(looked).toContain('Not taken over: location');
    const token = /name="token" value="([^"]+)"/u.exec(looked)?.[1] ?? '';
    const job = (await ask('/iati', { _do: 'propose', token, 'type:XM-P-1': 'seminar' })).headers.get('location') ?? '';
    await expect.poll(async () => (await ask(job)).text(), { timeout: 20_000 }).toContain('1 activity is proposed.');
    const { rows } = await nodes.nodes[0]!.kernel.reader(by('VN')).list({ coop: cooperation.id, kind: 'activity', filters: [{ field: 'type', is: 'seminar' }] });
    expect(rows.map(({ content }) => content['title'])).toEqual([{ en: 'Chosen by hand' }]);
    const bad = new FormData();
    bad.append('file', new Blob(['<html/>']), 'a.xml');
    bad.append('_do', 'look');
    const refused = await ask('/iati', bad);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('This is no IATI activity file')]);
  });

  const paid = (inside: string) => `<iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="USD"><iati-identifier>XM-M-1</iati-identifier><reporting-org ref="XM-M" type="10"><narrative>Donor</narrative></reporting-org><title><narrative>Paid</narrative></title>
    <participating-org role="1"><narrative>Donor</narrative></participating-org><participating-org role="4"><narrative>sở lao động  Nghệ An</narrative></participating-org><participating-org role="4"><narrative>Nobody here</narrative></participating-org>
    <participating-org role="2"><narrative>Lao PDR</narrative></participating-org><activity-status code="4"/><activity-date type="1" iso-date="2026-01-01"/><activity-date type="4" iso-date="2026-06-30"/>
    <location><name><narrative>Nghệ An</narrative></name></location><location><name><narrative>Vinh town hall</narrative></name><point/></location>${inside}</iati-activity></iati-activities>`;
  const transfer = (type: string, ref: string, rest = '', value = '250.5') => `<transaction${ref && ` ref="${ref}"`}><transaction-type code="${type}"/><transaction-date iso-date="2026-02-03"/><value value-date="2026-02-03">${value}</value>${rest}</transaction>`;
  const college = '<receiver-org><narrative>College</narrative></receiver-org>';

  test('brings organisations, places, how it goes and money along, each transaction once, and names what it cannot', async () => {
    const money = [transfer('3', 'T-1', college), transfer('3', '', college), transfer('3', '', college), transfer('4', 'T-2', `<provider-org><narrative>Viet Nam</narrative></provider-org>${college}<disbursement-channel code="4"/>`), transfer('11', 'T-3', '<provider-org ref="VN-TEST-1"/>'), transfer('7', 'T-4', college), transfer('3', 'T-5', college, '-9'), transfer('3', 'T-6', `${college}<sector code="11330"/>`)];
    const xml = paid(money.join(''));
    const [looked] = (await bring(xml, true)).activities ?? [];
    expect(looked).toMatchObject({ state: 'new', transactions: 6, problems: [] });
    expect(looked?.left.toSorted()).toEqual(['participating-org 4 Nobody here', 'participating-org 1', 'location/point', 'transaction 7 T-4', 'transaction 3 T-5', 'transaction/sector'].toSorted());
    expect(await bring(xml, false)).toMatchObject({ proposed: 1, transactions: 6 });
    const reader = nodes.nodes[0]!.kernel.reader(by('VN'));
    const record = looked?.record ?? '';
    expect((await reader.get(cooperation.id, record))?.content).toMatchObject({ responsible: [office], provinces: [province], place: { en: 'Vinh town hall' }, from: '2026-01-01', to: '2026-06-30' });
    const list = async (kind: string) => (await reader.list({ coop: cooperation.id, kind, filters: [{ field: 'activity', is: record }] })).rows.map((row) => row.content);
    expect(await list('activity-progress')).toMatchObject([{ status: 'done', asOf: '2026-06-30', type: 'other' }]);
    const rows = await list('transaction');
    expect(rows.map((row) => JSON.stringify([row['reference'] ?? '', row['type']])).toSorted()).toEqual([['', 'disbursement'], ['', 'disbursement'], ['T-1', 'disbursement'], ['T-2', 'in-kind'], ['T-3', 'commitment'], ['T-6', 'disbursement']].map((row) => JSON.stringify(row)));
    expect(rows.find((row) => row['reference'] === 'T-1')).toMatchObject({ money: { amount: '250.5', currency: 'USD' }, date: '2026-02-03', provider: { name: { en: 'Donor' } }, receiver: { name: { en: 'College' } } });
    expect(rows.find((row) => row['reference'] === 'T-3')).toMatchObject({ provider: { party: 'VN' }, receiver: { name: { en: 'Donor' } } });
    // The same file again changes nothing; one payment more is one transaction more.
    expect(await bring(xml, false)).toMatchObject({ proposed: 0, transactions: 0 });
    expect(await bring(paid([...money, transfer('3', 'T-9', college)].join('')), false)).toMatchObject({ proposed: 0, transactions: 1, activities: [{ state: 'known' }] });
    expect(await list('transaction')).toHaveLength(7);
  });

  test('what goes out and comes in under another name goes out the same again', async () => {
    const whole = {
      type: 'equipment-grant', title: { vi: 'Thiết bị', en: 'Equipment' }, aim: { vi: 'Cho lớp học.' }, themes: ['skills'], from: '2025-02', to: '2025-06-30', responsible: [office], partners: [body], provinces: [province], place: { en: 'Workshop' },
      outputs: [{ number: 'O1', what: { en: 'A workshop' } }], indicators: [{ number: 'A', name: { en: 'Machines' }, baseline: '0', target: '12.5' }],
      budget: [{ number: 'B1', what: { en: 'Machines' }, money: { amount: '700', currency: 'USD' }, funder: { office } }, { number: 'B2', what: { en: 'Freight' }, money: { amount: '9', currency: 'LAK' }, funder: { office } }],
    };
    const [done = '', planned = ''] = await agreed([activityOf(whole), activityOf({ type: 'seminar', title: { vi: 'Hội thảo' }, from: '2025-01-01' }), activityOf({ type: 'other', title: { vi: 'Chưa có ngày' } })]);
    const put = (kind: string, content: object): Intent => ({ verb: 'put', kind, content });
    await commit(0, [
      put('activity-progress', { activity: done, type: 'equipment-grant', status: 'done', asOf: '2025-07', outputs: [{ number: 'O1', what: { vi: 'Đã lắp' } }], indicators: [{ number: 'A', value: '12' }] }), put('activity-progress', { activity: planned, type: 'seminar', status: 'suspended', reason: { vi: 'Chờ' } }),
      put('transaction', { activity: done, type: 'in-kind', money: { amount: '650.25', currency: 'USD' }, date: '2025-05', provider: { office }, receiver: { name: { en: 'School' } }, reference: 'CT-7' }), put('transaction', { activity: done, type: 'commitment', money: { amount: '9', currency: 'LAK' }, date: '2025-03-04', provider: { party: 'LA' }, receiver: { party: 'VN' } }),
    ]);
    const elements = async (): Promise<readonly string[]> => (await fileOf()).match(/<iati-activity [\s\S]*?<\/iati-activity>/gu) ?? [];
    // All but the names and times of the file itself.
    const bare = (xml: string): string => xml.replace(/ last-updated-datetime="[^"]*"/u, '').replace(/<iati-identifier>.*<\/iati-identifier>/u, '');
    const before = await elements();
    const mine = before.filter((xml) => ['Equipment<', 'Hội thảo<', 'Chưa có ngày<'].some((title) => xml.includes(title)));
    expect(mine).toHaveLength(3);
    const sent = `<iati-activities version="2.03">${mine.join('').replaceAll('<iati-identifier>VN-TEST-1-', '<iati-identifier>XM-BACK-')}</iati-activities>`;
    const came = await bring(sent, false);
    expect(came).toMatchObject({ proposed: 3, transactions: 2, activities: [{ left: [] }, { left: [] }, { left: [] }] });
    await nodes.sync();
    const records = came.activities?.map(({ record }) => record) ?? [];
    const rows = await nodes.nodes[1]!.kernel.reader(by('LA')).many(cooperation.id, records);
    await commit(1, records.map((record) => ({ verb: 'consent', record, h: rows.get(record)?.version ?? '' })));
    const after = (await elements()).filter((xml) => !before.some((old) => old.match(/<iati-identifier>.*</u)?.[0] === xml.match(/<iati-identifier>.*</u)?.[0]));
    expect(after.map(bare).toSorted()).toEqual(mine.map(bare).toSorted());
  });

  test('an activity with more payments than an act holds comes in whole, and once', async () => {
    const of = (n: number, inside: string) => `<iati-activity xml:lang="en" default-currency="USD"><iati-identifier>XM-L-${n}</iati-identifier><reporting-org ref="XM-L" type="10"><narrative>Donor</narrative></reporting-org><title><narrative>L${n}</narrative></title>${inside}</iati-activity>`;
    const many = (n: number) => Array.from({ length: n }, (_, at) => transfer('3', `L-${at}`, college)).join('');
    const xml = `<iati-activities version="2.03">${of(1, many(140))}${of(2, many(3))}${of(3, '')}</iati-activities>`;
    expect((await bring(xml, true)).activities?.map(({ state, transactions }) => `${state} ${transactions}`)).toEqual(['new 140', 'new 3', 'new 0']);
    expect(await bring(xml, false)).toMatchObject({ proposed: 3, transactions: 143 });
    expect(await bring(xml, false)).toMatchObject({ proposed: 0, transactions: 0 });
    const [first] = (await bring(xml, true)).activities ?? [];
    const reader = nodes.nodes[0]!.kernel.reader(by('VN'));
    expect((await reader.list({ coop: cooperation.id, kind: 'transaction', filters: [{ field: 'activity', is: first?.record ?? '' }], limit: 1 })).total).toBe(140);
  });

  test('knows its own file again, and refuses what is none', async () => {
    const again = (await bring(await fileOf(), true)).activities ?? [];
    expect(again.length).toBeGreaterThan(1);
    expect(again.filter(({ state, transactions }) => state !== 'known' || transactions > 0)).toEqual([]);
    // The other side publishes the same activities under its own name.
    const theirs = (await bring((await fileOf()).replaceAll('<iati-identifier>VN-TEST-1-', '<iati-identifier>LA-ENTENTE-vn-la-iati-'), true)).activities ?? [];
    expect(theirs.filter(({ state, transactions }) => state !== 'known' || transactions > 0)).toEqual([]);
    expect((await bring('<html/>', true)).problems?.[0]?.id).toBe('iati.not-iati');
    expect((await bring('<iati-activities version="1.05"/>', true)).problems?.[0]?.message).toContain('1.05');
    expect((await bring('<!DOCTYPE x [<!ENTITY a "b">]><iati-activities version="2.03"/>', true)).problems?.[0]?.id).toBe('iati.not-iati');
    expect((await bring('<iati-activities version="2.03">'.concat('<a>'.repeat(100)), true)).problems?.[0]?.id).toBe('iati.not-iati');
    expect((await bring('<iati-activities version="2.03"><iati-activity/></iati-activities>', true)).activities?.[0]?.state).toBe('problem');
  });
});

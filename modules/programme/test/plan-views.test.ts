/** Views of a plan: what the database counts and adds is what the rules say, read one by one; no view shows more than a page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent, Money, Person } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts, type Context } from '@entente/web';
import { programme, programmeKinds } from '../src/index.ts';
import { firstOfEach, pageIds, standCounts } from '../src/plan/asked.ts';
import { scopeOf, type Scope } from '../src/plan/gather.ts';
import { sumsOf } from '../src/plan/money.ts';
import { peopleOf, type Counted } from '../src/plan/people.ts';
import { standOf, type Stand } from '../src/plan/stand.ts';
import { milestonesDue } from '../src/reminding/due.ts';
import { byProvinces, calendarOf, glance, moneySums } from '../src/plan/sums.ts';

const cooperation = {
  id: 'plan-views', title: { en: 'Cooperation' }, observers: [], demo: true, themes: { skills: { en: 'Skills' }, safety: { en: 'Safety' } },
  parties: ['VN', 'LA'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['vi', 'lo', 'en'], zone: 'Asia/Vientiane' })),
};
const ORIGIN = 'http://node.test';
const COUNT = 80;
let nodes: TestNodes;
let plan = '';
let other = '';
let page: (path: string) => Promise<string>;
const by = (party: string): Person => ({ id: 'tester', party, roles: ['coordinator', 'leader'], office: null });
const today = Temporal.PlainDate.from('2026-11-22');

/** The same numbers each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => { state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0; return (state >>> 8) % sides; };
}

interface Made { readonly id: string; readonly statuses: readonly string[]; readonly end: string | undefined; readonly themes: readonly string[]; readonly provinces: readonly string[]; readonly budget: readonly Money[]; readonly paid: readonly Money[]; readonly received: readonly Money[]; readonly people: readonly Counted[] }
const made: Made[] = [];

async function write(at: 0 | 1, intents: readonly Intent[]): Promise<void> {
  const node = nodes.nodes[at]!;
  for (let from = 0; from < intents.length; from += 40) {
    const done = await node.kernel.commit(intents.slice(from, from + 40), { coop: cooperation.id, by: by(node.party) });
    if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 2)));
  }
}

beforeAll(async () => {
  nodes = await memoryNodes(2, { cooperation, kinds: programmeKinds });
  const { kernel, party } = nodes.nodes[0]!;
  const idOf = (kind: string, key: string): string => kernel.naturalId(cooperation.id, kind, key);
  [plan, other] = [idOf('work-plan', 'first'), idOf('work-plan', 'second')];
  const roll = dice(7);
  const provincesOf = ['A', 'B', 'C'].map((name) => idOf('office', name));
  const agreed: Intent[] = provincesOf.map((record, at) => ({ verb: 'put', kind: 'office', record, content: { name: { en: `Province ${at}` }, type: 'province' } }));
  const progress: readonly [Intent[], Intent[]] = [[], []];
  for (const [record, title] of [[plan, 'First'], [other, 'Second']] as const) agreed.push({ verb: 'propose', kind: 'work-plan', record, agree: true, content: { title: { en: title }, from: '2019-01-01', to: `${today.year + 2}-12-31` } });
  const statuses = ['planned', 'under-way', 'late', 'suspended', 'done', 'done', 'cancelled', ''];
  const money = (): Money => ({ amount: `${roll(900) + 1}${['', '.5', '.25'][roll(3)]}`, currency: ['VND', 'LAK', 'USD'][roll(3)]! });
  const paying: Intent[] = [];
  const receiving: Intent[] = [];
  for (let n = 0; n < COUNT; n += 1) {
    const record = idOf('activity', `${n}`);
    const ends = [undefined, today.subtract({ days: 1 }), today, today.add({ days: 40 })][roll(4)];
    const end = ends === undefined ? undefined : ends.toString().slice(0, [4, 7, 10][roll(3)]);
    const themes = [[], ['skills'], ['skills', 'safety']][roll(3)]!;
    const provinces = provincesOf.filter(() => roll(3) === 0);
    const lines = Array.from({ length: roll(3) }, (_, at) => ({ number: `B${at}`, what: { en: 'Line' }, money: money() }));
    const total = lines.length === 0 && roll(2) === 0 ? money() : undefined;
    const sides = [0, 1].map(() => statuses[roll(statuses.length)]!);
    const counted: Counted[] = sides.map(() => (roll(2) === 0 ? { women: 2, men: 3, total: 5 } : { total: roll(9) }));
    const [paid, got] = [Array.from({ length: roll(3) }, money), money()];
    agreed.push({ verb: 'propose', kind: 'activity', record, agree: true, content: {
      plan: n % 10 === 0 ? other : plan, type: 'other', title: { en: `Activity ${n}` }, ...(end === undefined ? {} : { to: end }), themes, provinces,
      ...(lines.length > 0 ? { budget: lines } : {}), ...(total ? { total } : {}), milestones: [{ number: 'M1', what: { en: 'Start' }, due: '2019-03' }],
    } });
    for (const [at, status] of sides.entries()) {
      if (status !== '') progress[at]!.push({ verb: 'put', kind: 'activity-progress', content: { activity: record, type: 'other', status, participants: [counted[at]!], ...(['late', 'suspended', 'cancelled'].includes(status) ? { reason: { en: 'Rain' } } : {}) } });
    }
    for (const [at, amount] of paid.entries()) {
      const given = idOf('transaction', `${n}/${at}`);
      paying.push({ verb: 'put', kind: 'transaction', record: given, content: { activity: record, type: at === 0 ? 'disbursement' : 'in-kind', money: amount, date: '2020-05', provider: { party: 'VN' }, receiver: { party: 'LA' } } });
      if (at === 0) receiving.push({ verb: 'put', kind: 'receipt', content: { transaction: given, money: got, date: '2020-06' } });
    }
    paying.push({ verb: 'put', kind: 'transaction', content: { activity: record, type: 'commitment', money: money(), date: '2020-05', provider: { party: 'VN' }, receiver: { party: 'LA' } } });
    if (n % 10 === 0) continue;
    made.push({ id: record, statuses: sides.filter((status) => status !== ''), end, themes, provinces, budget: lines.length > 0 ? lines.map((line) => line.money) : total ? [total] : [], paid, received: paid.length > 0 ? [got] : [], people: sides[0] === '' ? [] : [counted[0]!] });
  }
  await write(0, [...agreed, ...progress[0], ...paying]);
  await nodes.sync();
  await write(1, [...progress[1], ...receiving]);
  await nodes.sync();

  const accounts = await openAccounts({ db: nodes.nodes[0]!.database.kysely, party, secret: 's'.repeat(40), origin: ORIGIN });
  const web = createWeb({ kernel, modules: [programme], accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
  const credentials = { login: 'mai', password: 'a long enough password' };
  await accounts.add({ ...credentials, name: 'Mai', roles: ['coordinator'] });
  const signedIn = await web.request(`${ORIGIN}/sign-in`, { method: 'POST', headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ ...credentials, to: '/' }) });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  page = async (path) => (await web.request(`${ORIGIN}${path}`, { headers: { 'accept-language': 'en', cookie } })).text();
}, 120_000);
afterAll(async () => { await nodes.close(); });

const ctxOf = (query: Readonly<Record<string, string>> = {}): Context => ({
  read: nodes.nodes[0]!.kernel.reader(by('VN')), cooperation, party: cooperation.parties[0]!, query,
}) as unknown as Context;
const scopeFor = (ctx: Context): Scope => ({ ...scopeOf(ctx, null), today: today.toString(), query: { coop: cooperation.id, kind: 'activity', filters: [{ field: 'plan', is: plan }] } });
const stoodOf = (one: Made): Stand => standOf(one.statuses, one.end, today.toString()).stand;
const tally = (values: readonly string[]): Record<string, number> => Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, of]) => [value, of.length]));
const sorted = (amounts: readonly Money[]): readonly Money[] => amounts.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));

describe('the views of a plan', () => {
  test('given what each side says and the dates, then the database finds each activity standing as the rule says', async () => {
    const ctx = ctxOf();
    const scope = scopeFor(ctx);
    expect(Object.fromEntries(await standCounts(ctx, scope))).toEqual(tally(made.map(stoodOf)));
    for (const { id, stand } of await firstOfEach(ctx, scope, COUNT)) expect([id, stand]).toEqual([id, stoodOf(made.find((one) => one.id === id)!)]);
    expect((await firstOfEach(ctx, scope, 2)).length).toBeLessThanOrEqual(12);
    const late = { ...scope, stand: 'late' as const };
    const { ids, total } = await pageIds(ctx, late, { offset: 0, limit: COUNT });
    expect([[...ids].toSorted(), total]).toEqual([made.filter((one) => stoodOf(one) === 'late').map(({ id }) => id).toSorted(), ids.length]);
  });

  test('given budgets, payments and receipts in three currencies, then the sums are exact; people are added by side', async () => {
    const ctx = ctxOf();
    for (const stand of [undefined, 'done'] as const) {
      const scope = { ...scopeFor(ctx), stand };
      const of = made.filter((one) => stand === undefined || stoodOf(one) === stand);
      const sums = await moneySums(ctx, scope);
      for (const name of ['paid', 'received'] as const) expect(sorted(sums[name])).toEqual(sorted(sumsOf(of.flatMap((one) => one[name]))));
      expect(sorted(sums.planned)).toEqual(sorted(sumsOf(of.flatMap((one) => one.budget))));
      const { people, themes, stuck } = await glance(ctx, scope, 3);
      expect(people.get('VN') ?? peopleOf([])).toEqual(peopleOf(of.flatMap((one) => one.people)));
      const held = of.filter((one) => ['late', 'suspended'].includes(stoodOf(one)));
      const ends = held.map((one) => one.end ?? '9').toSorted();
      expect([stuck.total, stuck.ids.map((id) => held.find((one) => one.id === id)?.end ?? '9')]).toEqual([held.length, ends.slice(0, 3)]);
      expect(themes.filter(({ theme }) => theme === 'skills').reduce((sum, { n }) => sum + n, 0)).toBe(of.filter((one) => one.themes.includes('skills')).length);
      const provinces = await byProvinces(ctx, scope, 2);
      expect(provinces.reduce((sum, { n }) => sum + n, 0)).toBe(of.length);
      expect(provinces.find((each) => each.provinces.length === 3)?.n ?? 0).toBe(of.filter((one) => one.provinces.length === 3).length);
    }
  });

  test('given a month with more than is shown, then the calendar says how many there are', async () => {
    const entries = await calendarOf(ctxOf(), scopeFor(ctxOf()), '2019', 5);
    expect(entries).toHaveLength(5);
    expect(entries[0]).toMatchObject({ date: '2019-03', what: 'milestone', n: made.length, text: { en: 'Start' } });
  });

  test('given every view with and without filters, then it is drawn, and what is left out is said with a link that narrows', async () => {
    for (const view of ['table', 'board', 'timeline', 'map', 'calendar', 'dashboard']) {
      for (const filters of ['', '&state=late&theme=skills&type=other', '&q=activity&page=2']) {
        const html = await page(`/work-plan/${plan}?view=${view}${filters}`);
        expect(html, `${view}${filters}`).toContain('First');
        expect(html, `${view}${filters}`).not.toContain('Internal');
      }
      expect(await page(`/work-plan/all?view=${view}`)).toContain('All activities');
    }
    expect(await page(`/work-plan/${plan}?view=table`)).toContain(`1–20 of ${made.length}`);
    const board = await page(`/work-plan/${plan}?view=board`);
    expect(board).toMatch(/state=suspended[^>]*>Show all \d\d</u);
    expect(await page(`/work-plan/${plan}?view=calendar&year=2019`)).toContain('month=2019-03');
  });

  test('given the plans, then each says how many activities it has', async () => {
    const html = await page('/work-plan');
    expect(html).toContain(`All activities</a>`.replace('</a>', ` (${COUNT})`));
    expect(html).toMatch(new RegExp(`Second[\\s\\S]*>${COUNT / 10}<`, 'u'));
  });

  test('given an agreed activity without dates, then its milestones remind both sides until one says that they are reached', async () => {
    const record = nodes.nodes[0]!.kernel.naturalId(cooperation.id, 'activity', 'undated');
    const now = Temporal.Now.plainDateISO('Asia/Vientiane');
    const [near, past, far] = [now.add({ days: 5 }), now.subtract({ days: 9 }), now.add({ days: 300 })].map(String);
    const milestones = [near, past, far].map((due, at) => ({ number: `M${at}`, what: { en: `Stage ${at}` }, due: due! }));
    await write(0, [{ verb: 'propose', kind: 'activity', record, agree: true, content: { plan: other, type: 'other', title: { en: 'Undated' }, themes: [], milestones } }]);
    await nodes.sync();
    const [open] = await nodes.nodes[1]!.kernel.reader(by('LA')).candidates(cooperation.id, record);
    await write(1, [{ verb: 'consent', record, h: open!.h }]);
    await nodes.sync();
    const due = async (at: 0 | 1) => (await milestonesDue.items({
      ...ctxOf(), read: nodes.nodes[at]!.kernel.reader(by(at === 0 ? 'VN' : 'LA')), title: (row: { title: Record<string, string> }) => ({ text: row.title['en'] }), pick: (text: Record<string, string>) => ({ text: text['en'] }), href: { record: (_: string, id: string) => id },
    } as unknown as Context)).filter((one) => one.href === record).map((one) => [one.due, one.detail]);
    const both = [[near, 'Stage 0'], [past, 'Stage 1']];
    expect([await due(0), await due(1)]).toEqual([both, both]);
    await write(0, [{ verb: 'put', kind: 'activity-progress', content: { activity: record, type: 'other', status: 'under-way', milestones: [{ number: 'M1', on: past! }] } }]);
    expect(await due(0)).toEqual([[near, 'Stage 0']]);
  });
});

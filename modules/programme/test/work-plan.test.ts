import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentProblems, field, type Beside } from '@entente/kernel';
import { label } from '@entente/text';
import { activityTypeCodes, activityTypes, detailCases, resultCases } from '../src/activity-types/index.ts';
import { activity, activityProgress, exchangeRate, receipt, transaction, workPlan, type Activity } from '../src/kinds/index.ts';
import { carried } from '../src/plan/carry.ts';
import { copyIntents, moved } from '../src/plan/copy.ts';
import { sumsOf, totalCurrencies, totalIn } from '../src/plan/money.ts';
import { peopleOf } from '../src/plan/people.ts';
import { sidesOf } from '../src/plan/sides.ts';
import { firstDay, lastDay, standOf, stands } from '../src/plan/stand.ts';

const ID = (digit: string) => `${digit.repeat(8)}-0000-8000-8000-000000000000`;
const told = (problems: readonly { readonly id: string; readonly path: readonly (string | number)[] }[] | undefined) => (problems ?? []).map(({ id, path }) => `${id.replace('programme-rules.', '')} ${path.join('.')}`);
const VND = (amount: string) => ({ amount, currency: 'VND' });
const beside = (party: string, rows: Readonly<Record<string, { readonly standing?: string; readonly party?: string; readonly content?: Record<string, unknown> }>>): Beside => ({
  party, linked: (id) => (rows[id] ? { kind: 'any', party: rows[id].party ?? 'VN', standing: rows[id].standing ?? 'agreed', content: rows[id].content ?? {} } : undefined),
});

describe('an activity', () => {
  const sound: Activity = {
    type: 'short-training', title: { vi: 'Khóa học' }, from: '2019-06', to: '2019-07-31', budget: [{ number: 'B1', what: { vi: 'Lớp' }, money: VND('400') }, { number: 'B2', what: { vi: 'Ăn ở' }, money: VND('240') }],
    total: VND('640'), details: { topic: { vi: 'Luật' }, days: 5 },
  };
  it('given sound content, has no problem', () => {
    expect(activity.shape.safeParse(sound).success).toBe(true);
    expect(told(activity.check?.(sound))).toEqual([]);
  });
  it('given an end before its start, lines that do not add up, a number twice, less than nothing: says all of it at the fields', () => {
    const lines = [{ number: 'B1', what: { vi: 'Lớp' }, money: VND('400') }, { number: 'B1', what: { vi: 'Ăn ở' }, money: VND('-240') }];
    expect(told(activity.check?.({ ...sound, to: '2019-05-31', budget: lines }))).toEqual(['end-before-start to', 'number-twice budget.1.number', 'negative budget.1.money.amount', 'sum total.amount']);
    expect(told(activity.check?.({ ...sound, budget: [{ number: 'B1', what: { vi: 'Lớp' }, money: { amount: '640', currency: 'LAK' } }] }))).toEqual(['sum-currencies total.currency']);
    expect(told(activity.check?.({ ...sound, indicators: [{ number: 'I1', target: '5' }] }))).toEqual(['indicator-unnamed indicators.0.name']);
  });
  it('given fields without their shape, says what holds across the others in the same answer', () => {
    const cooperation = { id: 'c', title: {}, parties: [], observers: [], themes: {}, demo: true };
    const lines = [{ number: 'B1', what: { vi: 'Lớp' }, money: VND('-400') }, { number: 'B1', what: {}, money: { amount: 'nhiều', currency: 'VND' } }];
    const wrong = { ...sound, title: {}, from: '2019-13', to: '2019-05-31', budget: lines, indicators: [{ number: 'I1', target: '5' }, { number: 'I1' }] };
    expect(told(contentProblems(activity, wrong, cooperation))).toEqual([
      'field.required title', 'field.date from', 'field.required budget.1.what', 'field.format budget.1.money.amount',
      'number-twice indicators.1.number', 'number-twice budget.1.number', 'indicator-unnamed indicators.0.name', 'indicator-unnamed indicators.1.name', 'negative budget.0.money.amount',
    ]);
  });
  it('given details of its type that are wrong, says so in them', () => {
    const items = [{ item: { vi: 'Máy' }, value: VND('400') }, { item: { vi: 'Bàn' }, value: VND('200') }];
    expect(told(activity.check?.({ ...sound, type: 'equipment-grant', details: { items, value: VND('640') } }))).toEqual(['sum details.value.amount']);
    expect(activity.shape.safeParse({ ...sound, details: { days: 0 } }).error?.issues.map((issue) => issue.path.join('.'))).toEqual(['details.days']);
    expect(activity.shape.safeParse({ ...sound, type: 'scholarship', details: {} }).error?.issues.map((issue) => issue.path.join('.'))).toEqual(['details.intake']);
  });
  it('given a retired commitment, an office that had ended, a plan of other years: names each', () => {
    const world = beside('VN', {
      [ID('1')]: { standing: 'retired' }, [ID('2')]: { content: { validTo: '2025-02-28' } }, [ID('3')]: { content: { from: '2026-01-01', to: '2027-12-31' } }, [ID('4')]: {},
    });
    const content = { ...sound, from: '2025-03-01', to: '2025-04-01', plan: ID('3'), commitments: [ID('4'), ID('1')], responsible: [ID('2')], partners: [ID('4')] };
    expect(told(activity.against?.(content, world))).toEqual(['commitment-retired commitments.1', 'office-ended responsible.0', 'outside-plan to']);
    expect(told(activity.against?.({ ...content, from: '2025-02', to: '2026-02', commitments: [] }, world))).toEqual([]);
  });
});

describe('progress of an activity', () => {
  const content = { activity: ID('1'), type: 'short-training', status: 'done' };
  it('counts people whole, by sex or not at all, never below nothing', () => {
    const with_ = (one: object) => ({ ...content, participants: [one] }) as typeof content;
    expect(activityProgress.shape.safeParse(with_({ women: -3, total: 5 })).error?.issues.map((issue) => issue.path.join('.'))).toEqual(['participants.0.women']);
    expect(told(activityProgress.check?.(with_({ women: 3, total: 5 })))).toEqual(['sex-incomplete participants.0.men']);
    expect(told(activityProgress.check?.(with_({ women: 3, men: 3, total: 5 })))).toEqual(['sex-sum participants.0.total']);
    expect(told(activityProgress.check?.(with_({ women: 2, men: 3, total: 5 })))).toEqual([]);
  });
  it('says why it is late, suspended or cancelled', () => {
    for (const status of ['late', 'suspended', 'cancelled']) expect(told(activityProgress.check?.({ ...content, status }))).toEqual(['reason-needed reason']);
    expect(told(activityProgress.check?.({ ...content, status: 'late', reason: { vi: 'Dịch bệnh' } }))).toEqual([]);
  });
  it('is of the activity’s type and refers to its numbers only', () => {
    const world = beside('VN', { [ID('1')]: { content: { type: 'scholarship', milestones: [{ number: 'M1' }] } } });
    expect(told(activityProgress.against?.({ ...content, milestones: [{ number: 'M1', on: '2019' }, { number: 'M2', on: '2019' }] }, world))).toEqual(['other-type type', 'number-unknown milestones.1.number']);
  });
  it('moves from every status to some other, by people who work on it', () => {
    const moves = activityProgress.states?.moves ?? [];
    for (const stand of stands) expect(moves.some((move) => move.from === stand)).toBe(true);
    expect(moves.some((move) => move.from === 'cancelled' && move.to === 'done')).toBe(false);
    expect(new Set(moves.flatMap((move) => move.by))).toEqual(new Set(['focal-point', 'coordinator']));
  });
});

describe('money of both sides', () => {
  it('a transaction names who gives and who receives, and a line the activity has', () => {
    const given = { activity: ID('1'), type: 'disbursement', money: VND('-1'), date: '2019', provider: { party: 'VN' }, receiver: {}, line: 'B9' };
    expect(told(transaction.check?.(given))).toEqual(['negative money.amount', 'who-unnamed receiver.office']);
    expect(told(transaction.against?.(given, beside('VN', { [ID('1')]: { content: { budget: [{ number: 'B1' }] } } })))).toEqual(['number-unknown line']);
  });
  it('a receipt is the other side’s, and not of a day before', () => {
    const got = { transaction: ID('1'), money: VND('5'), date: '2019-03-27' };
    const world = (party: string) => beside(party, { [ID('1')]: { party: 'VN', content: { date: '2019-03-28' } } });
    expect(told(receipt.against?.(got, world('VN')))).toEqual(['own-receipt transaction', 'received-before date']);
    expect(told(receipt.against?.({ ...got, date: '2019' }, world('LA')))).toEqual([]);
  });
  it('a rate is of two known currencies and greater than nothing', () => {
    expect(exchangeRate.check?.({ base: 'USD', quote: 'XYZ', rate: '0', date: '2019' }).map(({ id }) => id)).toEqual(['field.currency', 'programme-rules.rate-positive']);
  });
  const rates = [{ base: 'USD', quote: 'VND', rate: '25000', date: '2019-12-31' }, { base: 'USD', quote: 'LAK', rate: '10000', date: '2019-12-31' }, { base: 'USD', quote: 'VND', rate: '1', date: '2026-01-01' }];
  it('is added exactly by currency, together only at a rate of the time', () => {
    expect(sumsOf([VND('0.1'), VND('0.2'), { amount: '9007199254740993', currency: 'LAK' }])).toEqual([VND('0.3'), { amount: '9007199254740993', currency: 'LAK' }]);
    const total = totalIn('USD', [VND('50000'), { amount: '30000', currency: 'LAK' }, { amount: '4', currency: 'USD' }], rates, '2021-12-31');
    expect([total?.money, total?.rates.map((rate) => rate.date), total?.without]).toEqual([{ amount: '9', currency: 'USD' }, ['2019-12-31', '2019-12-31'], []]);
    expect(totalIn('VND', [{ amount: '20000', currency: 'LAK' }], rates, '2021')?.money).toEqual(VND('50000'));
    expect(totalIn('USD', [VND('50000'), { amount: '7', currency: 'USD' }], rates, '2018-01-01')).toMatchObject({ money: { amount: '7' }, without: ['VND'], rates: [] });
    expect(totalIn('USD', [VND('5')], [], '2021')).toBeNull();
  });
  it('is told in any currency that an agreed rate of the time leads to, first in the one that leaves nothing out', () => {
    const THB = { amount: '7', currency: 'THB' };
    expect(totalCurrencies([VND('5'), THB], rates, '2021-12-31')).toEqual(['USD', 'LAK', 'VND', 'THB']);
    expect(totalCurrencies([VND('5'), THB], rates, '2018-01-01')).toEqual(['THB', 'VND']);
    expect(totalCurrencies([VND('5'), THB, { amount: '1', currency: 'EUR' }], [...rates, { base: 'EUR', quote: 'THB', rate: '38', date: '2019-01-01' }, { base: 'EUR', quote: 'VND', rate: '26000', date: '2019-01-01' }], '2021-12-31')[0]).toBe('EUR');
    expect(totalCurrencies([], rates, '2018-01-01')).toEqual([]);
  });
});

describe('how an activity stands for all sides', () => {
  const on = (statuses: readonly string[], end?: string) => standOf(statuses, end, '2021-06-15');
  it('is done only when every side that spoke says so; one that is late or stopped holds both up', () => {
    expect(on(['done', 'done'], '2020')).toEqual({ stand: 'done', overdue: false, differs: false });
    expect(on(['done', 'under-way'], '2021-12-31')).toEqual({ stand: 'under-way', overdue: false, differs: true });
    expect(on(['done', 'late'], '2022')).toMatchObject({ stand: 'late', differs: true });
    expect(on(['under-way', 'suspended'], '2022')).toMatchObject({ stand: 'suspended' });
    expect(on(['cancelled', 'cancelled'], '2020')).toMatchObject({ stand: 'cancelled', overdue: false });
  });
  it('is late after its last day, whoever forgot to say so; a year ends with its last day', () => {
    expect(on([], '2021-06')).toEqual({ stand: 'planned', overdue: false, differs: false });
    expect(on([], '2021-06-14')).toEqual({ stand: 'late', overdue: true, differs: false });
    expect([lastDay('2020-02'), lastDay('2019'), firstDay('2019-03')]).toEqual(['2020-02-29', '2019-12-31', '2019-03-01']);
  });
  it('is one of the columns of the board, whatever was said', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...stands, 'nonsense')), fc.option(fc.constantFrom('2019', '2021-06', '2022-01-01'), { nil: undefined }), (statuses, end) => {
      const { stand, overdue } = on(statuses, end);
      expect(stands).toContain(stand);
      expect(!overdue || stand === 'late' || stand === 'suspended').toBe(true);
    }));
  });
});

describe('the work plan and its types', () => {
  it('a plan ends after it begins and follows the one before', () => {
    expect(told(workPlan.check?.({ title: { vi: 'K' }, from: '2026-01-01', to: '2025-12-31' }))).toEqual(['end-before-start to']);
    expect(told(workPlan.against?.({ title: { vi: 'K' }, from: '2019-01-01', to: '2021-12-31', previous: ID('1') }, beside('VN', { [ID('1')]: { content: { from: '2026-01-01' } } })))).toEqual(['previous-later previous']);
  });
  it('people of one side are added, those not counted by sex apart', () => {
    expect(peopleOf([{ women: 2, men: 3, total: 5 }, { total: 16 }])).toEqual({ women: 2, men: 3, unsexed: 16, total: 21 });
  });
  it('a type is one file: whatever lies in the folder is offered, with its fields and results', () => {
    const files = readdirSync(join(import.meta.dirname, '../src/activity-types/types')).map((file) => file.replace('.ts', ''));
    expect(activityTypes.map((type) => type.name).toSorted()).toEqual(files.toSorted());
    expect(Object.keys(activityTypeCodes.values)).toEqual(activityTypes.map((type) => type.name));
    expect([Object.keys(detailCases), Object.keys(resultCases)].map((cases) => cases.length)).toEqual([files.length, files.length]);
  });
  it('every type of the source texts is declared once, with its codes for IATI', () => {
    expect(activityTypes.map((type) => type.name)).toEqual(expect.arrayContaining(['short-training', 'long-training', 'language-course', 'scholarship', 'skills-coaching', 'expert-exchange', 'delegation',
      'equipment-grant', 'curriculum-transfer', 'seminar', 'joint-research', 'joint-project']));
    expect(new Set(activityTypes.map((type) => type.name)).size).toBe(activityTypes.length);
    for (const { iati } of activityTypes) expect([iati.sector, iati.aidType].join()).toMatch(/^[0-9]{5},[A-H][0-9]{2}$/u);
  });
});

describe('a plan drafted from an earlier one', () => {
  const source = {
    plan: { id: ID('9'), from: '2019-01-01', exercise: true },
    activities: [{ id: ID('1'), content: {
      type: 'scholarship', title: { vi: 'Học bổng' }, plan: ID('9'), from: '2019-09-05', to: '2021-12', responsible: [ID('2'), ID('3')], commitments: [ID('5'), ID('6')],
      milestones: [{ number: 'M1', what: { vi: 'Tuyển' }, due: '2019-08-31' }], budget: [{ number: 'B1', what: { vi: 'Tiền' }, money: VND('5') }], total: VND('5'),
      details: { intake: '2019-09', years: 2 }, figures: [{ what: { vi: 'Người' }, value: '4' }], sources: ['s'], confidence: 'public',
    } satisfies Activity }],
  };
  const around = { idOf: (kind: string, key: string) => `${kind}:${key}`, heirOf: (id: string) => (id === ID('2') ? ID('3') : id === ID('7') ? undefined : id), isRetired: (id: string) => id === ID('6') };
  const wish = { title: { vi: 'Kế hoạch 2022-2024' }, from: '2022-01-01', to: '2024-12-31', withBudget: false };
  it('is proposed with its activities in one act: dates moved, ended offices replaced, retired commitments left out', () => {
    const [plan, first, ...more] = copyIntents(wish, source, around);
    expect(more).toEqual([]);
    expect(plan).toMatchObject({ verb: 'propose', kind: 'work-plan', agree: true, content: { title: wish.title, from: '2022-01-01', to: '2024-12-31', previous: ID('9'), exercise: true } });
    expect(first).toMatchObject({ verb: 'propose', kind: 'activity', agree: true });
    expect(first && 'content' in first ? first.content : null).toEqual({
      type: 'scholarship', title: { vi: 'Học bổng' }, plan: plan?.record, from: '2022-09-05', to: '2024-12', responsible: [ID('3')], commitments: [ID('5')],
      milestones: [{ number: 'M1', what: { vi: 'Tuyển' }, due: '2022-08-31' }], details: { intake: '2022-09', years: 2 }, exercise: true,
    });
  });
  it('keeps the budget when that is wanted, and is the same proposal when it is made twice', () => {
    const made = copyIntents({ ...wish, withBudget: true }, source, around);
    expect(made[1]).toMatchObject({ content: { total: VND('5') } });
    expect(copyIntents({ ...wish, withBudget: true }, source, around)).toEqual(made);
  });
  it('reaches dates and offices however deep a type holds them: in its lists, in groups of them, in budget lines', () => {
    const text = label('x', 'x', 'x');
    const office = field.link(['office'], { label: text, optional: true });
    const session = field.group({ on: field.date({ label: text }), host: office, span: field.period({ label: text, optional: true }) }, { label: text });
    const fields = { type: field.text({ label: text }), sessions: field.list(field.group({ days: field.list(session, { label: text }) }, { label: text }), { label: text }), hosts: field.list(office, { label: text, optional: true }) };
    const content = { type: 't', sessions: [{ days: [{ on: '2019-02', host: ID('2'), span: { from: '2019-02-01', to: '2019-02-03' } }, { on: '2020', host: ID('7') }] }], hosts: [ID('7')] };
    expect(carried(fields, content, { date: (date) => moved(date, '2019-01-01', '2022-01-01'), office: around.heirOf })).toEqual({
      type: 't', sessions: [{ days: [{ on: '2022-02', host: ID('3'), span: { from: '2022-02-01', to: '2022-02-03' } }, { on: '2023' }] }],
    });
    const grant = { ...source, activities: [{ id: ID('4'), content: { type: 'equipment-grant', title: { vi: 'Máy' }, budget: [{ number: 'B1', what: { vi: 'Tiền' }, money: VND('5'), funder: { office: ID('2') } }], details: { handOver: '2020-05', recipient: ID('2') } } satisfies Activity }] };
    expect(copyIntents({ ...wish, withBudget: true }, grant, around)[1]).toMatchObject({ content: { budget: [{ funder: { office: ID('3') } }], details: { handOver: '2023-05', recipient: ID('3') } } });
  });
  it('moves partial dates as far as whole ones', () => {
    expect([moved('2019', '2019-01-01', '2022-01-01'), moved('2019-12', '2019-01-01', '2022-03-01'), moved('2020-02-29', '2020-01-01', '2021-01-01')]).toEqual(['2022', '2023-02', '2021-02-28']);
  });
});

describe('given an activity whose money is to be recorded', () => {
  const line = (office?: string) => ({ number: 'B1', what: { en: 'Board' }, money: { amount: '1', currency: 'USD' }, ...(office === undefined ? {} : { funder: { office } }) });
  it('then who gives and who receives stand there where they are one each, and nothing is guessed', () => {
    expect(sidesOf({ budget: [line('a'), line('a')], responsible: ['a', 'b'] })).toEqual({ 'provider.office': 'a', 'receiver.office': 'b' });
    expect(sidesOf({ budget: [line('a')], responsible: ['a', 'b', 'c'] })).toEqual({ 'provider.office': 'a' });
    for (const budget of [[line('a'), line('b')], [line('a'), line()], [line()], []]) expect(sidesOf({ budget, responsible: ['b'] })).toEqual({});
  });
});

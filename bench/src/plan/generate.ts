/** Activities with money and progress, the same each time: a block of them, which `multiply` makes many. */
import { readFileSync } from 'node:fs';
import { cooperation, mapFiles } from '@entente/example-vn-la';
import type { Intent, Kernel } from '@entente/kernel';
import { readMapSheet } from '@entente/ui';
import { activityForms, transactionTypes } from '@entente/programme/kinds';

export const COOP = cooperation.id;
export const PLANS = 20;
/** The year all dates of the block lie in; each plan moves them into its own. */
export const YEAR = 2007;
const TRANSACTIONS = 5;
const OFFICES = 240;

/** The maps of the cooperation: activities take place in the provinces of the first. */
export const maps = mapFiles.map((file) => readMapSheet(JSON.parse(readFileSync(file, 'utf8'))));
const PROVINCES = (maps[0]?.areas ?? []).flatMap(({ offices: [key] }) => key ?? []);

const VERBS = [['Đào tạo', 'Training of', 'ຝຶກອົບຮົມ'], ['Trao đổi', 'Exchange on', 'ແລກປ່ຽນ'], ['Hỗ trợ', 'Support to', 'ສະໜັບສະໜູນ'], ['Khảo sát', 'Survey of', 'ສຳຫຼວດ']] as const;
const OBJECTS = [['cán bộ ngành Lao động', 'labour officials', 'ພະນັກງານແຮງງານ'], ['giáo viên dạy nghề', 'vocational teachers', 'ຄູອາຊີວະ'], ['dịch vụ việc làm', 'employment services', 'ບໍລິການຈັດຫາງານ'], ['người có công', 'people of merit', 'ຜູ້ມີຄຸນງາມຄວາມດີ'], ['an sinh xã hội', 'social protection', 'ປະກັນສັງຄົມ']] as const;
/** How activities go, as the giver says; the other side says the same of most. */
const STATUSES = ['done', 'done', 'planned', 'done', 'under-way', 'done', 'planned', 'done', 'under-way', 'late', 'done', 'cancelled', 'done', 'suspended', 'planned', 'done', 'under-way', 'done', 'late', 'done'];
/** One in so many is proposed and waits for the other side; one in so many is the other side's and waits for us. */
const [THEIRS_TO_ANSWER, OURS_TO_ANSWER] = [40, 50];

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const text = (at: number) => {
  const [verb, object] = [pick(VERBS, at), pick(OBJECTS, at * 7 + 3)];
  return { vi: `${verb[0]} ${object[0]}, khoá ${at}`, en: `${verb[1]} ${object[1]}, course ${at}`, lo: `${verb[2]} ${object[2]} ${at}` };
};
const day = (at: number, after = 0): string => Temporal.PlainDate.from({ year: YEAR, month: 1, day: 1 }).add({ days: (at * 37 + after) % 365 }).toString();

export interface Block {
  readonly plans: readonly string[];
  /** Of each side, in the order in which they can be written. */
  readonly intents: readonly (readonly Intent[])[];
  /** What the other side agrees to. */
  readonly agreed: readonly string[];
}

/** Whether both sides are to agree to the activity at this place. */
const isAgreed = (at: number): boolean => at % THEIRS_TO_ANSWER !== 3 && !isTheirs(at);
const isTheirs = (at: number): boolean => at % OURS_TO_ANSWER === 7;

/** `count` activities of the first plan with their transactions, receipts and progress, and all plans and offices. */
export function blockOf(kernel: Pick<Kernel, 'naturalId'>, count: number, withMoney: boolean): Block {
  const [themes, parties] = [Object.keys(cooperation.themes), cooperation.parties.map(({ id }) => id)];
  const id = (kind: string, key: string): string => kernel.naturalId(COOP, kind, `bench-${key}`);
  const [giver = '', taker = ''] = parties;
  const first: Intent[] = [
    ...Array.from({ length: OFFICES }, (_, at): Intent => ({ verb: 'put', kind: 'office', record: id('office', `${at}`), content: { name: text(at), type: 'department' } })),
    ...PROVINCES.map((key, at): Intent => ({ verb: 'put', kind: 'office', record: kernel.naturalId(COOP, 'office', key), content: { name: text(at), type: 'province' } })),
    ...Array.from({ length: PLANS }, (_, at): Intent => ({ verb: 'propose', kind: 'work-plan', record: id('work-plan', `${at}`), agree: true, content: { title: text(at), from: `${YEAR + at}-01-01`, to: `${YEAR + at}-12-31` } })),
  ];
  const second: Intent[] = [];
  for (let at = 0; at < count; at += 1) {
    const record = id('activity', `${at}`);
    const money = (more: number) => ({ amount: `${((at * 13 + more * 7) % 900) + 1}${more % 2 === 0 ? '000000' : '500.25'}`, currency: pick(['VND', 'LAK', 'USD'], at + more) });
    (isTheirs(at) ? second : first).push({ verb: 'propose', kind: 'activity', record, agree: true, content: {
      plan: id('work-plan', '0'), type: 'other', form: pick(Object.keys(activityForms.values), at), title: text(at), aim: text(at * 3 + 1), themes: [...new Set([pick(themes, at), pick(themes, at * 5 + 1)])],
      responsible: [id('office', `${at % OFFICES}`)], provinces: [kernel.naturalId(COOP, 'office', pick(PROVINCES, at))], from: day(at), to: day(at, 20) < day(at) ? day(at) : day(at, 20),
      milestones: [{ number: 'M1', what: text(at), due: day(at) }], budget: [{ number: 'B1', what: text(at), money: money(1) }, { number: 'B2', what: text(at + 1), money: money(4) }],
    } });
    if (isTheirs(at)) continue;
    for (const [side, into] of [first, second].entries()) {
      const status = pick(STATUSES, side === 1 && at % 10 === 0 ? at + 1 : at);
      if ((at + side) % 4 !== 0) into.push({ verb: 'put', kind: 'activity-progress', content: { activity: record, type: 'other', status, asOf: day(at, 5), reason: text(at), participants: [{ women: at % 20, men: at % 15, total: (at % 20) + (at % 15) }] } });
    }
    for (let n = 0; n < (withMoney ? TRANSACTIONS : 0); n += 1) {
      const paid = id('transaction', `${at}/${n}`);
      first.push({ verb: 'put', kind: 'transaction', record: paid, content: { activity: record, type: pick(Object.keys(transactionTypes.values), n), money: money(n), date: day(at), provider: { party: giver }, receiver: { party: taker }, purpose: text(at) } });
      if (n % 2 === 1) second.push({ verb: 'put', kind: 'receipt', content: { transaction: paid, money: money(n), date: `${YEAR}-12-31` } });
    }
  }
  const plans = Array.from({ length: PLANS }, (_, at) => id('work-plan', `${at}`));
  const agreed = Array.from({ length: count }, (_, at) => at).filter(isAgreed).map((at) => id('activity', `${at}`));
  return { plans, intents: [first, second], agreed: [...plans, ...agreed] };
}

/** Progress of one activity as one side reports it: one record a side, moving freely within its table of moves. */
import { defineKind, everyEntry, everyRule, field, type BrokenRule, type Content, type Move } from '@entente/kernel';
import { activityTypeCodes, resultCases } from '../activity-types/index.ts';
import { activityStatuses } from './codes.ts';
import { numbersOf, retiredProblem } from './across-records.ts';
import { figureProblems } from './figures.ts';
import { exerciseFlag, figureFields, mayOwned, numbered } from './shared-fields.ts';
import { opening } from './opening.ts';
import { label } from '@entente/text';

const count = { optional: true, min: 0, max: 10_000_000 } as const;

/** People are counted where they come from; persons by name are personal values, kept beside the journal. */
const participants = field.group({
  office: field.link(['office', 'body'], { label: label('Cơ quan cử đi', 'Sent by', 'ອົງການທີ່ສົ່ງ'), optional: true, rel: 'sent-by' }),
  province: field.link(['office'], { label: label('Tỉnh, thành phố', 'Province', 'ແຂວງ'), optional: true, rel: 'from-province' }),
  party: field.party({ label: label('Bên', 'Party', 'ຝ່າຍ'), optional: true }),
  women: field.integer({ label: label('Nữ', 'Women', 'ຍິງ'), ...count }),
  men: field.integer({ label: label('Nam', 'Men', 'ຊາຍ'), ...count }),
  total: field.integer({ label: label('Tổng số người', 'People in all', 'ຈຳນວນຄົນທັງໝົດ'), min: 0, max: 10_000_000 }),
}, { label: label('Người tham gia', 'Participants', 'ຜູ້ເຂົ້າຮ່ວມ') });

const reached = field.group({
  ...numbered,
  on: field.date({ label: label('Đạt ngày', 'Reached on', 'ບັນລຸວັນທີ'), past: true }),
}, { label: label('Mốc đã đạt', 'Milestone reached', 'ຂັ້ນຕອນທີ່ບັນລຸ') });

const output = field.group({
  ...numbered,
  what: field.localized({ label: label('Đã có gì', 'What there is', 'ມີຫຍັງແລ້ວ'), optional: true }),
  on: field.date({ label: label('Ngày', 'On', 'ວັນທີ'), optional: true, past: true }),
}, { label: label('Kết quả', 'Output', 'ຜົນຜະລິດ') });

const person = field.group({
  name: field.text({ label: label('Họ tên', 'Name', 'ຊື່ ແລະ ນາມສະກຸນ'), personal: true }),
  office: field.link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), optional: true }),
}, { label: label('Người', 'Person', 'ບຸກຄົນ') });

const move = (from: string, to: string, words: Move['label']): Move => ({ from, to, by: ['focal-point', 'coordinator'], label: words });
const begin = label('Bắt đầu', 'Begin', 'ເລີ່ມ');
const finish = label('Hoàn thành', 'Finish', 'ສຳເລັດ');
const delay = label('Báo chậm', 'Report late', 'ແຈ້ງຊັກຊ້າ');
const pause = label('Tạm dừng', 'Suspend', 'ໂຈະໄວ້');
const resume = label('Làm tiếp', 'Resume', 'ສືບຕໍ່');
const cancel = label('Hủy bỏ', 'Cancel', 'ຍົກເລີກ');

export const progressMoves: readonly Move[] = [
  move('planned', 'under-way', begin), move('planned', 'late', delay), move('planned', 'suspended', pause), move('planned', 'cancelled', cancel), move('planned', 'done', finish),
  move('under-way', 'done', finish), move('under-way', 'late', delay), move('under-way', 'suspended', pause), move('under-way', 'cancelled', cancel),
  move('late', 'under-way', resume), move('late', 'done', finish), move('late', 'suspended', pause), move('late', 'cancelled', cancel),
  move('suspended', 'planned', resume), move('suspended', 'under-way', resume), move('suspended', 'cancelled', cancel),
  move('done', 'under-way', label('Mở lại', 'Open again', 'ເປີດຄືນ')), move('cancelled', 'planned', label('Khôi phục', 'Take up again', 'ຟື້ນຄືນ')),
];
/** Statuses that say why. */
const REASONED = ['late', 'suspended', 'cancelled'];

export const activityProgress = defineKind({
  name: 'activity-progress',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Tiến độ hoạt động', 'Activity progress', 'ຄວາມຄືບໜ້າກິດຈະກຳ'), many: label('Tiến độ hoạt động', 'Activity progress', 'ຄວາມຄືບໜ້າກິດຈະກຳ') },
  path: 'activity-progress',
  fields: {
    activity: field.link(['activity'], { label: label('Hoạt động', 'Activity', 'ກິດຈະກຳ'), rel: 'activity', indexed: true }),
    type: field.code(activityTypeCodes, { label: label('Loại', 'Type', 'ປະເພດ'), help: label('Như của hoạt động.', 'As of the activity.', 'ຄືກັບກິດຈະກຳ.') }),
    office: field.link(['office'], { label: label('Cơ quan báo cáo', 'Reporting office', 'ອົງການລາຍງານ'), optional: true, rel: 'reported-by', indexed: true }),
    status: field.code(activityStatuses, { label: label('Tình trạng', 'Status', 'ສະຖານະ'), indexed: true }),
    asOf: field.date({ label: label('Tính đến ngày', 'As of', 'ນັບຮອດວັນທີ'), optional: true, indexed: true }),
    reason: field.localized({
      label: label('Lý do', 'Reason', 'ເຫດຜົນ'), optional: true, long: true, search: 'B',
      help: label('Cần khi chậm, tạm dừng hoặc hủy bỏ.', 'Needed when late, suspended or cancelled.', 'ຈຳເປັນເມື່ອຊັກຊ້າ, ໂຈະ ຫຼື ຍົກເລີກ.'),
    }),
    waitsFor: field.link(['office', 'body'], { label: label('Đang chờ', 'Waits for', 'ກຳລັງລໍຖ້າ'), optional: true, rel: 'waits-for', indexed: true }),
    newEnd: field.date({ label: label('Dự kiến xong', 'Expected end', 'ຄາດວ່າຈະສຳເລັດ'), optional: true }),
    milestones: field.list(reached, { label: label('Mốc đã đạt', 'Milestones reached', 'ຂັ້ນຕອນທີ່ບັນລຸ'), optional: true, max: 200 }),
    participants: field.list(participants, { label: label('Người tham gia', 'Participants', 'ຜູ້ເຂົ້າຮ່ວມ'), optional: true, max: 500 }),
    outputs: field.list(output, { label: label('Kết quả', 'Outputs', 'ຜົນຜະລິດ'), optional: true, max: 200 }),
    indicators: field.list(field.group({ ...numbered, ...figureFields }, { label: label('Chỉ số', 'Indicator', 'ຕົວຊີ້ວັດ') }), {
      label: label('Mức đạt được', 'Values reached', 'ຄ່າທີ່ບັນລຸ'), optional: true, max: 100,
    }),
    results: field.variant('type', resultCases, { label: label('Kết quả riêng của loại này', 'Results of this type', 'ຜົນສະເພາະປະເພດນີ້'), optional: true }),
    narrative: field.localized({ label: label('Đã làm được gì', 'What was done', 'ໄດ້ເຮັດຫຍັງແດ່'), optional: true, long: true, search: 'A' }),
    difficulties: field.localized({ label: label('Khó khăn', 'Difficulties', 'ຄວາມຫຍຸ້ງຍາກ'), optional: true, long: true, search: 'B' }),
    evidence: field.files({ label: label('Tài liệu chứng minh', 'Evidence', 'ຫຼັກຖານ'), optional: true }),
    persons: field.list(person, {
      label: label('Người nêu tên', 'Persons by name', 'ບຸກຄົນຕາມຊື່'), optional: true, max: 500,
      help: label('Chỉ khi thật cần. Tên được giữ riêng, không vào sổ chung.', 'Only where needed. Names are kept apart and never enter the journal.', 'ສະເພາະເມື່ອຈຳເປັນ. ຊື່ຖືກເກັບໄວ້ຕ່າງຫາກ.'),
    }),
    exercise: exerciseFlag,
  },
  title: (content) => (content.narrative ? opening(content.narrative) : content.reason ? opening(content.reason) : content.status),
  dated: (content) => content.asOf,
  may: mayOwned,
  states: { field: 'status', initial: Object.keys(activityStatuses.values), moves: progressMoves },
  check: (content) => everyRule(
    () => (REASONED.includes(content.status) && content.reason === undefined ? [{ id: 'programme-rules.reason-needed', path: ['reason'] }] : []),
    () => everyEntry(content.participants, (one, at) => sexProblems(one, ['participants', at])),
    () => everyEntry(content.indicators, (one, at) => figureProblems(one, ['indicators', at])),
  ),
  against: (content, beside) => {
    const agreed = beside.linked(content.activity)?.content;
    const strange = (list: string, entries: readonly { readonly number: string }[] = []) => {
      const known = numbersOf(agreed, list);
      return everyEntry(entries, ({ number }, at) => (known.has(number) ? [] : [{ id: 'programme-rules.number-unknown', path: [list, at, 'number'], params: { number } }]));
    };
    return everyRule(
      () => retiredProblem(beside, content.activity, 'programme-rules.activity-retired', ['activity']),
      () => (agreed && agreed['type'] !== content.type ? [{ id: 'programme-rules.other-type', path: ['type'] }] : []),
      () => strange('milestones', content.milestones), () => strange('outputs', content.outputs), () => strange('indicators', content.indicators),
    );
  },
  natural: ['activity'],
  list: { columns: ['activity', 'status', 'asOf', 'office', 'waitsFor'], filters: ['status', 'type', 'office'] },
});
export type ActivityProgress = Content<typeof activityProgress>;

/** Women and men make up everybody; one of the two alone leaves the other to guess. */
function sexProblems({ women, men, total }: { readonly women?: number | undefined; readonly men?: number | undefined; readonly total: number }, path: readonly (string | number)[]): BrokenRule[] {
  if (women === undefined && men === undefined) return [];
  if (women === undefined || men === undefined) return [{ id: 'programme-rules.sex-incomplete', path: [...path, women === undefined ? 'women' : 'men'] }];
  return women + men === total ? [] : [{ id: 'programme-rules.sex-sum', path: [...path, 'total'], params: { women, men, value: total } }];
}

/** Activity: what was agreed to be done. It changes by consent; how it goes is each side's `activity-progress`. */
import { defineKind, everyEntry, everyRule, field, type BrokenRule, type Content } from '@entente/kernel';
import { activityTypeCodes, detailCases, detailProblems } from '../activity-types/index.ts';
import { amountProblems, endProblems, liesBefore, numberProblems, officeProblems, retiredProblem, sumProblems } from './across-records.ts';
import { activityForms, fundings, themeCodes } from './codes.ts';
import { exerciseFlag, mayJoint, numbered, provenance, whoFields } from './shared-fields.ts';
import { label } from '@entente/text';

const office = (rel: string) => field.link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), rel });

const milestone = field.group({
  ...numbered,
  what: field.localized({ label: label('Mốc', 'Milestone', 'ຂັ້ນຕອນ'), search: 'C' }),
  due: field.date({ label: label('Hạn', 'Due', 'ກຳນົດ'), optional: true }),
}, { label: label('Mốc', 'Milestone', 'ຂັ້ນຕອນ') });

const output = field.group({
  ...numbered,
  what: field.localized({ label: label('Kết quả dự kiến', 'Expected output', 'ຜົນຜະລິດທີ່ຄາດໄວ້'), search: 'C' }),
}, { label: label('Kết quả dự kiến', 'Expected output', 'ຜົນຜະລິດທີ່ຄາດໄວ້') });

const target = field.group({
  ...numbered,
  indicator: field.link(['indicator'], { label: label('Chỉ số', 'Indicator', 'ຕົວຊີ້ວັດ'), optional: true, rel: 'indicator' }),
  name: field.localized({ label: label('Tên, nếu chưa có chỉ số', 'Name, where there is no indicator', 'ຊື່, ຖ້າບໍ່ມີຕົວຊີ້ວັດ'), optional: true }),
  baseline: field.decimalNumber({ label: label('Mức đầu', 'Baseline', 'ຄ່າເລີ່ມຕົ້ນ'), optional: true }),
  target: field.decimalNumber({ label: label('Mức đích', 'Target', 'ຄ່າເປົ້າໝາຍ'), optional: true }),
}, { label: label('Chỉ số', 'Indicator', 'ຕົວຊີ້ວັດ') });

const line = field.group({
  ...numbered,
  what: field.localized({ label: label('Khoản chi', 'For what', 'ລາຍຈ່າຍ') }),
  money: field.money({ label: label('Số tiền', 'Amount', 'ຈຳນວນເງິນ') }),
  funding: field.code(fundings, { label: label('Nguồn vốn', 'Source of funds', 'ແຫຼ່ງທຶນ'), optional: true }),
  funder: field.group(whoFields, { label: label('Bên cấp vốn', 'Funder', 'ຜູ້ໃຫ້ທຶນ'), optional: true }),
}, { label: label('Dòng dự toán', 'Budget line', 'ລາຍການງົບປະມານ') });

const figure = field.group({
  what: field.localized({ label: label('Đếm gì', 'What is counted', 'ນັບຫຍັງ') }),
  value: field.decimalNumber({ label: label('Số', 'Number', 'ຈຳນວນ') }),
}, { label: label('Số liệu', 'Figure', 'ຕົວເລກ') });

export const activity = defineKind({
  name: 'activity',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Hoạt động', 'Activity', 'ກິດຈະກຳ'), many: label('Hoạt động', 'Activities', 'ກິດຈະກຳ') },
  path: 'activities',
  fields: {
    number: field.text({ label: label('Số trong kế hoạch', 'No in the plan', 'ເລກທີໃນແຜນ'), optional: true, indexed: true, pattern: /^[A-Za-z0-9][A-Za-z0-9./-]{0,31}$/u }),
    plan: field.link(['work-plan'], { label: label('Kế hoạch công tác', 'Work plan', 'ແຜນວຽກ'), optional: true, rel: 'plan', indexed: true }),
    commitments: field.list(field.link(['commitment'], { label: label('Cam kết', 'Commitment', 'ຄຳໝັ້ນສັນຍາ'), rel: 'commitment' }), {
      label: label('Thực hiện cam kết', 'Commitments it implements', 'ຄຳໝັ້ນສັນຍາທີ່ຈັດຕັ້ງປະຕິບັດ'), optional: true, indexed: true, max: 50,
    }),
    type: field.code(activityTypeCodes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    form: field.code(activityForms, { label: label('Hình thức', 'Form', 'ຮູບແບບ'), optional: true, indexed: true }),
    title: field.localized({ label: label('Tên hoạt động', 'Title', 'ຊື່ກິດຈະກຳ'), search: 'A' }),
    aim: field.localized({ label: label('Mục đích', 'Aim', 'ຈຸດປະສົງ'), optional: true, long: true, search: 'B' }),
    themes: field.list(field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ') }), { label: label('Lĩnh vực', 'Themes', 'ຂົງເຂດ'), optional: true, indexed: true, max: 20 }),
    responsible: field.list(office('responsible'), { label: label('Cơ quan chịu trách nhiệm', 'Responsible offices', 'ອົງການຮັບຜິດຊອບ'), optional: true, indexed: true, max: 50 }),
    partners: field.list(office('partner'), { label: label('Cơ quan phối hợp', 'Partner offices', 'ອົງການປະສານງານ'), optional: true, indexed: true, max: 50 }),
    place: field.localized({ label: label('Địa điểm', 'Place', 'ສະຖານທີ່'), optional: true, search: 'C' }),
    provinces: field.list(field.link(['office'], { label: label('Tỉnh, thành phố', 'Province', 'ແຂວງ'), rel: 'province' }), {
      label: label('Tỉnh, thành phố', 'Provinces', 'ແຂວງ'), optional: true, indexed: true, max: 50,
    }),
    from: field.date({ label: label('Từ ngày', 'From', 'ແຕ່ວັນທີ'), optional: true, indexed: true }),
    to: field.date({ label: label('Đến ngày', 'To', 'ເຖິງວັນທີ'), optional: true, indexed: true }),
    milestones: field.list(milestone, { label: label('Các mốc', 'Milestones', 'ຂັ້ນຕອນ'), optional: true, max: 200 }),
    outputs: field.list(output, { label: label('Kết quả dự kiến', 'Expected outputs', 'ຜົນຜະລິດທີ່ຄາດໄວ້'), optional: true, max: 200 }),
    indicators: field.list(target, { label: label('Chỉ số', 'Indicators', 'ຕົວຊີ້ວັດ'), optional: true, max: 100 }),
    budget: field.list(line, { label: label('Dự toán', 'Budget', 'ງົບປະມານ'), optional: true, max: 200 }),
    total: field.money({
      label: label('Tổng dự toán', 'Budget in all', 'ງົບປະມານລວມ'), optional: true,
      help: label('Phải bằng tổng các dòng, cùng một loại tiền.', 'The lines must make it up, in one currency.', 'ຕ້ອງເທົ່າກັບຜົນບວກຂອງທຸກລາຍການ, ສະກຸນເງິນດຽວກັນ.'),
    }),
    details: field.variant('type', detailCases, { label: label('Riêng của loại này', 'Particular to this type', 'ສະເພາະປະເພດນີ້'), optional: true }),
    figures: field.list(figure, { label: label('Số liệu của nguồn', 'Figures of the source', 'ຕົວເລກຂອງແຫຼ່ງຂໍ້ມູນ'), optional: true, max: 50 }),
    proposal: field.link(['project-proposal'], { label: label('Từ đề xuất dự án', 'From the project proposal', 'ຈາກຂໍ້ສະເໜີໂຄງການ'), optional: true, rel: 'proposal' }),
    exercise: exerciseFlag,
    ...provenance,
  },
  title: (content) => content.title,
  dated: (content) => content.from ?? content.to,
  may: mayJoint,
  check: (content) => everyRule(
    () => endProblems(content.from, content.to, ['to']),
    () => numberProblems('milestones', content.milestones), () => numberProblems('outputs', content.outputs),
    () => numberProblems('indicators', content.indicators), () => numberProblems('budget', content.budget),
    () => everyEntry(content.indicators, (one, at) =>
      (one.indicator === undefined && one.name === undefined ? [{ id: 'programme-rules.indicator-unnamed', path: ['indicators', at, 'name'] }] : [])),
    () => everyEntry(content.budget, (one, at) => amountProblems(one.money, ['budget', at, 'money'])),
    () => sumProblems(content.total, content.budget ?? [], ['total']),
    () => detailProblems(content.type, content.details),
  ),
  against: (content, beside) => everyRule(
    () => retiredProblem(beside, content.plan, 'programme-rules.plan-retired', ['plan']),
    () => everyEntry(content.commitments, (id, at) => retiredProblem(beside, id, 'programme-rules.commitment-retired', ['commitments', at])),
    ...(['responsible', 'partners', 'provinces'] as const).map((name) => () => officeProblems(beside, name, content[name], content.from)),
    () => outsidePlan(content, content.plan === undefined ? undefined : beside.linked(content.plan)?.content),
  ),
  counted: { by: ['responsible', 'provinces', 'year'], within: ['plan'] },
  natural: ['number', 'plan'],
  sought: 'first',
  list: { columns: ['title', 'type', 'from', 'to', 'responsible', 'total'], filters: ['plan', 'type', 'themes', 'form', 'confidence'] },
});
export type Activity = Content<typeof activity>;

/** An activity may begin before its plan or end after it, but not lie wholly outside. */
function outsidePlan({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }, plan: Readonly<Record<string, unknown>> | undefined): BrokenRule[] {
  const [begins, ends] = [plan?.['from'], plan?.['to']];
  if (typeof begins !== 'string' || typeof ends !== 'string') return [];
  if (from !== undefined && liesBefore(ends, from)) return [{ id: 'programme-rules.outside-plan', path: ['from'], params: { from: begins, to: ends } }];
  return to !== undefined && liesBefore(to, begins) ? [{ id: 'programme-rules.outside-plan', path: ['to'], params: { from: begins, to: ends } }] : [];
}

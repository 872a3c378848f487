/** Project proposal: an idea of either side on its way to an activity: studied, costed, funding sought, decided by both. */
import { codeList, defineKind, everyEntry, everyRule, field, type Content, type Move } from '@entente/kernel';
import { label } from '@entente/text';
import { amountProblems, endProblems, numberProblems, officeProblems, retiredProblem, sumProblems } from '../kinds/across-records.ts';
import { fundings, themeCodes } from '../kinds/codes.ts';
import { exerciseFlag, mayJoint, numbered, provenance, whoFields } from '../kinds/shared-fields.ts';

export const stages = codeList('proposal-stage', {
  'idea': label('Ý tưởng', 'Idea', 'ແນວຄວາມຄິດ'),
  'studied': label('Đã nghiên cứu', 'Studied', 'ສຶກສາແລ້ວ'),
  'costed': label('Đã lập dự toán', 'Costed', 'ຄິດໄລ່ງົບແລ້ວ'),
  'funding-sought': label('Đang tìm vốn', 'Funding sought', 'ກຳລັງຊອກທຶນ'),
  'decided': label('Đã quyết định làm', 'Decided', 'ຕັດສິນໃຈແລ້ວ'),
  'handed-over': label('Đã chuyển thành hoạt động', 'Handed over', 'ມອບໂອນເປັນກິດຈະກຳ'),
  'dropped': label('Thôi không làm', 'Dropped', 'ຍົກເລີກ'),
});

export const fundingStates = codeList('funding-state', {
  'sought': label('Đang tìm', 'Sought', 'ກຳລັງຊອກ'),
  'promised': label('Đã hứa', 'Promised', 'ໃຫ້ຄຳໝັ້ນແລ້ວ'),
  'refused': label('Không được', 'Refused', 'ຖືກປະຕິເສດ'),
});

const by = ['coordinator'] as const;
const move = (from: string, to: string, words: Move['label']): Move => ({ from, to, by, label: words });
const drop = label('Thôi', 'Drop', 'ຍົກເລີກ');

/** Forward one stage at a time, back one where more has to be known; whatever is not handed over may be dropped. */
export const stageMoves: readonly Move[] = [
  move('idea', 'studied', label('Đã nghiên cứu xong', 'Study done', 'ສຶກສາສຳເລັດ')), move('studied', 'costed', label('Đã lập dự toán', 'Costs worked out', 'ຄິດໄລ່ງົບແລ້ວ')),
  move('costed', 'funding-sought', label('Bắt đầu tìm vốn', 'Seek funding', 'ເລີ່ມຊອກທຶນ')), move('costed', 'decided', label('Quyết định', 'Decide', 'ຕັດສິນໃຈ')),
  move('funding-sought', 'decided', label('Quyết định', 'Decide', 'ຕັດສິນໃຈ')), move('decided', 'handed-over', label('Chuyển thành hoạt động', 'Hand over', 'ມອບໂອນ')),
  move('studied', 'idea', label('Xem lại', 'Back to the idea', 'ກັບຄືນ')), move('costed', 'studied', label('Nghiên cứu thêm', 'Study more', 'ສຶກສາຕື່ມ')), move('funding-sought', 'costed', label('Lập lại dự toán', 'Cost again', 'ຄິດໄລ່ຄືນ')),
  ...['idea', 'studied', 'costed', 'funding-sought', 'decided'].map((from) => move(from, 'dropped', drop)), move('dropped', 'idea', label('Lấy lại', 'Take up again', 'ຟື້ນຄືນ')),
];

const cost = field.group({
  ...numbered,
  what: field.localized({ label: label('Khoản chi', 'For what', 'ລາຍຈ່າຍ') }),
  money: field.money({ label: label('Số tiền', 'Amount', 'ຈຳນວນເງິນ') }),
}, { label: label('Dòng dự toán', 'Cost', 'ລາຍການງົບປະມານ') });

const source = field.group({
  funding: field.code(fundings, { label: label('Nguồn vốn', 'Source of funds', 'ແຫຼ່ງທຶນ') }),
  funder: field.group(whoFields, { label: label('Bên cấp vốn', 'Funder', 'ຜູ້ໃຫ້ທຶນ'), optional: true }),
  money: field.money({ label: label('Số tiền', 'Amount', 'ຈຳນວນເງິນ'), optional: true }),
  state: field.code(fundingStates, { label: label('Tình trạng', 'State', 'ສະຖານະ') }),
}, { label: label('Nguồn vốn', 'Source of funds', 'ແຫຼ່ງທຶນ') });

/** What has to be known at a stage. */
export const neededAt: Readonly<Record<string, readonly ('study' | 'costs' | 'sourcesOfFunds' | 'decidedOn')[]>> = {
  'studied': ['study'], 'costed': ['study', 'costs'], 'funding-sought': ['study', 'costs', 'sourcesOfFunds'], 'decided': ['study', 'costs', 'decidedOn'], 'handed-over': ['study', 'costs', 'decidedOn'],
};

export const projectProposal = defineKind({
  name: 'project-proposal',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Đề xuất dự án', 'Project proposal', 'ຂໍ້ສະເໜີໂຄງການ'), many: label('Đề xuất dự án', 'Project proposals', 'ຂໍ້ສະເໜີໂຄງການ') },
  path: 'project-proposals',
  fields: {
    title: field.localized({ label: label('Tên dự án', 'Title', 'ຊື່ໂຄງການ'), search: 'A' }),
    stage: field.code(stages, { label: label('Giai đoạn', 'Stage', 'ຂັ້ນ'), indexed: true }),
    from: field.date({ label: label('Dự kiến từ', 'To begin', 'ຄາດວ່າເລີ່ມ'), optional: true, indexed: true }),
    to: field.date({ label: label('Dự kiến đến', 'To end', 'ຄາດວ່າສິ້ນສຸດ'), optional: true }),
    aim: field.localized({ label: label('Mục đích', 'Aim', 'ຈຸດປະສົງ'), optional: true, long: true, search: 'B' }),
    themes: field.list(field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ') }), { label: label('Lĩnh vực', 'Themes', 'ຂົງເຂດ'), optional: true, indexed: true, max: 20 }),
    commitments: field.list(field.link(['commitment'], { label: label('Cam kết', 'Commitment', 'ຄຳໝັ້ນສັນຍາ'), rel: 'commitment' }), {
      label: label('Thực hiện cam kết', 'Commitments it implements', 'ຄຳໝັ້ນສັນຍາທີ່ຈັດຕັ້ງປະຕິບັດ'), optional: true, max: 50,
    }),
    responsible: field.list(field.link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), rel: 'responsible' }), {
      label: label('Cơ quan chịu trách nhiệm', 'Responsible offices', 'ອົງການຮັບຜິດຊອບ'), optional: true, max: 50,
    }),
    place: field.localized({ label: label('Địa điểm', 'Place', 'ສະຖານທີ່'), optional: true }),
    study: field.localized({ label: label('Kết quả nghiên cứu', 'What the study found', 'ຜົນການສຶກສາ'), optional: true, long: true, search: 'C' }),
    costs: field.list(cost, { label: label('Dự toán', 'Costs', 'ງົບປະມານ'), optional: true, max: 200 }),
    total: field.money({ label: label('Tổng dự toán', 'Costs in all', 'ງົບປະມານລວມ'), optional: true }),
    sourcesOfFunds: field.list(source, { label: label('Các nguồn vốn', 'Sources of funds', 'ແຫຼ່ງທຶນ'), optional: true, max: 50 }),
    decidedOn: field.date({ label: label('Ngày quyết định', 'Decided on', 'ວັນທີຕັດສິນໃຈ'), optional: true }),
    meeting: field.link(['meeting'], { label: label('Quyết định tại', 'Decided at', 'ຕັດສິນໃຈໃນ'), optional: true, rel: 'meeting' }),
    exercise: exerciseFlag,
    ...provenance,
  },
  title: (content) => content.title,
  dated: (content) => content.from,
  may: mayJoint,
  // A proposal that has gone some way on paper enters where it stands.
  states: { field: 'stage', initial: ['idea', 'studied', 'costed', 'funding-sought', 'decided'], moves: stageMoves },
  check: (content) => everyRule(
    () => endProblems(content.from, content.to, ['to']), () => numberProblems('costs', content.costs),
    () => everyEntry(content.costs, (one, at) => amountProblems(one.money, ['costs', at, 'money'])), () => sumProblems(content.total, content.costs ?? [], ['total']),
    () => everyEntry(neededAt[content.stage], (name) => {
      const value: unknown = content[name];
      return value === undefined || (Array.isArray(value) && value.length === 0) ? [{ id: 'pipeline.needed', path: [name] }] : [];
    }),
  ),
  against: (content, beside) => everyRule(
    () => everyEntry(content.commitments, (id, at) => retiredProblem(beside, id, 'programme-rules.commitment-retired', ['commitments', at])),
    () => officeProblems(beside, 'responsible', content.responsible, content.from),
  ),
  list: { columns: ['title', 'stage', 'from', 'total'], filters: ['stage', 'themes'] },
});
export type ProjectProposal = Content<typeof projectProposal>;

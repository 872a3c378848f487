/** Progress report: what one side says of one commitment in one period. Its party alone answers for it. */
import { defineKind, everyEntry, everyRule, field, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { reportStates } from './codes.ts';
import { againstMeasure, figureProblems, type Broken } from './figures.ts';
import { exerciseFlag, figureFields } from './shared-fields.ts';
import { opening } from './opening.ts';

const figure = field.group({
  indicator: field.link(['indicator'], { label: label('Chỉ số', 'Indicator', 'ຕົວຊີ້ວັດ'), rel: 'indicator' }),
  ...figureFields,
  remark: field.localized({ label: label('Ghi chú', 'Remark', 'ໝາຍເຫດ'), optional: true }),
}, { label: label('Số liệu', 'Figure', 'ຕົວເລກ') });

export const progressReport = defineKind({
  name: 'progress-report',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: {
    one: label('Báo cáo tiến độ', 'Progress report', 'ບົດລາຍງານຄວາມຄືບໜ້າ'),
    many: label('Báo cáo tiến độ', 'Progress reports', 'ບົດລາຍງານຄວາມຄືບໜ້າ'),
  },
  path: 'progress-reports',
  fields: {
    commitment: field.link(['commitment'], { label: label('Cam kết', 'Commitment', 'ຄຳໝັ້ນສັນຍາ'), rel: 'commitment', indexed: true }),
    period: field.link(['reporting-period'], { label: label('Kỳ báo cáo', 'Reporting period', 'ໄລຍະລາຍງານ'), rel: 'period', indexed: true }),
    office: field.link(['office'], { label: label('Cơ quan báo cáo', 'Reporting office', 'ອົງການລາຍງານ'), optional: true, rel: 'reported-by', indexed: true }),
    state: field.code(reportStates, { label: label('Tình trạng', 'State', 'ສະຖານະ'), indexed: true }),
    narrative: field.localized({ label: label('Đã làm được gì', 'What was done', 'ໄດ້ເຮັດຫຍັງແດ່'), long: true, search: 'A' }),
    figures: field.list(figure, { label: label('Số liệu', 'Figures', 'ຕົວເລກ'), optional: true, max: 100 }),
    difficulties: field.localized({ label: label('Khó khăn', 'Difficulties', 'ຄວາມຫຍຸ້ງຍາກ'), optional: true, long: true, search: 'B' }),
    proposals: field.localized({
      label: label('Kiến nghị', 'Proposals', 'ຂໍ້ສະເໜີ'), optional: true, long: true, search: 'B',
      help: label('Kiến nghị với hai Chính phủ.', 'Proposals to the two Governments.', 'ຂໍ້ສະເໜີຕໍ່ສອງລັດຖະບານ.'),
    }),
    evidence: field.files({ label: label('Tài liệu chứng minh', 'Evidence', 'ເອກະສານຢັ້ງຢືນ'), optional: true }),
    exercise: exerciseFlag,
  },
  title: (content) => opening(content.narrative),
  may: { put: ['focal-point', 'coordinator'], retire: ['coordinator'] },
  check: (content) => everyRule(
    () => everyEntry(content.figures, (one, at) => figureProblems(one, ['figures', at])),
    () => everyEntry(content.figures, (one, at) => ((content.figures ?? []).findIndex((other) => other.indicator === one.indicator) < at
      ? [{ id: 'programme-rules.indicator-twice', path: ['figures', at, 'indicator'] }] : [])),
  ),
  natural: ['commitment', 'period', 'office'],
  against: (content, beside) => (content.figures ?? []).flatMap((one, at): Broken[] => againstMeasure(one, beside.linked(one.indicator), ['figures', at])),
  list: { columns: ['commitment', 'period', 'state', 'office'], filters: ['period', 'state'] },
});
export type ProgressReport = Content<typeof progressReport>;

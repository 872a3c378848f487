/** Settlement: the figure both sides stand by for one commitment, period and indicator, over the exact reports it settles. */
import { defineKind, everyEntry, everyRule, field, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { againstMeasure, figureProblems } from './figures.ts';
import { exerciseFlag, figureFields, mayJoint } from './shared-fields.ts';

export const settlement = defineKind({
  name: 'settlement',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Số liệu đã thống nhất', 'Settled figure', 'ຕົວເລກທີ່ຕົກລົງ'), many: label('Số liệu đã thống nhất', 'Settled figures', 'ຕົວເລກທີ່ຕົກລົງ') },
  path: 'settlements',
  fields: {
    commitment: field.link(['commitment'], { label: label('Cam kết', 'Commitment', 'ຄຳໝັ້ນສັນຍາ'), rel: 'commitment', indexed: true }),
    period: field.link(['reporting-period'], { label: label('Kỳ báo cáo', 'Reporting period', 'ໄລຍະລາຍງານ'), rel: 'period', indexed: true }),
    indicator: field.link(['indicator'], { label: label('Chỉ số', 'Indicator', 'ຕົວຊີ້ວັດ'), rel: 'indicator', indexed: true }),
    ...figureFields,
    reports: field.list(field.recordVersion(['progress-report'], { label: label('Báo cáo', 'Report', 'ບົດລາຍງານ') }), {
      label: label('Các báo cáo được thống nhất', 'Reports it settles', 'ບົດລາຍງານທີ່ຕົກລົງ'), max: 20,
    }),
    remark: field.localized({ label: label('Ghi chú', 'Remark', 'ໝາຍເຫດ'), optional: true, long: true, search: 'C' }),
    exercise: exerciseFlag,
  },
  title: (content) => content.value,
  may: mayJoint,
  check: (content) => everyRule(
    () => figureProblems(content),
    () => (content.reports.length === 0 ? [{ id: 'programme-rules.settles-nothing', path: ['reports'] }] : []),
    () => everyEntry(content.reports, (one, at) => (content.reports.findIndex((other) => other.record === one.record) < at
      ? [{ id: 'programme-rules.report-twice', path: ['reports', at] }] : [])),
  ),
  against: (content, beside) => againstMeasure(content, beside.linked(content.indicator)),
  sought: 'last',
  list: { columns: ['commitment', 'period', 'indicator', 'value'], filters: ['period', 'indicator'] },
});
export type Settlement = Content<typeof settlement>;

/** Reporting period: the span of time that both sides report on. */
import { defineKind, everyRule, field, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { exerciseFlag, mayJoint } from './shared-fields.ts';

export const reportingPeriod = defineKind({
  name: 'reporting-period',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Kỳ báo cáo', 'Reporting period', 'ໄລຍະລາຍງານ'), many: label('Kỳ báo cáo', 'Reporting periods', 'ໄລຍະລາຍງານ') },
  path: 'reporting-periods',
  fields: {
    name: field.localized({ label: label('Tên kỳ', 'Name', 'ຊື່ໄລຍະ'), search: 'A' }),
    from: field.date({ label: label('Từ ngày', 'From', 'ແຕ່ວັນທີ'), indexed: true }),
    to: field.date({ label: label('Đến ngày', 'To', 'ເຖິງວັນທີ'), indexed: true }),
    exercise: exerciseFlag,
  },
  title: (content) => content.name,
  dated: (content) => content.from,
  may: mayJoint,
  check: (content) => everyRule(
    ...(['from', 'to'] as const).map((end) => () => (content[end].length < 10 ? [{ id: 'programme-rules.whole-date', path: [end] }] : [])),
    () => (content.to < content.from ? [{ id: 'programme-rules.end-before-start', path: ['to'] }] : []),
  ),
  list: { columns: ['name', 'from', 'to'] },
});
export type ReportingPeriod = Content<typeof reportingPeriod>;

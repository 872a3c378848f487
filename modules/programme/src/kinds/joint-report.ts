/** Joint report: what both sides adopt for a span of time, over the exact versions it cites. */
import { defineKind, field, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { jointReportStates, themeCodes } from './codes.ts';
import { exerciseFlag, mayJoint } from './shared-fields.ts';

export const jointReport = defineKind({
  name: 'joint-report',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Báo cáo chung', 'Joint report', 'ບົດລາຍງານຮ່ວມ'), many: label('Báo cáo chung', 'Joint reports', 'ບົດລາຍງານຮ່ວມ') },
  path: 'joint-reports',
  fields: {
    title: field.localized({ label: label('Tên báo cáo', 'Title', 'ຊື່ບົດລາຍງານ'), search: 'A' }),
    period: field.period({ label: label('Giai đoạn', 'Period', 'ໄລຍະ'), indexed: true }),
    themes: field.list(field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ') }), {
      label: label('Lĩnh vực', 'Themes', 'ຂົງເຂດ'), optional: true, max: 100,
      help: label('Để trống là mọi lĩnh vực.', 'Empty means all themes.', 'ປະຫວ່າງໝາຍເຖິງທຸກຂົງເຂດ.'),
    }),
    state: field.code(jointReportStates, { label: label('Tình trạng', 'State', 'ສະຖານະ'), indexed: true }),
    meeting: field.link(['meeting'], { label: label('Trình tại', 'Submitted to', 'ສະເໜີຕໍ່'), optional: true, rel: 'meeting' }),
    cites: field.list(field.recordVersion(['*'], { label: label('Bản được dẫn', 'Cited version', 'ສະບັບທີ່ອ້າງອີງ') }), {
      label: label('Các bản được dẫn', 'Versions cited', 'ສະບັບທີ່ອ້າງອີງ'), max: 20_000,
    }),
    exercise: exerciseFlag,
  },
  title: (content) => content.title,
  dated: (content) => content.period.to,
  may: mayJoint,
  check: (content) => content.state !== 'draft' && content.cites.length === 0
    ? [{ id: 'programme-rules.cites-nothing', path: ['cites'] }] : [],
  list: { columns: ['title', 'period', 'state'], filters: ['state'] },
});
export type JointReport = Content<typeof jointReport>;

/** Work plan: what the sides agree to do together in a period. Its activities link to it. */
import { defineKind, everyRule, field, type Content } from '@entente/kernel';
import { endProblems, liesBefore, retiredProblem } from './across-records.ts';
import { exerciseFlag, mayJoint, provenance } from './shared-fields.ts';
import { label } from '@entente/text';

export const workPlan = defineKind({
  name: 'work-plan',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Kế hoạch công tác', 'Work plan', 'ແຜນວຽກ'), many: label('Kế hoạch công tác', 'Work plans', 'ແຜນວຽກ') },
  path: 'work-plans',
  fields: {
    title: field.localized({ label: label('Tên kế hoạch', 'Title', 'ຊື່ແຜນ'), search: 'A' }),
    from: field.date({ label: label('Từ ngày', 'From', 'ແຕ່ວັນທີ'), indexed: true }),
    to: field.date({ label: label('Đến ngày', 'To', 'ເຖິງວັນທີ'), indexed: true }),
    instrument: field.link(['instrument'], { label: label('Văn kiện được thực hiện', 'Instrument it implements', 'ເອກະສານທີ່ຈັດຕັ້ງປະຕິບັດ'), optional: true, rel: 'instrument', indexed: true }),
    meeting: field.link(['meeting'], { label: label('Cuộc họp thông qua', 'Meeting that decided it', 'ກອງປະຊຸມທີ່ຕົກລົງ'), optional: true, rel: 'meeting' }),
    previous: field.link(['work-plan'], { label: label('Kế hoạch trước', 'Previous plan', 'ແຜນກ່ອນໜ້າ'), optional: true, rel: 'previous' }),
    exercise: exerciseFlag,
    ...provenance,
  },
  title: (content) => content.title,
  dated: (content) => content.from,
  may: mayJoint,
  check: ({ from, to }) => endProblems(from, to, ['to']),
  against: (content, beside) => {
    const before = content.previous === undefined ? undefined : beside.linked(content.previous)?.content['from'];
    return everyRule(
      () => retiredProblem(beside, content.previous, 'programme-rules.plan-retired', ['previous']),
      () => (typeof before === 'string' && liesBefore(content.from, before) ? [{ id: 'programme-rules.previous-later', path: ['previous'] }] : []),
    );
  },
  list: { columns: ['title', 'from', 'to', 'instrument'] },
});
export type WorkPlan = Content<typeof workPlan>;

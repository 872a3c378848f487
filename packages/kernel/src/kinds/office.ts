import { label } from '@entente/text';
import { codeList, code, date, flag, group, link, list, localized } from '../fields.ts';
import { defineKind } from '../kind.ts';
import { aliases, orgId, provenance } from './shared-fields.ts';

export const officeTypes = codeList('office-type', {
  'government': label('Chính phủ', 'Government', 'ລັດຖະບານ'),
  'ministry': label('Bộ', 'Ministry', 'ກະຊວງ'),
  'agency': label('Cơ quan', 'Agency', 'ອົງການ'),
  'committee': label('Ủy ban', 'Committee', 'ຄະນະກຳມະການ'),
  'department': label('Cục, vụ', 'Department', 'ກົມ'),
  'department-type': label('Sở, phòng (loại cơ quan)', 'Department (type of office)', 'ພະແນກ (ປະເພດອົງການ)'),
  'institute': label('Viện', 'Institute', 'ສະຖາບັນ'),
  'university': label('Đại học', 'University', 'ມະຫາວິທະຍາໄລ'),
  'college': label('Trường cao đẳng', 'College', 'ວິທະຍາໄລ'),
  'school': label('Trường', 'School', 'ໂຮງຮຽນ'),
  'skills-centre': label('Trung tâm phát triển kỹ năng', 'Skills centre', 'ສູນພັດທະນາສີມື'),
  'employment-service-centre': label('Trung tâm dịch vụ việc làm', 'Employment service centre', 'ສູນບໍລິການຈັດຫາງານ'),
  'rehabilitation-centre': label('Trung tâm phục hồi chức năng', 'Rehabilitation centre', 'ສູນຟື້ນຟູໜ້າທີ່ການ'),
  'hospital': label('Bệnh viện', 'Hospital', 'ໂຮງໝໍ'),
  'capital': label('Thủ đô', 'Capital', 'ນະຄອນຫຼວງ'),
  'province': label('Tỉnh', 'Province', 'ແຂວງ'),
  'city': label('Thành phố', 'City', 'ນະຄອນ'),
  'enterprise': label('Doanh nghiệp', 'Enterprise', 'ວິສາຫະກິດ'),
  'other': label('Cơ quan khác', 'Other office', 'ອົງການອື່ນ'),
});

/** What became of an office: the whole of it, or one function. */
export const successionTypes = codeList('succession-type', {
  'merged-into': label('Hợp nhất vào', 'Merged into', 'ລວມເຂົ້າກັບ'),
  'function-moved': label('Chuyển chức năng sang', 'Function moved to', 'ຍ້າຍໜ້າທີ່ໄປ'),
  'renamed-to': label('Đổi tên thành', 'Renamed to', 'ປ່ຽນຊື່ເປັນ'),
  'split-into': label('Tách thành', 'Split into', 'ແຍກອອກເປັນ'),
});

const successor = group({
  type: code(successionTypes, { label: label('Thay đổi', 'Change', 'ການປ່ຽນແປງ') }),
  office: link(['office'], { label: label('Cơ quan kế thừa', 'Successor', 'ອົງການສືບທອດ'), rel: 'successor' }),
  date: date({ label: label('Từ ngày', 'From', 'ແຕ່ວັນທີ'), optional: true }),
  function: localized({ label: label('Chức năng', 'Function', 'ໜ້າທີ່'), optional: true }),
  inferred: flag({ label: label('Suy ra, chưa có văn bản', 'Inferred, no text seen', 'ຄາດຄະເນ, ຍັງບໍ່ມີເອກະສານ'), optional: true }),
}, { label: label('Kế thừa', 'Succession', 'ການສືບທອດ') });

/** An office of a party: ministry, department, province. It comes, merges and goes; its id stays. */
export const office = defineKind({
  name: 'office',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Cơ quan', 'Office', 'ອົງການ'), many: label('Cơ quan', 'Offices', 'ອົງການ') },
  path: 'offices',
  fields: {
    name: localized({ label: label('Tên', 'Name', 'ຊື່'), search: 'A', help: label('Bằng ngôn ngữ của cơ quan; tên nước ngoài là bản dịch.', 'In the office’s own language; foreign names are translations.', 'ເປັນພາສາຂອງອົງການ; ຊື່ພາສາອື່ນແມ່ນບົດແປ.') }),
    short: localized({ label: label('Tên viết tắt', 'Short name', 'ຊື່ຫຍໍ້'), optional: true, search: 'A' }),
    aliases,
    type: code(officeTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    parent: link(['office'], { label: label('Cơ quan cấp trên', 'Part of', 'ຂຶ້ນກັບ'), optional: true, rel: 'parent', indexed: true }),
    validFrom: date({ label: label('Thành lập', 'Since', 'ຕັ້ງແຕ່'), optional: true }),
    validTo: date({ label: label('Chấm dứt', 'Until', 'ເຖິງ'), optional: true }),
    succession: list(successor, { label: label('Kế thừa', 'Succession', 'ການສືບທອດ'), optional: true, max: 50 }),
    place: localized({ label: label('Nơi đặt trụ sở', 'Place', 'ສະຖານທີ່'), optional: true, search: 'C' }),
    borders: list(link(['office'], { label: label('Giáp với', 'Borders', 'ຊາຍແດນຕິດກັບ'), rel: 'borders' }), { label: label('Giáp với', 'Borders', 'ຊາຍແດນຕິດກັບ'), optional: true, max: 50 }),
    orgId,
    ...provenance,
  },
  title: (content) => content.name,
  dated: (content) => content.validFrom,
  may: { put: ['coordinator', 'administrator'], retire: ['coordinator'] },
  check: ({ validFrom, validTo }) => (validFrom !== undefined && validTo !== undefined && validTo < validFrom.slice(0, validTo.length) ? [{ id: 'field.period-order', path: ['validTo'] }] : []),
  list: { columns: ['name', 'short', 'type', 'parent', 'validTo'], filters: ['type'] },
});

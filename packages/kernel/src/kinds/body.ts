import { label } from '@entente/text';
import { code, codeList, date, link, localized } from '../fields.ts';
import { defineKind } from '../kind.ts';
import { aliases, orgId, provenance } from './shared-fields.ts';

export const bodyTypes = codeList('body-type', {
  'committee': label('Ủy ban chung', 'Joint committee', 'ຄະນະກຳມະການຮ່ວມ'),
  'working-group': label('Nhóm công tác chung', 'Joint working group', 'ໜ່ວຍງານຮ່ວມ'),
  'international-organisation': label('Tổ chức quốc tế', 'International organisation', 'ອົງການຈັດຕັ້ງສາກົນ'),
  'school': label('Trường chung', 'Joint school', 'ໂຮງຮຽນຮ່ວມ'),
  'other': label('Tổ chức khác', 'Other body', 'ອົງການອື່ນ'),
});

/** A joint or international body: it belongs to no party, so every party answers for what is said of it. */
export const body = defineKind({
  name: 'body',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Tổ chức chung, quốc tế', 'Joint or international body', 'ອົງການຮ່ວມ ຫຼື ສາກົນ'), many: label('Tổ chức chung, quốc tế', 'Joint and international bodies', 'ອົງການຮ່ວມ ແລະ ສາກົນ') },
  path: 'bodies',
  fields: {
    name: localized({ label: label('Tên', 'Name', 'ຊື່'), search: 'A' }),
    short: localized({ label: label('Tên viết tắt', 'Short name', 'ຊື່ຫຍໍ້'), optional: true, search: 'A' }),
    aliases,
    type: code(bodyTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    parent: link(['body'], { label: label('Thuộc', 'Part of', 'ຂຶ້ນກັບ'), optional: true, rel: 'parent' }),
    validFrom: date({ label: label('Thành lập', 'Since', 'ຕັ້ງແຕ່'), optional: true }),
    validTo: date({ label: label('Chấm dứt', 'Until', 'ເຖິງ'), optional: true }),
    place: localized({ label: label('Nơi đặt trụ sở', 'Place', 'ສະຖານທີ່'), optional: true, search: 'C' }),
    orgId,
    ...provenance,
  },
  title: (content) => content.name,
  dated: (content) => content.validFrom,
  may: { propose: ['coordinator'], consent: ['coordinator', 'leader'], reject: ['coordinator', 'leader'] },
  list: { columns: ['name', 'short', 'type'], filters: ['type'] },
});

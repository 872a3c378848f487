import { label } from '@entente/text';
import { date, link, list, localized } from '../fields.ts';
import { defineKind } from '../kind.ts';
import { aliases, provenance } from './shared-fields.ts';

/** A public office holder in the public role: public content, no personal data (docs/decisions/0005). */
export const person = defineKind({
  name: 'person',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Người giữ chức vụ', 'Office holder', 'ຜູ້ດຳລົງຕຳແໜ່ງ'), many: label('Người giữ chức vụ', 'Office holders', 'ຜູ້ດຳລົງຕຳແໜ່ງ') },
  path: 'people',
  fields: {
    name: localized({ label: label('Họ tên', 'Name', 'ຊື່ ແລະ ນາມສະກຸນ'), search: 'A', help: label('Như được viết; cách viết ở ngôn ngữ khác là bản dịch.', 'As it is written; spellings in other languages are translations.', 'ຕາມທີ່ຂຽນ; ການຂຽນໃນພາສາອື່ນແມ່ນບົດແປ.') }),
    aliases,
    role: localized({ label: label('Chức vụ', 'Role', 'ຕຳແໜ່ງ'), optional: true, search: 'B' }),
    office: link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), optional: true, rel: 'office', indexed: true }),
    from: date({ label: label('Từ', 'From', 'ແຕ່'), optional: true }),
    to: date({ label: label('Đến', 'To', 'ເຖິງ'), optional: true }),
    seen: list(date({ label: label('Thời điểm', 'Date', 'ວັນທີ') }), { label: label('Được nhắc đến trong chức vụ này', 'Shown in this role', 'ຖືກກ່າວເຖິງໃນຕຳແໜ່ງນີ້'), optional: true, max: 200 }),
    ...provenance,
  },
  title: (content) => content.name,
  dated: (content) => content.from,
  may: { put: ['coordinator', 'administrator'], retire: ['coordinator'] },
  check: ({ from, to }) => (from !== undefined && to !== undefined && to < from.slice(0, to.length) ? [{ id: 'field.period-order', path: ['to'] }] : []),
  list: { columns: ['name', 'role', 'office', 'from', 'to'] },
});

/** Meeting: a conference, session, visit or reception at which the sides met. Its texts link to it. */
import { defineKind, field, provenance, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { meetingTypes, signingModes } from './codes.ts';
import { mayJoint } from './shared-fields.ts';

export const meeting = defineKind({
  name: 'meeting',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Cuộc họp', 'Meeting', 'ກອງປະຊຸມ'), many: label('Cuộc họp', 'Meetings', 'ກອງປະຊຸມ') },
  path: 'meetings',
  fields: {
    name: field.localized({ label: label('Tên cuộc họp', 'Name', 'ຊື່ກອງປະຊຸມ'), search: 'A' }),
    type: field.code(meetingTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    ordinal: field.integer({ label: label('Lần thứ', 'Ordinal', 'ຄັ້ງທີ'), optional: true, min: 1, max: 999 }),
    dates: field.period({ label: label('Thời gian', 'Dates', 'ວັນທີ'), indexed: true }),
    place: field.text({ label: label('Địa điểm', 'Place', 'ສະຖານທີ່'), optional: true }),
    mode: field.code(signingModes, { label: label('Hình thức', 'Held', 'ຮູບແບບ'), optional: true }),
    host: field.party({ label: label('Bên đăng cai', 'Host party', 'ຝ່າຍເຈົ້າພາບ'), optional: true, indexed: true }),
    chairs: field.list(field.link(['person'], { label: label('Người chủ trì', 'Chair', 'ປະທານ'), rel: 'chair' }), {
      label: label('Đồng chủ trì', 'Chairs', 'ປະທານຮ່ວມ'), optional: true, max: 20,
    }),
    organisers: field.list(field.link(['office', 'body'], { label: label('Cơ quan tổ chức', 'Organiser', 'ອົງການຈັດຕັ້ງ'), rel: 'organiser' }), {
      label: label('Cơ quan tổ chức', 'Organisers', 'ອົງການຈັດຕັ້ງ'), optional: true, max: 50,
    }),
    attendees: field.list(field.link(['person', 'office', 'body'], { label: label('Người, cơ quan dự', 'Attendee', 'ຜູ້ເຂົ້າຮ່ວມ'), rel: 'attendee' }), {
      label: label('Thành phần dự', 'Attendees', 'ຜູ້ເຂົ້າຮ່ວມ'), optional: true, max: 500,
    }),
    alsoPresent: field.localized({ label: label('Cũng có mặt', 'Also present', 'ຜູ້ເຂົ້າຮ່ວມອື່ນ'), optional: true, long: true }),
    topics: field.list(field.localized({ label: label('Nội dung', 'Subject', 'ຫົວຂໍ້'), search: 'B' }), {
      label: label('Nội dung', 'Subjects', 'ຫົວຂໍ້'), optional: true, max: 100,
    }),
    ...provenance,
  },
  title: (content) => content.name,
  dated: (content) => content.dates.from,
  may: mayJoint,
  list: { columns: ['name', 'type', 'dates', 'place', 'host'], filters: ['type', 'host', 'confidence'] },
});
export type Meeting = Content<typeof meeting>;

import { codeList, field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';

const takings = codeList('curriculum-taking', {
  'adopted': label('Áp dụng toàn bộ', 'Adopted', 'ນຳໃຊ້ທັງໝົດ'),
  'adapted': label('Điều chỉnh để áp dụng', 'Adapted', 'ດັດປັບເພື່ອນຳໃຊ້'),
  'translated': label('Đã dịch, chưa áp dụng', 'Translated, not in use yet', 'ແປແລ້ວ, ຍັງບໍ່ນຳໃຊ້'),
  'not-taken': label('Không áp dụng', 'Not taken up', 'ບໍ່ນຳໃຊ້'),
});
const institute = field.link(['office', 'body'], { label: label('Đơn vị tiếp nhận', 'Receiving institute', 'ສະຖາບັນຜູ້ຮັບ'), rel: 'recipient' });

export default defineActivityType({
  name: 'curriculum-transfer',
  order: 110,
  label: label('Chuyển giao chương trình, công nghệ', 'Curriculum and technology transfer', 'ຖ່າຍທອດຫຼັກສູດ ແລະ ເຕັກໂນໂລຊີ'),
  fields: {
    material: field.localized({ label: label('Chương trình, tài liệu, công nghệ', 'Material', 'ຫຼັກສູດ, ເອກະສານ, ເຕັກໂນໂລຊີ'), search: 'B' }),
    version: field.text({ label: label('Phiên bản', 'Version', 'ສະບັບ'), optional: true }),
    institutes: field.list(institute, { label: label('Đơn vị tiếp nhận', 'Receiving institutes', 'ສະຖາບັນຜູ້ຮັບ'), optional: true, max: 100 }),
  },
  results: {
    taking: field.list(field.group({
      institute, how: field.code(takings, { label: label('Mức áp dụng', 'How it was taken up', 'ລະດັບການນຳໃຊ້') }), on: field.date({ label: label('Từ', 'Since', 'ແຕ່'), optional: true }),
    }, { label: label('Áp dụng', 'Taking up', 'ການນຳໃຊ້') }), { label: label('Áp dụng tại', 'Taken up by', 'ນຳໃຊ້ຢູ່'), optional: true, max: 100 }),
  },
  iati: { sector: '11330', aidType: 'D02' },
});

import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';

export default defineActivityType({
  name: 'construction',
  order: 100,
  label: label('Xây dựng công trình', 'Construction', 'ກໍ່ສ້າງ'),
  fields: {
    work: field.localized({ label: label('Công trình', 'Work', 'ໂຄງການກໍ່ສ້າງ'), optional: true, search: 'B' }),
    hectares: field.decimalNumber({ label: label('Diện tích (ha)', 'Area (ha)', 'ເນື້ອທີ່ (ha)'), optional: true }),
    recipient: field.link(['office', 'body'], { label: label('Đơn vị tiếp nhận', 'Recipient', 'ຜູ້ຮັບ'), optional: true, rel: 'recipient' }),
    handOver: field.date({ label: label('Dự kiến bàn giao', 'Hand-over planned', 'ຄາດວ່າຈະມອບ'), optional: true }),
  },
  results: {
    begun: field.date({ label: label('Khởi công', 'Works begun', 'ເລີ່ມກໍ່ສ້າງ'), optional: true }),
    handedOver: field.date({ label: label('Đã bàn giao', 'Handed over on', 'ມອບແລ້ວວັນທີ'), optional: true }),
    record: field.files({ label: label('Biên bản bàn giao', 'Hand-over record', 'ບົດບັນທຶກການມອບຮັບ'), optional: true }),
  },
  iati: { sector: '11330', aidType: 'C01' },
});

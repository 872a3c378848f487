import { codeList, field } from '@entente/kernel';
import { addDecimals, compareDecimals } from '@entente/text';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';

const uses = codeList('equipment-use', {
  'in-use': label('Đang dùng tốt', 'In use', 'ນຳໃຊ້ຢູ່'),
  'partly': label('Dùng một phần', 'Partly in use', 'ນຳໃຊ້ບາງສ່ວນ'),
  'not-used': label('Không dùng', 'Not used', 'ບໍ່ໄດ້ນຳໃຊ້'),
  'broken': label('Hỏng', 'Out of order', 'ເປ່ເພ'),
});

const item = field.group({
  number: field.text({ label: label('Số', 'No', 'ເລກທີ'), optional: true }),
  item: field.localized({ label: label('Thiết bị', 'Item', 'ອຸປະກອນ'), search: 'B' }),
  quantity: field.decimalNumber({ label: label('Số lượng', 'Quantity', 'ຈຳນວນ'), optional: true }),
  value: field.money({ label: label('Giá trị', 'Value', 'ມູນຄ່າ'), optional: true }),
}, { label: label('Thiết bị', 'Item', 'ອຸປະກອນ') });

export default defineActivityType({
  name: 'equipment-grant',
  order: 90,
  label: label('Viện trợ thiết bị', 'Equipment grant', 'ການຊ່ວຍເຫຼືອອຸປະກອນ'),
  fields: {
    items: field.list(item, { label: label('Danh mục thiết bị', 'Items', 'ລາຍການອຸປະກອນ'), optional: true, max: 500 }),
    value: field.money({ label: label('Tổng giá trị', 'Value of all', 'ມູນຄ່າລວມ'), optional: true }),
    recipient: field.link(['office', 'body'], { label: label('Đơn vị tiếp nhận', 'Recipient', 'ຜູ້ຮັບ'), optional: true, rel: 'recipient' }),
    handOver: field.date({ label: label('Dự kiến bàn giao', 'Hand-over planned', 'ຄາດວ່າຈະມອບ'), optional: true }),
  },
  results: {
    handedOver: field.date({ label: label('Đã bàn giao', 'Handed over on', 'ມອບແລ້ວວັນທີ'), optional: true }),
    record: field.files({ label: label('Biên bản bàn giao', 'Hand-over record', 'ບົດບັນທຶກການມອບຮັບ'), optional: true }),
    checkedOn: field.date({ label: label('Kiểm tra sau một năm', 'Looked at after a year', 'ກວດກາຫຼັງໜຶ່ງປີ'), optional: true }),
    use: field.code(uses, { label: label('Sử dụng sau một năm', 'Use after a year', 'ການນຳໃຊ້ຫຼັງໜຶ່ງປີ'), optional: true }),
  },
  iati: { sector: '11330', aidType: 'C01' },
  check: ({ items = [], value }) => {
    const valued = items.flatMap((one) => (one.value ? [one.value] : []));
    if (!value || valued.length === 0 || valued.length < items.length || valued.some((one) => one.currency !== value.currency)) return [];
    const sum = valued.map((one) => one.amount).reduce(addDecimals);
    return compareDecimals(sum, value.amount) === 0 ? [] : [{ id: 'programme-rules.sum', path: ['value', 'amount'], params: { sum, total: value.amount, currency: value.currency } }];
  },
});

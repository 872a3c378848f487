/** Money of an activity as the side that gives it records it, and the receipt of the side that received it. */
import { defineKind, everyRule, field, type BrokenRule, type Content } from '@entente/kernel';
import { amountProblems, liesBefore, numbersOf, retiredProblem } from './across-records.ts';
import { precisions, transactionTypes } from './codes.ts';
import { exerciseFlag, mayOwned, provenance, whoFields } from './shared-fields.ts';
import { label } from '@entente/text';

const money = field.money({ label: label('Số tiền', 'Amount', 'ຈຳນວນເງິນ') });
const evidence = field.files({ label: label('Chứng từ', 'Evidence', 'ຫຼັກຖານ'), optional: true });

export const transaction = defineKind({
  name: 'transaction',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Khoản tiền', 'Transaction', 'ທຸລະກຳ'), many: label('Khoản tiền', 'Transactions', 'ທຸລະກຳ') },
  path: 'transactions',
  fields: {
    activity: field.link(['activity'], { label: label('Hoạt động', 'Activity', 'ກິດຈະກຳ'), rel: 'activity', indexed: true }),
    type: field.code(transactionTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    money,
    precision: field.code(precisions, { label: label('Độ chính xác của nguồn', 'How exact the source is', 'ຄວາມຊັດເຈນຂອງແຫຼ່ງຂໍ້ມູນ'), optional: true }),
    equivalent: field.money({ label: label('Tương đương, theo nguồn', 'Equivalent stated by the source', 'ທຽບເທົ່າຕາມແຫຼ່ງຂໍ້ມູນ'), optional: true }),
    date: field.date({ label: label('Ngày', 'Date', 'ວັນທີ'), indexed: true }),
    provider: field.group(whoFields, { label: label('Bên cấp', 'Provider', 'ຜູ້ໃຫ້') }),
    receiver: field.group(whoFields, { label: label('Bên nhận', 'Receiver', 'ຜູ້ຮັບ') }),
    line: field.text({ label: label('Dòng dự toán', 'Budget line', 'ລາຍການງົບປະມານ'), optional: true, help: label('Số của dòng trong hoạt động.', 'Its number in the activity.', 'ເລກທີໃນກິດຈະກຳ.') }),
    reference: field.text({
      label: label('Số chứng từ', 'Document number', 'ເລກທີເອກະສານ'), optional: true, indexed: true,
      help: label('Nhờ số này, bảng nhập lại không ghi hai lần.', 'By it a table brought in again is not written twice.', 'ຍ້ອນເລກນີ້, ຕາຕະລາງທີ່ນຳເຂົ້າຄືນບໍ່ຖືກບັນທຶກສອງຄັ້ງ.'),
    }),
    purpose: field.localized({ label: label('Dùng vào', 'For', 'ຈຸດປະສົງ'), optional: true, search: 'B' }),
    evidence,
    exercise: exerciseFlag,
    ...provenance,
  },
  title: (content) => content.purpose ?? `${content.money.amount} ${content.money.currency}`,
  dated: (content) => content.date,
  may: mayOwned,
  check: (content) => everyRule(
    () => amountProblems(content.money, ['money']),
    ...(['provider', 'receiver'] as const).map((side) => (): readonly BrokenRule[] => {
      const { office, party, name } = content[side];
      return office === undefined && party === undefined && name === undefined ? [{ id: 'programme-rules.who-unnamed', path: [side, 'office'] }] : [];
    }),
  ),
  against: (content, beside) => everyRule(
    () => retiredProblem(beside, content.activity, 'programme-rules.activity-retired', ['activity']),
    () => (content.line !== undefined && !numbersOf(beside.linked(content.activity)?.content, 'budget').has(content.line)
      ? [{ id: 'programme-rules.number-unknown', path: ['line'], params: { number: content.line } }] : []),
  ),
  natural: ['reference', 'activity'],
  list: { columns: ['activity', 'type', 'money', 'date'], filters: ['type'] },
});
export type Transaction = Content<typeof transaction>;

export const receipt = defineKind({
  name: 'receipt',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Xác nhận đã nhận', 'Receipt', 'ໃບຢັ້ງຢືນການຮັບ'), many: label('Xác nhận đã nhận', 'Receipts', 'ໃບຢັ້ງຢືນການຮັບ') },
  path: 'receipts',
  fields: {
    transaction: field.link(['transaction'], { label: label('Khoản tiền', 'Transaction', 'ທຸລະກຳ'), rel: 'transaction', indexed: true }),
    money: field.money({ label: label('Số đã nhận', 'Amount received', 'ຈຳນວນທີ່ໄດ້ຮັບ') }),
    date: field.date({ label: label('Ngày nhận', 'Received on', 'ວັນທີຮັບ'), indexed: true }),
    office: field.link(['office', 'body'], { label: label('Cơ quan nhận', 'Received by', 'ອົງການທີ່ຮັບ'), optional: true, rel: 'received-by' }),
    evidence,
    remarks: provenance.remarks,
    exercise: exerciseFlag,
  },
  title: (content) => `${content.money.amount} ${content.money.currency}`,
  dated: (content) => content.date,
  may: mayOwned,
  check: (content) => amountProblems(content.money, ['money']),
  against: (content, beside) => {
    const row = beside.linked(content.transaction);
    const when = row?.content['date'];
    return everyRule(
      () => retiredProblem(beside, content.transaction, 'programme-rules.transaction-retired', ['transaction']),
      () => (row && row.party === beside.party ? [{ id: 'programme-rules.own-receipt', path: ['transaction'] }] : []),
      () => (typeof when === 'string' && liesBefore(content.date, when) ? [{ id: 'programme-rules.received-before', path: ['date'], params: { date: when } }] : []),
    );
  },
  natural: ['transaction', 'date'],
  list: { columns: ['transaction', 'money', 'date', 'office'] },
});
export type Receipt = Content<typeof receipt>;

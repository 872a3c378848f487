/** Exchange rate both sides agreed to add money at. Documents keep their own currency; only totals are converted. */
import { defineKind, everyRule, field, type Content } from '@entente/kernel';
import { currencyOf } from '@entente/text';
import { exerciseFlag, mayJoint, provenance } from './shared-fields.ts';
import { label } from '@entente/text';

const currency = (vi: string, en: string, lo: string) => field.text({ label: label(vi, en, lo), pattern: /^[A-Z]{3}$/u, help: label('Mã ba chữ cái, ví dụ VND.', 'Three-letter code, e.g. VND.', 'ລະຫັດສາມຕົວອັກສອນ, ເຊັ່ນ VND.') });

export const exchangeRate = defineKind({
  name: 'exchange-rate',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Tỷ giá', 'Exchange rate', 'ອັດຕາແລກປ່ຽນ'), many: label('Tỷ giá', 'Exchange rates', 'ອັດຕາແລກປ່ຽນ') },
  path: 'exchange-rates',
  fields: {
    base: currency('Một đơn vị', 'One unit of', 'ໜຶ່ງໜ່ວຍຂອງ'),
    quote: currency('Đổi ra', 'Is so many', 'ເທົ່າກັບ'),
    rate: field.decimalNumber({ label: label('Tỷ giá', 'Rate', 'ອັດຕາ'), help: label('Bao nhiêu đồng tiền sau cho một đồng tiền trước.', 'Units of the second for one of the first.', 'ຈຳນວນໜ່ວຍຂອງເງິນຫຼັງຕໍ່ໜຶ່ງໜ່ວຍຂອງເງິນກ່ອນ.') }),
    date: field.date({ label: label('Ngày', 'Date', 'ວັນທີ'), indexed: true }),
    publisher: field.text({ label: label('Nơi công bố', 'Published by', 'ຜູ້ປະກາດ'), optional: true }),
    exercise: exerciseFlag,
    ...provenance,
  },
  title: ({ base, quote, date }) => `${base}/${quote} ${date}`,
  dated: (content) => content.date,
  may: mayJoint,
  check: (content) => everyRule(
    ...(['base', 'quote'] as const).map((name) => () => (currencyOf(content[name]) ? [] : [{ id: 'field.currency', path: [name], params: { value: content[name] } }])),
    () => (content.base === content.quote ? [{ id: 'programme-rules.same-currency', path: ['quote'] }] : []),
    () => (/^-|^0(\.0*)?$/u.test(content.rate) ? [{ id: 'programme-rules.rate-positive', path: ['rate'] }] : []),
  ),
  sought: 'last',
  list: { columns: ['base', 'quote', 'rate', 'date', 'publisher'], filters: ['base', 'quote'] },
});
export type ExchangeRate = Content<typeof exchangeRate>;

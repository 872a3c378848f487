/** Indicator: what both sides count in the same way. */
import { defineKind, field, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { indicatorCombinations, indicatorMeasures, themeCodes } from './codes.ts';
import { exerciseFlag, mayJoint } from './shared-fields.ts';

export const indicator = defineKind({
  name: 'indicator',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Chỉ số', 'Indicator', 'ຕົວຊີ້ວັດ'), many: label('Chỉ số', 'Indicators', 'ຕົວຊີ້ວັດ') },
  path: 'indicators',
  fields: {
    name: field.localized({ label: label('Tên chỉ số', 'Name', 'ຊື່ຕົວຊີ້ວັດ'), search: 'A' }),
    measure: field.code(indicatorMeasures, { label: label('Đo gì', 'Measures', 'ວັດແທກຫຍັງ'), indexed: true }),
    unit: field.localized({ label: label('Đơn vị', 'Unit', 'ຫົວໜ່ວຍ') }),
    currency: field.text({
      label: label('Loại tiền', 'Currency', 'ສະກຸນເງິນ'), optional: true, pattern: /^[A-Z]{3}$/u,
      help: label('Mã ba chữ cái, ví dụ VND.', 'Three-letter code, e.g. VND.', 'ລະຫັດສາມຕົວອັກສອນ, ເຊັ່ນ VND.'),
    }),
    theme: field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ'), optional: true, indexed: true }),
    combine: field.code(indicatorCombinations, { label: label('Gộp nhiều kỳ', 'Over several periods', 'ລວມຫຼາຍໄລຍະ') }),
    definition: field.localized({ label: label('Cách tính', 'How it is counted', 'ວິທີນັບ'), optional: true, long: true, search: 'C' }),
    exercise: exerciseFlag,
  },
  title: (content) => content.name,
  may: mayJoint,
  check: (content) => [
    ...(content.measure === 'money' && content.currency === undefined ? [{ id: 'programme-rules.money-without-currency', path: ['currency'] }] : []),
    ...(content.measure !== 'money' && content.currency !== undefined ? [{ id: 'programme-rules.currency-of-things', path: ['currency'] }] : []),
  ],
  list: { columns: ['name', 'measure', 'unit', 'theme'], filters: ['measure', 'theme'] },
});
export type Indicator = Content<typeof indicator>;

import { label } from '@entente/text';
import { code, codeList, list, localized, text } from '../fields.ts';

const confidences = codeList('confidence', {
  seed: label('Theo văn bản gốc', 'Stated in a source text', 'ຕາມເອກະສານຕົ້ນສະບັບ'),
  public: label('Theo trang công khai', 'Stated on a public page', 'ຕາມໜ້າເວັບສາທາລະນະ'),
  uncertain: label('Chưa chắc chắn', 'Uncertain', 'ຍັງບໍ່ແນ່ນອນ'),
});

/** Where a fact comes from and how well it is attested (docs/decisions/0005). */
export const provenance = {
  remarks: localized({ label: label('Ghi chú', 'Remarks', 'ໝາຍເຫດ'), optional: true, long: true, search: 'C' }),
  sources: list(text({ label: label('Nguồn', 'Source', 'ແຫຼ່ງຂໍ້ມູນ') }), { label: label('Nguồn', 'Sources', 'ແຫຼ່ງຂໍ້ມູນ'), optional: true, max: 50 }),
  confidence: code(confidences, { label: label('Độ tin cậy', 'Confidence', 'ລະດັບຄວາມໜ້າເຊື່ອຖື'), optional: true, indexed: true }),
};

/** Identifier by which the world knows an organisation (org-id.guide): `VN-…`, `XM-DAC-…`. */
export const orgId = text({
  label: label('Mã tổ chức quốc tế', 'Organisation identifier', 'ລະຫັດອົງການສາກົນ'), optional: true, pattern: /^[A-Za-z0-9][A-Za-z0-9._:-]{1,100}$/u,
  help: label('Theo org-id.guide, dùng trong tệp IATI.', 'As of org-id.guide, for IATI files.', 'ຕາມ org-id.guide, ສຳລັບໄຟລ໌ IATI.'),
});

export const aliases = list(text({ label: label('Tên khác', 'Also known as', 'ຊື່ອື່ນ'), search: 'A' }), {
  label: label('Tên khác', 'Also known as', 'ຊື່ອື່ນ'), optional: true, max: 100,
});

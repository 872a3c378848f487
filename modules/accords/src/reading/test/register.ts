import type { OfficeRegister, PersonRegister } from '../index.ts';

/** A small register. Names of bodies, places and office holders are public facts; ids are the test's own. */
export const register: OfficeRegister = {
  parties: [
    { id: 'VN', names: { vi: 'Cộng hòa xã hội chủ nghĩa Việt Nam', en: 'Socialist Republic of Viet Nam' }, shorts: { vi: 'Việt Nam', en: 'Viet Nam', lo: 'ຫວຽດນາມ' } },
    { id: 'LA', names: { vi: 'Cộng hòa dân chủ nhân dân Lào', en: 'Lao People\'s Democratic Republic' }, shorts: { vi: 'Lào', en: 'Lao PDR', lo: 'ລາວ' } },
  ],
  offices: [
    {
      id: 'molisa', party: 'VN', kind: 'ministry', validTo: '2025-02-28', aliases: ['Bộ LĐ-TBXH', 'Bộ LĐ-TB&XH'],
      names: { vi: 'Bộ Lao động - Thương binh và Xã hội', en: 'Ministry of Labour, Invalids and Social Affairs', lo: 'ກະຊວງແຮງງານ, ທະຫານເສຍອົງຄະ ແລະ ສັງຄົມ' }, shorts: { vi: 'Bộ LĐTBXH', en: 'MOLISA' },
    },
    { id: 'moha', party: 'VN', kind: 'ministry', names: { vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' }, shorts: { en: 'MOHA' } },
    { id: 'moh-vn', party: 'VN', kind: 'ministry', names: { vi: 'Bộ Y tế', en: 'Ministry of Health' } },
    { id: 'mofa-vn', party: 'VN', kind: 'ministry', names: { vi: 'Bộ Ngoại giao', en: 'Ministry of Foreign Affairs' } },
    { id: 'icd-old', party: 'VN', kind: 'department', parent: 'molisa', validTo: '2025-02-28', names: { vi: 'Vụ Hợp tác quốc tế' } },
    { id: 'icd-new', party: 'VN', kind: 'department', parent: 'moha', validFrom: '2025-03-01', names: { vi: 'Vụ Hợp tác quốc tế' } },
    {
      id: 'molsw', party: 'LA', kind: 'ministry', aliases: ['Bộ LĐ&PLXH'],
      names: { vi: 'Bộ Lao động và Phúc lợi xã hội Lào', en: 'Ministry of Labour and Social Welfare', lo: 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ' }, shorts: { en: 'MoLSW', lo: 'ຮສສ' },
    },
    { id: 'c686', party: 'LA', kind: 'rehabilitation_centre', names: { vi: 'Trung tâm 686 Bản Cân', en: '686 Centre' } },
    { id: 'igc', party: 'joint', kind: 'committee', names: { vi: 'Ủy ban Liên Chính phủ Việt Nam - Lào' } },
    { id: 'ilo', party: 'intl', kind: 'international_organisation', names: { en: 'International Labour Organization' }, shorts: { en: 'ILO' } },
    { id: 'asean', party: 'intl', kind: 'international_organisation', names: { en: 'Association of Southeast Asian Nations' }, shorts: { en: 'ASEAN' } },
    { id: 'hanoi', party: 'VN', kind: 'city', names: { vi: 'Hà Nội', en: 'Hanoi' } },
    { id: 'hue', party: 'VN', kind: 'city', names: { vi: 'Thành phố Huế', en: 'Hue City' } },
    { id: 'quang-ninh', party: 'VN', kind: 'province', names: { vi: 'Quảng Ninh', en: 'Quang Ninh' } },
    { id: 'quang-tri-old', party: 'VN', kind: 'province', validTo: '2025-06-30', names: { vi: 'Quảng Trị (trước 7/2025)', en: 'Quang Tri before July 2025' } },
    { id: 'quang-tri-new', party: 'VN', kind: 'province', validFrom: '2025-07-01', names: { vi: 'Quảng Trị', en: 'Quang Tri' } },
    { id: 'vte-capital', party: 'LA', kind: 'capital', names: { vi: 'Thủ đô Viêng Chăn', en: 'Vientiane Capital', lo: 'ນະຄອນຫຼວງວຽງຈັນ' } },
    { id: 'vte-province', party: 'LA', kind: 'province', names: { vi: 'tỉnh Viêng Chăn', en: 'Vientiane Province', lo: 'ແຂວງວຽງຈັນ' } },
  ],
  gazetteer: [{ id: 'keun', party: 'LA', kind: 'village', names: { en: 'Ban Keun', vi: 'Bản Cân', lo: 'ບ້ານເກິນ' } }],
};

export const people: PersonRegister = [
  { id: 'dung', names: { vi: 'Đào Ngọc Dung' }, party: 'VN', office: 'molisa', role: 'Minister' },
  { id: 'khampheng', names: { en: 'Khampheng Saysompheng', lo: 'ຄຳແພງ ໄຊສົມແພງ' }, aliases: ['Khăm-phanh Xay-xổm-phanh'], party: 'LA', office: 'molsw', role: 'Minister' },
];

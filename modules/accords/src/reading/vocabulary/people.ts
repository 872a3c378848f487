/** Words that say what someone is. The longest fits first. */
export const roleWords: readonly string[] = [
  'Tổng Bí thư', 'Chủ tịch nước', 'Phó Chủ tịch', 'Chủ tịch', 'Phó Thủ tướng', 'Thủ tướng', 'Bộ trưởng', 'Thứ trưởng', 'Ủy viên', 'Bí thư', 'Phó Bí thư', 'Tổng Giám đốc', 'Phó Tổng Giám đốc', 'Giám đốc', 'Phó Giám đốc',
  'Vụ trưởng', 'Phó Vụ trưởng', 'Cục trưởng', 'Phó Cục trưởng', 'Tổng cục trưởng', 'Phó Tổng cục trưởng', 'Viện trưởng', 'Phó Viện trưởng', 'Hiệu trưởng', 'Phó Hiệu trưởng', 'Đại sứ', 'Trưởng ban', 'Phó Trưởng ban',
  'Trưởng đoàn', 'Trưởng phòng', 'Phó Trưởng phòng', 'Chánh Văn phòng', 'Phó Chánh Văn phòng', 'Trưởng đại diện', 'Tham tán', 'Chuyên viên',
  'Deputy Prime Minister', 'Prime Minister', 'Vice-Minister', 'Vice Minister', 'Deputy Minister', 'Permanent Deputy Minister', 'Minister', 'Ambassador', 'Director-General', 'Director General', 'Deputy Director General',
  'Deputy Director-General', 'Deputy Director', 'Director', 'Governor', 'Vice Governor', 'President', 'Vice President', 'Secretary', 'Permanent Secretary', 'General Secretary', 'Chairman', 'Chairwoman', 'Chairperson', 'Chair',
  'Head of', 'Rector', 'Country Director', 'Representative',
  'ຮອງນາຍົກລັດຖະມົນຕີ', 'ນາຍົກລັດຖະມົນຕີ', 'ຮອງລັດຖະມົນຕີ', 'ລັດຖະມົນຕີຊ່ວຍວ່າການ', 'ລັດຖະມົນຕີວ່າການ', 'ລັດຖະມົນຕີ', 'ປະທານປະເທດ', 'ຮອງປະທານ', 'ປະທານ', 'ຮອງຫົວໜ້າກົມ', 'ຫົວໜ້າກົມ', 'ຮອງຫົວໜ້າ', 'ຫົວໜ້າ', 'ຮອງຜູ້ອຳນວຍການ',
  'ຜູ້ອຳນວຍການ', 'ເອກອັກຄະລັດຖະທູດ', 'ທູດ', 'ຮອງເຈົ້າແຂວງ', 'ເຈົ້າແຂວງ', 'ເລຂາທິການ', 'ອະທິບໍດີ',
];

/** Words of address before a name. */
export const addressWords: readonly string[] = [
  'ông', 'bà', 'đồng chí', 'các đồng chí:', 'các đồng chí', 'ngài', 'Ông', 'Bà', 'Đồng chí', 'Ngài', 'Đ/c', 'Mr.', 'Mr', 'Mrs.', 'Mrs', 'Ms.', 'Ms', 'Dr.', 'Dr', 'H.E.', 'H.E', 'His Excellency', 'Her Excellency', 'Mme', 'Madam',
  'ພະນະທ່ານ', 'ທ່ານ ນາງ', 'ທ່ານນາງ', 'ທ່ານ', 'ສະຫາຍ', 'ນາງ', 'ດຣ.', 'ປອ.',
];

/** First words of capitalised runs that are no person's name. */
export const notNames = new Set([
  'Bộ', 'Sở', 'Cục', 'Vụ', 'Viện', 'Tổng', 'Ủy', 'Uỷ', 'Ban', 'Tỉnh', 'Thành', 'Hội', 'Hiệp', 'Đảng', 'Nhà', 'Chính', 'Quốc', 'Trung', 'Trường', 'Bệnh', 'Phòng', 'Văn', 'Công', 'Tập', 'Đoàn', 'Đại', 'Lao', 'Phó', 'Ông', 'Bà', 'Ngày', 'Tháng',
  'The', 'Ministry', 'Department', 'Government', 'Party', 'Labour', 'Labor', 'Education', 'Foreign', 'Home', 'Social', 'General', 'Central', 'National', 'Institute', 'Centre', 'Center', 'University', 'College', 'Committee', 'Affairs', 'In', 'On', 'At', 'And', 'For', 'Of',
  'Conference', 'Meeting', 'Agreement', 'Memorandum',
]);

/**
 * By which words a sentence of prose shows that something was promised, and by which that it only tells. Any case.
 * The weights were set on news reports of ministerial conferences in the three languages.
 */
export const undertakings: readonly { readonly weight: number; readonly words: readonly string[] }[] = [
  {
    // They agreed.
    weight: 0.4,
    words: [
      'thống nhất', 'nhất trí', 'cam kết', 'đồng ý', 'thỏa thuận sẽ', 'hai bên giao', 'giao cho', 'phân công', 'agreed', 'agree', 'agrees', 'committed to', 'commit to', 'pledged', 'undertake', 'undertakes', 'undertook', 'shall', 'reached a consensus', 'reached consensus', 'reached agreement',
      'ຕົກລົງ', 'ເຫັນດີ', 'ເປັນເອກະພາບ', 'ໝັ້ນສັນຍາ', 'ໃຫ້ຄຳໝັ້ນສັນຍາ',
    ],
  },
  {
    // They will.
    weight: 0.25,
    words: [
      'sẽ', 'tiếp tục', 'tăng cường', 'đẩy mạnh', 'khuyến khích', 'tạo điều kiện', 'phối hợp', 'thúc đẩy', 'hỗ trợ', 'triển khai', 'mở rộng', 'will', 'continue to', 'encourage', 'strengthen', 'promote', 'support', 'facilitate', 'enhance', 'expand',
      'ຈະ', 'ສືບຕໍ່', 'ເພີ່ມທະວີ', 'ຊຸກຍູ້', 'ສົ່ງເສີມ', 'ອຳນວຍຄວາມສະດວກ', 'ປະສານສົມທົບ', 'ສະໜັບສະໜູນ',
    ],
  },
  {
    // They spoke of it.
    weight: 0.2,
    words: [
      'thảo luận', 'trao đổi', 'cập nhật', 'đánh giá kết quả', 'kế hoạch hợp tác', 'chia sẻ', 'discussed', 'exchanged views', 'evaluated', 'reviewed', 'shared experience', 'ປຶກສາຫາລື', 'ແລກປ່ຽນ', 'ທົບທວນ',
    ],
  },
  {
    // Goals and wishes.
    weight: 0.5,
    words: ['mục tiêu của', 'mục tiêu tổng quát', 'mục tiêu cụ thể', 'mục tiêu chung', 'mục tiêu là', 'phấn đấu', 'mong muốn tăng cường', 'mong muốn hợp tác', 'aims to', 'the goal', 'objective is', 'objectives are', 'strive to', 'wishes to', 'ເປົ້າໝາຍ', 'ມຸ່ງໝັ້ນ', 'ສູ້ຊົນ'],
  },
  {
    // One person speaks, hopes or praises.
    weight: -0.3,
    words: [
      'cho biết', 'phát biểu', 'khẳng định', 'nhấn mạnh', 'tin tưởng', 'hy vọng', 'hi vọng', 'bày tỏ', 'vui mừng', 'chúc mừng', 'cảm ơn', 'sẽ góp phần', 'sẽ giúp', 'said', 'stated', 'hopes', 'hoped', 'believes', 'believed', 'expressed', 'stressed', 'noted that', 'told', 'added',
      'ກ່າວວ່າ', 'ສະແດງຄວາມ', 'ເນັ້ນໜັກ', 'ຫວັງວ່າ', 'ເຊື່ອໝັ້ນ',
    ],
  },
  {
    // It happened.
    weight: -0.4,
    words: [
      'đã tổ chức', 'đã diễn ra', 'diễn ra', 'tham dự hội nghị', 'cùng dự', 'was held', 'were held', 'took place', 'attended', 'was attended', 'have diversified', 'has contributed', 'has also attracted', 'ໄດ້ຈັດຂຶ້ນ', 'ເຂົ້າຮ່ວມກອງປະຊຸມ',
    ],
  },
];

/** Who promises. Any case. */
export const subjects: readonly string[] = [
  'hai bên', 'hai bộ', 'hai nước', 'hai chính phủ', 'hai cơ quan', 'hai bộ trưởng', 'các bên', 'mỗi bên', 'the two sides', 'two sides', 'both sides', 'the parties', 'both parties', 'each party', 'the two ministries', 'two ministries',
  'both ministries', 'the two countries', 'two countries', 'both countries', 'the two ministers', 'the two governments', 'the ministries', 'the sides', 'ສອງຝ່າຍ', 'ທັງສອງຝ່າຍ', 'ແຕ່ລະຝ່າຍ', 'ສອງປະເທດ', 'ສອງກະຊວງ', 'ບັນດາຝ່າຍ',
];

/** Takes up the ones named before, at the beginning of a sentence. */
export const pronouns: readonly string[] = ['they ', 'it will ', 'ພ້ອມນັ້ນ'];

/** Right after the ones who promise: it is done already. */
export const done: readonly string[] = ['đã', 'have', 'had', 'ໄດ້'];

/** A sentence or clause that begins so begins an undertaking of its own. As written, at the beginning. */
export const beginnings: readonly string[] = [
  'Hai bên', 'Hai Bộ', 'Hai bộ', 'Hai nước', 'Hai Chính phủ', 'Các bên', 'Mỗi bên', 'Phía', 'Bên', 'Tiếp tục', 'Tăng cường', 'Đẩy mạnh', 'Hợp tác', 'Hỗ trợ', 'Phối hợp', 'Tổ chức', 'Triển khai', 'Thúc đẩy', 'Khuyến khích', 'Tạo điều kiện', 'Trao đổi',
  'Xây dựng', 'Nghiên cứu', 'Mở rộng', 'Cung cấp', 'Đề xuất', 'Đề nghị', 'Ghi nhận', 'Duy trì', 'Thực hiện', 'Chia sẻ', 'Nâng cao', 'Đào tạo',
  'The Parties', 'The two', 'The Ministries', 'The Ministry', 'The sides', 'The Sides', 'Both', 'Each Party', 'Each side', 'They will', 'They shall', 'Continue', 'Strengthen', 'Promote', 'Support', 'Encourage', 'Enhance', 'Exchange', 'Organise', 'Organize',
  'ສອງຝ່າຍ', 'ທັງສອງຝ່າຍ', 'ແຕ່ລະຝ່າຍ', 'ຝ່າຍ', 'ສືບຕໍ່', 'ເພີ່ມທະວີ', 'ສົ່ງເສີມ', 'ຊຸກຍູ້', 'ສະໜັບສະໜູນ', 'ແລກປ່ຽນ',
];

import type { Sample } from './sample.ts';

/** Invented, Vietnamese: lists spoilt by scanners, web pages and people. */
export const viSpoilt: readonly Sample[] = [
  {
    name: 'scanned: spaces in numbers, l for 1, a lost number told',
    lang: 'vi',
    text: `l. Hợp tác đào tạo nghề.
2 . Hợp tác việc làm.
3. Hợp tác bảo hiểm.
4. Hợp tác thanh tra.
5. Hợp tác an toàn lao động.
6. Hợp tác thống kê.
7. Hợp tác nghiên cứu.
8. Hợp tác truyền thông.
9. Hợp tác địa phương.
1 0. Hợp tác khu vực.
1l. Hợp tác quốc tế.`,
    items: [
      ['1', 'Hợp tác đào tạo'], ['2', 'Hợp tác việc làm'], ['3', 'Hợp tác bảo hiểm'], ['4', 'Hợp tác thanh tra'], ['5', 'Hợp tác an toàn'], ['6', 'Hợp tác thống kê'], ['7', 'Hợp tác nghiên cứu'],
      ['8', 'Hợp tác truyền thông'], ['9', 'Hợp tác địa phương'], ['10', 'Hợp tác khu vực'], ['11', 'Hợp tác quốc tế'],
    ],
  },
  {
    name: 'a number lost: the list stops and says so',
    lang: 'vi',
    text: `1. Việc thứ nhất của hai bên.
2. Việc thứ hai của hai bên.
4. Việc thứ tư của hai bên.
5. Việc thứ năm của hai bên.`,
    items: [['1', 'Việc thứ nhất'], ['2', 'Việc thứ hai']],
    notes: ['gap'],
  },
  {
    name: 'dashes only, announced by a colon',
    lang: 'vi',
    text: `Tại cuộc họp (giả định), hai bên thống nhất:
- Tăng cường trao đổi đoàn các cấp giữa hai cơ quan;
- Phối hợp tổ chức hội thảo về việc làm tại Viêng
  Chăn trong quý III;
- Xem xét hỗ trợ thiết bị dạy nghề cho hai tỉnh.`,
    items: [['1', 'Tăng cường trao đổi'], ['2', 'Phối hợp tổ chức'], ['3', 'Xem xét hỗ trợ']],
    ends: { 2: 'trong quý III;' },
  },
  {
    name: 'people present are no items; an agenda list before the commitments',
    lang: 'vi',
    text: `I. THÀNH PHẦN
Phía Việt Nam:
1. Ông Nguyễn Văn A, Thứ trưởng;
2. Bà Trần Thị B, Vụ trưởng;
3. Ông Lê C, chuyên viên.
II. NỘI DUNG
1. Hai bên nhất trí tổ chức khóa học.
2. Hai bên nhất trí trao đổi tài liệu.`,
    items: [
      ['I', 'THÀNH PHẦN'], ['II', 'NỘI DUNG'], ['II.1', 'Hai bên nhất trí tổ chức'], ['II.2', 'Hai bên nhất trí trao đổi'],
    ],
    ends: { I: 'chuyên viên.' },
    notes: ['left-out-people'],
  },
  {
    name: 'numbers on lines of their own, as pasted from a web page',
    lang: 'vi',
    text: `Nội dung hợp tác giả định
1.
Trao đổi kinh nghiệm về thanh tra lao động.
2.
Đào tạo cán bộ cấp tỉnh.

3.

Hội thảo chung năm 2031.`,
    items: [['1', 'Trao đổi kinh nghiệm'], ['2', 'Đào tạo cán bộ'], ['3', 'Hội thảo chung']],
  },
  {
    name: 'decomposed letters (NFD) and soft hyphens',
    lang: 'vi',
    text: `Hai bên thống nhất:\n1. Hợp tác đào tạo nghề với Bộ Nội vụ.\n2. Hỗ trợ người khuyết\u00AD tật.`.normalize('NFD'),
    items: [['1', 'Hợp tác đào tạo nghề'.normalize('NFD')], ['2', 'Hỗ trợ người'.normalize('NFD')]],
  },
];

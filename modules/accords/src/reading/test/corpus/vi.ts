import type { Sample } from './sample.ts';

/** Invented, Vietnamese. */
export const vi: readonly Sample[] = [
  {
    name: 'minutes with Điều, recitals as dashes, signature block',
    lang: 'vi',
    text: `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN
Hội nghị Bộ trưởng lần thứ 20 (văn bản giả định)

- Căn cứ Hiệp định hợp tác ký năm 2013;
- Căn cứ kết quả Hội nghị lần thứ 19;
- Trên cơ sở đề nghị của hai Bộ,

Hai bên thống nhất như sau:

Điều 1. Phạm vi hợp tác
Hai bên hợp tác trong lĩnh vực đào tạo nghề và việc làm.

Điều 2. Hình thức hợp tác
Hai bên tổ chức hội thảo hằng năm, luân phiên tại mỗi nước.
Chi phí do mỗi bên tự chịu.

Điều 3. Hiệu lực
Biên bản có hiệu lực từ ngày ký.
Theo Điều 2 của Biên bản này, hai bên lập kế hoạch năm.
Mọi sửa đổi được hai bên thỏa thuận bằng văn bản.

Làm tại Hà Nội, ngày 05 tháng 6 năm 2031, thành hai bản.

ĐẠI DIỆN BỘ A                ĐẠI DIỆN BỘ B
Nguyễn Văn A                 Khamla B`,
    items: [['1', 'Phạm vi hợp tác'], ['2', 'Hình thức hợp tác'], ['3', 'Hiệu lực']],
    headings: { 1: 'Phạm vi hợp tác', 3: 'Hiệu lực' },
    ends: { 1: 'đào tạo nghề và việc làm.', 3: 'thỏa thuận bằng văn bản.' },
    closing: 'Làm tại Hà Nội',
    outside: ['Căn cứ Hiệp định', 'Nguyễn Văn A'],
    notes: ['left-out-recitals'],
  },
  {
    name: 'Roman chapters, numbers running on from one to the next',
    lang: 'vi',
    text: `THỎA THUẬN (giả định)
I. Lĩnh vực lao động
1. Trao đổi thông tin thị trường lao động hằng quý.
2. Phối hợp quản lý lao động di cư.
II. Lĩnh vực đào tạo
3. Đào tạo 30 giáo viên dạy nghề mỗi năm.
4. Biên soạn giáo trình chung.
III. Điều khoản cuối
5. Mỗi bên cử một đầu mối.`,
    items: [['1', 'Trao đổi thông tin'], ['2', 'Phối hợp quản lý'], ['3', 'Đào tạo 30'], ['4', 'Biên soạn'], ['5', 'Mỗi bên cử']],
    ends: { 2: 'lao động di cư.', 4: 'giáo trình chung.' },
    closing: null,
  },
  {
    name: 'Roman parts, numbers beginning anew in each',
    lang: 'vi',
    text: `I. ĐÁNH GIÁ KẾT QUẢ
Hai bên đánh giá như sau:
1. Đã tổ chức 4 khóa tập huấn cho 120 cán bộ.
2. Đã trao đổi 3 đoàn chuyên gia.
II. PHƯƠNG HƯỚNG
1. Tổ chức 6 khóa tập huấn trong năm 2032.
2. Mở rộng kết nghĩa giữa các tỉnh biên giới.
3. Xây dựng cơ sở dữ liệu chung.`,
    items: [
      ['I', 'ĐÁNH GIÁ KẾT QUẢ'], ['I.1', 'Đã tổ chức 4'], ['I.2', 'Đã trao đổi 3'], ['II', 'PHƯƠNG HƯỚNG'], ['II.1', 'Tổ chức 6'], ['II.2', 'Mở rộng'], ['II.3', 'Xây dựng'],
    ],
  },
  {
    name: 'letters a b c d đ e under numbers',
    lang: 'vi',
    text: `Hai bên nhất trí:
1. Về đào tạo:
a) Cấp 10 suất học bổng ngắn hạn;
b) Cử 5 chuyên gia hướng dẫn;
c) Mở 2 lớp tiếng Lào;
d) Mở 2 lớp tiếng Việt;
đ) Tặng thiết bị thực hành;
e) Chia sẻ đề thi kỹ năng nghề.
2. Về việc làm:
a) Kết nối hai trung tâm dịch vụ việc làm;
b) Thông báo nhu cầu tuyển dụng.`,
    items: [
      ['1', 'Về đào tạo'], ['1.a', 'Cấp 10'], ['1.b', 'Cử 5'], ['1.c', 'Mở 2 lớp tiếng Lào'], ['1.d', 'Mở 2 lớp tiếng Việt'], ['1.đ', 'Tặng thiết bị'], ['1.e', 'Chia sẻ đề'],
      ['2', 'Về việc làm'], ['2.a', 'Kết nối'], ['2.b', 'Thông báo'],
    ],
  },
  {
    name: 'nested 1.1, with a decimal and a date at the beginning of lines',
    lang: 'vi',
    text: `1. Hỗ trợ thiết bị
1.1. Bên A hỗ trợ máy hàn trị giá
2,8 tỷ đồng trong giai đoạn 2031 - 2033.
1.2. Bên A hỗ trợ máy may trị giá khoảng
1.5 triệu USD, bàn giao trước
30.6.2032 tại kho của Bên B.
2. Đào tạo
2.1. Đào tạo 20 học viên.
2.2. Cấp chứng chỉ.
3. Kinh phí theo quyết định
2640/QĐ-TTg ngày 1.2.2030.`,
    items: [
      ['1', 'Hỗ trợ thiết bị'], ['1.1', 'Bên A hỗ trợ máy hàn'], ['1.2', 'Bên A hỗ trợ máy may'], ['2', 'Đào tạo'], ['2.1', 'Đào tạo 20'], ['2.2', 'Cấp chứng chỉ'], ['3', 'Kinh phí theo'],
    ],
    ends: { '1.1': '2031 - 2033.', '1.2': 'kho của Bên B.', 3: '1.2.2030.' },
  },
  {
    name: 'Windows line ends, NBSP after numbers, numbers in sentences',
    lang: 'vi',
    text: 'Hai bên thống nhất các nội dung:\r\n\r\n1.\u00A0Tổ chức khóa học số 1. Khóa học gồm 2 phần: 1. lý thuyết, 2. thực hành.\r\n\r\n2.\u00A0Đến năm 2025. Đồng thời rà soát kết quả phục vụ 24/24.\r\n\r\n3.\u00A0Chuyển 640\u00A0triệu đồng.\r\n',
    items: [['1', 'Tổ chức khóa học số 1.'], ['2', 'Đến năm 2025. Đồng thời'], ['3', 'Chuyển 640']],
  },
  {
    name: 'hard-wrapped at 70 columns without blank lines, prose after the last item',
    lang: 'vi',
    text: `Hai bên đã trao đổi và thống nhất các nội dung hợp tác chủ yếu sau đây
trong giai đoạn 2031 - 2033, trên tinh thần hiểu biết lẫn nhau và cùng
có lợi:
1. Tiếp tục phối hợp trao đổi thông tin về thị trường lao động, về các
quy định mới liên quan đến người lao động nước ngoài, và thông báo cho
nhau qua đầu mối của hai bên trong vòng 30 ngày.
2. Hỗ trợ đào tạo giáo viên cho các trường nghề ở các tỉnh biên giới,
ưu tiên các nghề hàn, điện dân dụng, may công nghiệp và chế biến nông
sản; mỗi năm không dưới 20 giáo viên.
3. Xem xét khả năng công nhận lẫn nhau chứng chỉ kỹ năng nghề theo kết
luận của phiên họp kỹ thuật.
Hội nghị diễn ra trong không khí hữu nghị và hiểu biết lẫn nhau; hai
bên cảm ơn địa phương đăng cai đã đón tiếp chu đáo.`,
    items: [['1', 'Tiếp tục phối hợp'], ['2', 'Hỗ trợ đào tạo giáo viên'], ['3', 'Xem xét khả năng']],
    ends: { 1: 'trong vòng 30 ngày.', 2: 'không dưới 20 giáo viên.', 3: 'phiên họp kỹ thuật.' },
    closing: 'Hội nghị diễn ra',
  },
  {
    name: 'page numbers, running header and footer between the items',
    lang: 'vi',
    text: `Biên bản Hội nghị lần thứ 21 - Bản giả định
Hai bên thống nhất:
1. Cử đoàn cán bộ trao đổi kinh nghiệm về chính sách người có công
Trang 1/3
Biên bản Hội nghị lần thứ 21 - Bản giả định
của mỗi nước, luân phiên hằng năm.
2. Trao đổi chuyên gia về phục hồi chức năng.
- 2 -
Biên bản Hội nghị lần thứ 21 - Bản giả định
3. Cung cấp trang thiết bị chỉnh hình.
Trang 3/3`,
    items: [['1', 'Cử đoàn cán bộ'], ['2', 'Trao đổi chuyên gia'], ['3', 'Cung cấp']],
    ends: { 1: 'người có công của mỗi nước, luân phiên hằng năm.', 2: 'phục hồi chức năng.', 3: 'chỉnh hình.' },
    outside: ['Trang 1/3', 'Bản giả định'],
  },
  {
    name: 'number and dash, a heading line above each item',
    lang: 'vi',
    text: `NỘI DUNG HỢP TÁC (giả định)

Về lao động
1 – Hai bên trao đổi thông tin hằng quý.

Về dạy nghề
2 – Hai bên mở 3 lớp bồi dưỡng.

Về người có công
3 – Hai bên trao đổi đoàn cán bộ.`,
    items: [['1', 'Hai bên trao đổi thông tin'], ['2', 'Hai bên mở'], ['3', 'Hai bên trao đổi đoàn']],
    ends: { 1: 'hằng quý.', 2: 'bồi dưỡng.' },
    headings: { 2: 'Về dạy nghề', 3: 'Về người có công' },
  },
  {
    name: 'two annexes, each with its own 1 and 2',
    lang: 'vi',
    text: `KẾ HOẠCH (giả định)

Phụ lục 1. Các lớp bồi dưỡng
1. Lớp quản lý nhà nước về lao động.
2. Lớp thanh tra lao động.

Phụ lục 2. Các đoàn trao đổi
1. Đoàn về bảo hiểm xã hội.
2. Đoàn về việc làm.
3. Đoàn về an toàn lao động.`,
    items: [['0:1', 'Lớp quản lý'], ['0:2', 'Lớp thanh tra'], ['1:1', 'Đoàn về bảo hiểm'], ['1:2', 'Đoàn về việc làm'], ['1:3', 'Đoàn về an toàn']],
  },
  {
    name: 'a table between items 9 and 10',
    lang: 'vi',
    text: `1. Một việc thứ nhất.
2. Một việc thứ hai.
3. Một việc thứ ba.
4. Một việc thứ tư.
5. Một việc thứ năm.
6. Một việc thứ sáu.
7. Một việc thứ bảy.
8. Một việc thứ tám.
9. Phân bổ kinh phí như bảng sau:
STT\tNội dung\tKinh phí
1.\tĐào tạo\t100 triệu đồng
2.\tThiết bị\t200 triệu đồng
3.\tHội thảo\t50 triệu đồng
10. Một việc thứ mười.`,
    items: [
      ['1', 'Một việc thứ nhất'], ['2', 'Một việc thứ hai'], ['3', 'Một việc thứ ba'], ['4', 'Một việc thứ tư'], ['5', 'Một việc thứ năm'], ['6', 'Một việc thứ sáu'], ['7', 'Một việc thứ bảy'],
      ['8', 'Một việc thứ tám'], ['9', 'Phân bổ kinh phí'], ['10', 'Một việc thứ mười'],
    ],
    notes: ['table'],
  },
];

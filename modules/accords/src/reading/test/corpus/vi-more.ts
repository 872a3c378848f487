import type { Sample } from './sample.ts';

/** Invented, Vietnamese: what breaks readers. */
export const viMore: readonly Sample[] = [
  {
    name: 'Điều, khoản and điểm; mentions of Khoản and Điều at line starts',
    lang: 'vi',
    text: `Điều 1. Trách nhiệm
1. Bên A có trách nhiệm:
a) Cử chuyên gia;
b) Cấp tài liệu.
2. Bên B thực hiện theo
Khoản 1 Điều 5 Thông tư liên tịch và
Điều 2 Hiệp định 2013.

Điều 2. Kinh phí
1. Mỗi bên tự lo.
2. Điều 5 Hiệp định được áp dụng.
Điều 9 Nghị định cũ không áp dụng.`,
    items: [
      ['1', 'Trách nhiệm'], ['1.1', 'Bên A có'], ['1.1.a', 'Cử chuyên gia'], ['1.1.b', 'Cấp tài liệu'], ['1.2', 'Bên B thực hiện'], ['2', 'Kinh phí'], ['2.1', 'Mỗi bên'], ['2.2', 'Điều 5 Hiệp định'],
    ],
    ends: { '1.2': 'Hiệp định 2013.' },
  },
  {
    name: 'addressees as dashes after the signature are no parts of the last article',
    lang: 'vi',
    text: `Điều 1. Hai bên hợp tác về việc làm.
Điều 2. Quyết định này có hiệu lực từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Bộ A;
- Lưu: VT.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Nguyễn Văn A`,
    items: [['1', 'Hai bên hợp tác'], ['2', 'Quyết định này']],
    closing: 'Nơi nhận',
    ends: { 2: 'từ ngày ký.' },
  },
  {
    name: 'dashes and pluses under numbers',
    lang: 'vi',
    text: `1. Đào tạo:
- Lớp ngắn hạn:
+ 20 học viên;
+ 2 tuần.
- Lớp dài hạn.
2. Thiết bị:
- Máy hàn;
- Máy may.`,
    items: [['1', 'Đào tạo'], ['1.a', 'Lớp ngắn'], ['1.a.a', '20 học viên'], ['1.a.b', '2 tuần'], ['1.b', 'Lớp dài'], ['2', 'Thiết bị'], ['2.a', 'Máy hàn'], ['2.b', 'Máy may']],
  },
  {
    name: 'no points, small letters, "hằng năm" before the next number',
    lang: 'vi',
    text: `hai bên nhất trí
1. trao đổi đoàn hằng năm
2. tổ chức hội thảo luân phiên mỗi năm
3. gửi báo cáo hằng tháng
4. họp trực tuyến hằng quý`,
    items: [['1', 'trao đổi đoàn'], ['2', 'tổ chức hội thảo'], ['3', 'gửi báo cáo'], ['4', 'họp trực tuyến']],
  },
  {
    name: 'a plan as a table, number in the first column',
    lang: 'vi',
    text: `KẾ HOẠCH HOẠT ĐỘNG (giả định)
STT\tNội dung\tThời gian\tCơ quan
1\tTập huấn thanh tra lao động\tQuý I/2031\tBên A
2\tHội thảo việc làm\tQuý II/2031\tBên B
3\tTrao đổi đoàn\tQuý III/2031\tHai bên`,
    items: [['1', 'Tập huấn thanh tra'], ['2', 'Hội thảo việc làm'], ['3', 'Trao đổi đoàn']],
  },
  {
    name: 'Thứ nhất, Thứ hai, Thứ ba',
    lang: 'vi',
    text: `Tại hội đàm (giả định), hai bên thống nhất ba việc.
Thứ nhất, tổ chức khóa bồi dưỡng cho cán bộ hai nước.
Thứ hai, trao đổi dữ liệu về lao động di cư.
Thứ ba, nghiên cứu công nhận kỹ năng nghề.`,
    items: [['1', 'tổ chức khóa'], ['2', 'trao đổi dữ liệu'], ['3', 'nghiên cứu công nhận']],
  },
  {
    name: 'hanging indents, a blank line between items, an indented wrap beginning with a dash',
    lang: 'vi',
    text: `   1.  Tăng cường hợp tác giữa các tỉnh có chung đường biên giới Việt Nam
       - Lào trong quản lý lao động, việc làm và an sinh xã hội cho người
       lao động hai nước.

   2.  Tiếp tục thực hiện các thỏa thuận đã ký trong giai đoạn 2029
       - 2031 theo kế hoạch chung của hai bên đã thống nhất tại Hội nghị.

   3.  Mỗi bên cử đầu mối liên lạc.`,
    items: [['1', 'Tăng cường hợp tác'], ['2', 'Tiếp tục thực hiện'], ['3', 'Mỗi bên cử']],
    ends: { 1: 'hai nước.', 2: 'tại Hội nghị.' },
  },
  {
    name: 'capital letters over numbers that begin anew',
    lang: 'vi',
    text: `A. Việc của Bên A
1. Cử giáo viên.
2. Cấp học bổng.
B. Việc của Bên B
1. Tuyển học viên.
2. Bố trí lớp học.`,
    items: [['A', 'Việc của Bên A'], ['A.1', 'Cử giáo viên'], ['A.2', 'Cấp học bổng'], ['B', 'Việc của Bên B'], ['B.1', 'Tuyển'], ['B.2', 'Bố trí']],
  },
  {
    name: 'an item that holds 1) 2) and is the last',
    lang: 'vi',
    text: `1. Mở lớp tiếng Lào.
2. Mở lớp tiếng Việt.
3. Tặng thiết bị cho các cơ sở sau đây,
theo khả năng ngân sách hằng năm của hai bên:
1) Trường nghề tỉnh biên giới;
2) Trung tâm phục hồi chức năng.`,
    items: [['1', 'Mở lớp tiếng Lào'], ['2', 'Mở lớp tiếng Việt'], ['3', 'Tặng thiết bị'], ['3.1', 'Trường nghề'], ['3.2', 'Trung tâm']],
  },
  {
    name: 'the same text in Vietnamese and in Lao, one after the other',
    lang: 'vi',
    text: `1. Hợp tác đào tạo nghề.
2. Hợp tác việc làm.

໑. ຮ່ວມມືຝຶກອົບຮົມວິຊາຊີບ.
໒. ຮ່ວມມືດ້ານວຽກເຮັດງານທຳ.`,
    items: [['0:1', 'Hợp tác đào tạo'], ['0:2', 'Hợp tác việc làm'], ['1:1', 'ຮ່ວມມືຝຶກ'], ['1:2', 'ຮ່ວມມືດ້ານ']],
  },
  {
    name: 'a web page whose menu has bullets and whose article has numbers; other articles with numbers after it',
    lang: 'vi',
    text: `Trang chủ
• Thời sự
• Quốc tế
• Hà Nội 31°C
Hai bộ thống nhất chương trình hợp tác mới (tin giả định)
10:15 12/03/2031
Ngày 11/3, tại Hà Nội, hai bên đã thống nhất các nội dung hợp tác sau đây cho giai đoạn tới, gồm bốn nội dung chính:
1. Trao đổi đoàn cán bộ hằng năm.
2. Hỗ trợ thiết bị dạy nghề.
3. Phối hợp quản lý lao động.
4. Tổ chức hội nghị lần sau tại Viêng Chăn.
Minh Anh
Tin liên quan
5 điều cần biết về thời tiết tuần này
5. Một bài khác có số năm ở đầu dòng tiêu đề.
1. Danh sách một bài khác
2. Danh sách một bài khác nữa`,
    items: [['1', 'Trao đổi đoàn'], ['2', 'Hỗ trợ thiết bị'], ['3', 'Phối hợp'], ['4', 'Tổ chức hội nghị']],
    ends: { 4: 'tại Viêng Chăn.' },
  },
];

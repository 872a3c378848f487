/** What each option of the command line means; `command.option` where one command means something of its own by it. */
import { defineMessages, machine, type Lang } from '@entente/text';

const words = defineMessages('cli-options', {
  'node': { vi: 'nút của bản trình diễn được hỏi (mặc định vn); nút khác: ENTENTE_URL và ENTENTE_TOKEN', lo: machine('ໂນດຂອງຕົວຢ່າງທີ່ຖາມ (ປົກກະຕິ vn); ໂນດອື່ນ: ENTENTE_URL ແລະ ENTENTE_TOKEN'), en: 'node of the demonstration to ask (vn unless said); any other by ENTENTE_URL and ENTENTE_TOKEN' },
  'config': { vi: 'tệp cấu hình (node.yaml) của nút cần làm việc', lo: machine('ໄຟລ໌ຕັ້ງຄ່າ (node.yaml) ຂອງໂນດທີ່ຈະເຮັດວຽກ'), en: 'configuration file (node.yaml) of the node to work on' },
  'json': { vi: 'trả lời bằng JSON cho chương trình', lo: machine('ຕອບເປັນ JSON ສຳລັບໂປຣແກຣມ'), en: 'answers in JSON, for programs' },
  'lang': { vi: 'ngôn ngữ của câu trả lời: vi, lo hoặc en', lo: machine('ພາສາຂອງຄຳຕອບ: vi, lo ຫຼື en'), en: 'language of the answer: vi, lo or en' },
  'output': { vi: 'tệp để ghi kết quả', lo: machine('ໄຟລ໌ສຳລັບຂຽນຜົນ'), en: 'file to write to' },
  'propose': { vi: 'đề xuất những gì tìm thấy, thay vì chỉ xem', lo: machine('ສະເໜີສິ່ງທີ່ພົບ ແທນການເບິ່ງເທົ່ານັ້ນ'), en: 'proposes what was found, instead of only looking' },
  'title': { vi: 'tên của văn kiện', lo: machine('ຊື່ຂອງເອກະສານ'), en: 'title of the instrument' },
  'theme': { vi: 'mã lĩnh vực của các mục', lo: machine('ລະຫັດຂົງເຂດຂອງຂໍ້ຕ່າງໆ'), en: 'code of the theme of its items' },
  'themes': { vi: 'chỉ các lĩnh vực này, cách nhau bằng dấu phẩy', lo: machine('ສະເພາະຂົງເຂດເຫຼົ່ານີ້, ຂັ້ນດ້ວຍຈຸດ'), en: 'only these themes, with commas between' },
  'from': { vi: 'ngày đầu của kỳ, ví dụ 2026-01-01', lo: machine('ວັນທຳອິດຂອງໄລຍະ, ຕົວຢ່າງ 2026-01-01'), en: 'first day of the period, as in 2026-01-01' },
  'to': { vi: 'ngày cuối của kỳ', lo: machine('ວັນສຸດທ້າຍຂອງໄລຍະ'), en: 'last day of the period' },
  'format': { vi: 'pdf, docx hoặc html', lo: machine('pdf, docx ຫຼື html'), en: 'pdf, docx or html' },
  'ref': { vi: 'mã định danh của tổ chức công bố (org-id.guide)', lo: machine('ລະຫັດຂອງອົງການທີ່ເຜີຍແຜ່ (org-id.guide)'), en: 'identifier of the organisation that publishes (org-id.guide)' },
  'filter': { vi: 'chỉ các dòng có giá trị này; lặp lại được', lo: machine('ສະເພາະແຖວທີ່ມີຄ່ານີ້; ໃຊ້ຊ້ຳໄດ້'), en: 'only rows with this value; may be repeated' },
  'blank': { vi: 'bảng trống, chỉ có tiêu đề cột', lo: machine('ຕາຕະລາງເປົ່າ, ມີແຕ່ຫົວຖັນ'), en: 'an empty table, with its headings only' },
  'dry-run': { vi: 'chỉ kiểm tra, không ghi gì', lo: machine('ກວດເທົ່ານັ້ນ, ບໍ່ຂຽນຫຍັງ'), en: 'only looks, and writes nothing' },
  'good-rows': { vi: 'ghi các dòng đúng, bỏ lại các dòng có lỗi', lo: machine('ຂຽນແຖວທີ່ຖືກ, ປະແຖວທີ່ມີບັນຫາໄວ້'), en: 'writes the good rows and leaves the others' },
  'version': { vi: 'tên của một phiên bản (64 chữ số); mặc định là phiên bản đang hiển thị', lo: machine('ຊື່ຂອງສະບັບໜຶ່ງ (64 ຕົວ); ປົກກະຕິແມ່ນສະບັບທີ່ສະແດງ'), en: 'name of a version (64 digits); the one that is shown unless said' },
  'all': { vi: 'kể cả các bản ghi khác mà cùng những hành vi này nói đến', lo: machine('ລວມທັງບັນທຶກອື່ນທີ່ການກະທຳດຽວກັນເວົ້າເຖິງ'), en: 'also the other records that the same acts speak of' },
  'verify.root': { vi: 'dấu vân tay của khóa gốc của một bên, nhận qua điện thoại hoặc giấy tờ; lặp lại cho mỗi bên', lo: machine('ລາຍນິ້ວມືຂອງກະແຈຮາກຂອງຝ່າຍໜຶ່ງ, ໄດ້ທາງໂທລະສັບ ຫຼື ເຈ້ຍ; ໃຊ້ຊ້ຳສຳລັບແຕ່ລະຝ່າຍ'), en: "fingerprint of a party's root, learned by telephone or on paper; once for each party" },
  'no-records': { vi: 'không dựng lại hồ sơ: nhanh hơn, và không ai phải đợi', lo: machine('ບໍ່ສ້າງບັນທຶກຄືນ: ໄວກວ່າ ແລະ ບໍ່ມີໃຜຕ້ອງລໍ'), en: 'does not make the records again: quicker, and nobody who writes has to wait' },
  'for': { vi: 'bên hoặc quan sát viên nhận tệp', lo: machine('ຝ່າຍ ຫຼື ຜູ້ສັງເກດການທີ່ຮັບໄຟລ໌'), en: 'the party or observer the file is for' },
  'export.from': { vi: 'bắt đầu từ mục này của nhật ký; 0 là tất cả (mặc định: từ chỗ bên kia đã xác nhận)', lo: machine('ເລີ່ມຈາກລາຍການນີ້ຂອງປຶ້ມບັນທຶກ; 0 ແມ່ນທັງໝົດ (ປົກກະຕິ: ຈາກບ່ອນທີ່ຝ່າຍນັ້ນຢືນຢັນແລ້ວ)'), en: 'begins at this entry of the journal, 0 for all of it; where the other side has cosigned unless said' },
  'with-theirs': { vi: 'kèm nhật ký của chính bên nhận, khi nút của họ vừa được khôi phục', lo: machine('ພ້ອມປຶ້ມບັນທຶກຂອງຝ່າຍຮັບເອງ, ເມື່ອໂນດຂອງເຂົາຫາກໍ່ຖືກກູ້ຄືນ'), en: "with the receiver's own journal, for a node that was restored" },
  'public': { vi: 'thư mục nhận bản sao; máy chủ web nào cũng phục vụ được', lo: machine('ໂຟນເດີຮັບສຳເນົາ; ເຊີບເວີເວັບໃດກໍ່ໃຫ້ບໍລິການໄດ້'), en: 'folder for the copy; any web server can serve it' },
  'publish.url': { vi: 'địa chỉ của nút được chép, của bất kỳ bên nào', lo: machine('ທີ່ຢູ່ຂອງໂນດທີ່ສຳເນົາ, ຂອງຝ່າຍໃດກໍ່ໄດ້'), en: 'address of the node to copy from, of any party' },
  'reason': { vi: 'lý do; mọi bên đều đọc được và không xóa được', lo: machine('ເຫດຜົນ; ທຸກຝ່າຍອ່ານໄດ້ ແລະ ລຶບບໍ່ໄດ້'), en: 'the reason; every party reads it, and it stays' },
  'passphrase-file': { vi: 'tệp chỉ chứa mật khẩu; nếu không thì ENTENTE_PASSPHRASE, hoặc sẽ được hỏi', lo: machine('ໄຟລ໌ທີ່ມີແຕ່ລະຫັດຜ່ານ; ຖ້າບໍ່ ແມ່ນ ENTENTE_PASSPHRASE ຫຼື ຈະຖືກຖາມ'), en: 'file that holds the passphrase and nothing else; ENTENTE_PASSPHRASE otherwise, or asked for' },
  'no-verify': { vi: 'không đọc lại và kiểm tra sau đó', lo: machine('ບໍ່ອ່ານຄືນ ແລະ ກວດຫຼັງຈາກນັ້ນ'), en: 'does not read it back and audit it afterwards' },
  'backup.to': { vi: 'khóa khôi phục (age1...) mở được bản sao lưu; lặp lại được', lo: machine('ກະແຈກູ້ຄືນ (age1...) ທີ່ເປີດສຳເນົາໄດ້; ໃຊ້ຊ້ຳໄດ້'), en: 'recovery key (age1...) that opens the backup; may be repeated' },
  'into': { vi: 'thư mục cho nút được khôi phục; phải trống', lo: machine('ໂຟນເດີສຳລັບໂນດທີ່ກູ້ຄືນ; ຕ້ອງເປົ່າ'), en: 'folder for the restored node; has to be empty' },
  'key': { vi: 'tệp của khóa khôi phục ("backup key")', lo: machine('ໄຟລ໌ຂອງກະແຈກູ້ຄືນ ("backup key")'), en: 'file of the recovery key ("backup key")' },
  'database': { vi: 'địa chỉ của máy chủ PostgreSQL; nếu không thì dùng cơ sở dữ liệu kèm theo', lo: machine('ທີ່ຢູ່ຂອງເຊີບເວີ PostgreSQL; ຖ້າບໍ່ມີຈະໃຊ້ຖານຂໍ້ມູນໃນຕົວ'), en: 'address of the PostgreSQL server; the embedded engine without it' },
  'restore.database': { vi: 'đặt dữ liệu lên máy chủ PostgreSQL này, thay vì nơi ghi trong bản sao lưu', lo: machine('ວາງຂໍ້ມູນໃສ່ເຊີບເວີ PostgreSQL ນີ້ ແທນບ່ອນໃນສຳເນົາ'), en: 'puts the data on this PostgreSQL server, instead of where the backup says' },
  'schema': { vi: 'tên lược đồ trong máy chủ đó', lo: machine('ຊື່ schema ໃນເຊີບເວີນັ້ນ'), en: 'name of the schema on that server' },
  'embedded': { vi: 'đặt dữ liệu vào cơ sở dữ liệu kèm theo', lo: machine('ວາງຂໍ້ມູນໃສ່ຖານຂໍ້ມູນໃນຕົວ'), en: 'puts the data into the embedded engine' },
  'party': { vi: 'mã của bên có nút này, như trong tệp hợp tác', lo: machine('ລະຫັດຂອງຝ່າຍທີ່ມີໂນດນີ້, ຄືໃນໄຟລ໌ການຮ່ວມມື'), en: 'id of the party whose node it is, as in the cooperation file' },
  'cooperation': { vi: 'tệp mô tả hợp tác, giống nhau ở mọi bên', lo: machine('ໄຟລ໌ການຮ່ວມມື, ຄືກັນທຸກຝ່າຍ'), en: 'file that describes the cooperation, the same at every party' },
  'url': { vi: 'địa chỉ mà người khác gọi nút này', lo: machine('ທີ່ຢູ່ທີ່ຄົນອື່ນໃຊ້ເອີ້ນໂນດນີ້'), en: 'address by which the node is known to others' },
  'port': { vi: 'cổng nút lắng nghe', lo: machine('ພອດທີ່ໂນດຟັງ'), en: 'port the node listens on' },
  'journal': { vi: 'khóa nhật ký của bên kia ("peer show" tại đó)', lo: machine('ກະແຈປຶ້ມບັນທຶກຂອງຝ່າຍນັ້ນ ("peer show" ຢູ່ນັ້ນ)'), en: "the other party's journal key (\"peer show\" there)" },
  'transport': { vi: 'khóa truyền của bên kia', lo: machine('ກະແຈສົ່ງຂອງຝ່າຍນັ້ນ'), en: "the other party's transport key" },
  'cosigner': { vi: 'khóa xác nhận của bên kia', lo: machine('ກະແຈລົງລາຍເຊັນຮ່ວມຂອງຝ່າຍນັ້ນ'), en: "the other party's cosigner key" },
  'peer.root': { vi: 'khóa gốc của bên kia; nhờ nó các lần đổi khóa được theo tự động', lo: machine('ກະແຈຮາກຂອງຝ່າຍນັ້ນ; ໂດຍມັນການປ່ຽນກະແຈຈະຖືກຕາມເອງ'), en: "the other party's root; with it a change of keys is followed by itself" },
  'key.root': { vi: 'thư mục khóa gốc đã được mang trở lại (mặc định: root cạnh dữ liệu)', lo: machine('ໂຟນເດີຂອງກະແຈຮາກທີ່ນຳກັບມາ (ປົກກະຕິ: root ຂ້າງຂໍ້ມູນ)'), en: 'folder of the root that was brought back (root beside the data unless said)' },
  'name': { vi: 'tên của người đó', lo: machine('ຊື່ຂອງບຸກຄົນ'), en: 'name of the person' },
  'role': { vi: 'coordinator, focal-point, leader, reader hoặc administrator; nhiều vai cách nhau bằng dấu phẩy', lo: machine('coordinator, focal-point, leader, reader ຫຼື administrator; ຫຼາຍບົດບາດຂັ້ນດ້ວຍຈຸດ'), en: 'coordinator, focal-point, leader, reader or administrator; several with commas between' },
  'password-stdin': { vi: 'đọc mật khẩu từ đầu vào; nếu không thì một mật khẩu được tạo và hiện một lần', lo: machine('ອ່ານລະຫັດຜ່ານຈາກ stdin; ຖ້າບໍ່ ຈະສ້າງໃຫ້ ແລະ ສະແດງຄັ້ງດຽວ'), en: 'reads the password from the input; otherwise one is made and shown once' },
});

type OptionWord = keyof typeof words.entries;
const isWord = (name: string): name is OptionWord => Object.hasOwn(words.entries, name);

/** What an option of a command means; null where nobody wrote it down. */
export function optionMeaning(command: string, option: string, lang: Lang): string | null {
  const name = [`${command}.${option}`, option].find(isWord);
  return name === undefined ? null : words.t(lang)(name);
}

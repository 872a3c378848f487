import { defineMessages, machine } from '@entente/text';

export const messages = defineMessages('cli', {
  'no-node': {
    vi: 'Không có nút nào trả lời tại {url}. Không có gì được ghi. Hãy khởi động bằng: npx pnpm@12 start',
    lo: machine('ບໍ່ມີໂນດຕອບຢູ່ {url}. ບໍ່ໄດ້ບັນທຶກຫຍັງ. ເລີ່ມດ້ວຍ: npx pnpm@12 start'),
    en: 'No node answers at {url}. Nothing was written. Start one with: npx pnpm@12 start',
  },
  'no-demo': {
    vi: 'Không thấy nút "{node}" trong thư mục dữ liệu {folder}. Hãy khởi động bằng: npx pnpm@12 start, hoặc đặt ENTENTE_URL và ENTENTE_TOKEN.',
    lo: machine('ບໍ່ພົບໂນດ "{node}" ໃນໂຟນເດີຂໍ້ມູນ {folder}. ເລີ່ມດ້ວຍ: npx pnpm@12 start, ຫຼື ຕັ້ງ ENTENTE_URL ແລະ ENTENTE_TOKEN.'),
    en: 'There is no node "{node}" in the data folder {folder}. Start one with: npx pnpm@12 start, or set ENTENTE_URL and ENTENTE_TOKEN.',
  },
  'refused-token': {
    vi: 'Nút tại {url} không chấp nhận mã truy cập này. Không có gì được ghi. Hãy tạo mã mới trên trang tài khoản.',
    lo: machine('ໂນດຢູ່ {url} ບໍ່ຮັບລະຫັດເຂົ້ານີ້. ບໍ່ໄດ້ບັນທຶກຫຍັງ. ສ້າງລະຫັດໃໝ່ໃນໜ້າບັນຊີ.'),
    en: 'The node at {url} does not accept this token. Nothing was written. Make a new one on the account page.',
  },
  'node-failed': {
    vi: 'Nút tại {url} gặp lỗi ({status}). Xem nhật ký của nút.',
    lo: machine('ໂນດຢູ່ {url} ມີຂໍ້ຜິດພາດ ({status}). ເບິ່ງບັນທຶກຂອງໂນດ.'),
    en: 'The node at {url} failed ({status}). Its log says why.',
  },
  'no-file': {
    vi: 'Không đọc được tệp {file}.',
    lo: machine('ອ່ານໄຟລ໌ {file} ບໍ່ໄດ້.'),
    en: 'The file {file} cannot be read.',
  },
  'unknown-command': {
    vi: 'Không có lệnh "{command}". Xem: pnpm entente --help',
    lo: machine('ບໍ່ມີຄຳສັ່ງ "{command}". ເບິ່ງ: pnpm entente --help'),
    en: 'There is no command "{command}". See: pnpm entente --help',
  },
  usage: { vi: 'Cách dùng: {usage}', lo: machine('ວິທີໃຊ້: {usage}'), en: 'Usage: {usage}' },
  commands: { vi: 'Các lệnh', lo: machine('ຄຳສັ່ງ'), en: 'Commands' },
  'exit-codes': {
    vi: 'Mã thoát: 0 xong, 1 dữ liệu vào có lỗi, 2 dùng sai lệnh, 3 không có nút chạy, 4 không được phép, 5 nút gặp lỗi.',
    lo: machine('ລະຫັດອອກ: 0 ສຳເລັດ, 1 ຂໍ້ມູນເຂົ້າມີບັນຫາ, 2 ໃຊ້ຄຳສັ່ງຜິດ, 3 ບໍ່ມີໂນດແລ່ນຢູ່, 4 ບໍ່ອະນຸຍາດ, 5 ໂນດຂັດຂ້ອງ.'),
    en: 'Exit codes: 0 done, 1 something wrong in the input, 2 wrong use, 3 no node runs, 4 not allowed, 5 the node failed.',
  },
  written: { vi: 'Đã ghi {file} ({bytes} byte).', lo: machine('ບັນທຶກ {file} ແລ້ວ ({bytes} ໄບ).'), en: 'Wrote {file} ({bytes} bytes).' },
  proposed: {
    vi: 'Đã đề xuất văn kiện cùng {count} mục; chờ phía bên kia.',
    lo: machine('ໄດ້ສະເໜີເອກະສານພ້ອມ {count} ຂໍ້; ລໍຖ້າຝ່າຍອື່ນ.'),
    en: 'Proposed the instrument with {count} items; it waits for the other side.',
  },
  found: { vi: 'Tìm thấy {count} mục', lo: machine('ພົບ {count} ຂໍ້'), en: { one: 'Found {count} item', other: 'Found {count} items' } },
  'about-import': { vi: 'tìm các mục trong một văn bản; --propose thì đề xuất', lo: machine('ຊອກຫາຂໍ້ຕ່າງໆໃນຂໍ້ຄວາມ; --propose ເພື່ອສະເໜີ'), en: 'finds the items of a text; --propose proposes them' },
  'about-report': { vi: 'xuất báo cáo chung của một kỳ', lo: machine('ອອກບົດລາຍງານຮ່ວມຂອງໄລຍະໜຶ່ງ'), en: 'writes the joint report of a period' },
  'about-search': { vi: 'tìm hồ sơ theo từ', lo: machine('ຊອກຫາບັນທຶກຕາມຄຳ'), en: 'finds records by words' },
  'about-status': { vi: 'tình trạng của nút và các nút bạn', lo: machine('ສະຖານະຂອງໂນດ ແລະ ໂນດຄູ່'), en: 'state of the node and its peers' },
  'about-run': { vi: 'chạy một lệnh của nút, đầu vào là JSON', lo: machine('ແລ່ນຄຳສັ່ງຂອງໂນດ, ຂໍ້ມູນເຂົ້າເປັນ JSON'), en: 'runs any command of the node, input as JSON' },
  'about-demo': { vi: 'dừng hoặc khởi động một nút của bản trình diễn', lo: machine('ຢຸດ ຫຼື ເລີ່ມໂນດໜຶ່ງຂອງຕົວຢ່າງ'), en: 'stops or starts one node of the demonstration' },
  'about-evidence': { vi: 'lưu bằng chứng của một bản ghi thành tệp', lo: machine('ບັນທຶກຫຼັກຖານຂອງບັນທຶກໜຶ່ງເປັນໄຟລ໌'), en: 'saves the evidence of a record to a file' },
  'about-verify': { vi: 'kiểm tra một tệp bằng chứng, không cần nút nào (mã thoát 0 chỉ khi đã chứng minh)', lo: machine('ກວດໄຟລ໌ຫຼັກຖານໂດຍບໍ່ຕ້ອງໃຊ້ໂນດ (ລະຫັດອອກ 0 ເມື່ອພິສູດແລ້ວເທົ່ານັ້ນ)'), en: 'checks an evidence file without any node (exit code 0 only when it is proven)' },
  'about-init': { vi: 'tạo cấu hình và khóa của một nút', lo: machine('ສ້າງການຕັ້ງຄ່າ ແລະ ກະແຈຂອງໂນດ'), en: 'makes the configuration and keys of a node' },
  'about-account': { vi: 'thêm tài khoản của một người', lo: machine('ເພີ່ມບັນຊີຂອງບຸກຄົນ'), en: 'adds the account of a person' },
  'about-peer': { vi: 'thêm nút của bên kia', lo: machine('ເພີ່ມໂນດຂອງຝ່າຍອື່ນ'), en: "adds another party's node" },
  'about-serve': { vi: 'chạy một nút', lo: machine('ແລ່ນໂນດ'), en: 'runs a node' },
  identity: {
    vi: 'Nút của {party} tại {url}. Hãy gửi các khóa này cho bên kia và so dấu vân tay qua điện thoại:',
    lo: machine('ໂນດຂອງ {party} ຢູ່ {url}. ສົ່ງກະແຈເຫຼົ່ານີ້ໃຫ້ຝ່າຍອື່ນ ແລະ ທຽບລາຍນິ້ວມືທາງໂທລະສັບ:'),
    en: 'The node of {party} at {url}. Give these keys to the other side and compare the fingerprints by telephone:',
  },
  fingerprint: { vi: 'dấu vân tay', lo: machine('ລາຍນິ້ວມື'), en: 'fingerprint' },
  'peer-added': { vi: 'Đã thêm nút của {party}. Khởi động lại nút để có hiệu lực.', lo: machine('ເພີ່ມໂນດຂອງ {party} ແລ້ວ. ເລີ່ມໂນດຄືນໃໝ່ເພື່ອໃຫ້ມີຜົນ.'), en: 'The node of {party} is added. Start the node again for it to take effect.' },
  'account-added': { vi: 'Đã thêm tài khoản {login}.', lo: machine('ເພີ່ມບັນຊີ {login} ແລ້ວ.'), en: 'The account {login} is added.' },
  'account-password': { vi: 'Mật khẩu đầu tiên, chỉ hiện một lần: {password}', lo: machine('ລະຫັດຜ່ານທຳອິດ, ສະແດງຄັ້ງດຽວ: {password}'), en: 'First password, shown only now: {password}' },
});

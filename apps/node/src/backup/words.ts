import { defineMessages, machine } from '@entente/text';

/** What is said when a backup cannot be made or read: what happened, what is kept, what to do. */
defineMessages('backup', {
  'no-backup': {
    vi: 'Tệp này không phải là bản sao lưu của Entente. Không có gì thay đổi.', lo: machine('ໄຟລ໌ນີ້ບໍ່ແມ່ນສຳເນົາສຳຮອງຂອງ Entente. ບໍ່ມີຫຍັງປ່ຽນແປງ.'),
    en: 'This file is no backup of Entente. Nothing was changed.',
  },
  'no-file': { vi: 'Không có tệp {file}.', lo: machine('ບໍ່ມີໄຟລ໌ {file}.'), en: 'There is no file {file}.' },
  'wrong-secret': {
    vi: 'Mật khẩu hoặc khóa khôi phục không mở được bản sao lưu này. Không có gì thay đổi. Hãy thử mật khẩu khác, hoặc khóa đúng.',
    lo: machine('ລະຫັດຜ່ານ ຫຼື ກະແຈກູ້ຄືນເປີດສຳເນົານີ້ບໍ່ໄດ້. ບໍ່ມີຫຍັງປ່ຽນແປງ. ລອງອັນອື່ນ.'),
    en: 'The passphrase or recovery key does not open this backup. Nothing was changed. Try the other passphrase, or the right key.',
  },
  'truncated': {
    vi: 'Tệp bị cắt ngắn: thiếu phần cuối. Không có gì thay đổi. Hãy chép lại tệp, hoặc dùng bản sao lưu khác.',
    lo: machine('ໄຟລ໌ຖືກຕັດ: ຂາດສ່ວນທ້າຍ. ບໍ່ມີຫຍັງປ່ຽນແປງ. ສຳເນົາໄຟລ໌ຄືນ ຫຼື ໃຊ້ສຳເນົາອື່ນ.'),
    en: 'The file was cut short: its end is missing. Nothing was changed. Copy the file again, or use another backup.',
  },
  'damaged': {
    vi: 'Tệp bị hỏng ở phần {part}. Không có gì thay đổi. Hãy chép lại tệp, hoặc dùng bản sao lưu khác.',
    lo: machine('ໄຟລ໌ເສຍຫາຍຢູ່ສ່ວນ {part}. ບໍ່ມີຫຍັງປ່ຽນແປງ. ສຳເນົາໄຟລ໌ຄືນ ຫຼື ໃຊ້ສຳເນົາອື່ນ.'),
    en: 'The file is damaged at part {part}. Nothing was changed. Copy the file again, or use another backup.',
  },
  'incomplete': {
    vi: 'Bản sao lưu không đầy đủ: số dòng không khớp. Không có gì thay đổi. Hãy dùng bản khác.',
    lo: machine('ສຳເນົາບໍ່ຄົບ: ຈຳນວນແຖວບໍ່ກົງ. ບໍ່ມີຫຍັງປ່ຽນແປງ. ໃຊ້ສຳເນົາອື່ນ.'),
    en: 'The backup is not whole: its rows do not add up. Nothing was changed. Use another one.',
  },
  'version': {
    vi: 'Bản sao lưu có định dạng {found}; phần mềm này đọc {known}. Hãy dùng phiên bản phần mềm đã tạo ra nó.',
    lo: machine('ສຳເນົາມີຮູບແບບ {found}; ໂປຣແກຣມນີ້ອ່ານ {known}. ໃຊ້ໂປຣແກຣມລຸ້ນທີ່ສ້າງມັນ.'),
    en: 'The backup has the format {found}; this software reads {known}. Use the version of the software that made it.',
  },
  'newer': {
    vi: 'Bản sao lưu do phần mềm mới hơn tạo ra (bảng {tables}, ở đây {known}). Không có gì thay đổi. Hãy nâng cấp phần mềm trước.',
    lo: machine('ສຳເນົາສ້າງໂດຍໂປຣແກຣມໃໝ່ກວ່າ (ຕາຕະລາງ {tables}, ຢູ່ນີ້ {known}). ບໍ່ມີຫຍັງປ່ຽນແປງ. ອັບເກຣດກ່ອນ.'),
    en: 'The backup was made by newer software (tables {tables}, known here {known}). Nothing was changed. Upgrade the software first.',
  },
  'full': {
    vi: 'Đĩa đã đầy khi ghi {file}. Không có bản sao lưu nào được tạo; dữ liệu vẫn nguyên. Hãy giải phóng chỗ rồi làm lại.',
    lo: machine('ດິສເຕັມໃນຂະນະບັນທຶກ {file}. ບໍ່ໄດ້ສ້າງສຳເນົາ; ຂໍ້ມູນຍັງຄົບ. ຫວ່າງເນື້ອທີ່ ແລ້ວເຮັດຄືນ.'),
    en: 'The disk is full; {file} could not be written. No backup was made; the data are whole. Free some room and do it again.',
  },
  'no-node': {
    vi: 'Dữ liệu đang được một nút dùng, nhưng nút không trả lời ở cổng {port}. Hãy dừng nút, hoặc kiểm tra cấu hình.',
    lo: machine('ຂໍ້ມູນກຳລັງຖືກໂນດໃຊ້ ແຕ່ໂນດບໍ່ຕອບທີ່ພອດ {port}. ຢຸດໂນດ ຫຼື ກວດການຕັ້ງຄ່າ.'),
    en: 'A node works on these data and does not answer at port {port}. Stop it, or check the configuration.',
  },
  'node-refuses': {
    vi: 'Nút từ chối yêu cầu sao lưu ({status}). Khóa trong cấu hình có phải của nút đang chạy không?', lo: machine('ໂນດປະຕິເສດການສຳຮອງ ({status}). ກະແຈໃນການຕັ້ງຄ່າແມ່ນຂອງໂນດທີ່ແລ່ນຢູ່ບໍ?'),
    en: 'The node refused to give its data ({status}). Are the keys in the configuration those of the node that runs?',
  },
  'weak': { vi: 'Mật khẩu cần ít nhất {min} ký tự.', lo: machine('ລະຫັດຜ່ານຕ້ອງມີຢ່າງໜ້ອຍ {min} ຕົວ.'), en: 'A passphrase needs at least {min} characters.' },
  'recipient': { vi: 'Khóa khôi phục {key} bị gõ sai.', lo: machine('ກະແຈກູ້ຄືນ {key} ພິມຜິດ.'), en: 'The recovery key {key} is mistyped.' },
  'audit': {
    vi: 'Bản sao lưu {file} đọc được nhưng kiểm tra thấy {count} lỗi. Hãy kiểm tra nút: pnpm entente audit.', lo: machine('ສຳເນົາ {file} ອ່ານໄດ້ ແຕ່ກວດພົບ {count} ຂໍ້ຜິດ. ກວດໂນດ: pnpm entente audit.'),
    en: 'The backup {file} can be read, and its audit found {count} faults. Audit the node: pnpm entente audit.',
  },
  'unreadable': {
    vi: 'Không đọc lại được bản sao lưu {file}: {error}. Các bản cũ vẫn được giữ.', lo: machine('ອ່ານສຳເນົາ {file} ຄືນບໍ່ໄດ້: {error}. ສຳເນົາເກົ່າຍັງຢູ່.'),
    en: 'The backup {file} could not be read back: {error}. Older ones are kept.',
  },
  'failed': { vi: 'Không tạo được bản sao lưu. Nhật ký của nút cho biết lý do.', lo: machine('ສ້າງສຳເນົາບໍ່ໄດ້. ບັນທຶກຂອງໂນດບອກເຫດຜົນ.'), en: 'The backup could not be made. The log of the node says why.' },
});

defineMessages('restore', {
  'living': {
    vi: 'Một nút đang chạy ở {folder} (tiến trình {pid}). Không có gì thay đổi. Hãy dừng nó, hoặc khôi phục vào thư mục khác.',
    lo: machine('ໂນດກຳລັງແລ່ນຢູ່ {folder} (ຂະບວນການ {pid}). ບໍ່ມີຫຍັງປ່ຽນແປງ. ຢຸດມັນ ຫຼື ກູ້ຄືນໃສ່ໂຟນເດີອື່ນ.'),
    en: 'A node runs in {folder} (process {pid}). Nothing was changed. Stop it, or restore into another folder.',
  },
  'there': {
    vi: 'Đã có dữ liệu ở {directory}; khôi phục không ghi đè. Hãy chuyển thư mục đó đi chỗ khác, hoặc chọn thư mục khác.',
    lo: machine('ມີຂໍ້ມູນຢູ່ {directory} ແລ້ວ; ການກູ້ຄືນບໍ່ຂຽນທັບ. ຍ້າຍໂຟນເດີນັ້ນ ຫຼື ເລືອກໂຟນເດີອື່ນ.'),
    en: 'There are data in {directory}; a restore overwrites nothing. Move that folder away, or choose another one.',
  },
  'in-use': {
    vi: 'Cơ sở dữ liệu đã có dữ liệu (bảng {table}); khôi phục không ghi đè. Hãy dùng cơ sở dữ liệu hoặc schema trống.',
    lo: machine('ຖານຂໍ້ມູນມີຂໍ້ມູນແລ້ວ (ຕາຕະລາງ {table}); ການກູ້ຄືນບໍ່ຂຽນທັບ. ໃຊ້ຖານຂໍ້ມູນ ຫຼື schema ເປົ່າ.'),
    en: 'The database holds data already (table {table}); a restore overwrites nothing. Give it an empty database or schema.',
  },
  'table': {
    vi: 'Bản sao lưu có bảng {table} mà phần mềm này không biết. Không có gì thay đổi.', lo: machine('ສຳເນົາມີຕາຕະລາງ {table} ທີ່ໂປຣແກຣມນີ້ບໍ່ຮູ້. ບໍ່ມີຫຍັງປ່ຽນແປງ.'),
    en: 'The backup has a table {table} that this software does not know. Nothing was changed.',
  },
  'other-node': {
    vi: 'Thư mục {folder} giữ khóa của một nút khác. Không có gì thay đổi. Hãy chọn thư mục khác.', lo: machine('ໂຟນເດີ {folder} ຖືກະແຈຂອງໂນດອື່ນ. ບໍ່ມີຫຍັງປ່ຽນແປງ. ເລືອກໂຟນເດີອື່ນ.'),
    en: 'The folder {folder} holds the keys of another node. Nothing was changed. Choose another folder.',
  },
  'config-stands': {
    vi: 'Đã có cấu hình trong {folder}; nó quyết định nơi đặt dữ liệu. Hãy bỏ --database và --embedded, hoặc chọn thư mục khác.',
    lo: machine('ມີການຕັ້ງຄ່າຢູ່ {folder} ແລ້ວ; ມັນກຳນົດບ່ອນເກັບຂໍ້ມູນ. ເອົາ --database ແລະ --embedded ອອກ ຫຼື ເລືອກໂຟນເດີອື່ນ.'),
    en: 'There is a configuration in {folder}; it says where the data go. Leave out --database and --embedded, or choose another folder.',
  },
});

import { defineMessages, machine } from '@entente/text';

/** What is said when the data of a node cannot be used: what happened, what is kept, what to do. */
defineMessages('data', {
  damaged: {
    vi: 'Không mở được dữ liệu ở {directory}: tệp bị hỏng, hoặc được chép khi nút đang chạy. Không có gì thay đổi. Hãy chuyển thư mục đi và khôi phục bản sao lưu: pnpm entente restore.',
    lo: machine('ເປີດຂໍ້ມູນຢູ່ {directory} ບໍ່ໄດ້: ໄຟລ໌ເສຍຫາຍ ຫຼື ຖືກສຳເນົາໃນຂະນະໂນດແລ່ນ. ບໍ່ມີຫຍັງປ່ຽນແປງ. ຍ້າຍໂຟນເດີອອກ ແລະ ກູ້ຄືນຈາກສຳຮອງ: pnpm entente restore.'),
    en: 'The data in {directory} cannot be opened: the files are damaged, or were copied while a node was running. Nothing was changed. Move the folder away and restore a backup: pnpm entente restore.',
  },
  locked: {
    vi: 'Dữ liệu ở {directory} đang được một chương trình khác dùng (tiến trình {pid}). Không có gì thay đổi. Hãy dừng chương trình đó trước.',
    lo: machine('ຂໍ້ມູນຢູ່ {directory} ກຳລັງຖືກໂປຣແກຣມອື່ນໃຊ້ (ຂະບວນການ {pid}). ບໍ່ມີຫຍັງປ່ຽນແປງ. ຢຸດໂປຣແກຣມນັ້ນກ່ອນ.'),
    en: 'The data in {directory} are in use by another program (process {pid}). Nothing was changed. Stop that program first.',
  },
  served: {
    vi: 'Một tiến trình khác đang phục vụ cơ sở dữ liệu này (phiên {pid}, từ {host}). Không có gì thay đổi. Mỗi cơ sở dữ liệu chỉ một nút được chạy: hãy dừng nút kia trước. Nếu máy của nó đã mất, máy chủ tự thả sau nửa phút.',
    lo: machine('ຂະບວນການອື່ນກຳລັງໃຫ້ບໍລິການຖານຂໍ້ມູນນີ້ (ເຊສຊັນ {pid}, ຈາກ {host}). ບໍ່ມີຫຍັງປ່ຽນແປງ. ແຕ່ລະຖານຂໍ້ມູນແລ່ນໄດ້ໂນດດຽວ: ຢຸດໂນດນັ້ນກ່ອນ. ຖ້າເຄື່ອງຂອງມັນເສຍໄປ, ເຊີບເວີຈະປ່ອຍເອງຫຼັງເຄິ່ງນາທີ.'),
    en: 'Another process serves this database (session {pid}, from {host}). Nothing was changed. One node runs on a database: stop the other one first. If its machine is gone, the server lets go by itself after half a minute.',
  },
  'lock-taken': {
    vi: 'Tiến trình {pid} đã kết thúc mà chưa trả dữ liệu ở {directory}; nút này tiếp quản.',
    lo: machine('ຂະບວນການ {pid} ສິ້ນສຸດໂດຍບໍ່ຄືນຂໍ້ມູນຢູ່ {directory}; ໂນດນີ້ຮັບຊ່ວງ.'),
    en: 'Process {pid} ended without giving back the data in {directory}; this node takes them over.',
  },
  full: {
    vi: 'Đĩa đã đầy. Những gì đã ghi vẫn còn; việc vừa làm chưa được ghi. Hãy giải phóng chỗ rồi làm lại.',
    lo: machine('ດິສເຕັມ. ສິ່ງທີ່ບັນທຶກແລ້ວຍັງຢູ່; ສິ່ງທີ່ຫາກໍ່ເຮັດຍັງບໍ່ບັນທຶກ. ຫວ່າງເນື້ອທີ່ ແລ້ວເຮັດຄືນ.'),
    en: 'The disk is full. What was recorded is kept; what you just did was not recorded. Free some room and do it again.',
  },
  failing: {
    vi: 'Đĩa báo lỗi khi ghi. Những gì đã ghi vẫn còn; việc vừa làm chưa được ghi. Hãy kiểm tra đĩa rồi làm lại.',
    lo: machine('ດິສແຈ້ງຂໍ້ຜິດພາດເວລາບັນທຶກ. ສິ່ງທີ່ບັນທຶກແລ້ວຍັງຢູ່; ສິ່ງທີ່ຫາກໍ່ເຮັດຍັງບໍ່ບັນທຶກ. ກວດດິສ ແລ້ວເຮັດຄືນ.'),
    en: 'The disk reported an error. What was recorded is kept; what you just did was not recorded. Have the disk checked and do it again.',
  },
  reopened: {
    vi: 'Ghi vào {directory} không thành công; dữ liệu đã được mở lại. Những gì đã báo là đã ghi vẫn còn. Hãy kiểm tra đĩa.',
    lo: machine('ບັນທຶກໃສ່ {directory} ບໍ່ສຳເລັດ; ເປີດຂໍ້ມູນຄືນແລ້ວ. ສິ່ງທີ່ແຈ້ງວ່າບັນທຶກແລ້ວຍັງຢູ່. ກວດດິສ.'),
    en: 'Writing to {directory} failed; the data were opened again. Everything that was reported as recorded is there. Have the disk checked.',
  },
  cut: {
    vi: 'Máy chủ cơ sở dữ liệu ngừng trả lời giữa chừng. Hãy xem việc vừa làm đã được ghi chưa trước khi làm lại.',
    lo: machine('ເຊີບເວີຖານຂໍ້ມູນຢຸດຕອບກາງຄັນ. ກວດກ່ອນວ່າສິ່ງທີ່ຫາກໍ່ເຮັດບັນທຶກແລ້ວ ຫຼື ຍັງ ກ່ອນຈະເຮັດຄືນ.'),
    en: 'The database server stopped answering half-way. See whether what you just did was recorded before you do it again.',
  },
  'full-at-start': {
    vi: 'Đĩa đã đầy. Những gì đã có vẫn còn. Hãy giải phóng chỗ rồi khởi động lại.',
    lo: machine('ດິສເຕັມ. ສິ່ງທີ່ມີຢູ່ແລ້ວຍັງຢູ່. ຫວ່າງເນື້ອທີ່ ແລ້ວເລີ່ມໃໝ່.'),
    en: 'The disk is full. What was there is kept. Free some room and start again.',
  },
  'high-water-damaged': {
    vi: 'Tệp mức cao nhất “{file}” bị hỏng, nên nút không khởi động: không được đoán điều gì từ tệp này. Hãy chuyển tệp đi chỗ khác rồi khởi động lại. Nút sẽ chỉ cho đọc cho đến khi các nút bạn đã trả lời.',
    lo: machine('ໄຟລ໌ລະດັບສູງສຸດ “{file}” ເສຍຫາຍ ໂນດຈຶ່ງບໍ່ເລີ່ມ: ຫ້າມເດົາຫຍັງຈາກໄຟລ໌ນີ້. ຍ້າຍໄຟລ໌ໄປບ່ອນອື່ນ ແລ້ວເລີ່ມໃໝ່. ໂນດຈະອ່ານໄດ້ຢ່າງດຽວຈົນກວ່າໂນດຄູ່ຈະຕອບ.'),
    en: 'The high-water file “{file}” is damaged, so the node does not start: nothing may be guessed from it. Move it away and start again. The node is then read-only until its peers have answered.',
  },
  unwritable: {
    vi: 'Không ghi được vào thư mục dữ liệu: {error}. Không có gì thay đổi. Hãy chọn thư mục khác (ENTENTE_DATA), hoặc cho tài khoản này quyền ghi vào đó.',
    lo: machine('ບັນທຶກໃສ່ໂຟນເດີຂໍ້ມູນບໍ່ໄດ້: {error}. ບໍ່ມີຫຍັງປ່ຽນແປງ. ເລືອກໂຟນເດີອື່ນ (ENTENTE_DATA) ຫຼື ໃຫ້ບັນຊີນີ້ມີສິດບັນທຶກຢູ່ບ່ອນນັ້ນ.'),
    en: 'The data folder cannot be written: {error}. Nothing was changed. Choose another folder (ENTENTE_DATA), or let this account write there.',
  },
  'port-taken': {
    vi: 'Cổng {port} đang được một chương trình khác dùng. Không có gì thay đổi. Hãy dừng chương trình đó, hoặc chọn cổng khác (ENTENTE_DEMO_PORT cho bản trình diễn, listen.port trong cấu hình của nút).',
    lo: machine('ພອດ {port} ກຳລັງຖືກໂປຣແກຣມອື່ນໃຊ້. ບໍ່ມີຫຍັງປ່ຽນແປງ. ຢຸດໂປຣແກຣມນັ້ນ ຫຼື ເລືອກພອດອື່ນ (ENTENTE_DEMO_PORT ສຳລັບລະບົບສາທິດ, listen.port ໃນການຕັ້ງຄ່າຂອງໂນດ).'),
    en: 'Port {port} is taken by another program. Nothing was changed. Stop that program, or choose another port (ENTENTE_DEMO_PORT for the demonstration, listen.port in a node\'s configuration).',
  },
  unreachable: {
    vi: 'Không kết nối được máy chủ cơ sở dữ liệu. Không có gì thay đổi. Hãy kiểm tra địa chỉ và máy chủ.',
    lo: machine('ເຊື່ອມຕໍ່ເຊີບເວີຖານຂໍ້ມູນບໍ່ໄດ້. ບໍ່ມີຫຍັງປ່ຽນແປງ. ກວດທີ່ຢູ່ ແລະ ເຊີບເວີ.'),
    en: 'The database server cannot be reached. Nothing was changed. Check its address and whether it runs.',
  },
  'postgres-version': {
    vi: 'Máy chủ cơ sở dữ liệu quá cũ. Cần PostgreSQL 15 trở lên.',
    lo: machine('ເຊີບເວີຖານຂໍ້ມູນເກົ່າເກີນໄປ. ຕ້ອງການ PostgreSQL 15 ຂຶ້ນໄປ.'),
    en: 'The database server is too old. PostgreSQL 15 or newer is needed.',
  },
  'schema-name': {
    vi: 'Tên schema trong cấu hình chỉ gồm chữ thường, số và gạch dưới.',
    lo: machine('ຊື່ schema ໃນການຕັ້ງຄ່າມີແຕ່ຕົວອັກສອນນ້ອຍ, ຕົວເລກ ແລະ ຂີດກ້ອງ.'),
    en: 'The name of the schema in the configuration has lower-case letters, digits and underscores only.',
  },
  'dump-failed': {
    vi: 'Không ghi được bản sao dự phòng {file}: {error}. Dữ liệu vẫn nguyên.',
    lo: machine('ບັນທຶກສຳເນົາສຳຮອງ {file} ບໍ່ໄດ້: {error}. ຂໍ້ມູນຍັງຄົບ.'),
    en: 'The safety copy {file} could not be written: {error}. The data themselves are whole.',
  },
});

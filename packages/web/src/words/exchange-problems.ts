/** Problems of the exchange: with peers, with what they sign, and with the files a courier brings. */
import { defineMessages, machine } from '@entente/text';

defineMessages('peer', {
  'suspended': {
    vi: 'Một bên đã ký hai lịch sử khác nhau về việc làm của mình, nên chưa thể đồng ý với bất cứ điều gì cho đến khi quản trị viên của nút này xem bằng chứng ở trang Nút bạn.',
    lo: machine('ມີຝ່າຍໜຶ່ງເຊັນສອງປະຫວັດທີ່ຕ່າງກັນຂອງສິ່ງທີ່ຕົນເຮັດ ຈຶ່ງຍັງເຫັນດີຫຍັງບໍ່ໄດ້ ຈົນກວ່າຜູ້ບໍລິຫານຂອງໂນດນີ້ຈະເບິ່ງຫຼັກຖານໃນໜ້າໂນດຄູ່.'),
    en: 'A party signed two different histories of what it did, so nothing can be agreed to until an administrator of this node has looked at the evidence on the page Peers.',
  },
  'unknown': { vi: 'Nút này không chờ {peer}. Không có gì được ghi.', lo: machine('ໂນດນີ້ບໍ່ໄດ້ລໍຖ້າ {peer}. ບໍ່ໄດ້ບັນທຶກຫຍັງ.'), en: 'This node does not wait for {peer}. Nothing was recorded.' },
  'no-evidence': { vi: 'Không có bằng chứng nào chờ xem về bên này.', lo: machine('ບໍ່ມີຫຼັກຖານລໍຖ້າເບິ່ງກ່ຽວກັບຝ່າຍນີ້.'), en: 'No evidence against this party waits to be looked at.' },
});

const unproven = {
  vi: 'Các hành vi không khớp với điều đã ký. Phần trước đó được giữ; không có gì sai được nhận. Hãy xin một tệp mới.',
  lo: machine('ການກະທຳບໍ່ກົງກັບສິ່ງທີ່ເຊັນ. ສ່ວນກ່ອນນັ້ນເກັບໄວ້; ບໍ່ຮັບສິ່ງຜິດ. ຂໍໄຟລ໌ໃໝ່.'),
  en: 'The acts are not what was signed. What came before is kept; nothing false was taken. Ask for a new file.',
};
defineMessages('journal', {
  'root': unproven,
  'proof': unproven,
  'short': unproven,
  'key-retired': {
    vi: 'Dấu kiểm của {party} được ký bằng khóa mà một khóa khác đã thay thế từ trước. Không có gì được nhận.', lo: machine('ຈຸດກວດຂອງ {party} ເຊັນດ້ວຍກະແຈທີ່ຖືກປ່ຽນແທນແລ້ວ. ບໍ່ໄດ້ຮັບຫຍັງ.'),
    en: 'The checkpoint of {party} is signed with a key that another one had replaced before. Nothing was taken.',
  },
  'checkpoint': {
    vi: 'Điểm kiểm tra không được ký bằng khóa ta biết của bên {party}. Không có gì được nhận. So sánh khóa bằng điện thoại.',
    lo: machine('ຈຸດກວດບໍ່ໄດ້ເຊັນດ້ວຍກະແຈທີ່ເຮົາຮູ້ຂອງຝ່າຍ {party}. ບໍ່ໄດ້ຮັບຫຍັງ. ປຽບທຽບກະແຈທາງໂທລະສັບ.'),
    en: 'The checkpoint is not signed with a key we know of {party}. Nothing was taken. Compare the keys by telephone.',
  },
  'forked': {
    vi: 'Bên {party} đã ký hai lịch sử khác nhau của cùng một nhật ký. Bằng chứng được giữ; việc đồng ý với bên này dừng lại.',
    lo: machine('ຝ່າຍ {party} ໄດ້ເຊັນສອງປະຫວັດຂອງບັນທຶກດຽວກັນ. ຫຼັກຖານເກັບໄວ້; ການເຫັນດີກັບຝ່າຍນີ້ຢຸດ.'),
    en: '{party} has signed two different histories of one journal. The evidence is kept; consent with it stops.',
  },
  'ahead': {
    vi: 'Bên kia giữ nhiều hành vi của ta hơn chính ta: nút này đã được khôi phục từ bản cũ và chỉ cho đọc đến khi nhận lại. Nếu không có đường truyền, hãy xin một tệp có cả nhật ký của ta (export --with-theirs).',
    lo: machine('ຝ່າຍນັ້ນຖືການກະທຳຂອງເຮົາຫຼາຍກວ່າເຮົາ: ໂນດນີ້ຖືກກູ້ຈາກສະບັບເກົ່າ ແລະ ອ່ານໄດ້ຢ່າງດຽວຈົນກວ່າຈະໄດ້ຄືນ. ຖ້າບໍ່ມີສາຍ ໃຫ້ຂໍໄຟລ໌ທີ່ມີບັນທຶກຂອງເຮົາ (export --with-theirs).'),
    en: 'The other side holds more of our acts than we do: this node was restored from an old state, and is read-only until they are back. Without a line, ask for a file with our own journal in it (export --with-theirs).',
  },
});

const damaged = {
  vi: 'Tệp bị hỏng. Những gì đến trước chỗ hỏng được giữ. Hãy chép lại tệp hoặc xin tệp mới.',
  lo: machine('ໄຟລ໌ເສຍຫາຍ. ສ່ວນກ່ອນບ່ອນເສຍເກັບໄວ້. ສຳເນົາໄຟລ໌ຄືນ ຫຼື ຂໍໄຟລ໌ໃໝ່.'),
  en: 'The file is damaged. What came before the damage is kept. Copy the file again, or ask for a new one.',
};
defineMessages('file', {
  'not-an-export': { vi: 'Đây không phải tệp trao đổi của Entente. Không có gì được nhận.', lo: machine('ນີ້ບໍ່ແມ່ນໄຟລ໌ແລກປ່ຽນຂອງ Entente. ບໍ່ໄດ້ຮັບຫຍັງ.'), en: 'This is no export file of Entente. Nothing was taken.' },
  'signature': {
    vi: 'Tệp không được ký bằng khóa ta biết của bên {from}. Không có gì được nhận. So sánh khóa bằng điện thoại.',
    lo: machine('ໄຟລ໌ບໍ່ໄດ້ເຊັນດ້ວຍກະແຈທີ່ເຮົາຮູ້ຂອງຝ່າຍ {from}. ບໍ່ໄດ້ຮັບຫຍັງ. ປຽບທຽບກະແຈທາງໂທລະສັບ.'),
    en: 'The file is not signed with a key we know of {from}. Nothing was taken. Compare the keys by telephone.',
  },
  'for-other': { vi: 'Tệp này dành cho {for}, không phải cho nút này. Không có gì được nhận.', lo: machine('ໄຟລ໌ນີ້ສຳລັບ {for} ບໍ່ແມ່ນໂນດນີ້. ບໍ່ໄດ້ຮັບຫຍັງ.'), en: 'This file is for {for}, not for this node. Nothing was taken.' },
  'own': {
    vi: 'Đây là tệp của chính nút này, dành cho {for}. Nút này không được khôi phục nên không cần nhận lại. Không có gì được nhận.',
    lo: machine('ນີ້ແມ່ນໄຟລ໌ຂອງໂນດນີ້ເອງ ສຳລັບ {for}. ໂນດນີ້ບໍ່ໄດ້ຖືກກູ້ຄືນ ຈຶ່ງບໍ່ຕ້ອງຮັບຄືນ. ບໍ່ໄດ້ຮັບຫຍັງ.'),
    en: 'This is a file of this node itself, for {for}. The node was not restored, so there is nothing to take back. Nothing was taken.',
  },
  'no-member': { vi: '{for} không phải là bên nào khác của hợp tác này. Không có tệp nào được ghi.', lo: machine('{for} ບໍ່ແມ່ນຝ່າຍອື່ນຂອງການຮ່ວມມືນີ້. ບໍ່ໄດ້ຂຽນໄຟລ໌.'), en: '{for} is no other party or observer of this cooperation. No file was written.' },
  'coop': { vi: 'Nút này không tham gia hợp tác {coop}. Không có gì được nhận.', lo: machine('ໂນດນີ້ບໍ່ຢູ່ໃນການຮ່ວມມື {coop}. ບໍ່ໄດ້ຮັບຫຍັງ.'), en: 'This node takes no part in the cooperation {coop}. Nothing was taken.' },
  'gap': {
    vi: 'Tệp bắt đầu từ hành vi {first} của bên {party}, nhưng ở đây chỉ có {held}. Hãy nhập tệp trước đó, hoặc xin tệp bắt đầu từ {held}.',
    lo: machine('ໄຟລ໌ເລີ່ມຈາກການກະທຳ {first} ຂອງຝ່າຍ {party} ແຕ່ຢູ່ນີ້ມີພຽງ {held}. ນຳເຂົ້າໄຟລ໌ກ່ອນ ຫຼື ຂໍໄຟລ໌ທີ່ເລີ່ມຈາກ {held}.'),
    en: 'The file begins with act {first} of {party}, and only {held} are held here. Take the earlier file in first, or ask for one from {held}.',
  },
  'personal': {
    vi: 'Một dữ liệu cá nhân trong tệp không khớp với cam kết đã ký. Những gì đã nhận trước đó được giữ. Hãy báo cho bên gửi.',
    lo: machine('ຂໍ້ມູນສ່ວນບຸກຄົນໃນໄຟລ໌ບໍ່ກົງກັບທີ່ໄດ້ເຊັນໄວ້. ສິ່ງທີ່ໄດ້ຮັບກ່ອນໜ້ານີ້ເກັບໄວ້. ກະລຸນາແຈ້ງຝ່າຍສົ່ງ.'),
    en: 'A personal value in the file is not the one that was committed to. What was taken before it is kept. Tell the side that sent it.',
  },
  'damaged': damaged,
  'blob': damaged,
  'end': damaged,
  'cut': {
    vi: 'Tệp kết thúc giữa chừng. Những gì đã đến được giữ; nhập lại tệp đầy đủ thì sẽ tiếp tục từ đó.',
    lo: machine('ໄຟລ໌ຈົບກາງທາງ. ສ່ວນທີ່ມາແລ້ວເກັບໄວ້; ນຳເຂົ້າໄຟລ໌ເຕັມຈະສືບຕໍ່ຈາກນັ້ນ.'),
    en: 'The file ends in the middle. What came is kept; the whole file goes on from there.',
  },
  'bomb': { vi: 'Tệp phình to quá mức và bị từ chối.', lo: machine('ໄຟລ໌ຂະຫຍາຍໃຫຍ່ເກີນໄປ ແລະ ຖືກປະຕິເສດ.'), en: 'The file unfolds beyond all measure and was refused.' },
  'too-much': { vi: 'Tệp mang quá nhiều dữ liệu mà không hành vi nào nhắc tới.', lo: machine('ໄຟລ໌ມີຂໍ້ມູນຫຼາຍເກີນທີ່ບໍ່ມີການກະທຳໃດອ້າງເຖິງ.'), en: 'The file brings too much that no act names.' },
  'unreadable': { vi: 'Không đọc được tệp.', lo: machine('ອ່ານໄຟລ໌ບໍ່ໄດ້.'), en: 'The file cannot be read.' },
});

import { defineMessages, machine } from '@entente/text';

/** Words of a node that was restored from an older copy of its data: the banner on every page, and the administrator's panel. */
export const restoredWords = defineMessages('web-restored', {
  'banner': {
    vi: 'Nút này đã được khôi phục từ một bản cũ và chỉ cho đọc. Nút đang nhận lại các hành vi của chính mình từ mọi nút bạn, rồi sẽ tự tiếp tục.',
    lo: machine('ໂນດນີ້ຖືກກູ້ຄືນຈາກສະບັບເກົ່າ ແລະ ອ່ານໄດ້ຢ່າງດຽວ. ໂນດກຳລັງຮັບການກະທຳຂອງຕົນຄືນຈາກທຸກໂນດຄູ່ ແລ້ວຈະສືບຕໍ່ເອງ.'),
    en: 'This node was restored from an older copy of its data and is read-only. It is learning its own acts again from every peer, and then goes on by itself.',
  },
  'banner-lost': {
    vi: 'Nút này đã được khôi phục từ một bản cũ và chỉ cho đọc. Còn những hành vi của ta mà chưa nút bạn nào đưa lại; cần quản trị viên xem.',
    lo: machine('ໂນດນີ້ຖືກກູ້ຄືນຈາກສະບັບເກົ່າ ແລະ ອ່ານໄດ້ຢ່າງດຽວ. ຍັງມີການກະທຳຂອງເຮົາທີ່ບໍ່ມີໂນດຄູ່ໃດສົ່ງຄືນ; ຜູ້ບໍລິຫານຕ້ອງເບິ່ງ.'),
    en: 'This node was restored from an older copy of its data and is read-only. Some of our own acts no peer has given back yet; an administrator has to look.',
  },
  'banner-unsafe': {
    vi: 'Đĩa không ghi được tệp mức cao nhất. Nút không ký gì nữa cho đến khi kiểm tra đĩa và khởi động lại.',
    lo: machine('ດິສບໍ່ສາມາດບັນທຶກໄຟລ໌ລະດັບສູງສຸດ. ໂນດບໍ່ລົງລາຍເຊັນຈົນກວ່າຈະກວດດິສ ແລະ ເລີ່ມຄືນ.'),
    en: 'The disk refused the high-water file. The node signs nothing until the disk was checked and the node started again.',
  },
  'closed': {
    vi: 'Chưa thể: nút này đã được khôi phục từ một bản cũ. Nút tự tiếp tục ngay khi nhận lại đủ hành vi của chính mình từ: {parties}.',
    lo: machine('ຍັງເຮັດບໍ່ໄດ້: ໂນດນີ້ຖືກກູ້ຄືນຈາກສະບັບເກົ່າ. ໂນດຈະສືບຕໍ່ເອງ ທັນທີທີ່ໄດ້ຮັບການກະທຳຂອງຕົນຄືນຈາກ: {parties}.'),
    en: 'Not possible now: this node was restored from an older copy of its data. It goes on by itself as soon as it has its own acts back from: {parties}.',
  },
  'closed-lost': {
    vi: 'Chưa thể: nút này đã được khôi phục từ một bản cũ. Nút tiếp tục khi quản trị viên đã xem ở trang Nút bạn và nói rõ về các hành vi không còn.',
    lo: machine('ຍັງເຮັດບໍ່ໄດ້: ໂນດນີ້ຖືກກູ້ຄືນຈາກສະບັບເກົ່າ. ໂນດຈະສືບຕໍ່ ເມື່ອຜູ້ບໍລິຫານໄດ້ເບິ່ງໜ້າໂນດຄູ່ ແລະ ບອກກ່ຽວກັບການກະທຳທີ່ບໍ່ມີແລ້ວ.'),
    en: 'Not possible now: this node was restored from an older copy of its data. It goes on when an administrator has looked at the page Peers and said what became of its acts.',
  },
  'closed-unsafe': {
    vi: 'Chưa thể: đĩa không ghi được tệp mức cao nhất. Nút ký lại sau khi kiểm tra đĩa và khởi động lại.',
    lo: machine('ຍັງເຮັດບໍ່ໄດ້: ດິສບໍ່ສາມາດບັນທຶກໄຟລ໌ລະດັບສູງສຸດ. ໂນດຈະເຊັນໄດ້ອີກ ຫຼັງຈາກກວດດິສ ແລະ ເລີ່ມຄືນ.'),
    en: 'Not possible now: the disk refused the high-water file. The node signs again when the disk was checked and the node started again.',
  },
  'title': { vi: 'Nút này đã được khôi phục', lo: machine('ໂນດນີ້ຖືກກູ້ຄືນ'), en: 'This node was restored' },
  'because-no-high-water': {
    vi: 'Tệp mức cao nhất bên cạnh dữ liệu không còn, nên không biết nút đã ký đến đâu.',
    lo: machine('ບໍ່ມີໄຟລ໌ລະດັບສູງສຸດຢູ່ຂ້າງຂໍ້ມູນ ຈຶ່ງບໍ່ຮູ້ວ່າໂນດເຊັນໄປຮອດໃສ.'),
    en: 'The high-water file beside the data is missing, so that it is not known how far this node had signed.',
  },
  'because-other-instance': {
    vi: 'Tệp mức cao nhất thuộc về một cơ sở dữ liệu khác.', lo: machine('ໄຟລ໌ລະດັບສູງສຸດເປັນຂອງຖານຂໍ້ມູນອື່ນ.'), en: 'The high-water file belongs to another database than this one.',
  },
  'because-behind-high-water': {
    vi: 'Nút này từng ký nhiều hành vi hơn số có trong cơ sở dữ liệu.', lo: machine('ໂນດນີ້ເຄີຍເຊັນການກະທຳຫຼາຍກວ່າທີ່ມີໃນຖານຂໍ້ມູນ.'), en: 'This node had signed more acts than its database holds now.',
  },
  'because-peer-ahead': {
    vi: 'Một nút bạn giữ nhiều hành vi của ta hơn chính nút này.', lo: machine('ໂນດຄູ່ຖືການກະທຳຂອງເຮົາຫຼາຍກວ່າໂນດນີ້.'), en: 'A peer holds more of our acts than this node does.',
  },
  'since': { vi: 'Từ', lo: machine('ຕັ້ງແຕ່'), en: 'Since' },
  'waits': { vi: 'Còn chờ bản sao của', lo: machine('ຍັງລໍຖ້າສຳເນົາຂອງ'), en: 'Still waits for the copy held by' },
  'excused': { vi: 'Tiếp tục không cần', lo: machine('ສືບຕໍ່ໂດຍບໍ່ມີ'), en: 'Goes on without' },
  'lost': { vi: 'Hành vi chưa ai đưa lại', lo: machine('ການກະທຳທີ່ຍັງບໍ່ມີໃຜສົ່ງຄືນ'), en: 'Acts that nobody has given back' },
  'lost-range': { vi: '{journal}: {from} đến {to}', lo: machine('{journal}: {from} ຫາ {to}'), en: '{journal}: {from} to {to}' },
  'while': {
    vi: 'Cho đến khi mọi nút bạn đã đưa lại bản sao nhật ký của ta, nút này không ký gì: nếu không, nó có thể nói ngược lại điều đã nói mà không còn nhớ. Đọc vẫn được. Không cần làm gì khi các nút bạn liên lạc được.',
    lo: machine('ຈົນກວ່າທຸກໂນດຄູ່ຈະສົ່ງສຳເນົາບັນທຶກຂອງເຮົາຄືນ ໂນດນີ້ບໍ່ເຊັນຫຍັງ: ຖ້າບໍ່ດັ່ງນັ້ນ ມັນອາດເວົ້າກົງກັນຂ້າມກັບສິ່ງທີ່ເຄີຍເວົ້າ. ອ່ານໄດ້ຕາມປົກກະຕິ. ບໍ່ຕ້ອງເຮັດຫຍັງ ຖ້າໂນດຄູ່ຕິດຕໍ່ໄດ້.'),
    en: 'Until every peer has shown its copy of our journals this node signs nothing: else it could say the contrary of what it said and no longer remembers. Reading goes on. Nothing has to be done while the peers can be reached.',
  },
  'excuse-title': { vi: 'Nút bạn đã mất hẳn', lo: machine('ໂນດຄູ່ສູນເສຍຖາວອນ'), en: 'A peer that is gone for good' },
  'excuse-what': {
    vi: 'Chỉ khi nút bạn sẽ không bao giờ trả lời nữa. Mất liên lạc thì hãy chờ. Lời nói này được ghi vào nhật ký chung, mọi bên đều thấy.',
    lo: machine('ສະເພາະເມື່ອໂນດຄູ່ຈະບໍ່ຕອບອີກຕະຫຼອດໄປ. ຖ້າພຽງແຕ່ຂາດສາຍ ໃຫ້ລໍຖ້າ. ຄຳນີ້ຖືກບັນທຶກໃນບັນທຶກຮ່ວມ ທຸກຝ່າຍເຫັນ.'),
    en: 'Only when the peer will never answer again. While it is merely cut off, wait. What you say is recorded in the joint journal, where every party sees it.',
  },
  'party': { vi: 'Nút bạn', lo: machine('ໂນດຄູ່'), en: 'Peer' },
  'reason': { vi: 'Lý do', lo: machine('ເຫດຜົນ'), en: 'Reason' },
  'excuse': { vi: 'Tiếp tục không cần nút này', lo: machine('ສືບຕໍ່ໂດຍບໍ່ມີໂນດນີ້'), en: 'Go on without it' },
  'excused-done': { vi: 'Đã ghi: nút tiếp tục không cần {party}.', lo: machine('ບັນທຶກແລ້ວ: ໂນດສືບຕໍ່ໂດຍບໍ່ມີ {party}.'), en: 'Recorded: this node goes on without {party}.' },
  'loss-title': { vi: 'Hành vi không còn ở đâu', lo: machine('ການກະທຳທີ່ບໍ່ມີຢູ່ໃສແລ້ວ'), en: 'Acts that are nowhere' },
  'loss-what': {
    vi: 'Mọi nút bạn đã trả lời. Nếu một tệp trao đổi mang các hành vi này còn đang trên đường, hãy chờ: khi bên kia nhận tệp, chúng trở lại. Nếu chắc chắn đã mất, hãy nói ở đây; điều đó được ghi vào nhật ký chung. Một tệp đến sau đó sẽ cho thấy hai lịch sử và dừng việc đồng ý.',
    lo: machine('ທຸກໂນດຄູ່ຕອບແລ້ວ. ຖ້າໄຟລ໌ແລກປ່ຽນທີ່ມີການກະທຳເຫຼົ່ານີ້ຍັງຢູ່ໃນທາງ ໃຫ້ລໍຖ້າ: ເມື່ອຝ່າຍນັ້ນຮັບໄຟລ໌ ມັນຈະກັບຄືນ. ຖ້າແນ່ໃຈວ່າເສຍແລ້ວ ໃຫ້ບອກທີ່ນີ້; ຈະຖືກບັນທຶກໃນບັນທຶກຮ່ວມ. ໄຟລ໌ທີ່ມາພາຍຫຼັງຈະສະແດງສອງປະຫວັດ ແລະ ຢຸດການເຫັນດີ.'),
    en: 'Every peer has answered. If an exchange file with these acts is still on its way, wait: once the other side has taken it, they come back. If they are certainly lost, say so here; it is recorded in the joint journal. A file that arrives after that shows two histories, and stops consent.',
  },
  'loss-none': {
    vi: 'Không còn ai để hỏi. Nếu chắc chắn không nút nào giữ thêm hành vi của ta, hãy nói ở đây; điều đó được ghi vào nhật ký chung.',
    lo: machine('ບໍ່ມີໃຜໃຫ້ຖາມອີກ. ຖ້າແນ່ໃຈວ່າບໍ່ມີໂນດໃດຖືການກະທຳຂອງເຮົາອີກ ໃຫ້ບອກທີ່ນີ້; ຈະຖືກບັນທຶກໃນບັນທຶກຮ່ວມ.'),
    en: 'There is nobody left to ask. If it is certain that no node holds more of our acts, say so here; it is recorded in the joint journal.',
  },
  'accept-loss': { vi: 'Đã mất, tiếp tục', lo: machine('ເສຍແລ້ວ, ສືບຕໍ່'), en: 'They are lost, go on' },
  'accepted-loss': { vi: 'Đã ghi. Nút này tiếp tục.', lo: machine('ບັນທຶກແລ້ວ. ໂນດນີ້ສືບຕໍ່.'), en: 'Recorded. This node goes on.' },
});

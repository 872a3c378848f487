import { defineMessages, machine } from '@entente/text';

/** Words of the administrator's page on the peers. */
export const peerWords = defineMessages('web-peers', {
  'title': { vi: 'Nút bạn', lo: machine('ໂນດຄູ່'), en: 'Peers' },
  'intro': {
    vi: 'Nút này trao đổi nhật ký với các nút dưới đây, tự làm lại khi đường truyền trở lại.',
    lo: machine('ໂນດນີ້ແລກປ່ຽນປຶ້ມບັນທຶກກັບໂນດຂ້າງລຸ່ມ ແລະ ເຮັດຕໍ່ເອງເມື່ອສາຍກັບມາ.'),
    en: 'This node exchanges journals with the nodes below, and goes on by itself when a line comes back.',
  },
  'none': { vi: 'Chưa cấu hình nút bạn nào.', lo: machine('ຍັງບໍ່ໄດ້ຕັ້ງຄ່າໂນດຄູ່.'), en: 'No peers are configured.' },
  'contact': { vi: 'Liên lạc lần cuối', lo: machine('ຕິດຕໍ່ຄັ້ງສຸດທ້າຍ'), en: 'Last contact' },
  'never': { vi: 'chưa lần nào', lo: machine('ຍັງບໍ່ເຄີຍ'), en: 'never yet' },
  'next': { vi: 'Lần xem kế tiếp', lo: machine('ການເບິ່ງຄັ້ງຕໍ່ໄປ'), en: 'Next look' },
  'behind': { vi: 'Hành vi của họ chưa nhận', lo: machine('ການກະທຳຂອງເຂົາທີ່ຍັງບໍ່ໄດ້ຮັບ'), en: 'Their acts not held here yet' },
  'unprojected': { vi: 'Đã nhận, chưa vào hồ sơ', lo: machine('ໄດ້ຮັບແລ້ວ ຍັງບໍ່ເຂົ້າບັນທຶກ'), en: 'Held, not in the records yet' },
  'queue': { vi: 'Hành vi của ta họ chưa giữ', lo: machine('ການກະທຳຂອງເຮົາທີ່ເຂົາຍັງບໍ່ຖື'), en: 'Our acts they do not hold yet' },
  'cosigned': { vi: 'Đồng ký lần cuối', lo: machine('ເຊັນຮ່ວມຄັ້ງສຸດທ້າຍ'), en: 'Last cosignature' },
  'cosigned-size': { vi: '{size} hành vi, lúc {when}', lo: machine('{size} ການກະທຳ, ເວລາ {when}'), en: '{size} acts, at {when}' },
  'files': { vi: 'Tệp còn thiếu', lo: machine('ໄຟລ໌ທີ່ຍັງຂາດ'), en: 'Files missing' },
  'skew': { vi: 'Đồng hồ lệch', lo: machine('ໂມງຜິດກັນ'), en: 'Clocks differ by' },
  'seconds': { vi: '{count} giây', lo: machine('{count} ວິນາທີ'), en: '{count} seconds' },
  'not-known': { vi: 'chưa biết', lo: machine('ຍັງບໍ່ຮູ້'), en: 'not known yet' },
  'since': { vi: 'Từ {when}, {count} lần liên tiếp.', lo: machine('ຕັ້ງແຕ່ {when}, {count} ຄັ້ງຕິດຕໍ່ກັນ.'), en: { one: 'Since {when}.', other: 'Since {when}, {count} times in a row.' } },
  'level': { vi: 'Đã khớp, không có trục trặc.', lo: machine('ກົງກັນແລ້ວ ບໍ່ມີບັນຫາ.'), en: 'Level, nothing wrong.' },
  'refused': { vi: 'Yêu cầu đã từ chối từ khi khởi động', lo: machine('ຄຳຮ້ອງຂໍທີ່ປະຕິເສດຕັ້ງແຕ່ເລີ່ມ'), en: 'Requests refused since the start' },

  'evidence': { vi: 'Bằng chứng', lo: machine('ຫຼັກຖານ'), en: 'Evidence' },
  'forked-means': {
    vi: 'Nhật ký của một bên là danh sách đánh số mọi điều bên đó đã ký; chỉ được viết thêm, không bao giờ sửa. Bên này đã ký hai danh sách không khớp nhau. Nguyên nhân có thể là bản sao lưu cũ được khôi phục, hai nút cùng chạy với một khóa, khóa bị lấy cắp, hoặc cố ý.',
    lo: machine('ປຶ້ມບັນທຶກຂອງຝ່າຍໜຶ່ງ ແມ່ນລາຍການມີເລກລຳດັບຂອງທຸກຢ່າງທີ່ຝ່າຍນັ້ນເຊັນ; ມີແຕ່ຂຽນເພີ່ມ ບໍ່ເຄີຍແກ້. ຝ່າຍນີ້ໄດ້ເຊັນສອງລາຍການທີ່ບໍ່ກົງກັນ. ສາເຫດອາດແມ່ນ ກູ້ຄືນຈາກສະບັບເກົ່າ, ສອງໂນດໃຊ້ກະແຈດຽວກັນ, ກະແຈຖືກລັກ ຫຼື ຕັ້ງໃຈ.'),
    en: 'A party’s journal is the numbered list of everything it signed; it is only ever added to, never changed. This party signed two such lists that do not agree. That happens when an old backup is put back, when two nodes run with one key, when a key was stolen, or on purpose.',
  },
  'evidence-file': { vi: 'Tải bằng chứng', lo: machine('ດາວໂຫຼດຫຼັກຖານ'), en: 'Download the evidence' },
  'stopped-by': {
    vi: '{parties} đã ký hai lịch sử khác nhau về việc làm của mình. Chưa thể đồng ý với bất cứ điều gì cho đến khi quản trị viên của nút này xem bằng chứng; mọi việc khác vẫn tiếp tục.',
    lo: machine('{parties} ໄດ້ເຊັນສອງປະຫວັດທີ່ຕ່າງກັນຂອງສິ່ງທີ່ຕົນເຮັດ. ຍັງເຫັນດີຫຍັງບໍ່ໄດ້ ຈົນກວ່າຜູ້ບໍລິຫານຂອງໂນດນີ້ຈະເບິ່ງຫຼັກຖານ; ວຽກອື່ນຍັງສືບຕໍ່.'),
    en: '{parties} signed two different histories of what it did. Nothing can be agreed to until an administrator of this node has looked at the evidence; everything else goes on.',
  },
  'stopped-see': { vi: 'Xem bằng chứng', lo: machine('ເບິ່ງຫຼັກຖານ'), en: 'See the evidence' },
  'audience-joint': { vi: 'nhật ký chung', lo: machine('ປຶ້ມບັນທຶກຮ່ວມ'), en: 'the joint journal' },
  'audience-public': { vi: 'nhật ký công khai', lo: machine('ປຶ້ມບັນທຶກສາທາລະນະ'), en: 'the public journal' },
  'found': { vi: 'Phát hiện {when} trong {audience}.', lo: machine('ພົບເມື່ອ {when} ໃນ{audience}.'), en: 'Found {when} in {audience}.' },
  'theirs': { vi: 'Điều họ đã ký', lo: machine('ສິ່ງທີ່ເຂົາເຊັນ'), en: 'What they signed' },
  'held': { vi: 'Điều họ đã ký trước, được giữ ở đây', lo: machine('ສິ່ງທີ່ເຂົາເຊັນກ່ອນ ແລະ ຖືໄວ້ນີ້'), en: 'What they signed before, held here' },
  'looked': { vi: '{name} đã xem {when}: {reason}', lo: machine('{name} ເບິ່ງແລ້ວ {when}: {reason}'), en: '{name} looked at it {when}: {reason}' },
  'ask': {
    vi: 'Giữ tệp bằng chứng, gọi điện cho bên đó và hỏi lịch sử nào đúng. Khi đã rõ, hãy ghi lý do: việc đồng ý tiếp tục trên lịch sử đang giữ ở đây; một mâu thuẫn mới sẽ lại làm dừng.',
    lo: machine('ເກັບໄຟລ໌ຫຼັກຖານ, ໂທຫາຝ່າຍນັ້ນ ແລະ ຖາມວ່າປະຫວັດໃດຖືກ. ເມື່ອຈະແຈ້ງແລ້ວ ຂຽນເຫດຜົນ: ການເຫັນດີຈະຕໍ່ໄປຕາມປະຫວັດທີ່ຖືໄວ້ນີ້; ຂໍ້ຂັດແຍ່ງໃໝ່ຈະຢຸດອີກ.'),
    en: 'Keep the evidence file, call that party and ask which of the two is right. When it is clear, give the reason: agreeing goes on, on the history held here; a new contradiction stops it again.',
  },
  'ask-administrator': { vi: 'Quản trị viên của nút này sẽ cho tiếp tục khi đã rõ.', lo: machine('ຜູ້ບໍລິຫານຂອງໂນດນີ້ຈະໃຫ້ສືບຕໍ່ເມື່ອຈະແຈ້ງແລ້ວ.'), en: 'An administrator of this node lets it go on once this is clear.' },
  'reason': { vi: 'Lý do', lo: machine('ເຫດຜົນ'), en: 'Reason' },
  'go-on': { vi: 'Đã xem, tiếp tục', lo: machine('ເບິ່ງແລ້ວ, ສືບຕໍ່'), en: 'Looked at, go on' },
  'gone-on': { vi: 'Đã ghi. Việc đồng ý tiếp tục.', lo: machine('ບັນທຶກແລ້ວ. ການເຫັນດີສືບຕໍ່.'), en: 'Recorded. Consent goes on.' },

  // What is wrong, and what to do.
  'fault-silent': {
    vi: 'Nút không trả lời. Kiểm tra đường truyền và địa chỉ; công việc ở đây vẫn tiếp tục.',
    lo: machine('ໂນດບໍ່ຕອບ. ກວດສາຍ ແລະ ທີ່ຢູ່; ວຽກຢູ່ນີ້ຍັງສືບຕໍ່.'), en: 'The node does not answer. Check the line and its address; work here goes on.',
  },
  'fault-silent-restored': {
    vi: 'Nút không trả lời. Kiểm tra đường truyền và địa chỉ: nút này đã được khôi phục và chỉ đọc cho đến khi nút bạn đưa lại bản sao nhật ký của ta.',
    lo: machine('ໂນດບໍ່ຕອບ. ກວດສາຍ ແລະ ທີ່ຢູ່: ໂນດນີ້ຖືກກູ້ຄືນ ແລະ ອ່ານໄດ້ຢ່າງດຽວ ຈົນກວ່າໂນດຄູ່ຈະສົ່ງສຳເນົາບັນທຶກຂອງເຮົາຄືນ.'),
    en: 'The node does not answer. Check the line and its address: this node was restored and stays read-only until the peer has shown its copy of our journals.',
  },
  'refused-signature': { vi: 'Chữ ký sai, quá hạn hoặc đã dùng', lo: machine('ລາຍເຊັນຜິດ, ໝົດອາຍຸ ຫຼື ໃຊ້ແລ້ວ'), en: 'Signature wrong, out of date or used before' },
  'refused-stranger': { vi: 'Bên gọi không thuộc hợp tác này', lo: machine('ຜູ້ເອີ້ນບໍ່ແມ່ນສະມາຊິກຂອງການຮ່ວມມືນີ້'), en: 'Caller is not part of this cooperation' },
  'refused-often': { vi: 'Hỏi quá dày', lo: machine('ຖາມຖີ່ເກີນໄປ'), en: 'Asked too often' },
  'refused-other': { vi: 'Yêu cầu không đúng', lo: machine('ຄຳຮ້ອງບໍ່ຖືກຕ້ອງ'), en: 'Request not as it should be' },
  'fault-busy': {
    vi: 'Nút xin được để yên một lúc. Không cần làm gì.', lo: machine('ໂນດຂໍໃຫ້ລໍຖ້າ. ບໍ່ຕ້ອງເຮັດຫຍັງ.'), en: 'The node asked to be left alone for a while. Nothing has to be done.',
  },
  'fault-refuses': {
    vi: 'Nút không chấp nhận chữ ký của ta. So sánh khóa truyền bằng điện thoại, và đồng hồ của cả hai máy.',
    lo: machine('ໂນດບໍ່ຮັບລາຍເຊັນຂອງເຮົາ. ປຽບທຽບກະແຈທາງໂທລະສັບ ແລະ ໂມງຂອງທັງສອງ.'),
    en: 'The node does not accept our signature. Compare the transport keys by telephone, and the clocks of both machines.',
  },
  'fault-nonsense': {
    vi: 'Câu trả lời không đọc được hoặc bị hỏng. Không có gì được nhận. Nếu kéo dài, kiểm tra máy chủ trung gian rồi gọi bên kia.',
    lo: machine('ຄຳຕອບອ່ານບໍ່ໄດ້ ຫຼື ເສຍຫາຍ. ບໍ່ໄດ້ຮັບຫຍັງ. ຖ້າຍັງເປັນ ໃຫ້ກວດຕົວກາງ ແລ້ວໂທຫາຝ່າຍນັ້ນ.'),
    en: 'What it answers cannot be read or is damaged. Nothing of it was taken. If it stays so, check proxies on the way, then call the other side.',
  },
  'fault-behind-itself': {
    vi: 'Nút cho thấy ít hơn những gì nó đã ký. Có thể nó vừa khôi phục từ bản cũ: hãy gọi bên kia.',
    lo: machine('ໂນດສະແດງໜ້ອຍກວ່າທີ່ມັນເຄີຍເຊັນ. ອາດຖືກກູ້ຄືນຈາກສະບັບເກົ່າ: ໂທຫາຝ່າຍນັ້ນ.'),
    en: 'The node shows less than it signed before. It may have been restored from an old backup: call the other side.',
  },
  'fault-forked': {
    vi: 'Nút này cho thấy một lịch sử khác với lịch sử đang giữ ở đây. Không có gì của nó được nhận. Hãy gọi bên đó: một trong hai lịch sử phải dừng.',
    lo: machine('ໂນດນີ້ສະແດງປະຫວັດອື່ນຈາກທີ່ຖືໄວ້ນີ້. ບໍ່ໄດ້ຮັບຫຍັງຂອງມັນ. ໂທຫາຝ່າຍນັ້ນ: ໜຶ່ງໃນສອງປະຫວັດຕ້ອງຢຸດ.'),
    en: 'The node shows another history than the one held here. Nothing of it was taken. Call that party: one of its two histories has to end.',
  },
  'fault-unproven': {
    vi: 'Các hành vi không khớp với điều đã ký, nên không được nhận. Nếu lặp lại, kho dữ liệu của bên kia có thể bị hỏng: hãy gọi.',
    lo: machine('ການກະທຳບໍ່ກົງກັບສິ່ງທີ່ເຊັນ ຈຶ່ງບໍ່ໄດ້ຮັບ. ຖ້າຊ້ຳອີກ ຂໍ້ມູນຂອງຝ່າຍນັ້ນອາດເສຍຫາຍ: ໂທຫາ.'),
    en: 'The acts are not what was signed, and were not taken. If it repeats, the other side’s data may be damaged: call them.',
  },
  'fault-unsigned': {
    vi: 'Điểm kiểm tra không được ký bằng khóa ta biết. So sánh khóa nhật ký bằng điện thoại.',
    lo: machine('ຈຸດກວດບໍ່ໄດ້ເຊັນດ້ວຍກະແຈທີ່ເຮົາຮູ້. ປຽບທຽບກະແຈປຶ້ມບັນທຶກທາງໂທລະສັບ.'),
    en: 'The checkpoint is not signed with a key we know. Compare the journal keys by telephone.',
  },
  'fault-ahead': {
    vi: 'Bên kia giữ nhiều hành vi của ta hơn chính ta: nút này đã được khôi phục từ bản cũ. Nút đang nhận lại và chỉ cho đọc đến lúc đó.',
    lo: machine('ຝ່າຍນັ້ນຖືການກະທຳຂອງເຮົາຫຼາຍກວ່າເຮົາ: ໂນດນີ້ຖືກກູ້ຈາກສະບັບເກົ່າ. ໂນດກຳລັງຮັບຄືນ ແລະ ອ່ານໄດ້ຢ່າງດຽວຈົນກວ່າຈະໄດ້ຄືນ.'),
    en: 'The other side holds more of our acts than we do: this node was restored from an old state. It is taking them back, and is read-only until then.',
  },
  'fault-own-fork': {
    vi: 'Có chữ ký bằng khóa của ta trên một nhật ký khác. Khóa có thể bị lộ hoặc hai nút cùng chạy: dừng nút và kiểm tra.',
    lo: machine('ມີລາຍເຊັນດ້ວຍກະແຈຂອງເຮົາໃນປຶ້ມບັນທຶກອື່ນ. ກະແຈອາດຮົ່ວ ຫຼື ມີສອງໂນດແລ່ນ: ຢຸດໂນດ ແລະ ກວດ.'),
    en: 'Something was signed with our key that is not our journal. The key may be stolen, or two nodes run: stop the node and look.',
  },
  'fault-full': {
    vi: 'Đĩa ở đây đã đầy nên không nhận thêm được. Hãy giải phóng chỗ; không có gì bị mất.',
    lo: machine('ດິສຢູ່ນີ້ເຕັມ ຈຶ່ງຮັບບໍ່ໄດ້. ເຮັດໃຫ້ມີບ່ອນຫວ່າງ; ບໍ່ມີຫຍັງເສຍ.'), en: 'The disk here is full, so nothing more can be taken. Free some room; nothing is lost.',
  },
  'fault-other': {
    vi: 'Có trục trặc không ngờ. Nhật ký của nút cho biết lý do.', lo: machine('ມີບັນຫາທີ່ບໍ່ຄາດຄິດ. ບັນທຶກຂອງໂນດບອກເຫດຜົນ.'), en: 'Something unexpected went wrong. The node’s log says why.',
  },
});

/** Why requests of others were refused, in few words. */
export function refusalSaid(id: string): `refused-${'signature' | 'stranger' | 'often' | 'other'}` {
  if (id === 'signature.unknown-key' || STRANGERS.includes(id)) return 'refused-stranger';
  if (id.startsWith('signature.')) return 'refused-signature';
  return id === 'too-often' ? 'refused-often' : 'refused-other';
}
const STRANGERS: readonly string[] = ['not-a-member', 'not-a-party', 'unknown-cooperation'];

/** What to say of a fault of the exchange, by its id. */
type FaultWord = `fault-${'silent' | 'silent-restored' | 'busy' | 'refuses' | 'nonsense' | 'behind-itself' | 'forked' | 'unproven' | 'unsigned' | 'ahead' | 'own-fork' | 'full' | 'other'}`;
const SAID: Readonly<Record<string, FaultWord>> = {
  'peer.silent': 'fault-silent', 'peer.fails': 'fault-silent', 'peer.busy': 'fault-busy', 'peer.refuses': 'fault-refuses', 'peer.nonsense': 'fault-nonsense', 'peer.absent': 'fault-nonsense',
  'peer.behind-itself': 'fault-behind-itself', 'journal.forked': 'fault-forked', 'journal.root': 'fault-unproven', 'journal.proof': 'fault-unproven', 'journal.short': 'fault-unproven',
  'journal.checkpoint': 'fault-unsigned', 'journal.key': 'fault-unsigned', 'journal.ahead': 'fault-ahead', 'journal.own-fork': 'fault-own-fork', 'data.full': 'fault-full',
};

/** What a fault is in words; while this node is restored, work does not go on beside a silent peer. */
export function faultSaid(id: string, restored = false): FaultWord {
  const said = SAID[id] ?? 'fault-other';
  return said === 'fault-silent' && restored ? 'fault-silent-restored' : said;
}

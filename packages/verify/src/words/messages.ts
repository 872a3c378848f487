/**
 * What a check came to, in words a person without training can use. Kept here and not in the catalogues of the node, so that
 * the command and the page that needs no server say the same with nothing else loaded.
 */
export type Language = 'vi' | 'lo' | 'en';

/** `lo` is machine Lao throughout: nobody who speaks it has read it yet. */
export type Message = Readonly<Record<Language, string>>;
export const MACHINE_WRITTEN: readonly Language[] = ['lo'];

export const messages = {
  'title': { vi: 'Kiểm tra bằng chứng', lo: 'ກວດຫຼັກຖານ', en: 'Check evidence' },
  'drop': { vi: 'Thả tệp bằng chứng vào đây, hoặc chọn tệp.', lo: 'ວາງໄຟລ໌ຫຼັກຖານໃສ່ນີ້ ຫຼື ເລືອກໄຟລ໌.', en: 'Drop the evidence file here, or choose it.' },
  'choose': { vi: 'Chọn tệp', lo: 'ເລືອກໄຟລ໌', en: 'Choose a file' },
  'local': { vi: 'Tệp không rời khỏi máy này; trang này không cần mạng.', lo: 'ໄຟລ໌ບໍ່ອອກຈາກເຄື່ອງນີ້; ໜ້ານີ້ບໍ່ຕ້ອງໃຊ້ເຄືອຂ່າຍ.', en: 'The file does not leave this computer; this page needs no network.' },
  'roots': { vi: 'Dấu vân tay của các khóa mà bạn tin (mỗi dòng một dấu), nhận từ nơi khác chứ không phải từ tệp này:', lo: 'ລາຍນິ້ວມືຂອງກະແຈທີ່ທ່ານເຊື່ອຖື (ແຖວລະອັນ), ໄດ້ມາຈາກບ່ອນອື່ນ ບໍ່ແມ່ນຈາກໄຟລ໌ນີ້:', en: 'Fingerprints of keys you trust, one a line, learned from elsewhere and not from this file:' },
  'proven': { vi: 'Đã chứng minh: mọi hành vi trong tệp nằm trong nhật ký được ký bằng khóa bạn tin.', lo: 'ພິສູດແລ້ວ: ທຸກການກະທຳໃນໄຟລ໌ຢູ່ໃນບັນທຶກທີ່ລົງລາຍເຊັນດ້ວຍກະແຈທີ່ທ່ານເຊື່ອຖື.', en: 'Proven: every act in the file stands in a journal signed with a key you trust.' },
  'consistent': { vi: 'Các phần của tệp khớp nhau, nhưng chưa chứng minh được ai đã ký: không có dấu vân tay nào bạn tin xác nhận các khóa này, và kẻ giả mạo có thể tự mang khóa của mình đến.', lo: 'ສ່ວນຕ່າງໆຂອງໄຟລ໌ກົງກັນ ແຕ່ຍັງບໍ່ພິສູດວ່າໃຜລົງລາຍເຊັນ: ບໍ່ມີລາຍນິ້ວມືທີ່ທ່ານເຊື່ອຖືຢືນຢັນກະແຈເຫຼົ່ານີ້ ແລະ ຜູ້ປອມແປງອາດນຳກະແຈຂອງຕົນມາ.', en: 'The parts of the file agree with each other, but who signed is not proven: no fingerprint you trust vouches for these keys, and a forger could have brought keys of his own.' },
  'broken': { vi: 'Không chứng minh được: {count} hành vi trong tệp không có bằng chứng đúng. Đừng dựa vào chúng.', lo: 'ພິສູດບໍ່ໄດ້: {count} ການກະທຳໃນໄຟລ໌ບໍ່ມີຫຼັກຖານທີ່ຖືກຕ້ອງ. ຢ່າອີງໃສ່ມັນ.', en: 'Not proven: {count} of the acts in the file have no proof that holds. Do not rely on them.' },
  'empty': { vi: 'Tệp không chứa hành vi nào, nên không chứng minh điều gì.', lo: 'ໄຟລ໌ບໍ່ມີການກະທຳໃດ ຈຶ່ງບໍ່ພິສູດຫຍັງ.', en: 'The file holds no act, so it shows nothing.' },
  'fork': { vi: 'Một bên đã ký hai lịch sử khác nhau của cùng một nhật ký ({journal}, mục {index}). Đây là bằng chứng về sự gian dối hoặc hư hỏng nghiêm trọng.', lo: 'ຝ່າຍໜຶ່ງໄດ້ລົງລາຍເຊັນສອງປະຫວັດທີ່ຕ່າງກັນຂອງບັນທຶກດຽວ ({journal}, ລາຍການ {index}). ນີ້ແມ່ນຫຼັກຖານຂອງການຫຼອກລວງ ຫຼື ຄວາມເສຍຫາຍຮ້າຍແຮງ.', en: 'A party signed two different histories of one journal ({journal}, entry {index}). This is evidence of dishonesty or of grave damage.' },
  'split-proven': { vi: 'Đã chứng minh: {party} đã ký hai lịch sử khác nhau của cùng một nhật ký.', lo: 'ພິສູດແລ້ວ: {party} ໄດ້ລົງລາຍເຊັນສອງປະຫວັດທີ່ຕ່າງກັນຂອງບັນທຶກດຽວກັນ.', en: 'Proven: {party} signed two different histories of one and the same journal.' },
  'split-consistent': { vi: 'Hai lịch sử khác nhau của cùng một nhật ký được ký bằng cùng một khóa, nhưng chưa chứng minh được khóa đó là của {party}: không có dấu vân tay nào bạn tin xác nhận nó.', lo: 'ສອງປະຫວັດທີ່ຕ່າງກັນຂອງບັນທຶກດຽວກັນ ລົງລາຍເຊັນດ້ວຍກະແຈດຽວກັນ ແຕ່ຍັງບໍ່ພິສູດວ່າກະແຈນັ້ນເປັນຂອງ {party}: ບໍ່ມີລາຍນິ້ວມືທີ່ທ່ານເຊື່ອຖືຢືນຢັນມັນ.', en: 'Two different histories of one journal are signed under the name of {party}, but that the keys are that party’s own is not proven: no fingerprint you trust vouches for them.' },
  'split-broken': { vi: 'Không chứng minh được: tệp này không cho thấy {party} đã ký hai lịch sử. Đừng dựa vào nó.', lo: 'ພິສູດບໍ່ໄດ້: ໄຟລ໌ນີ້ບໍ່ສະແດງວ່າ {party} ໄດ້ລົງລາຍເຊັນສອງປະຫວັດ. ຢ່າອີງໃສ່ມັນ.', en: 'Not proven: this file does not show that {party} signed two histories. Do not rely on it.' },
  'split-journal': { vi: 'Nhật ký {journal}', lo: 'ປຶ້ມບັນທຶກ {journal}', en: 'Journal {journal}' },
  'split-signed': { vi: 'Lịch sử {number}: đã ký với {size} mục.', lo: 'ປະຫວັດ {number}: ລົງລາຍເຊັນກັບ {size} ລາຍການ.', en: 'History {number}: signed with {size} entries.' },
  'split-held': { vi: '{party} đã giữ lịch sử {number} chậm nhất từ {when} (theo đồng hồ và chữ ký của {party}).', lo: '{party} ຖືປະຫວັດ {number} ຢ່າງຊ້າແຕ່ {when} (ຕາມໂມງ ແລະ ລາຍເຊັນຂອງ {party}).', en: '{party} held history {number} by {when} at the latest (by its own clock and signature).' },
  'split-size': { vi: 'Một nhật ký chỉ được viết thêm, không bao giờ sửa; nhưng {size} mục đầu của hai lịch sử này không giống nhau, nên chúng không thể cùng là một nhật ký.', lo: 'ປຶ້ມບັນທຶກມີແຕ່ຂຽນເພີ່ມ ບໍ່ເຄີຍແກ້; ແຕ່ {size} ລາຍການທຳອິດຂອງສອງປະຫວັດນີ້ບໍ່ຄືກັນ ຈຶ່ງບໍ່ສາມາດເປັນປຶ້ມດຽວກັນໄດ້.', en: 'A journal is only ever added to, never changed; but the first {size} entries of these two are not the same, so they cannot both be that journal.' },
  'split-problem': { vi: 'Bằng chứng không đúng ({problem}).', lo: 'ຫຼັກຖານບໍ່ຖືກຕ້ອງ ({problem}).', en: 'The proof does not hold ({problem}).' },
  'split-why': { vi: 'vì sao: bản khôi phục cũ, hai nút cùng chạy với một khóa, khóa bị lấy cắp, hay cố ý; và lịch sử nào là đúng.', lo: 'ຍ້ອນຫຍັງ: ກູ້ຄືນຈາກສະບັບເກົ່າ, ສອງໂນດໃຊ້ກະແຈດຽວກັນ, ກະແຈຖືກລັກ ຫຼື ຕັ້ງໃຈ; ແລະ ປະຫວັດໃດຖືກຕ້ອງ.', en: 'why: an old backup put back, two nodes running with one key, a stolen key, or intent; nor which of the two is the true one.' },
  'content': { vi: 'Nội dung: {text}', lo: 'ເນື້ອໃນ: {text}', en: 'Content: {text}' },
  'record': { vi: 'Bản ghi {record}, hợp tác {cooperation}', lo: 'ບັນທຶກ {record}, ການຮ່ວມມື {cooperation}', en: 'Record {record} of the cooperation {cooperation}' },
  'consented': { vi: '{party} đã đồng ý với đúng nội dung này (mục {index} trong nhật ký của họ, ghi ngày {made}).', lo: '{party} ໄດ້ເຫັນດີກັບເນື້ອໃນນີ້ຢ່າງແທ້ຈິງ (ລາຍການ {index} ໃນບັນທຶກຂອງຕົນ, ລົງວັນທີ {made}).', en: '{party} agreed to exactly this (entry {index} of its journal, dated {made} by itself).' },
  'declined': { vi: '{party} đã từ chối (mục {index} trong nhật ký của họ, ghi ngày {made}).', lo: '{party} ໄດ້ປະຕິເສດ (ລາຍການ {index} ໃນບັນທຶກຂອງຕົນ, ລົງວັນທີ {made}).', en: '{party} declined this (entry {index} of its journal, dated {made} by itself).' },
  'contrary': { vi: '{party} sau đó đã nói ngược lại (mục {index}); lời sau không có hiệu lực.', lo: '{party} ຕໍ່ມາໄດ້ເວົ້າກົງກັນຂ້າມ (ລາຍການ {index}); ຄຳຫຼັງບໍ່ມີຜົນ.', en: '{party} later said the contrary (entry {index}); its second word is without effect.' },
  'nobody': { vi: 'Tệp không cho thấy bên nào đồng ý với nội dung này.', lo: 'ໄຟລ໌ບໍ່ສະແດງວ່າຝ່າຍໃດເຫັນດີກັບເນື້ອໃນນີ້.', en: 'The file shows no party agreeing to this content.' },
  'held': { vi: '{party} đã giữ mục này chậm nhất từ {when} (theo đồng hồ và chữ ký của {party}).', lo: '{party} ຖືລາຍການນີ້ຢ່າງຊ້າແຕ່ {when} (ຕາມໂມງ ແລະ ລາຍເຊັນຂອງ {party}).', en: '{party} held this entry by {when} at the latest (by its own clock and signature).' },
  'wrote': { vi: 'Mục {index} của {journal}, ghi ngày {made}: {standing}', lo: 'ລາຍການ {index} ຂອງ {journal}, ລົງວັນທີ {made}: {standing}', en: 'Entry {index} of {journal}, dated {made} by itself: {standing}' },
  'standing-authentic': { vi: 'đã chứng minh.', lo: 'ພິສູດແລ້ວ.', en: 'proven.' },
  'standing-consistent': { vi: 'khớp, nhưng khóa chưa được xác nhận.', lo: 'ກົງກັນ ແຕ່ກະແຈຍັງບໍ່ຖືກຢືນຢັນ.', en: 'consistent, but under a key nobody vouched for.' },
  'standing-unproven': { vi: 'KHÔNG chứng minh được ({problem}).', lo: 'ພິສູດບໍ່ໄດ້ ({problem}).', en: 'NOT proven ({problem}).' },
  'not-shown': { vi: 'Chưa được chứng minh:', lo: 'ສິ່ງທີ່ຍັງບໍ່ພິສູດ:', en: 'What is not proven:' },
  'unproven-authenticity': { vi: 'chữ ký có thật là của các bên hay không: hãy so dấu vân tay khóa nhận từ mỗi bên.', lo: 'ລາຍເຊັນເປັນຂອງແຕ່ລະຝ່າຍແທ້ຫຼືບໍ່: ໃຫ້ທຽບລາຍນິ້ວມືກະແຈທີ່ໄດ້ຈາກແຕ່ລະຝ່າຍ.', en: 'that the signatures are the parties’ own: compare the fingerprints of the keys with those each party gives.' },
  'unproven-held-by-others': { vi: 'rằng một bên khác đã có mọi mục này: không có chữ ký xác nhận đáng tin nào của bên khác.', lo: 'ວ່າຝ່າຍອື່ນມີລາຍການເຫຼົ່ານີ້ແລ້ວ: ບໍ່ມີລາຍເຊັນຮ່ວມຂອງຝ່າຍອື່ນ.', en: 'that another party ever held every entry: no trusted cosignature of another party covers it.' },
  'unproven-content': { vi: 'nội dung là gì: tệp chỉ chứa dấu vân tay của nội dung.', lo: 'ເນື້ອໃນແມ່ນຫຍັງ: ໄຟລ໌ມີແຕ່ລາຍນິ້ວມືຂອງເນື້ອໃນ.', en: 'what the content is: the file holds only its fingerprint.' },
  'unproven-naming': { vi: 'tên này chỉ nội dung nào: tệp không chứa đề xuất.', lo: 'ຊື່ນີ້ໝາຍເຖິງເນື້ອໃນໃດ: ໄຟລ໌ບໍ່ມີຂໍ້ສະເໜີ.', en: 'which content the name stands for: no proposal is in the file.' },
  'unproven-earlier-acts': { vi: 'rằng không có hành vi nào trước đó làm mất hiệu lực các lời này: chỉ toàn bộ nhật ký mới cho thấy.', lo: 'ວ່າບໍ່ມີການກະທຳກ່ອນໜ້າທີ່ເຮັດໃຫ້ຄຳເຫຼົ່ານີ້ໝົດຜົນ: ມີແຕ່ບັນທຶກທັງໝົດຈຶ່ງສະແດງໄດ້.', en: 'that no earlier act of a party makes these words void: only a whole journal shows that.' },
  'others': { vi: 'Các bản ghi khác mà cùng những hành vi này nói đến: {count}.', lo: 'ບັນທຶກອື່ນທີ່ການກະທຳດຽວກັນນີ້ເວົ້າເຖິງ: {count}.', en: 'Other records that the same acts speak of: {count}.' },
  'keys': { vi: 'Các khóa trong tệp', lo: 'ກະແຈໃນໄຟລ໌', en: 'Keys in the file' },
  'key': { vi: '{party}, {role}: {fingerprint} ({trust})', lo: '{party}, {role}: {fingerprint} ({trust})', en: '{party}, {role}: {fingerprint} ({trust})' },
  'role-journal': { vi: 'khóa nhật ký', lo: 'ກະແຈປຶ້ມບັນທຶກ', en: 'journal key' },
  'role-cosigner': { vi: 'khóa đồng ký', lo: 'ກະແຈລົງລາຍເຊັນຮ່ວມ', en: 'cosigner key' },
  'role-transport': { vi: 'khóa đường truyền', lo: 'ກະແຈການສົ່ງ', en: 'transport key' },
  'role-root': { vi: 'khóa gốc', lo: 'ກະແຈຮາກ', en: 'root key' },
  'trusted': { vi: 'bạn tin', lo: 'ທ່ານເຊື່ອຖື', en: 'trusted by you' },
  'untrusted': { vi: 'chưa ai xác nhận', lo: 'ຍັງບໍ່ມີໃຜຢືນຢັນ', en: 'nobody vouched for it' },
  'unreadable': { vi: 'Đây không phải là tệp bằng chứng đọc được ({reason}). Không có gì được kiểm tra.', lo: 'ນີ້ບໍ່ແມ່ນໄຟລ໌ຫຼັກຖານທີ່ອ່ານໄດ້ ({reason}). ບໍ່ໄດ້ກວດຫຍັງ.', en: 'This is no evidence file that can be read ({reason}). Nothing was checked.' },
  'no-platform': { vi: 'Trình duyệt này không kiểm tra được chữ ký Ed25519. Không thể kết luận gì. Hãy dùng trình duyệt mới hơn.', lo: 'ໂປຣແກຣມທ່ອງເວັບນີ້ກວດລາຍເຊັນ Ed25519 ບໍ່ໄດ້. ສະຫຼຸບຫຍັງບໍ່ໄດ້. ໃຊ້ອັນໃໝ່ກວ່າ.', en: 'This browser cannot check Ed25519 signatures. Nothing can be told. Use a newer one.' },
  'bad-root': { vi: 'Dấu vân tay có 64 chữ số thập lục phân; dòng này thì không: {line}', lo: 'ລາຍນິ້ວມືມີ 64 ຕົວເລກຖານສິບຫົກ; ແຖວນີ້ບໍ່ແມ່ນ: {line}', en: 'A fingerprint has 64 hexadecimal digits; this line has not: {line}' },
} as const satisfies Readonly<Record<string, Message>>;

export type MessageName = keyof typeof messages;

/** What a hostile bundle could steer a terminal or a reading direction with; zero-width spaces stay, Lao is written with them. */
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A message with its places filled in; a place without a value stays as written. */
export const say = (name: MessageName, lang: Language, values: Readonly<Record<string, string | number>> = {}): string =>
  messages[name][lang].replaceAll(/\{(\w+)\}/gu, (place, key: string) => String(values[key] ?? place).replaceAll(STEERING, ' '));

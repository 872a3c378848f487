/** What the kernel's problems say; it gives ids, whoever shows them gives the words. */
import { defineMessages, machine } from '@entente/text';

defineMessages('record', {
  'changed': {
    vi: 'Bản ghi đã thay đổi trong lúc bạn viết. Không có gì bị ghi đè.', lo: machine('ບັນທຶກໄດ້ປ່ຽນໃນຂະນະທີ່ທ່ານຂຽນ. ບໍ່ມີຫຍັງຖືກຂຽນທັບ.'),
    en: 'The record changed while you were writing. Nothing was overwritten.',
  },
  'unchanged': { vi: 'Nội dung này giống hệt bản đang có, nên không có gì để ghi.', lo: machine('ເນື້ອໃນນີ້ຄືກັນກັບສະບັບທີ່ມີຢູ່, ບໍ່ມີຫຍັງໃຫ້ບັນທຶກ.'), en: 'This is exactly what stands already; there is nothing to save.' },
  'unknown': { vi: 'Bản ghi không có ở nút này.', lo: machine('ບັນທຶກບໍ່ມີຢູ່ໂນດນີ້.'), en: 'The record is not held here.' },
  'retired': { vi: 'Bản ghi đã ngừng sử dụng.', lo: machine('ບັນທຶກຢຸດໃຊ້ແລ້ວ.'), en: 'The record is retired.' },
  'id': { vi: 'Mã bản ghi không đúng dạng.', lo: machine('ລະຫັດບັນທຶກຜິດຮູບແບບ.'), en: 'That is no record id.' },
  'reason': { vi: 'Hãy ghi lý do chấm dứt.', lo: machine('ກະລຸນາຂຽນເຫດຜົນທີ່ຍົກເລີກ.'), en: 'Say why it is retired.' },
  'kind': { vi: 'Bản ghi này thuộc loại khác ({kind}).', lo: machine('ບັນທຶກນີ້ເປັນປະເພດອື່ນ ({kind}).'), en: 'The record is of another kind ({kind}).' },
  'newer-software': {
    vi: 'Bản ghi được viết bằng phần mềm mới hơn. Hãy nâng cấp nút này trước khi sửa.', lo: machine('ບັນທຶກຂຽນດ້ວຍຊອບແວໃໝ່ກວ່າ. ກະລຸນາອັບເກຣດໂນດນີ້ກ່ອນແກ້ໄຂ.'),
    en: 'The record was written by newer software. Upgrade this node before changing it.',
  },
  'predecessor': { vi: 'Phiên bản trước chưa có ở đây.', lo: machine('ສະບັບກ່ອນໜ້າຍັງບໍ່ມີຢູ່ນີ້.'), en: 'The version it builds on is not held here yet.' },
  'replaced': { vi: 'Phiên bản trước đã được thay thế.', lo: machine('ສະບັບກ່ອນໜ້າຖືກແທນທີ່ແລ້ວ.'), en: 'The version it builds on had been replaced.' },
});

defineMessages('consent', {
  'role': { vi: 'vai trò của bạn không được trả lời thay cho bên ta', lo: machine('ບົດບາດຂອງທ່ານຕອບແທນຝ່າຍເຮົາບໍ່ໄດ້'), en: 'your role may not answer for our side' },
  'not-a-party': { vi: 'nút này không phải là một bên', lo: machine('ໂນດນີ້ບໍ່ແມ່ນຝ່າຍໜຶ່ງ'), en: 'this node is no party' },
  'agreed': { vi: 'một đề xuất khác đã được đồng ý', lo: machine('ຂໍ້ສະເໜີອື່ນໄດ້ຖືກເຫັນດີແລ້ວ'), en: 'another proposal is already agreed' },
  'own-pending': {
    vi: 'ý kiến trước của phía ta còn chờ nhận đủ nhật ký của bên kia', lo: machine('ສຽງກ່ອນໜ້າຂອງຝ່າຍເຮົາຍັງລໍຖ້າບັນທຶກຂອງອີກຝ່າຍ'),
    en: 'an earlier vote of ours still waits for the other side’s journal to arrive',
  },
  'already-consented': { vi: 'phía ta đã đồng ý bản này', lo: machine('ຝ່າຍເຮົາເຫັນດີສະບັບນີ້ແລ້ວ'), en: 'we have agreed to this one' },
  'already-declined': { vi: 'phía ta đã từ chối bản này', lo: machine('ຝ່າຍເຮົາປະຕິເສດສະບັບນີ້ແລ້ວ'), en: 'we have declined this one' },
  'declined': { vi: 'một bên khác đã từ chối bản này', lo: machine('ອີກຝ່າຍໄດ້ປະຕິເສດສະບັບນີ້ແລ້ວ'), en: 'another party has declined it' },
  'needs-release': {
    vi: 'phía ta đã đồng ý một bản khác; {by} cần từ chối bản đó trước', lo: machine('ຝ່າຍເຮົາໄດ້ເຫັນດີສະບັບອື່ນ; {by} ຕ້ອງປະຕິເສດສະບັບນັ້ນກ່ອນ'),
    en: 'we have agreed to another version; {by} must decline that one first',
  },
});

defineMessages('policy', {
  'role': { vi: 'Vai trò của bạn không cho phép việc này.', lo: machine('ບົດບາດຂອງທ່ານບໍ່ອະນຸຍາດ.'), en: 'Your role does not allow this.' },
  'verb': { vi: 'Loại bản ghi này không có việc đó.', lo: machine('ບັນທຶກປະເພດນີ້ບໍ່ມີການກະທຳນັ້ນ.'), en: 'Records of this kind know no such thing.' },
  'not-owner': { vi: 'Bản ghi này thuộc bên khác.', lo: machine('ບັນທຶກນີ້ເປັນຂອງຝ່າຍອື່ນ.'), en: 'The record belongs to another party.' },
  'other-party': { vi: 'Bạn thuộc bên khác.', lo: machine('ທ່ານເປັນຂອງຝ່າຍອື່ນ.'), en: 'You belong to another party.' },
  'observer': { vi: 'Bên quan sát chỉ đọc, không quyết định.', lo: machine('ຜູ້ສັງເກດການອ່ານໄດ້ຢ່າງດຽວ.'), en: 'An observer reads and does not decide.' },
});

defineMessages('candidate', {
  'unknown': { vi: 'Đề xuất này không có ở đây.', lo: machine('ບໍ່ມີຂໍ້ສະເໜີນີ້.'), en: 'There is no such proposal here.' },
  'closed': { vi: 'Đề xuất này không còn mở.', lo: machine('ຂໍ້ສະເໜີນີ້ປິດແລ້ວ.'), en: 'The proposal is no longer open.' },
  'not-held': { vi: 'Nội dung đề xuất chưa đến đủ. Hãy chờ trao đổi.', lo: machine('ເນື້ອໃນຂໍ້ສະເໜີຍັງມາບໍ່ຄົບ. ກະລຸນາລໍຖ້າການແລກປ່ຽນ.'), en: 'The content of the proposal has not come in full. Wait for the exchange.' },
  'not-shown': { vi: 'Nút này không hiển thị được đầy đủ nội dung nên không thể đồng ý.', lo: machine('ໂນດນີ້ສະແດງເນື້ອໃນບໍ່ໄດ້ຄົບ ຈຶ່ງເຫັນດີບໍ່ໄດ້.'), en: 'This node cannot show the content in full, so nobody here can agree to it.' },
});

defineMessages('link', {
  'missing': { vi: 'Bản ghi được dẫn không có ở nút này.', lo: machine('ບັນທຶກທີ່ອ້າງເຖິງບໍ່ມີຢູ່ໂນດນີ້.'), en: 'The record linked to is not held here.' },
  'kind': { vi: 'Không thể dẫn tới bản ghi loại này.', lo: machine('ອ້າງເຖິງບັນທຶກປະເພດນີ້ບໍ່ໄດ້.'), en: 'A record of that kind cannot stand here.' },
  'version': { vi: 'Phiên bản được dẫn không tồn tại.', lo: machine('ບໍ່ມີສະບັບທີ່ອ້າງເຖິງ.'), en: 'The version cited does not exist.' },
});

defineMessages('blob', {
  'missing': { vi: 'Tệp này chưa có ở đây. Hãy chờ trao đổi hoặc tải lên lại.', lo: machine('ໄຟລ໌ນີ້ຍັງບໍ່ມີ. ກະລຸນາລໍຖ້າການແລກປ່ຽນ ຫຼື ອັບໂຫຼດໃໝ່.'), en: 'The file is not held here yet. Wait for the exchange, or upload it again.' },
  'too-large': { vi: 'Tệp quá lớn.', lo: machine('ໄຟລ໌ໃຫຍ່ເກີນໄປ.'), en: 'The file is too large.' },
});

defineMessages('state', {
  'initial': { vi: 'Bản mới bắt đầu ở trạng thái khác.', lo: machine('ບັນທຶກໃໝ່ເລີ່ມຈາກສະຖານະອື່ນ.'), en: 'A new record begins in another state.' },
  'move': { vi: 'Không thể chuyển trạng thái như vậy.', lo: machine('ປ່ຽນສະຖານະແບບນັ້ນບໍ່ໄດ້.'), en: 'The state cannot move like that.' },
  'role': { vi: 'Vai trò của bạn không được chuyển trạng thái này.', lo: machine('ບົດບາດຂອງທ່ານປ່ຽນສະຖານະນີ້ບໍ່ໄດ້.'), en: 'Your role may not make this move.' },
  'comment': { vi: 'Cần lời nhắn kèm theo khi chuyển trạng thái.', lo: machine('ຕ້ອງມີຂໍ້ຄວາມເມື່ອປ່ຽນສະຖານະ.'), en: 'The move needs a note.' },
});

defineMessages('kind', {
  'unknown': { vi: 'Nút này không biết loại bản ghi “{kind}”.', lo: machine('ໂນດນີ້ບໍ່ຮູ້ຈັກບັນທຶກປະເພດ “{kind}”.'), en: 'This node does not know the kind “{kind}”.' },
  'regime': { vi: 'Loại “{kind}” không được ghi theo cách đó.', lo: machine('ປະເພດ “{kind}” ບໍ່ຂຽນແບບນັ້ນ.'), en: 'The kind “{kind}” is not written that way.' },
  'version': { vi: 'Được viết bằng phiên bản mới hơn của loại này.', lo: machine('ຂຽນດ້ວຍລຸ້ນໃໝ່ກວ່າຂອງປະເພດນີ້.'), en: 'It was written in a newer version of its kind.' },
});

defineMessages('content', {
  'object': { vi: 'Nội dung không đúng dạng.', lo: machine('ເນື້ອໃນຜິດຮູບແບບ.'), en: 'The content is not of the right form.' },
  'refused': { vi: 'Nội dung có ký tự hoặc giá trị không lưu được.', lo: machine('ເນື້ອໃນມີຕົວອັກສອນ ຫຼື ຄ່າທີ່ເກັບບໍ່ໄດ້.'), en: 'The content has characters or values that cannot be kept.' },
  'missing': { vi: 'Nội dung chưa đến.', lo: machine('ເນື້ອໃນຍັງບໍ່ມາ.'), en: 'The content has not come yet.' },
});

defineMessages('act', {
  'too-long': { vi: 'Quá nhiều nội dung cho một lần ghi. Hãy chia thành nhiều lần.', lo: machine('ເນື້ອໃນຫຼາຍເກີນໄປສຳລັບການບັນທຶກເທື່ອດຽວ.'), en: 'Too much for one act. Do it in several steps.' },
});

defineMessages('coop', {
  'unknown': { vi: 'Nút này không tham gia chương trình hợp tác đó.', lo: machine('ໂນດນີ້ບໍ່ໄດ້ເຂົ້າຮ່ວມການຮ່ວມມືນັ້ນ.'), en: 'This node takes no part in that cooperation.' },
});

defineMessages('intent', {
  'none': { vi: 'Không có gì để ghi.', lo: machine('ບໍ່ມີຫຍັງໃຫ້ບັນທຶກ.'), en: 'There is nothing to do.' },
  'verb': { vi: 'Không có việc như vậy.', lo: machine('ບໍ່ມີການກະທຳແບບນັ້ນ.'), en: 'There is no such deed.' },
  'audience': { vi: 'Loại “{kind}” thuộc nhật ký khác.', lo: machine('ປະເພດ “{kind}” ຢູ່ໃນປຶ້ມບັນທຶກອື່ນ.'), en: 'The kind “{kind}” belongs in another journal.' },
});

defineMessages('personal', {
  'no-key': { vi: 'Nút này chưa có khóa để giữ dữ liệu cá nhân.', lo: machine('ໂນດນີ້ຍັງບໍ່ມີກະແຈເກັບຂໍ້ມູນສ່ວນບຸກຄົນ.'), en: 'This node has no key to keep personal values under.' },
  'missing': { vi: 'Dữ liệu cá nhân của đề xuất chưa đến.', lo: machine('ຂໍ້ມູນສ່ວນບຸກຄົນຂອງຂໍ້ສະເໜີຍັງບໍ່ມາ.'), en: 'The personal values of the proposal have not come yet.' },
  'none': { vi: 'Bản ghi này không còn dữ liệu cá nhân để xóa.', lo: machine('ບັນທຶກນີ້ບໍ່ມີຂໍ້ມູນສ່ວນບຸກຄົນໃຫ້ລຶບ.'), en: 'The record has no personal values left to erase.' },
  'unknown': { vi: 'Bản ghi này không có dữ liệu cá nhân đó.', lo: machine('ບັນທຶກນີ້ບໍ່ມີຂໍ້ມູນສ່ວນບຸກຄົນນັ້ນ.'), en: 'The record holds no such personal value.' },
});

defineMessages('erase', {
  'note': { vi: 'Việc xóa không mang ghi chú: ghi chú có thể nêu lại tên người đó.', lo: machine('ການລຶບບໍ່ມີໝາຍເຫດ: ໝາຍເຫດອາດບອກຊື່ຄົນນັ້ນອີກ.'), en: 'An erasure carries no note: it could name the person again.' },
  'unordered': { vi: 'Chưa có hiệu lực: bên chịu trách nhiệm chưa ra lệnh xóa.', lo: machine('ຍັງບໍ່ມີຜົນ: ຝ່າຍຮັບຜິດຊອບຍັງບໍ່ສັ່ງລຶບ.'), en: 'Without effect yet: the party that answers for it has not ordered it.' },
});

defineMessages('ballot', {
  'pending': { vi: 'Phiếu này dựa trên những hành vi chưa có ở đây.', lo: machine('ການລົງຄວາມເຫັນນີ້ອີງໃສ່ສິ່ງທີ່ຍັງບໍ່ມີຢູ່ນີ້.'), en: 'It was cast in view of acts that are not held here yet.' },
  'not-released': { vi: 'Không có hiệu lực: bên đó còn bị ràng buộc bởi một đồng ý trước.', lo: machine('ບໍ່ມີຜົນ: ຝ່າຍນັ້ນຍັງຜູກພັນກັບການເຫັນດີກ່ອນໜ້າ.'), en: 'Without effect: an earlier agreement still bound that party.' },
  'consented-before': { vi: 'Không có hiệu lực: bên đó đã đồng ý trước.', lo: machine('ບໍ່ມີຜົນ: ຝ່າຍນັ້ນໄດ້ເຫັນດີກ່ອນແລ້ວ.'), en: 'Without effect: that party had agreed before.' },
  'declined-before': { vi: 'Không có hiệu lực: bên đó đã từ chối trước.', lo: machine('ບໍ່ມີຜົນ: ຝ່າຍນັ້ນໄດ້ປະຕິເສດກ່ອນແລ້ວ.'), en: 'Without effect: that party had declined before.' },
  'not-a-party': { vi: 'Không có hiệu lực: không phải một bên của hợp tác.', lo: machine('ບໍ່ມີຜົນ: ບໍ່ແມ່ນຝ່າຍຂອງການຮ່ວມມື.'), en: 'Without effect: not a party to the cooperation.' },
});

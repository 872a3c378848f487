import { defineMessages, machine } from '@entente/text';

/** Words of long jobs, and what is said of one that did not come to its end. */
export const jobWords = defineMessages('jobs', {
  'title': { vi: 'Việc chạy lâu', lo: machine('ວຽກທີ່ໃຊ້ເວລາ'), en: 'Long jobs' },
  'fetch': { vi: 'Tải tệp {name}', lo: machine('ດາວໂຫຼດໄຟລ໌ {name}'), en: 'Download {name}' },
  'stop': { vi: 'Dừng', lo: machine('ຢຸດ'), en: 'Stop' },
  'stopping': { vi: 'Đang dừng: việc này kết thúc sau bước đang làm.', lo: machine('ກຳລັງຢຸດ: ວຽກຈະສິ້ນສຸດຫຼັງຂັ້ນຕອນນີ້.'), en: 'Stopping: the job ends after the step it is at.' },
  'notes': { vi: 'Cần lưu ý', lo: machine('ຂໍ້ຄວນສັງເກດ'), en: 'To note' },
  'more': { vi: 'và {count} điều khác', lo: machine('ແລະ ອີກ {count} ຂໍ້'), en: 'and {count} more' },
  'interrupted': {
    vi: 'Nút đã khởi động lại khi việc này đang chạy, nên việc bị ngắt. Không có gì được ghi dở dang: các bước đã xong được giữ trọn, phần còn lại chưa làm. Hãy bắt đầu lại; những gì đã ghi không bị ghi hai lần.',
    lo: machine('ໂນດເລີ່ມໃໝ່ໃນຂະນະທີ່ວຽກນີ້ກຳລັງດຳເນີນ, ວຽກຈຶ່ງຖືກຕັດ. ບໍ່ມີຫຍັງຖືກບັນທຶກເຄິ່ງໆ: ຂັ້ນຕອນທີ່ສຳເລັດແລ້ວຖືກເກັບຄົບ, ສ່ວນທີ່ເຫຼືອຍັງບໍ່ໄດ້ເຮັດ. ກະລຸນາເລີ່ມຄືນ; ສິ່ງທີ່ບັນທຶກແລ້ວຈະບໍ່ຖືກບັນທຶກສອງເທື່ອ.'),
    en: 'The node was started again while this job was going, so it was interrupted. Nothing is half-written: the steps that were done are kept whole, the rest was not done. Start it again; what is written is not written twice.',
  },
  'ended': { vi: 'Việc này đã kết thúc lúc {when}. Kết quả chỉ được giữ một giờ.', lo: machine('ວຽກນີ້ສິ້ນສຸດເມື່ອ {when}. ຜົນຖືກເກັບໄວ້ໜຶ່ງຊົ່ວໂມງ.'), en: 'This job ended at {when}. What it came to is kept for an hour.' },
  'again': { vi: 'Bắt đầu lại', lo: machine('ເລີ່ມຄືນ'), en: 'Start it again' },
  'to-result': { vi: 'Xem kết quả', lo: machine('ເບິ່ງຜົນ'), en: 'See what it came to' },
  'gone': { vi: 'Không còn việc này', lo: machine('ບໍ່ມີວຽກນີ້ແລ້ວ'), en: 'This job is not here any more' },
  'gone-why': {
    vi: 'Kết quả chỉ được giữ một giờ, và việc đang chạy dừng khi nút khởi động lại. Những gì đã ghi vẫn còn; hãy làm lại từ trang trước.',
    lo: machine('ຜົນຖືກເກັບໄວ້ໜຶ່ງຊົ່ວໂມງ, ແລະ ວຽກຢຸດເມື່ອໂນດເລີ່ມໃໝ່. ສິ່ງທີ່ບັນທຶກແລ້ວຍັງຢູ່; ກະລຸນາເລີ່ມໃໝ່ຈາກໜ້າກ່ອນ.'),
    en: 'What a job came to is kept for an hour, and jobs end when the node is started again. What it had saved is kept; start it again from the page before.',
  },
  'too-many': {
    vi: 'Bạn đã có {most} việc đang chạy. Hãy chờ một việc xong rồi thử lại.', lo: machine('ທ່ານມີ {most} ວຽກທີ່ກຳລັງດຳເນີນແລ້ວ. ລໍຖ້າໃຫ້ວຽກໜຶ່ງສຳເລັດ ແລ້ວລອງໃໝ່.'),
    en: 'You have {most} jobs going already. Wait until one is done, then try again.',
  },
  'stopped': {
    vi: 'Bạn đã dừng việc này. Những bước đã ghi vẫn còn; phần còn lại chưa được làm.', lo: machine('ທ່ານໄດ້ຢຸດວຽກນີ້. ຂັ້ນຕອນທີ່ບັນທຶກແລ້ວຍັງຢູ່; ສ່ວນທີ່ເຫຼືອຍັງບໍ່ໄດ້ເຮັດ.'),
    en: 'You stopped this job. The steps it had saved are kept; the rest was not done.',
  },
  'fault': {
    vi: 'Nút gặp trục trặc khi làm việc này. Những bước đã ghi vẫn còn. Hãy thử lại; nếu vẫn vậy, báo người quản trị mã {id}.',
    lo: machine('ໂນດມີບັນຫາໃນວຽກນີ້. ຂັ້ນຕອນທີ່ບັນທຶກແລ້ວຍັງຢູ່. ລອງໃໝ່; ຖ້າຍັງຄືເກົ່າ ແຈ້ງຜູ້ບໍລິຫານດ້ວຍລະຫັດ {id}.'),
    en: 'The node had a fault in this job. The steps it had saved are kept. Try again; if it stays, tell the administrator the reference {id}.',
  },
});

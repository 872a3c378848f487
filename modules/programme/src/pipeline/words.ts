import { defineMessages, machine } from '@entente/text';

export const pipelineWords = defineMessages('pipeline', {
  'title': { vi: 'Đề xuất dự án', lo: machine('ຂໍ້ສະເໜີໂຄງການ'), en: 'Project pipeline' },
  'lead': { vi: 'Từ ý tưởng của một bên đến quyết định của cả hai, rồi thành hoạt động trong kế hoạch.', lo: machine('ຈາກແນວຄວາມຄິດຂອງຝ່າຍໜຶ່ງ ຫາການຕັດສິນໃຈຂອງທຸກຝ່າຍ, ແລ້ວເປັນກິດຈະກຳໃນແຜນ.'), en: 'From an idea of one side to the decision of both, and on to an activity of the plan.' },
  'none-at': { vi: 'Chưa có đề xuất nào ở: {stages}.', lo: machine('ຍັງບໍ່ມີຂໍ້ສະເໜີຢູ່: {stages}.'), en: 'Nothing stands at: {stages}.' },
  'state': { vi: 'Tình trạng', lo: machine('ສະຖານະ'), en: 'Standing' },
  'new': { vi: 'Đề xuất dự án mới', lo: machine('ຂໍ້ສະເໜີໂຄງການໃໝ່'), en: 'New project proposal' },
  'needed': { vi: 'Giai đoạn này cần mục này.', lo: machine('ຂັ້ນນີ້ຕ້ອງມີຊ່ອງນີ້.'), en: 'This is needed at this stage.' },
  'promised': { vi: 'đã hứa {money}', lo: machine('ໃຫ້ຄຳໝັ້ນ {money}'), en: '{money} promised' },
  'make': { vi: 'Lập hoạt động từ đề xuất này', lo: machine('ສ້າງກິດຈະກຳຈາກຂໍ້ສະເໜີນີ້'), en: 'Make an activity of it' },
  'made': { vi: 'Đã điền sẵn từ đề xuất dự án. Hãy xem lại rồi đề xuất.', lo: machine('ຕື່ມໄວ້ແລ້ວຈາກຂໍ້ສະເໜີໂຄງການ. ກວດຄືນແລ້ວສະເໜີ.'), en: 'Filled in from the project proposal. Look it over, then propose it.' },
  'not-decided': { vi: 'Chỉ đề xuất đã được cả hai bên quyết định mới thành hoạt động.', lo: machine('ສະເພາະຂໍ້ສະເໜີທີ່ທຸກຝ່າຍຕັດສິນໃຈແລ້ວຈຶ່ງເປັນກິດຈະກຳ.'), en: 'Only what both sides have decided becomes an activity.' },
  'stage': { vi: 'Giai đoạn', lo: machine('ຂັ້ນ'), en: 'Stage' },
  'needs': { vi: '“{move}” cần: {fields}.', lo: machine('“{move}” ຕ້ອງມີ: {fields}.'), en: '“{move}” needs: {fields}.' },
  'waits-other': { vi: 'Một thay đổi đang chờ trả lời; giai đoạn chuyển khi cả hai bên đã đồng ý.', lo: machine('ມີການປ່ຽນແປງລໍຖ້າຄຳຕອບ; ຂັ້ນຈະປ່ຽນເມື່ອທຸກຝ່າຍເຫັນດີ.'), en: 'A change waits for an answer; the stage moves when both have agreed.' },
  'activities': { vi: 'Hoạt động lập từ đề xuất này', lo: machine('ກິດຈະກຳຈາກຂໍ້ສະເໜີນີ້'), en: 'Activities made of it' },
  'hand-over': { vi: 'Ghi là đã chuyển thành hoạt động', lo: machine('ບັນທຶກວ່າມອບໂອນເປັນກິດຈະກຳແລ້ວ'), en: 'Mark as handed over' },
  'handed-over': { vi: 'Đã đề xuất chuyển giai đoạn.', lo: machine('ສະເໜີປ່ຽນຂັ້ນແລ້ວ.'), en: 'The hand-over is proposed.' },
  'no-activity': { vi: 'Chưa có hoạt động nào được lập từ đề xuất này.', lo: machine('ຍັງບໍ່ມີກິດຈະກຳຈາກຂໍ້ສະເໜີນີ້.'), en: 'No activity has been made of it yet.' },
  'draft-there': { vi: 'Bạn có một bản nháp hoạt động mới chưa gửi. Hãy gửi hoặc bỏ nó trước, để không mất gì.', lo: machine('ທ່ານມີສະບັບຮ່າງກິດຈະກຳໃໝ່ທີ່ຍັງບໍ່ສົ່ງ. ສົ່ງ ຫຼື ຖິ້ມກ່ອນ.'), en: 'You have a draft of a new activity. Send it or throw it away first, so that nothing is lost.' },
});

import { defineMessages, machine, type Lang } from '@entente/text';
import { LATER, type Facts } from './facts/index.ts';

export const laterMessages = defineMessages('facts-later', {
  kept: { vi: 'Để lại sau: {list}.', lo: machine('ເກັບໄວ້ພາຍຫຼັງ: {list}.'), en: 'Kept for later: {list}.' },
  twinnings: { vi: '{count} quan hệ kết nghĩa', lo: machine('ການຜູກສ່ຽວ {count}'), en: { one: '{count} twinning', other: '{count} twinnings' } },
  partners: { vi: '{count} đối tác', lo: machine('ຄູ່ຮ່ວມ {count}'), en: { one: '{count} partner', other: '{count} partners' } },
  priorities: { vi: '{count} ưu tiên', lo: machine('ບູລິມະສິດ {count}'), en: { one: '{count} priority', other: '{count} priorities' } },
  conflicts: { vi: '{count} chỗ nguồn mâu thuẫn', lo: machine('ຈຸດທີ່ແຫຼ່ງຂໍ້ມູນຂັດກັນ {count}'), en: { one: '{count} conflict between sources', other: '{count} conflicts between sources' } },
});

/** What the data files hold that no kind can take yet, in words: "Kept for later: 7 partners, ...". */
export function keptForLater(facts: Facts, lang: Lang): string {
  const say = laterMessages.t(lang);
  return say('kept', { list: LATER.map((topic) => say(topic, { count: facts.later[topic] })).join(', ') });
}

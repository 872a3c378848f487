import { defineMessages, machine } from '@entente/text';

export const planMessages = defineMessages('plan', {
  stuck: {
    vi: 'Không đi tiếp được: bước {step} đợi một bản ghi không ai đưa tới.',
    lo: machine('ໄປຕໍ່ບໍ່ໄດ້: ຂັ້ນຕອນ {step} ລໍຖ້າບັນທຶກທີ່ບໍ່ມີໃຜນຳມາ.'),
    en: 'Nothing moves any more: the step {step} waits for a record that nobody brings.',
  },
});

import type { Erasure } from '@entente/node';
import { defineMessages, machine } from '@entente/text';
import { ask } from '../connection.ts';
import type { CliCommand } from '../command.ts';
import { connection, need, node } from './records.ts';

const words = defineMessages('cli-erase', {
  'about': { vi: 'xóa dữ liệu cá nhân của một bản ghi, ở đây và ở mọi bên', lo: machine('ລຶບຂໍ້ມູນສ່ວນບຸກຄົນຂອງບັນທຶກ, ຢູ່ນີ້ ແລະ ຢູ່ທຸກຝ່າຍ'), en: 'erases the personal data of a record, here and with every party' },
  'erased': { vi: 'Đã xóa {count} giá trị ở đây.', lo: machine('ລຶບ {count} ຄ່າຢູ່ນີ້ແລ້ວ.'), en: { one: 'Erased {count} value here.', other: 'Erased {count} values here.' } },
  'waits': { vi: 'Chờ xác nhận của: {parties}.', lo: machine('ລໍຖ້າການຢືນຢັນຂອງ: {parties}.'), en: 'Waits for the word of: {parties}.' },
});

export const eraseCommand: CliCommand = {
  usage: 'pnpm entente erase RECORD [--node vn|la] [--json]',
  about: (lang) => words.t(lang)('about'),
  options: node,
  async run(args) {
    const answer = (await (await ask(connection(args), '/api/commands/erasing.erase', { record: need(args, eraseCommand) })).json()) as { act: string; erasures: readonly Erasure[] };
    args.give(answer);
    const last = answer.erasures.at(-1);
    args.say(words.t(args.lang)('erased', { count: last?.values ?? 0 }));
    if (last && last.waitsFor.length > 0) args.say(words.t(args.lang)('waits', { parties: last.waitsFor.join(', ') }));
  },
};

/** The public journal as static files, for any web server. */
import { publishFrom } from '@entente/node';
import { defineMessages, machine } from '@entente/text';
import { addressOf } from '../connection.ts';
import { option, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';

const words = defineMessages('cli-publish', {
  'about': {
    vi: 'chép các nhật ký công khai mà nút giữ vào một thư mục, cho bất kỳ máy chủ web nào; làm lại thì chỉ chép phần mới', lo: machine('ສຳເນົາບັນທຶກສາທາລະນະທີ່ໂນດຖືໄວ້ເຂົ້າໂຟນເດີ ສຳລັບເຊີບເວີເວັບໃດກໍ່ໄດ້; ເຮັດຊ້ຳຈະສຳເນົາແຕ່ສ່ວນໃໝ່'),
    en: 'copies the public journals a node holds into a folder, for any web server; done again it copies only what is new',
  },
  'none': { vi: 'Nút chưa công bố gì. Thư mục chỉ có các khóa.', lo: machine('ໂນດຍັງບໍ່ໄດ້ເຜີຍແຜ່ຫຍັງ. ໂຟນເດີມີແຕ່ກະແຈ.'), en: 'The node has published nothing yet. The folder holds only its keys.' },
  'done': { vi: '{journal}: {size} hành vi, {written} tệp mới; đã kiểm tra lại toàn bộ, khớp với chữ ký.', lo: machine('{journal}: {size} ການກະທຳ, {written} ໄຟລ໌ໃໝ່; ກວດຄືນທັງໝົດແລ້ວ ກົງກັບລາຍເຊັນ.'), en: '{journal}: {size} acts, {written} new files; all of it was checked again and is what was signed.' },
  'fault': { vi: '{journal}: bản chép KHÔNG khớp với chữ ký ({fault}). Đừng công bố nó.', lo: machine('{journal}: ສຳເນົາບໍ່ກົງກັບລາຍເຊັນ ({fault}). ຢ່າເຜີຍແຜ່.'), en: '{journal}: the copy is NOT what was signed ({fault}). Do not publish it.' },
  'missing': { vi: '{count} tệp đính kèm nút chưa có.', lo: machine('{count} ໄຟລ໌ແນບທີ່ໂນດຍັງບໍ່ມີ.'), en: { one: '{count} attached file the node does not have yet.', other: '{count} attached files the node does not have yet.' } },
});

export const publishCommand: CliCommand = {
  usage: 'pnpm entente publish --public DIR [--node vn|la | --url ADDRESS] [--json]',
  about: (lang) => words.t(lang)('about'),
  options: { node: { type: 'string', default: 'vn' }, url: { type: 'string' }, public: { type: 'string' } },
  async run(args) {
    const folder = option(args, 'public');
    if (folder === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: publishCommand.usage }));
    const url = option(args, 'url') ?? addressOf(option(args, 'node') ?? 'vn', args.lang);
    const published = await publishFrom(url, folder).catch((error: unknown) => {
      if (error instanceof TypeError) throw new Stop(Exit.noNode, messages.t(args.lang)('no-node', { url }));
      throw new Stop(Exit.failed, error instanceof Error ? error.message : String(error));
    });
    const t = words.t(args.lang);
    args.give({ published });
    if (published.length === 0) args.say(t('none'));
    for (const { journal, size, written, missing, fault } of published) {
      args.say(fault === null ? t('done', { journal, size, written }) : t('fault', { journal, fault }));
      if (missing > 0) args.say(t('missing', { count: missing }));
    }
    if (published.some(({ fault }) => fault !== null)) process.exitCode = Exit.problems;
  },
};

/** Changing the keys of a node, and making a new root for them. The node is stopped meanwhile. */
import { identityOf, isRole, readConfig, renewRoot, rootFolderOf, rotateKey } from '@entente/node';
import { defineMessages, machine } from '@entente/text';
import { option, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';
import { stating } from '../stating.ts';
import { showIdentity } from './setup.ts';

const words = defineMessages('cli-key', {
  'about': {
    vi: 'thay một khóa bằng khóa đã cam kết trước, hoặc lập khóa gốc mới', lo: machine('ປ່ຽນກະແຈເປັນກະແຈທີ່ໝາຍໄວ້ກ່ອນ ຫຼື ສ້າງກະແຈຮາກໃໝ່'),
    en: 'changes a key for the one it committed to, or makes a new root',
  },
  'rotated': {
    vi: 'Khóa {role} số {serial} có hiệu lực khi khởi động lại nút: {vkey}\ndấu vân tay {fingerprint}\nCác bên có khóa gốc của bạn sẽ tự theo; bên khác cần "peer add". Cất lại thư mục khóa gốc khỏi máy này.',
    lo: machine('ກະແຈ {role} ເລກ {serial} ມີຜົນເມື່ອເລີ່ມໂນດຄືນ: {vkey}\nລາຍນິ້ວມື {fingerprint}\nຝ່າຍທີ່ຮູ້ກະແຈຮາກຂອງທ່ານຈະຕາມເອງ; ຝ່າຍອື່ນຕ້ອງ "peer add". ເກັບໂຟນເດີກະແຈຮາກອອກຈາກເຄື່ອງນີ້.'),
    en: 'The {role} key number {serial} is in force once the node is started again: {vkey}\nfingerprint {fingerprint}\nParties that know your root follow by themselves; others need "peer add". Take the folder of the root off this machine again.',
  },
  'renewed': {
    vi: 'Khóa gốc mới đứng sau các khóa đang dùng. Không bên nào tự theo: đọc dấu vân tay qua điện thoại, và mỗi bên thêm lại nút này ("peer add ... --root").',
    lo: machine('ກະແຈຮາກໃໝ່ຢືນຢັນກະແຈທີ່ໃຊ້ຢູ່. ບໍ່ມີຝ່າຍໃດຕາມເອງ: ອ່ານລາຍນິ້ວມືທາງໂທລະສັບ ແລະ ແຕ່ລະຝ່າຍເພີ່ມໂນດນີ້ຄືນ ("peer add ... --root").'),
    en: 'A new root stands behind the keys in use. No party follows it by itself: read the fingerprints out by telephone, and let each add this node again ("peer add ... --root").',
  },
});

export const keyCommand: CliCommand = {
  usage: 'pnpm entente key rotate journal|cosigner|transport --config FILE [--root FOLDER] | key renew --config FILE [--root FOLDER]',
  about: (lang) => words.t(lang)('about'),
  options: { config: { type: 'string' }, root: { type: 'string' } },
  async run(args) {
    const t = words.t(args.lang);
    const [[action, role = ''], file] = [args.positionals, option(args, 'config')];
    if (file === undefined || (action !== 'renew' && (action !== 'rotate' || !isRole(role)))) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: keyCommand.usage }));
    const config = await stating(args, async () => readConfig(file));
    const folder = option(args, 'root') ?? rootFolderOf(config);
    if (action === 'rotate' && isRole(role)) {
      const rotated = await stating(args, async () => rotateKey(config, role, folder));
      args.give(rotated);
      return args.say(t('rotated', { ...rotated, serial: String(rotated.serial) }));
    }
    await stating(args, async () => renewRoot(config, folder));
    showIdentity(args, await stating(args, async () => identityOf(file)));
    args.say(t('renewed'));
  },
};

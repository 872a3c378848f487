/** What an administrator says of a node that was restored. */
import type { NodeStanding } from '@entente/node';
import { defineMessages, machine } from '@entente/text';
import { ask, connect } from '../connection.ts';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';

const words = defineMessages('cli-operation', {
  'about-excuse': {
    vi: 'sau khi khôi phục: tiếp tục không cần một nút bạn đã mất hẳn, bằng một hành vi mọi bên đều thấy', lo: machine('ຫຼັງກູ້ຄືນ: ສືບຕໍ່ໂດຍບໍ່ມີໂນດຄູ່ທີ່ສູນເສຍຖາວອນ'),
    en: 'after a restore: goes on without a peer that is gone for good, by an act every party sees',
  },
  'about-accept-loss': {
    vi: 'sau khi khôi phục: nói rằng những hành vi không nút nào giữ đã mất', lo: machine('ຫຼັງກູ້ຄືນ: ບອກວ່າການກະທຳທີ່ບໍ່ມີໂນດໃດຖືແມ່ນເສຍແລ້ວ'),
    en: 'after a restore: says that acts which no node holds are lost',
  },
  'ok': { vi: 'Nút hoạt động bình thường.', lo: machine('ໂນດເຮັດວຽກປົກກະຕິ.'), en: 'The node works as usual.' },
  'restored': { vi: 'Nút vừa được khôi phục và chỉ cho đọc.', lo: machine('ໂນດຖືກກູ້ຄືນ ແລະ ອ່ານໄດ້ຢ່າງດຽວ.'), en: 'The node was restored and is read-only.' },
  'unsafe': { vi: 'Đĩa không ghi được tệp mức cao nhất; nút không ký gì.', lo: machine('ດິສບໍ່ບັນທຶກໄຟລ໌ລະດັບສູງສຸດ; ໂນດບໍ່ເຊັນຫຍັງ.'), en: 'The disk refused the high-water file; the node signs nothing.' },
  'waits': { vi: 'Còn chờ: {parties}.', lo: machine('ຍັງລໍຖ້າ: {parties}.'), en: 'Still waits for: {parties}.' },
  'lost': { vi: 'Chưa ai đưa lại: {journal}, hành vi {from} đến {to}.', lo: machine('ຍັງບໍ່ມີໃຜສົ່ງຄືນ: {journal}, ການກະທຳ {from} ຫາ {to}.'), en: 'Nobody has given back: {journal}, acts {from} to {to}.' },
});

const options = { node: { type: 'string', default: 'vn' }, reason: { type: 'string' } } as const;

async function say(args: Arguments, path: string, body: Readonly<Record<string, string>>): Promise<void> {
  const standing = (await (await ask(connect(option(args, 'node') ?? 'vn', args.lang), path, body)).json()) as NodeStanding;
  const t = words.t(args.lang);
  args.give(standing);
  args.say(t(standing.state));
  if (standing.waitsFor.length > 0) args.say(t('waits', { parties: [...new Set(standing.waitsFor.map(({ peer }) => peer))].join(', ') }));
  for (const { journal, from, to } of standing.lost) args.say(t('lost', { journal, from, to: to - 1 }));
}

export const excuseCommand: CliCommand = {
  usage: 'pnpm entente excuse PARTY --reason TEXT [--node vn|la] [--json]',
  about: (lang) => words.t(lang)('about-excuse'),
  options,
  async run(args) {
    const [[peer], reason] = [args.positionals, option(args, 'reason')];
    if (peer === undefined || reason === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: excuseCommand.usage }));
    await say(args, '/api/node/excuse', { peer, reason });
  },
};

export const acceptLossCommand: CliCommand = {
  usage: 'pnpm entente accept-loss --reason TEXT [--node vn|la] [--json]',
  about: (lang) => words.t(lang)('about-accept-loss'),
  options,
  async run(args) {
    const reason = option(args, 'reason');
    if (reason === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: acceptLossCommand.usage }));
    await say(args, '/api/node/accept-loss', { reason });
  },
};

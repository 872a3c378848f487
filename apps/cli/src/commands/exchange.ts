/** The exchange by file: what a courier carries between two ministries that cannot reach each other. */
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeFile, exportConfigured, importConfigured, readConfig, type Imported, type NodeStanding } from '@entente/node';
import { defineMessages, machine } from '@entente/text';
import { ask, connect, refusalOf } from '../connection.ts';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';
import { stating } from '../stating.ts';

const words = defineMessages('cli-exchange', {
  'about-export': { vi: 'ghi tệp trao đổi cho một bên không kết nối được', lo: machine('ຂຽນໄຟລ໌ແລກປ່ຽນໃຫ້ຝ່າຍທີ່ເຊື່ອມຕໍ່ບໍ່ໄດ້'), en: 'writes an exchange file for a side that cannot be reached' },
  'about-import': { vi: 'nhận tệp trao đổi của bên kia; làm lại cũng không sao', lo: machine('ຮັບໄຟລ໌ແລກປ່ຽນຂອງຝ່າຍອື່ນ; ເຮັດຊ້ຳກໍ່ໄດ້'), en: "takes in another side's exchange file; twice does no harm" },
  'holds': { vi: 'Trong tệp: {journal}, hành vi {first} đến {last}.', lo: machine('ໃນໄຟລ໌: {journal}, ການກະທຳ {first} ຫາ {last}.'), en: 'In it: {journal}, acts {first} to {last}.' },
  'holds-none': { vi: 'Trong tệp không có hành vi mới nào: bên kia đã có tất cả.', lo: machine('ໃນໄຟລ໌ບໍ່ມີການກະທຳໃໝ່: ຝ່າຍນັ້ນມີທຸກຢ່າງແລ້ວ.'), en: 'No new acts are in it: the other side is known to hold them all.' },
  'holds-files': { vi: '{count} tệp đính kèm.', lo: machine('{count} ໄຟລ໌ແນບ.'), en: { one: '{count} attached file.', other: '{count} attached files.' } },
  'still-restored': {
    vi: 'Nút này đã được khôi phục và còn chỉ cho đọc. Còn chờ: {parties}. Tệp trả lời phải được làm sau {since}.', lo: machine('ໂນດນີ້ຖືກກູ້ຄືນ ແລະ ຍັງອ່ານໄດ້ຢ່າງດຽວ. ຍັງລໍຖ້າ: {parties}. ໄຟລ໌ຕອບຕ້ອງເຮັດຫຼັງ {since}.'),
    en: 'This node was restored and is still read-only. It waits for: {parties}. A file that answers must be made after {since}.',
  },
  'taken-personal': { vi: '{count} dữ liệu cá nhân mới.', lo: machine('{count} ຂໍ້ມູນສ່ວນບຸກຄົນໃໝ່.'), en: { one: '{count} new personal value.', other: '{count} new personal values.' } },
  'unopened': {
    vi: 'Tệp có dữ liệu cá nhân được niêm phong cho một khóa khác của nút này hoặc bị sửa; phần đó chưa được nhận. Hãy đưa khóa truyền của nút này cho {from} và xin tệp mới (--from 0).',
    lo: machine('ໄຟລ໌ມີຂໍ້ມູນສ່ວນບຸກຄົນທີ່ປິດຜະນຶກໃຫ້ກະແຈອື່ນ ຫຼື ຖືກແກ້; ຍັງບໍ່ໄດ້ຮັບ. ມອບກະແຈສົ່ງຂອງໂນດນີ້ໃຫ້ {from} ແລະ ຂໍໄຟລ໌ໃໝ່ (--from 0).'),
    en: 'Personal values in the file are sealed for another key than this node has, or were changed; they were not taken. Give {from} this node\'s transport key, and ask for a new file (--from 0).',
  },
  'taken': {
    vi: 'Tệp của {from}, làm lúc {made}: {acts} hành vi mới, {known} đã có, {blobs} tệp đính kèm.',
    lo: machine('ໄຟລ໌ຂອງ {from}, ເຮັດເມື່ອ {made}: {acts} ການກະທຳໃໝ່, {known} ມີແລ້ວ, {blobs} ໄຟລ໌ແນບ.'),
    en: 'A file of {from}, made {made}: {acts} new acts, {known} held before, {blobs} attached files.',
  },
});

const where = { node: { type: 'string', default: 'vn' }, config: { type: 'string' } } as const;

/** Asks a running node, with a body that is not held in memory. */
async function post(args: Arguments, path: string, body: BodyInit, type: string): Promise<Response> {
  const connection = connect(option(args, 'node') ?? 'vn', args.lang);
  let response: Response;
  try {
    // A body that streams has to say so; the types of the platform do not know it yet.
    const streaming: RequestInit & { duplex: 'half' } = { body, duplex: 'half' };
    response = await fetch(new URL(path, connection.url), {
      ...streaming, method: 'POST', headers: { authorization: `Bearer ${connection.token}`, 'accept-language': args.lang, 'content-type': type },
    });
  } catch {
    throw new Stop(Exit.noNode, messages.t(args.lang)('no-node', { url: connection.url }));
  }
  if (!response.ok) throw await refusalOf(response, connection);
  return response;
}

export const exportCommand: CliCommand = {
  usage: 'pnpm entente export --for PARTY -o FILE [--from ACT] [--with-theirs] [--node vn|la | --config FILE] [--json]',
  about: (lang) => words.t(lang)('about-export'),
  options: { ...where, for: { type: 'string' }, output: { type: 'string', short: 'o' }, from: { type: 'string' }, 'with-theirs': { type: 'boolean' } },
  async run(args) {
    const [to, file, from, config] = [option(args, 'for'), option(args, 'output'), option(args, 'from'), option(args, 'config')];
    if (to === undefined || file === undefined || (from !== undefined && !/^\d{1,10}$/u.test(from))) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: exportCommand.usage }));
    const wish = { for: to, ...(from === undefined ? {} : { from: Number(from) }), ...(args.values['with-theirs'] === true ? { withTheirs: true } : {}) };
    await stating(args, async () => {
      if (config !== undefined) return exportConfigured(readConfig(config), file, wish);
      const response = await post(args, '/api/exchange/export', JSON.stringify(wish), 'application/json');
      const beside = `${file}.${process.pid}.part`;
      try {
        await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(beside, { flags: 'wx', mode: 0o600 }));
        renameSync(beside, file);
      } finally {
        rmSync(beside, { force: true });
      }
    });
    const bytes = statSync(file).size;
    const holds = await describeFile(file);
    const t = words.t(args.lang);
    args.give({ file, bytes, ...holds });
    args.say(messages.t(args.lang)('written', { file, bytes }));
    for (const { journal, first, end } of holds.acts) args.say(t('holds', { journal, first, last: end - 1 }));
    if (holds.acts.length === 0) args.say(t('holds-none'));
    if (holds.blobs > 0) args.say(t('holds-files', { count: holds.blobs }));
  },
};

export const importJournalCommand: CliCommand = {
  usage: 'pnpm entente import-journal FILE [--node vn|la | --config FILE] [--json]',
  about: (lang) => words.t(lang)('about-import'),
  options: where,
  async run(args) {
    const [file] = args.positionals;
    if (file === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: importJournalCommand.usage }));
    if (!existsSync(file)) throw new Stop(Exit.problems, messages.t(args.lang)('no-file', { file }));
    const config = option(args, 'config');
    const taken = await stating(args, async () => (config === undefined
      ? ((await (await post(args, '/api/exchange/import', Readable.toWeb(createReadStream(file)) as unknown as BodyInit, 'application/octet-stream')).json()) as Imported)
      : importConfigured(readConfig(config), file)));
    args.give(taken);
    const { manifest, acts, known, blobs, personal, unopened } = taken;
    args.say(words.t(args.lang)('taken', { from: manifest?.from ?? '?', made: manifest?.made ?? '?', acts, known, blobs }));
    if (personal > 0) args.say(words.t(args.lang)('taken-personal', { count: personal }));
    if (unopened > 0) args.say(words.t(args.lang)('unopened', { from: manifest?.from ?? '?' }));
    if (config === undefined) await sayStanding(args);
  },
};

/** After a file was taken in: whether the node is read-only yet, and what for. */
async function sayStanding(args: Arguments): Promise<void> {
  const standing = (await (await ask(connect(option(args, 'node') ?? 'vn', args.lang), '/api/node/standing')).json()) as NodeStanding;
  const parties = [...standing.waitsFor.map(({ peer }) => peer), ...standing.lost.map(({ journal, from, to }) => `${journal} ${from}-${to - 1}`)];
  if (standing.state === 'restored') args.say(words.t(args.lang)('still-restored', { parties: parties.join(', '), since: standing.since ?? '' }));
}

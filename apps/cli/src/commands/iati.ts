import { ask } from '../connection.ts';
import { option, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';
import { connection, need, node, readInput, saveFile } from './records.ts';

export const iatiCommand: CliCommand = {
  usage: 'pnpm entente iati [-o FILE] [--ref ORGANISATION-IDENTIFIER] [--node vn|la]',
  about: (lang) => messages.t(lang)('about-iati'),
  options: { ...node, output: { type: 'string', short: 'o' }, ref: { type: 'string' } },
  async run(args) {
    const ref = option(args, 'ref');
    const response = await ask(connection(args), '/api/commands/programme.iati', ref === undefined ? {} : { ref });
    saveFile(args, option(args, 'output') ?? 'iati.xml', new Uint8Array(await response.arrayBuffer()));
  },
};

interface Answer { readonly activities: readonly { readonly identifier: string; readonly state: string; readonly problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[] }[]; readonly proposed: number }

export const importIatiCommand: CliCommand = {
  usage: 'pnpm entente import-iati FILE [--propose] [--lang vi|lo|en] [--node vn|la] [--json]',
  about: (lang) => messages.t(lang)('about-import-iati'),
  options: { ...node, propose: { type: 'boolean' } },
  async run(args) {
    const input = { file: readInput(need(args, importIatiCommand), args).toString('base64'), dryRun: args.values['propose'] !== true };
    const answer = (await (await ask(connection(args), '/api/commands/programme.iati-import', input)).json()) as Answer;
    for (const one of answer.activities) {
      args.say(`${one.state}  ${one.identifier}`);
      for (const { path, message } of one.problems) args.say(`    ${path.join('.')}: ${message}`);
    }
    args.give(answer);
    if (!input.dryRun) args.say(messages.t(args.lang)('iati-proposed', { count: answer.proposed }));
    if (answer.activities.some(({ state }) => state === 'problem')) throw new Stop(Exit.problems, '', answer.activities.flatMap(({ problems }) => problems));
  },
};

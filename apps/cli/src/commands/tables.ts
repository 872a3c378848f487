import { basename } from 'node:path';
import { ask } from '../connection.ts';
import { option, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';
import { connection, need, node, readInput, saveFile } from './records.ts';

export const exportTableCommand: CliCommand = {
  usage: 'pnpm entente export-table KIND -o FILE.xlsx|FILE.csv [--filter NAME=VALUE]... [--blank] [--lang vi|lo|en] [--node vn|la]',
  about: (lang) => messages.t(lang)('about-export-table'),
  options: { ...node, output: { type: 'string', short: 'o' }, filter: { type: 'string', multiple: true }, blank: { type: 'boolean' } },
  async run(args) {
    const kind = need(args, exportTableCommand);
    const file = option(args, 'output') ?? `${kind}.xlsx`;
    const given = args.values['filter'];
    const filters = Object.fromEntries((Array.isArray(given) ? given : []).map((one) => { const [name = '', ...value] = String(one).split('='); return [name, value.join('=')]; }));
    const response = await ask(connection(args), '/api/commands/tables.export', { kind, format: file.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx', filters, blank: args.values['blank'] === true });
    saveFile(args, file, new Uint8Array(await response.arrayBuffer()));
  },
};

interface TableAnswer {
  readonly counts: Readonly<Record<'new' | 'change' | 'same' | 'blank' | 'conflict' | 'problem', number>>;
  readonly problems: readonly { readonly cell: string; readonly message: string }[];
  readonly written: number;
}

export const importTableCommand: CliCommand = {
  usage: 'pnpm entente import-table KIND FILE [--dry-run | --good-rows] [--lang vi|lo|en] [--node vn|la] [--json]',
  about: (lang) => messages.t(lang)('about-import-table'),
  options: { ...node, 'dry-run': { type: 'boolean' }, 'good-rows': { type: 'boolean' } },
  async run(args) {
    const [kind, file] = [need(args, importTableCommand), need(args, importTableCommand, 1)];
    const dryRun = args.values['dry-run'] === true;
    const input = { kind, name: basename(file), file: readInput(file, args).toString('base64'), dryRun, goodRows: args.values['good-rows'] === true };
    const answer = (await (await ask(connection(args), '/api/commands/tables.import', input)).json()) as TableAnswer;
    const t = messages.t(args.lang);
    args.say(t('table-counts', answer.counts));
    for (const { cell, message } of answer.problems) args.say(`${cell}: ${message}`);
    if (dryRun && answer.problems.length > 0) throw new Stop(Exit.problems, '', answer.problems);
    args.give(answer);
    if (!dryRun) args.say(t('table-written', { count: answer.written }));
  },
};

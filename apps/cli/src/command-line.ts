/** The commands by their names, their help, and how they end. */
import { parseArgs } from 'node:util';
import type { Lang } from '@entente/text';
import { importCommand, reportCommand, runCommand, searchCommand, statusCommand } from './commands/records.ts';
import { auditCommand } from './commands/audit.ts';
import { evidenceCommand, verifyCommand } from './commands/evidence.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { eraseCommand } from './commands/erase.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand, importJournalCommand } from './commands/exchange.ts';
import { keyCommand } from './commands/key.ts';
import { publishCommand } from './commands/publish.ts';
import { exportTableCommand, importTableCommand } from './commands/tables.ts';
import { acceptLossCommand, excuseCommand } from './commands/operation.ts';
import { iatiCommand, importIatiCommand } from './commands/iati.ts';
import { accountCommand, initCommand, peerCommand, serveCommand } from './commands/setup.ts';
import type { Arguments, CliCommand } from './command.ts';
import { Exit, Stop } from './exit.ts';
import { messages } from './messages.ts';

const commands: Readonly<Record<string, CliCommand>> = {
  import: importCommand, report: reportCommand, search: searchCommand, status: statusCommand, run: runCommand, demo: demoCommand,
  iati: iatiCommand, 'import-iati': importIatiCommand, 'export-table': exportTableCommand, 'import-table': importTableCommand,
  evidence: evidenceCommand, verify: verifyCommand, audit: auditCommand,
  export: exportCommand, 'import-journal': importJournalCommand, publish: publishCommand,
  excuse: excuseCommand, 'accept-loss': acceptLossCommand,
  backup: backupCommand, restore: restoreCommand, erase: eraseCommand,
  init: initCommand, peer: peerCommand, key: keyCommand, account: accountCommand, serve: serveCommand,
};

/** Language of the command line's own sentences: `--lang`, else the environment's. */
function languageOf(value: unknown): Lang {
  const wish = typeof value === 'string' ? value : (process.env['ENTENTE_LANG'] ?? process.env['LANG'] ?? '').slice(0, 2);
  return wish === 'vi' || wish === 'lo' ? wish : 'en';
}

function help(lang: Lang): string {
  const t = messages.t(lang);
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.about(lang)}`);
  return [`${t('commands')}:`, ...lines, '', t('exit-codes')].join('\n');
}

async function main(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(help(languageOf(undefined)));
    return;
  }
  const command = commands[name];
  if (!command) throw new Stop(Exit.usage, messages.t(languageOf(undefined))('unknown-command', { command: name }));
  const { values, positionals } = parse(command, rest);
  const lang = languageOf(values['lang']);
  const json = values['json'] === true;
  if (values['help'] === true) {
    console.log(`${command.usage}\n${command.about(lang)}`);
    return;
  }
  const args: Arguments = {
    values, positionals, lang, json,
    say: (line) => { if (!json) console.log(line); },
    give: (value) => { if (json) console.log(JSON.stringify(value, null, 2)); },
  };
  await command.run(args);
}

function parse(command: CliCommand, args: readonly string[]): { values: Arguments['values']; positionals: string[] } {
  try {
    const options = { ...command.options, lang: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    throw new Stop(Exit.usage, `${error instanceof Error ? error.message : ''}\n${command.usage}`.trim());
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  if (process.argv.includes('--json')) console.log(JSON.stringify({ problems: error.problems, message: error.message }, null, 2));
  else console.error(error.message);
  process.exitCode = error.code;
}

/** The commands by their names, their help, and how they end. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { isLang, shellLang, type Lang } from '@entente/text';
import type { Arguments, CliCommand } from './command.ts';
import { commands } from './commands/index.ts';
import { Exit, Stop } from './exit.ts';
import { messages } from './messages.ts';
import { optionMeaning } from './option-words.ts';
import { fileRefusal } from './stating.ts';

/** Options that every command has. */
const everywhere = { lang: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const satisfies ParseArgsOptionsConfig;

/** Language of the command line's own sentences: `--lang`, else the environment's. */
function languageOf(value: unknown): Lang {
  if (typeof value !== 'string') return shellLang(process.env);
  return isLang(value) ? value : 'en';
}

function help(lang: Lang): string {
  const t = messages.t(lang);
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.about(lang)}`);
  return [`${t('commands')}:`, ...lines, '', t('help-of-one'), t('exit-codes')].join('\n');
}

/** One command whole: how it is written, what it does, and what each of its options means. */
function helpOf(name: string, command: CliCommand, lang: Lang): string {
  const t = messages.t(lang);
  const options = Object.entries<ParseArgsOptionsConfig[string]>({ ...command.options, ...everywhere }).filter(([option]) => option !== 'help');
  const written = options.map(([option, { short }]) => `--${option}${short === undefined ? '' : `, -${short}`}`);
  const width = Math.max(...written.map(({ length }) => length));
  const lines = options.map(([option], at) => `  ${written[at]!.padEnd(width)}  ${optionMeaning(name, option, lang) ?? ''}`);
  return [command.usage, command.about(lang), '', `${t('options')}:`, ...lines, '', t('exit-codes')].join('\n');
}

async function main(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help(languageOf(rest[rest.indexOf('--lang') + 1])));
    return;
  }
  const command = commands[name];
  if (!command) throw new Stop(Exit.usage, messages.t(languageOf(undefined))('unknown-command', { command: name }));
  const { values, positionals } = parse(command, rest);
  const lang = languageOf(values['lang']);
  const json = values['json'] === true;
  if (values['help'] === true) {
    console.log(helpOf(name, command, lang));
    return;
  }
  const args: Arguments = {
    values, positionals, lang, json,
    say: (line) => { if (!json) console.log(line); },
    give: (value) => { if (json) console.log(JSON.stringify(value, null, 2)); },
  };
  try {
    await command.run(args);
  } catch (error) {
    throw fileRefusal(error, lang) ?? error;
  }
}

function parse(command: CliCommand, args: readonly string[]): { values: Arguments['values']; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...command.options, ...everywhere }, allowPositionals: true });
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

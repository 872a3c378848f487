/** Backups of a node, and putting one back. They work on its files, beside it or for it; the passphrase never leaves this process. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { BackupFault, backUp, makeRecoveryKey, passphrase, readConfig, recoveryIdentity, recoveryRecipient, restoreBackup, type AuditReport, type Opener, type Recipient } from '@entente/node';
import { formatNumber } from '@entente/text';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { dataFolder } from '../connection.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';
import { stating } from '../stating.ts';
import { backupWords as words } from './backup-words.ts';

/** Letters of a passphrase at least; each guess costs a second and 256 MiB. */
const SHORTEST = 12;

const secretOptions = { 'passphrase-file': { type: 'string' }, 'no-verify': { type: 'boolean' } } as const;

/** From the file, the environment, or the terminal; asked twice where it is new. */
async function passphraseOf(args: Arguments, isNew: boolean): Promise<string> {
  const file = option(args, 'passphrase-file');
  const given = file === undefined ? process.env['ENTENTE_PASSPHRASE'] : readFileSync(file, 'utf8').replace(/\r?\n$/u, '');
  const words = given ?? await typed(args, isNew);
  if (isNew && words.length < SHORTEST) throw new BackupFault('backup.weak', { min: SHORTEST });
  return words;
}

async function typed(args: Arguments, isNew: boolean): Promise<string> {
  const t = words.t(args.lang);
  if (!process.stdin.isTTY) throw new Stop(Exit.usage, t('no-passphrase'));
  const silent = new Writable({ write: (_, __, done) => { done(); } });
  const ask = async (question: string): Promise<string> => {
    process.stderr.write(`${question} `);
    const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
    const answer = await lines.question('');
    lines.close();
    process.stderr.write('\n');
    return answer;
  };
  const first = await ask(t('ask'));
  if (isNew && await ask(t('ask-again')) !== first) throw new Stop(Exit.problems, t('not-same'));
  return first;
}

async function recipientsOf(args: Arguments): Promise<readonly Recipient[]> {
  const keys = args.values['to'];
  if (!Array.isArray(keys)) return [passphrase(await passphraseOf(args, true))];
  return (keys as readonly string[]).map((key) => {
    const recipient = recoveryRecipient(key);
    if (!recipient) throw new BackupFault('backup.recipient', { key });
    return recipient;
  });
}

async function openerOf(args: Arguments): Promise<Opener> {
  const file = option(args, 'key');
  if (file === undefined) return passphrase(await passphraseOf(args, false));
  const found = readFileSync(file, 'utf8').split('\n').map((line) => recoveryIdentity(line)).find((each) => each !== null);
  if (!found) throw new BackupFault('backup.recipient', { key: file });
  return found;
}

/** Sentences and exit code of an audit that followed. */
function sayAudit(args: Arguments, audit: AuditReport | null): void {
  const t = words.t(args.lang);
  if (audit === null) return args.say(t('not-verified'));
  const leaves = audit.journals.reduce((sum, each) => sum + each.leaves, 0);
  args.say(audit.faults.length === 0 ? t('verified', { leaves: formatNumber(leaves, args.lang), blobs: formatNumber(audit.blobs, args.lang) }) : t('audit-faults', { count: audit.faults.length }));
  if (audit.faults.length > 0) process.exitCode = Exit.problems;
}

export const backupCommand: CliCommand = {
  usage: 'pnpm entente backup -o FILE [--to age1... | --passphrase-file FILE] [--no-verify] [--node vn|la | --config FILE] [--json]\n  pnpm entente backup key -o FILE',
  about: (lang) => words.t(lang)('about-backup'),
  options: { ...secretOptions, node: { type: 'string', default: 'vn' }, config: { type: 'string' }, output: { type: 'string', short: 'o' }, to: { type: 'string', multiple: true } },
  async run(args) {
    const t = words.t(args.lang);
    const file = option(args, 'output');
    if (file === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: backupCommand.usage }));
    if (existsSync(file)) throw new Stop(Exit.problems, t('exists', { file }));
    if (args.positionals[0] === 'key') {
      const { recipient, secret } = makeRecoveryKey();
      await stating(args, async () => { writeFileSync(file, `# ${t('key-file')}\n# ${recipient}\n${secret}\n`, { mode: 0o600, flag: 'wx' }); });
      args.give({ file, recipient });
      return args.say(t('key-made', { file, recipient }));
    }
    const config = option(args, 'config') ?? join(dataFolder(), `${option(args, 'node') ?? ''}.yaml`);
    const made = await stating(args, async () => backUp(readConfig(config), file, await recipientsOf(args), args.values['no-verify'] !== true));
    const { head, snapshot, bytes, audit } = made;
    args.give({ file, bytes, ...head, journals: snapshot.journals, verified: audit && { faults: audit.faults } });
    args.say(t('made', { party: head.party, file, bytes: formatNumber(bytes, args.lang) }));
    sayAudit(args, audit);
  },
};

export const restoreCommand: CliCommand = {
  usage: 'pnpm entente restore FILE --into FOLDER [--key FILE | --passphrase-file FILE] [--database postgres://... [--schema NAME] | --embedded] [--no-verify] [--json]',
  about: (lang) => words.t(lang)('about-restore'),
  options: { ...secretOptions, into: { type: 'string' }, key: { type: 'string' }, database: { type: 'string' }, schema: { type: 'string' }, embedded: { type: 'boolean' } },
  async run(args) {
    const t = words.t(args.lang);
    const [file] = args.positionals;
    const [folder, url, schema] = [option(args, 'into'), option(args, 'database'), option(args, 'schema')];
    if (file === undefined || folder === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: restoreCommand.usage }));
    const place = args.values['embedded'] === true ? { database: 'embedded' as const } : url === undefined ? {} : { database: { url, ...(schema === undefined ? {} : { schema }) } };
    const { config, head, snapshot, rows, audit } = await stating(args, async () => restoreBackup(file, { folder, opener: await openerOf(args), verify: args.values['no-verify'] !== true, ...place }));
    args.give({ config, ...head, rows, journals: snapshot.journals, verified: audit && { faults: audit.faults } });
    args.say(t('restored', { party: head.party, made: head.made, rows: formatNumber(rows, args.lang) }));
    sayAudit(args, audit);
    args.say(t('next', { config }));
  },
};

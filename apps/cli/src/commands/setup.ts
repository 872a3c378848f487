/** Commands that set up and run a node for real use. They work on its files, not over the network. */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { addAccount, addPeer, ConfigurationFault, explainStart, identityOf, initNode, runNode, type Identity } from '@entente/node';
import { describeProblem } from '@entente/text';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';

const usage = (args: Arguments, command: CliCommand): Stop => new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: command.usage }));

function required(args: Arguments, command: CliCommand, name: string): string {
  const value = option(args, name);
  if (value === undefined) throw usage(args, command);
  return value;
}

const optional = (args: Arguments, name: string): Record<string, string> => {
  const value = option(args, name);
  return value === undefined ? {} : { [name]: value };
};

/** Configuration faults are sentences already; data that are locked or unreachable are put into one. */
async function stating<T>(args: Arguments, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConfigurationFault) throw new Stop(Exit.problems, error.said(args.lang), error.faults);
    throw new Stop(Exit.failed, explainStart(error, args.lang));
  }
}

export function showIdentity(args: Arguments, identity: Identity): void {
  args.give(identity);
  const t = messages.t(args.lang);
  args.say(t('identity', { party: identity.party, url: identity.url }));
  for (const key of identity.keys) args.say(`  ${key.role.padEnd(9)} ${key.vkey}\n  ${' '.repeat(9)} ${t('fingerprint')} ${key.fingerprint}`);
}

export const initCommand: CliCommand = {
  usage: 'pnpm entente init FOLDER --party ID --cooperation FILE --url https://... [--port 4001] [--database postgres://...]',
  about: (lang) => messages.t(lang)('about-init'),
  options: { party: { type: 'string' }, cooperation: { type: 'string' }, url: { type: 'string' }, port: { type: 'string', default: '4001' }, database: { type: 'string' } },
  async run(args) {
    const [folder] = args.positionals;
    if (folder === undefined) throw usage(args, initCommand);
    const database = option(args, 'database');
    showIdentity(args, await stating(args, () => initNode({
      folder, party: required(args, initCommand, 'party'), cooperation: required(args, initCommand, 'cooperation'), url: required(args, initCommand, 'url'),
      port: Number(option(args, 'port')), ...(database === undefined ? {} : { database }),
    })));
  },
};

export const peerCommand: CliCommand = {
  usage: 'pnpm entente peer show --config FILE | peer add PARTY --url https://... --journal VKEY --transport VKEY [--cosigner VKEY] [--root VKEY] --config FILE',
  about: (lang) => messages.t(lang)('about-peer'),
  options: { config: { type: 'string' }, url: { type: 'string' }, journal: { type: 'string' }, transport: { type: 'string' }, cosigner: { type: 'string' }, root: { type: 'string' } },
  async run(args) {
    const [action, party] = args.positionals;
    const config = required(args, peerCommand, 'config');
    if (action === 'show') return showIdentity(args, await stating(args, () => identityOf(config)));
    if (action !== 'add' || party === undefined) throw usage(args, peerCommand);
    await stating(args, () => addPeer(config, { party, url: required(args, peerCommand, 'url'), journal: required(args, peerCommand, 'journal'), transport: required(args, peerCommand, 'transport'), ...optional(args, 'cosigner'), ...optional(args, 'root') }));
    args.give({ added: party });
    args.say(messages.t(args.lang)('peer-added', { party }));
  },
};

const ROLES = ['coordinator', 'focal-point', 'leader', 'reader', 'administrator'] as const;

export const accountCommand: CliCommand = {
  usage: 'pnpm entente account add LOGIN --name NAME --role ROLE[,ROLE] --config FILE [--password-stdin]',
  about: (lang) => messages.t(lang)('about-account'),
  options: { config: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  async run(args) {
    const [action, login] = args.positionals;
    if (action !== 'add' || login === undefined) throw usage(args, accountCommand);
    const wanted = required(args, accountCommand, 'role').split(',');
    const roles = ROLES.filter((role) => wanted.includes(role));
    if (roles.length !== wanted.length) throw usage(args, accountCommand);
    const given = args.values['password-stdin'] === true ? await readLine() : null;
    const password = given ?? randomBytes(15).toString('base64url');
    const problems = await stating(args, () => addAccount(required(args, accountCommand, 'config'), { login, name: required(args, accountCommand, 'name'), roles, password }));
    if (problems.length > 0) {
      throw new Stop(Exit.problems, problems.map((each) => describeProblem({ id: each.id, path: each.path.join('.'), params: each.params ?? {} }, args.lang)).join('\n'), problems);
    }
    args.give({ login, roles, ...(given === null ? { password } : {}) });
    args.say(messages.t(args.lang)('account-added', { login }));
    if (given === null) args.say(messages.t(args.lang)('account-password', { password }));
  },
};

export const serveCommand: CliCommand = {
  usage: 'pnpm entente serve --config FILE',
  about: (lang) => messages.t(lang)('about-serve'),
  options: { config: { type: 'string' } },
  run: (args) => runNode(required(args, serveCommand, 'config'), { lang: args.lang }),
};

async function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}

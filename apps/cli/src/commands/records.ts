import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { formatNumber } from '@entente/text';
import { ask, connect } from '../connection.ts';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';

export const node = { node: { type: 'string', default: 'vn' } } as const;
export const connection = (args: Arguments) => connect(option(args, 'node') ?? 'vn', args.lang);

export function need(args: Arguments, command: CliCommand, index = 0): string {
  const value = args.positionals[index];
  if (value === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: command.usage }));
  return value;
}

export function readInput(file: string, args: Arguments): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Stop(Exit.problems, messages.t(args.lang)('no-file', { file }));
  }
}

interface ImportAnswer {
  readonly items: readonly { readonly number: string; readonly parent?: string; readonly text: string; readonly found: readonly { readonly type: string; readonly text: string }[] }[];
  readonly proposed?: { readonly instrument: string; readonly commitments: number } | null;
}

export const importCommand: CliCommand = {
  usage: 'pnpm entente import FILE [--lang vi|lo|en] [--propose [--title TEXT] [--theme THEME]] [--node vn|la] [--json]',
  about: (lang) => messages.t(lang)('about-import'),
  options: { ...node, propose: { type: 'boolean' }, title: { type: 'string' }, theme: { type: 'string' } },
  async run(args) {
    const file = need(args, importCommand);
    const input = { name: basename(file), file: readInput(file, args).toString('base64'), propose: args.values['propose'] === true, ...optional(args, 'title'), ...optional(args, 'theme'), ...optional(args, 'lang') };
    const answer = (await (await ask(connection(args), '/api/commands/accords.import', input)).json()) as ImportAnswer;
    args.give(answer);
    args.say(messages.t(args.lang)('found', { count: answer.items.length }));
    for (const item of answer.items) {
      args.say(`${item.parent === undefined ? '' : '    '}${item.number}  ${shorten(item.text)}`);
      for (const found of item.found) args.say(`        ${found.type}: ${found.text}`);
    }
    if (answer.proposed) args.say(messages.t(args.lang)('proposed', { count: answer.proposed.commitments }));
  },
};

export const reportCommand: CliCommand = {
  usage: 'pnpm entente report --from DATE --to DATE [--lang vi|lo|en] [--format pdf|docx|html] [--themes A,B] [-o FILE] [--node vn|la]',
  about: (lang) => messages.t(lang)('about-report'),
  options: { ...node, from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string', default: 'pdf' }, themes: { type: 'string' }, output: { type: 'string', short: 'o' } },
  async run(args) {
    const [from, to, format] = [option(args, 'from'), option(args, 'to'), option(args, 'format') ?? 'pdf'];
    if (from === undefined || to === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: reportCommand.usage }));
    const themes = option(args, 'themes')?.split(',');
    const response = await ask(connection(args), '/api/commands/programme.joint-report', { from, to, lang: args.lang, format, ...(themes ? { themes } : {}) });
    saveFile(args, option(args, 'output') ?? `joint-report-${from}-${to}-${args.lang}.${format}`, new Uint8Array(await response.arrayBuffer()));
  },
};

export const searchCommand: CliCommand = {
  usage: 'pnpm entente search WORDS... [--node vn|la] [--json]',
  about: (lang) => messages.t(lang)('about-search'),
  options: node,
  async run(args) {
    need(args, searchCommand);
    const answer = (await (await ask(connection(args), `/api/search?q=${encodeURIComponent(args.positionals.join(' '))}`)).json()) as { hits?: { kind: string; id: string; title: string }[] };
    args.give(answer);
    for (const hit of answer.hits ?? []) args.say(`${hit.kind}  ${hit.id}  ${hit.title}`);
  },
};

export const statusCommand: CliCommand = {
  usage: 'pnpm entente status [--node vn|la] [--json]',
  about: (lang) => messages.t(lang)('about-status'),
  options: node,
  async run(args) {
    const health = (await (await ask(connection(args), '/healthz')).json()) as Health;
    const t = messages.t(args.lang);
    args.give(health);
    args.say(t(`status-${health.status}`, { party: health.party, version: health.version, acts: health.acts }));
    for (const { coop, party, audience, size } of health.journals) args.say(`  ${coop}/${party}/${audience}: ${formatNumber(size, args.lang)}`);
    for (const peer of health.peers) args.say(peerLine(peer, args));
    if (health.backup) args.say(health.backup.fault ? t('status-backup-fault', { fault: health.backup.fault.id }) : t('status-backup', { last: timeOf(health.backup.last?.at), next: timeOf(health.backup.next) }));
  },
};

/** What `/healthz` answers. */
interface Health {
  readonly status: 'ok' | 'trouble' | 'restored' | 'unsafe';
  readonly party: string;
  readonly version: string;
  readonly acts: number;
  readonly journals: readonly { readonly coop: string; readonly party: string; readonly audience: string; readonly size: number }[];
  readonly peers: readonly { readonly party: string; readonly behind: number | null; readonly lastSeen: string | null; readonly fault: { readonly id: string } | null }[];
  readonly backup?: { readonly last: { readonly at: string } | null; readonly next: string | null; readonly fault: { readonly id: string } | null };
}

function peerLine({ party, behind, lastSeen, fault }: Health['peers'][number], { lang }: Arguments): string {
  const t = messages.t(lang);
  if (fault?.id === 'peer.silent') return t('status-silent', { party, when: timeOf(lastSeen) });
  if (fault) return t('status-fault', { party, fault: fault.id });
  if (lastSeen === null || behind === null) return t('status-silent', { party, when: timeOf(null) });
  return behind === 0 ? t('status-level', { party, when: timeOf(lastSeen) }) : t('status-behind', { party, behind, when: timeOf(lastSeen) });
}

const timeOf = (instant: string | null | undefined): string => (instant ? `${instant.slice(0, 19).replace('T', ' ')} UTC` : '-');

export const runCommand: CliCommand = {
  usage: "pnpm entente run NAME ['{JSON}'] [-o FILE] [--node vn|la]",
  about: (lang) => messages.t(lang)('about-run'),
  options: { ...node, output: { type: 'string', short: 'o' } },
  async run(args) {
    const name = need(args, runCommand);
    let input: unknown;
    try {
      input = JSON.parse(args.positionals[1] ?? '{}');
    } catch (error) {
      throw new Stop(Exit.usage, error instanceof Error ? error.message : runCommand.usage);
    }
    const response = await ask(connection(args), `/api/commands/${encodeURIComponent(name)}`, input);
    const output = option(args, 'output');
    if (output !== undefined) saveFile(args, output, new Uint8Array(await response.arrayBuffer()));
    else console.log(await response.text());
  },
};

export function saveFile(args: Arguments, file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  args.give({ file, bytes: bytes.length });
  args.say(messages.t(args.lang)('written', { file, bytes: bytes.length }));
}

function optional(args: Arguments, name: string): Record<string, string> {
  const value = option(args, name);
  return value === undefined ? {} : { [name]: value };
}

const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

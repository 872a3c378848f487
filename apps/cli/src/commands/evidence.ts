/** Evidence: taken from a node, checked by anyone without one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { verifyBundle, type BundleReport } from '@entente/verify';
import { explain, say, type Explanation } from '@entente/verify/words';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { ask, connect } from '../connection.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';

const FINGERPRINT = /^[0-9a-f]{64}$/u;

function need(args: Arguments, command: CliCommand): string {
  const [value] = args.positionals;
  if (value === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: command.usage }));
  return value;
}

export const evidenceCommand: CliCommand = {
  usage: 'pnpm entente evidence RECORD [--version NAME] [-o FILE] [--node vn|la]',
  about: (lang) => messages.t(lang)('about-evidence'),
  options: { node: { type: 'string', default: 'vn' }, version: { type: 'string' }, output: { type: 'string', short: 'o' } },
  async run(args) {
    const record = need(args, evidenceCommand);
    const version = option(args, 'version');
    const response = await ask(connect(option(args, 'node') ?? 'vn', args.lang), `/api/evidence/${encodeURIComponent(record)}${version === undefined ? '' : `?version=${encodeURIComponent(version)}`}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const file = option(args, 'output') ?? `entente-evidence-${record}.json`;
    writeFileSync(file, bytes);
    args.give({ file, bytes: bytes.length });
    args.say(messages.t(args.lang)('written', { file, bytes: bytes.length }));
  },
};

export const verifyCommand: CliCommand = {
  usage: 'pnpm entente verify FILE [--root FINGERPRINT]... [--all] [--json]',
  about: (lang) => messages.t(lang)('about-verify'),
  options: { root: { type: 'string', multiple: true }, all: { type: 'boolean' } },
  async run(args) {
    const file = need(args, verifyCommand);
    const roots = rootsOf(args);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch {
      throw new Stop(Exit.problems, messages.t(args.lang)('no-file', { file }));
    }
    const report = await verifyBundle(bytes, { roots });
    if (!report.ok) throw new Stop(Exit.problems, say('unreadable', args.lang, { reason: report.reason }), [{ id: `bundle.${report.reason}` }]);
    const told = explain(report.value, args.lang);
    args.give({ verdict: told.verdict, headline: told.headline, report: report.value satisfies BundleReport });
    tell(args, told);
    if (told.verdict !== 'proven') process.exitCode = Exit.problems;
  },
};

function rootsOf(args: Arguments): string[] {
  const given = args.values['root'];
  const roots = (Array.isArray(given) ? given as readonly string[] : []).map((root) => root.toLowerCase());
  const wrong = roots.find((root) => !FINGERPRINT.test(root));
  if (wrong !== undefined) throw new Stop(Exit.usage, say('bad-root', args.lang, { line: wrong }));
  return roots;
}

function tell(args: Arguments, { headline, sections, others, keys }: Explanation): void {
  args.say(headline);
  sayParts(args, sections);
  if (others && args.values['all'] === true) sayParts(args, others.sections);
  else if (others) args.say(`\n${others.note} (--all)`);
  args.say(`\n${say('keys', args.lang)}`);
  for (const line of keys) args.say(`  ${line}`);
}

function sayParts(args: Arguments, parts: Explanation['sections']): void {
  for (const { title, lines, notShown } of parts) {
    args.say('');
    if (title) args.say(title);
    for (const line of lines) args.say(`  ${line}`);
    if (notShown.length > 0) args.say(`  ${say('not-shown', args.lang)}`);
    for (const line of notShown) args.say(`    - ${line}`);
  }
}

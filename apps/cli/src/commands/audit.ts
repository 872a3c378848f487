/** The audit of a node: progress with counts, one paragraph in plain words, and everything as JSON. */
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { auditConfigured, ConfigurationFault, explainStart, readConfig, type AuditProgress, type AuditReport } from '@entente/node';
import { describeProblem, formatNumber } from '@entente/text';
import { ask, connect } from '../connection.ts';
import { option, type Arguments, type CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';
import { auditWords } from './audit-words.ts';

export const auditCommand: CliCommand = {
  usage: 'pnpm entente audit [--node vn|la | --config FILE] [--no-records] [--json]',
  about: (lang) => auditWords.t(lang)('about'),
  options: { node: { type: 'string', default: 'vn' }, config: { type: 'string' }, 'no-records': { type: 'boolean' } },
  async run(args) {
    const file = option(args, 'config');
    const records = args.values['no-records'] !== true;
    const bar = progressOf(args);
    let report: AuditReport;
    try {
      const progress = (done: AuditProgress): void => { bar.show(done); };
      report = file === undefined ? await auditRunning(args, records, progress) : await auditConfigured(readConfig(file), { records, progress });
    } catch (error) {
      bar.end();
      if (error instanceof Stop) throw error;
      if (error instanceof ConfigurationFault) throw new Stop(Exit.problems, error.said(args.lang), error.faults);
      throw new Stop(Exit.failed, explainStart(error, args.lang));
    }
    bar.end();
    args.give(report);
    args.say(paragraph(report, args));
    const t = auditWords.t(args.lang);
    for (const fault of report.faults.slice(0, MOST_SHOWN)) args.say(`  ${faultIn(fault, args)}`);
    if (report.faults.length > MOST_SHOWN) args.say(`  ${t('more', { count: report.faults.length - MOST_SHOWN })}`);
    if (report.faults.length > 0) process.exitCode = Exit.problems;
  },
};

/** A running node audits itself and tells line by line how far it is. */
async function auditRunning(args: Arguments, records: boolean, progress: (done: AuditProgress) => void): Promise<AuditReport> {
  const connection = connect(option(args, 'node') ?? 'vn', args.lang);
  const response = await ask(connection, '/api/node/audit', { records });
  let report: AuditReport | null = null;
  for await (const line of createInterface({ input: Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]) })) {
    const said = JSON.parse(line) as { readonly progress?: AuditProgress; readonly report?: AuditReport };
    if (said.progress) progress(said.progress);
    report = said.report ?? report;
  }
  // The line broke, or the node ended, before it had an answer.
  if (!report) throw new Stop(Exit.failed, messages.t(args.lang)('node-failed', { url: connection.url, status: String(response.status) }));
  return report;
}

const MOST_SHOWN = 20;

/** One fault as a sentence: where, what, and its id for who looks it up. */
function faultIn({ id, coop, journal, params }: AuditReport['faults'][number], { lang }: Arguments): string {
  const where = [coop, journal?.party, journal?.audience].filter(Boolean).join('/');
  return `${where === '' ? '' : `${where}: `}${describeProblem({ id, path: '', params }, lang)} [${id}]`;
}

/** What an auditor reads out. */
function paragraph({ journals, blobs, personal, rebuilt, faults, seconds }: AuditReport, { lang }: Arguments): string {
  const t = auditWords.t(lang);
  const sum = (pick: (journal: AuditReport['journals'][number]) => number): number => journals.reduce((total, journal) => total + pick(journal), 0);
  const leaves = sum((journal) => journal.leaves);
  const said = [
    t('checked', { journals: journals.length, leaves, tiles: sum((each) => each.tiles), checkpoints: sum((each) => each.checkpoints), cosignatures: sum((each) => each.cosignatures) }),
    t('beside', { blobs, personal: personal ?? 0 }),
    rebuilt === null ? t('records-left-out') : t('records'),
    t('time', { seconds: formatNumber(Math.round(seconds * 10) / 10, lang), speed: formatNumber(Math.round(leaves / Math.max(0.001, sum((each) => each.seconds))), lang) }),
    faults.length === 0 ? t('good') : t('bad', { count: faults.length }),
  ];
  return said.join(' ');
}

/** Characters of the bar. */
const BAR = 20;

/** A line that counts, on a terminal only, and not under `--json`. */
function progressOf({ json, lang }: Arguments): { show(progress: AuditProgress): void; end(): void } {
  const live = process.stderr.isTTY && !json;
  let last = 0;
  return {
    show({ step, done, of, journal }) {
      if (!live || (performance.now() - last < 100 && done < of)) return;
      last = performance.now();
      const full = Math.round((BAR * Math.min(done, of)) / Math.max(1, of));
      process.stderr.write(`\r\u001b[K[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${auditWords.t(lang)(`step-${step}`)} ${journal ? `${journal.party}/${journal.audience} ` : ''}${formatNumber(done, lang)} / ${formatNumber(of, lang)}`);
    },
    end() { if (live) process.stderr.write('\r\u001b[K'); },
  };
}

/** Every command by its name, in the order of the help. */
import type { CliCommand } from '../command.ts';
import { importCommand, reportCommand, runCommand, searchCommand, statusCommand } from './records.ts';
import { auditCommand } from './audit.ts';
import { evidenceCommand, verifyCommand } from './evidence.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { eraseCommand } from './erase.ts';
import { demoCommand } from './demo.ts';
import { exportCommand, importJournalCommand } from './exchange.ts';
import { keyCommand } from './key.ts';
import { publishCommand } from './publish.ts';
import { exportTableCommand, importTableCommand } from './tables.ts';
import { acceptLossCommand, excuseCommand } from './operation.ts';
import { iatiCommand, importIatiCommand } from './iati.ts';
import { accountCommand, initCommand, peerCommand, serveCommand } from './setup.ts';

export const commands: Readonly<Record<string, CliCommand>> = {
  import: importCommand, report: reportCommand, search: searchCommand, status: statusCommand, run: runCommand, demo: demoCommand,
  iati: iatiCommand, 'import-iati': importIatiCommand, 'export-table': exportTableCommand, 'import-table': importTableCommand,
  evidence: evidenceCommand, verify: verifyCommand, audit: auditCommand,
  export: exportCommand, 'import-journal': importJournalCommand, publish: publishCommand,
  excuse: excuseCommand, 'accept-loss': acceptLossCommand,
  backup: backupCommand, restore: restoreCommand, erase: eraseCommand,
  init: initCommand, peer: peerCommand, key: keyCommand, account: accountCommand, serve: serveCommand,
};

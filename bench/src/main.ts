/** `pnpm bench NAME [--json]`: measures, prints a table or JSON. A slow figure is a figure: only a broken run fails. */
import { parseArgs } from 'node:util';
import { asJson, loadSubject, measure, subjectNames, type Report } from './run.ts';
import { figure, tableOf } from './table.ts';

const usage = `Usage: pnpm bench NAME... [--json]
       pnpm bench --all [--json]
       pnpm bench --list`;

const { values, positionals } = parseArgs({
  allowPositionals: true, options: { json: { type: 'boolean', default: false }, list: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
});
const names = values.all ? subjectNames() : positionals;

if (values.list) {
  for (const name of subjectNames()) console.log(`${name.padEnd(12)} ${(await loadSubject(name)).about}`);
} else if (names.length === 0) {
  console.error(`${usage}\nThere are: ${subjectNames().join(', ')}`);
  process.exitCode = 2;
} else if (names.some((name) => !subjectNames().includes(name))) {
  console.error(`There is no measurement "${names.find((name) => !subjectNames().includes(name)) ?? ''}"; there are ${subjectNames().join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of names) {
    try {
      const report = await measure(name, (line) => { console.error(`  ${name}: ${line}`); });
      console.log(values.json ? asJson(report) : asText(report));
    } catch (error) {
      console.error(`  ${name} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
  // Peers leave timers and pools behind.
  process.exit();
}

function asText(report: Report): string {
  const { machine: { processor, cores, memoryGiB, node }, load: [before, after] } = report;
  const head = `${report.subject}: ${report.about}\n${report.at}, ${report.seconds} s; ${cores} cores (${processor}), ${memoryGiB} GiB, Node ${node}; load ${figure(before)} before, ${figure(after)} after`;
  return `${head}\n\n${report.skipped === undefined ? tableOf(report.lines) : `not measured: ${report.skipped}`}\n`;
}

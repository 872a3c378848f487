import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { isReached, ratioOf, type Line, type Subject } from './subject.ts';

export interface Report {
  readonly subject: string;
  readonly about: string;
  /** UTC. */
  readonly at: string;
  readonly seconds: number;
  readonly machine: { readonly processor: string; readonly cores: number; readonly memoryGiB: number; readonly system: string; readonly node: string };
  /** Load average over one minute before and after: what else the machine had to do shows here. */
  readonly load: readonly [number, number];
  /** Why nothing was measured. */
  readonly skipped?: string;
  readonly lines: readonly Line[];
}

const SUBJECTS = new URL('subjects/', import.meta.url);

/** Names of the subjects, one file each. */
export const subjectNames = (): readonly string[] => readdirSync(SUBJECTS).filter((file) => /^[a-z-]+\.tsx?$/u.test(file)).map((file) => file.replace(/\.tsx?$/u, '')).toSorted();

export async function loadSubject(name: string): Promise<Subject> {
  const file = readdirSync(SUBJECTS).find((each) => each.replace(/\.tsx?$/u, '') === name);
  if (file === undefined) throw new RangeError(`There is no measurement "${name}"; there are ${subjectNames().join(', ')}.`);
  return ((await import(new URL(file, SUBJECTS).href)) as { default: Subject }).default;
}

/** Runs one measurement in a folder of its own. */
export async function measure(name: string, tell: (line: string) => void): Promise<Report> {
  const one = await loadSubject(name);
  const before = loadavg()[0] ?? 0;
  const at = Temporal.Now.instant().toString({ smallestUnit: 'second' });
  const started = performance.now();
  const lack = one.lacks?.() ?? null;
  const folder = mkdtempSync(join(tmpdir(), `entente-bench-${name}-`));
  try {
    const lines = lack === null ? await one.run({ folder, tell }) : [];
    return {
      subject: name, about: one.about, at, seconds: Math.round((performance.now() - started) / 100) / 10, machine: machine(), load: [before, loadavg()[0] ?? 0],
      ...(lack === null ? {} : { skipped: lack }), lines,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function machine(): Report['machine'] {
  return { processor: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism(), memoryGiB: Math.round(totalmem() / 2 ** 30), system: `${platform()} ${arch()}`, node: process.version };
}

/** The report as one JSON object; ratios and verdicts are worked out, so that nobody has to. */
export const asJson = (report: Report): string =>
  JSON.stringify({ ...report, lines: report.lines.map((line) => ({ ...line, ratio: ratioOf(line), reached: isReached(line) })) }, null, 2);

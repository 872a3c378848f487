/** Backups by the clock: every day, so many kept, each read back before an older one goes. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseProblem, type Database } from '@entente/kernel';
import type { BackupHealth } from '@entente/web';
import type { NodeConfig } from '../config/index.ts';
import { recoveryRecipient } from './age/index.ts';
import { BackupFault } from './fault.ts';
import { snapshotOf } from './source.ts';
import { writeBackup, type Written } from './write.ts';

export interface Schedule { health(): BackupHealth; /** Makes one now; what went wrong is in `health`. */ now(): Promise<void>; stop(): Promise<void> }

export interface ScheduleParts {
  readonly config: NodeConfig;
  readonly database: Database;
  readonly log: (line: object) => void;
  readonly clock?: () => Temporal.Instant;
  /** Reads a backup back; answers how many faults were found. */
  readonly verify?: (written: Written, near: string) => Promise<number>;
}

/** Milliseconds after a start before a backup that is due is made, and before one that failed is tried again. */
const [SOON, AGAIN] = [60_000, 3_600_000];
const STATE = 'last.json';

/** Null where the configuration asks for none. */
export function scheduleBackups(parts: ScheduleParts): Schedule | null {
  const { config, log, clock = () => Temporal.Now.instant() } = parts;
  const wish = config.backup;
  if (!wish) return null;
  const folder = resolve(dirname(config.file), wish.folder);
  const zone = config.cooperations.flatMap(({ parties }) => parties).find(({ id }) => id === config.party)?.zone ?? 'UTC';
  let [last, fault, next] = [readLast(folder), null as BackupHealth['fault'], null as string | null];
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const plan = (wait: number): void => {
    if (stopped) return;
    clearTimeout(timer);
    next = clock().add({ milliseconds: Math.round(wait) }).toString({ fractionalSecondDigits: 0 });
    timer = setTimeout(() => void run(), wait);
    timer.unref();
  };
  const run = (): Promise<void> => (running ??= makeOne(parts, folder).then(
    (made) => {
      [last, fault] = [made, null];
      log({ level: 'info', id: 'backup.made', ...made });
      plan(untilNext(clock(), wish.at, zone));
    },
    (error: unknown) => {
      fault = { ...said(error), since: fault?.since ?? clock().toString({ fractionalSecondDigits: 0 }) };
      log({ level: 'error', ...fault });
      plan(AGAIN);
    },
  ).finally(() => { running = null; }));
  const due = last === null || Temporal.Instant.compare(Temporal.Instant.from(last.at), lastDue(clock(), wish.at, zone)) < 0;
  plan(due ? SOON : untilNext(clock(), wish.at, zone));
  return {
    health: () => ({ last, next, fault }),
    now: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function makeOne({ config, database, clock = () => Temporal.Now.instant(), verify = verifyApart }: ScheduleParts, folder: string): Promise<NonNullable<BackupHealth['last']>> {
  const wish = config.backup;
  if (!wish) throw new Error('no backup is configured');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const recipients = wish.to.map((text) => {
    const recipient = recoveryRecipient(text);
    if (!recipient) throw new BackupFault('backup.recipient', { key: text });
    return recipient;
  });
  const at = clock().toString({ fractionalSecondDigits: 0 });
  const file = join(folder, `entente-${config.party}-${at.replaceAll(/[-:]/gu, '')}.age`);
  const written = await writeBackup(config, snapshotOf(database), file, recipients);
  if (wish.verify) {
    const faults = await verify(written, join(config.data, 'verify'));
    if (faults > 0) throw new BackupFault('backup.audit', { file, count: faults });
  }
  const made = { at, file, bytes: written.bytes, verified: wish.verify };
  writeFileSync(join(folder, `${STATE}.new`), `${JSON.stringify(made)}\n`, { flush: true });
  renameSync(join(folder, `${STATE}.new`), join(folder, STATE));
  const own = readdirSync(folder).filter((name) => new RegExp(`^entente-${RegExp.escape(config.party)}-\\d{8}T\\d{6}Z\\.age$`, 'u').test(name)).toSorted();
  for (const old of own.slice(0, Math.max(0, own.length - wish.keep))) rmSync(join(folder, old));
  return made;
}

/** In a process of its own: an engine with all the data in it is more than a serving node should carry. */
async function verifyApart({ file, fileKey }: Written, near: string): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'verify-child.ts'), file, near], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [said, wrong] = ['', ''];
  child.stdout.on('data', (part: Buffer) => { said += part.toString(); });
  child.stderr.on('data', (part: Buffer) => { wrong = (wrong + part.toString()).slice(-4_000); });
  child.stdin.end(Buffer.from(fileKey).toString('hex'));
  const code = await new Promise<number | null>((done) => { child.on('close', (how) => { done(how); }); });
  // What the last line says is the answer.
  if (code === 0) return Number(said.trim().split('\n').at(-1));
  throw new BackupFault('backup.unreadable', { file, error: wrong.trim().split('\n').at(-1) ?? String(code) });
}

function readLast(folder: string): BackupHealth['last'] {
  try {
    return JSON.parse(readFileSync(join(folder, STATE), 'utf8')) as BackupHealth['last'];
  } catch {
    return null;
  }
}

/** When a backup was due last, and how long until the next is, at this time of day in the office's zone. */
function lastDue(now: Temporal.Instant, at: string, zone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).withPlainTime(Temporal.PlainTime.from(at));
  return (Temporal.Instant.compare(today.toInstant(), now) <= 0 ? today : today.subtract({ days: 1 })).toInstant();
}
function untilNext(now: Temporal.Instant, at: string, zone: string): number {
  const next = lastDue(now, at, zone).toZonedDateTimeISO(zone).add({ days: 1 }).toInstant();
  return Math.max(1_000, now.until(next).total('milliseconds'));
}

function said(error: unknown): { readonly id: string; readonly detail: string } {
  if (error instanceof BackupFault) return { id: error.id, detail: JSON.stringify(error.params) };
  if (error instanceof DatabaseProblem) return { id: error.problem.id, detail: JSON.stringify(error.problem.params ?? {}) };
  return { id: 'backup.failed', detail: error instanceof Error ? error.message : String(error) };
}

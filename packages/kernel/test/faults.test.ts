/**
 * The campaign of faults against one node (docs/faults.md): a few points of each kind in every run of the tests, the whole by
 * `pnpm faults`. `ENTENTE_FAULTS_SEED` repeats a run.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines, postgresPrograms, startServer } from '@entente/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { chance, Trials } from './support/trials.ts';

const whole = process.env['ENTENTE_FAULTS'] === 'whole';
const seed = Number(process.env['ENTENTE_FAULTS_SEED'] ?? 20_261_122);
const folder = mkdtempSync(join(tmpdir(), 'entente-faults-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const told = (line: string): void => { if (whole) process.stderr.write(`${line}\n`); };

describe.each(engines())('kill -9 at random points under load ($name)', { timeout: whole ? 7_200_000 : 300_000 }, (engine) => {
  const points = whole ? Number(process.env['ENTENTE_FAULTS_POINTS'] ?? 200) : 4;
  test(`given ${points} kills, then every act that was acknowledged is there, nothing is half-done, and it starts by itself`, async () => {
    const draw = chance(seed);
    const opened = await engine.open();
    const trials = new Trials('url' in opened ? opened : { directory: join(folder, 'killed') }, join(folder, `${engine.name}-mark`));
    let [left, most] = [0, 0];
    for (let point = 0; point < points; point += 1) {
      const { signal, started, wrong, behind } = await trials.run({ kill: draw(600), writers: 32, mix: point % 2 === 0 ? 'new' : 'mixed', audit: point % 25 === 1 });
      expect([point, signal, started, wrong]).toEqual([point, 'SIGKILL', true, '']);
      if (behind > 0) [left, most] = [left + 1, Math.max(most, behind)];
    }
    const last = await trials.run({ writers: 0, audit: true });
    expect(last).toMatchObject({ started: true, signal: null });
    expect(trials.acknowledged).toBeGreaterThan(0);
    told(`kill -9, ${engine.name}: ${points} points, ${trials.acknowledged} acts acknowledged, ${trials.size} held, none lost; ${left} starts found acts without records, ${most} at most`);
  });
});

function worksStrace(): boolean {
  try {
    execFileSync('strace', ['-o', '/dev/null', '-e', 'inject=rename:error=EIO:when=1', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('skipped: there is no strace that may trace (apt-get install strace)\n');
    return false;
  }
}
const strace = worksStrace();

describe.skipIf(!strace)('system calls that fail in the middle of a commit', { timeout: whole ? 3_600_000 : 300_000 }, () => {
  const directory = join(folder, 'calls');
  const mark = join(folder, 'calls-mark');
  const trials = new Trials({ directory }, mark);
  // Each thread counts for itself: one thread for all files.
  const tracing = (call: string, fault: string, ...paths: string[]) =>
    ['strace', '-f', '-E', 'UV_THREADPOOL_SIZE=1', '-qq', '-o', '/dev/null', '-e', 'signal=none', ...paths.flatMap((path) => ['-P', path]), '-e', `trace=${call}`, '-e', `inject=${call}:${fault}`];
  const failing = (call: string, error: string, when: number, ...paths: string[]) => tracing(call, `error=${error}:when=${when}`, ...paths);
  const written = [mark, `${mark}.new`];

  test.each(['EIO', 'ENOSPC'])('given writing and flushing the high-water file fails (%s), then that act is not acknowledged, nothing more is signed, and after a start all is well', async (error) => {
    for (let when = 2; when <= (whole ? 40 : 3); when += 1) {
      const { kept, refused, started } = await trials.run({ before: failing('pwrite64', error, when, ...written), writers: 1 });
      expect([when, started, refused.length]).toEqual([when, true, 2]);
      expect(refused[1]).toBe('node.unsafe');
      expect(kept).toBeLessThanOrEqual(when);
    }
    expect(await trials.run({ writers: 0 })).toMatchObject({ started: true, signal: null });
    told(`pwrite64 ${error} of the high-water file: ${trials.acknowledged} acts acknowledged, ${trials.size} held`);
  });

  // Once a process: the first time it writes, it makes a file of its own.
  test.each([['rename', written], ['fsync', [folder]]])('given %s fails as the high-water file is made anew, then that act is not acknowledged, nothing more is signed, and after a start all is well', async (call, paths) => {
    for (let time = 0; time < (whole ? 10 : 1); time += 1) {
      // The file is level with the journals, so that it is made at the first act and not at the start.
      expect(await trials.run({ writers: 0 })).toMatchObject({ started: true, signal: null });
      const { kept, refused, started } = await trials.run({ before: failing(call, 'EIO', 1, ...paths), writers: 1 });
      expect([started, refused]).toEqual([true, ['data.failing', 'node.unsafe']]);
      // What the one before had stored and not acknowledged, sent again.
      expect(kept).toBeLessThanOrEqual(1);
    }
    told(`${call} EIO of the high-water file: ${trials.acknowledged} acts acknowledged, ${trials.size} held`);
  });

  test('given the process is killed at any step of writing it, then what was acknowledged is there and it does not take itself for restored', async () => {
    for (const [call, paths] of [['pwrite64', written], ['rename', written], ['fsync', [folder]]] as const) {
      for (let when = 1; when <= (call === 'pwrite64' ? (whole ? 40 : 2) : 1); when += 1) {
        const { signal } = await trials.run({ before: tracing(call, `signal=SIGKILL:when=${when}`, ...paths), writers: 2 });
        expect([call, when, signal]).toEqual([call, when, 'SIGKILL']);
      }
    }
    expect(await trials.run({ writers: 0 })).toMatchObject({ started: true, signal: null });
    told(`killed writing the high-water file: ${trials.acknowledged} acts acknowledged, ${trials.size} held`);
  });

  test.each(['ENOSPC', 'EIO'])('given a write of the embedded engine fails at a random place (%s), then it is opened again, and every acknowledged act is there after a start', async (error) => {
    const draw = chance(seed + error.length);
    const points = whole ? 40 : 2;
    for (let point = 0; point < points; point += 1) {
      await trials.run({ before: failing('pwrite64', error, 50 + draw(600)), kill: 1_500, writers: 2 });
      expect(await trials.run({ writers: 0 })).toMatchObject({ started: true, signal: null });
    }
    told(`pwrite64 ${error}: ${points} points, ${trials.acknowledged} acts acknowledged, ${trials.size} held`);
  });
});

describe.skipIf(!strace || !postgresPrograms())('a server whose own log fails', { timeout: whole ? 3_600_000 : 300_000 }, () => {
  test.each([['fdatasync', 'EIO'], ['pwrite64', 'ENOSPC']])('given its %s fails (%s) at a random place, then what was not flushed is not acknowledged, and what was is there once it answers again', async (call, error) => {
    const place = join(folder, `server-${call}`);
    const url = await startServer(place, postgresPrograms() ?? '', process.pid, true);
    const server = readFileSync(join(place, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const trials = new Trials({ url }, join(folder, `${call}-mark`));
    expect(await trials.run({ writers: 0 })).toMatchObject({ started: true });
    const draw = chance(seed + call.length);
    for (let point = 0; point < (whole ? 20 : 2); point += 1) {
      // Each of the server's processes counts for itself, and those it makes are traced too.
      const tracer = spawn('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'signal=none', '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${20 + draw(60)}`, '-p', server], { stdio: 'ignore' });
      const { refused, started } = await trials.run({ writers: 4, patience: 30_000 });
      tracer.kill();
      await once(tracer, 'exit');
      expect([point, started, refused.filter((why) => !/^(data\.(cut|unreachable|full|failing)|node\.unsafe|thrown)$/u.test(why))]).toEqual([point, true, []]);
      expect(refused.length).toBeGreaterThan(0);
      await expect.poll(() => trials.run({ writers: 0 }), { timeout: 60_000 }).toMatchObject({ started: true, signal: null });
    }
    told(`${call} ${error} of the server: ${trials.acknowledged} acts acknowledged, ${trials.size} held`);
  });
});

/** A disk of so many megabytes; null where this account may not make one. */
function smallDisk(name: string, megabytes: number): string | null {
  const place = join(folder, name);
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    process.stderr.write('skipped: this account may not make a small disk\n');
    return null;
  }
}

describe('a full disk', { timeout: 300_000 }, () => {
  test('given it fills while people work, then what does not fit is refused by its name, what was acknowledged is there, and work goes on once there is room', async ({ skip, onTestFinished }) => {
    const place = smallDisk('disk', 160) ?? skip('no small disk');
    onTestFinished(() => { execFileSync('umount', [place]); });
    const trials = new Trials({ directory: join(place, 'data') }, join(place, 'mark'));
    await trials.run({ kill: 300 });
    const before = trials.acknowledged;
    const fill = join(place, 'fill');
    for (const kilobytes of whole ? [4_000, 2_000, 500, 64, 0] : [500]) {
      const filling = (): void => {
        const { bavail, bsize } = statfsSync(place);
        try {
          writeFileSync(fill, Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)));
        } catch (error) {
          // The one who works wrote meanwhile: the disk is as full as it was to be.
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      };
      const { refused, started } = await trials.run({ kept: filling, patience: 120_000 });
      expect([kilobytes, started, refused.length > 0]).toEqual([kilobytes, true, true]);
      expect(refused.filter((why) => !/^(data\.full|node\.unsafe|.*ENOSPC.*)$/u.test(why))).toEqual([]);
      rmSync(fill);
      expect(await trials.run({ writers: 0 })).toMatchObject({ started: true, signal: null });
    }
    const { kept } = await trials.run({ kill: 300 });
    expect(kept).toBeGreaterThan(0);
    expect(trials.acknowledged).toBeGreaterThan(before);
    expect(existsSync(fill)).toBe(false);
    expect(await trials.run({ writers: 0, audit: true })).toMatchObject({ started: true, signal: null });
    told(`full disk: ${trials.acknowledged} acts acknowledged, ${trials.size} held`);
  });
});

/** A private PostgreSQL for one run of the tests: started by the first suite that needs it, shared by the others. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const makeRunFolder = (): string => mkdtempSync(join(tmpdir(), 'entente-test-'));

/** URL of the run's server, starting it if nobody did yet. `owner` is the process whose end ends the server. */
export async function serverOf(folder: string, programs: string, owner: number): Promise<string> {
  const file = join(folder, 'url');
  if (isFirst(join(folder, 'starting'))) {
    const made = `${file}.made`;
    try {
      writeFileSync(made, await start(join(folder, 'postgres'), programs, owner));
    } catch (error) {
      writeFileSync(made, `failed ${String(error)}`);
    }
    renameSync(made, file);
  }
  for (let waited = 0; !existsSync(file); waited += 50) {
    if (waited > 60_000) throw new Error('PostgreSQL did not start within a minute');
    await sleep(50);
  }
  const url = readFileSync(file, 'utf8');
  if (url.startsWith('failed ')) throw new Error(url);
  return url;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Data that end with the run need no flush; a measurement of durable writes does. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts a server of its own in a folder that must not be there yet; it ends when the process `owner` has ended. Answers its URL. */
export async function start(folder: string, programs: string, owner: number, durable = false, more: readonly string[] = []): Promise<string> {
  mkdirSync(folder, { mode: 0o700 });
  const as = servant(folder);
  const [program, ...before] = [...as, join(programs, 'initdb')];
  execFileSync(program, [...before, '-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '--no-locale', '-E', 'UTF8', '--no-sync'], { cwd: '/', stdio: 'pipe' });
  const port = await freePort();
  // The shell ends the server when the run's own process is gone, however it went.
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`, 'max_connections=200', ...(durable ? [] : HASTY), ...more];
  const script = `"$@" >"$LOG" 2>&1 & server=$!; while kill -0 ${owner} 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 1; done; kill -QUIT $server 2>/dev/null; wait $server; rm -rf "$FOLDER"`;
  const server = [...as, join(programs, 'postgres'), '-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  spawn('/bin/sh', ['-c', script, 'sh', ...server], { cwd: '/', detached: true, stdio: 'ignore', env: { ...process.env, LOG: join(folder, 'log'), FOLDER: folder } }).unref();
  await answering(port, join(folder, 'log'));
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

/** PostgreSQL refuses to run as root: then it runs as the system's own account for it. */
function servant(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const [uid, gid] = [0, 1].map((at) => Number(execFileSync('id', [at === 0 ? '-u' : '-g', 'postgres'], { encoding: 'utf8' })));
  chownSync(folder, uid ?? 0, gid ?? 0);
  execFileSync('chmod', ['o+x', join(folder, '..')]);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  return port;
}

async function answering(port: number, log: string): Promise<void> {
  const { default: pg } = await import('pg');
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 300) throw new Error(`PostgreSQL does not answer: ${existsSync(log) ? readFileSync(log, 'utf8') : 'no log'}`, { cause: error });
      await sleep(100);
    }
  }
}

/** Ends the run's server, if one was started, and waits until it and its folder are gone: two that remove one folder leave half of it. */
export async function endServer(folder: string): Promise<void> {
  const own = join(folder, 'postgres');
  const file = join(own, 'data', 'postmaster.pid');
  if (!existsSync(file)) return;
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  for (let waited = 0; waited < 15_000 && existsSync(own); waited += 50) await sleep(50);
}

/**
 * The demonstration as its users start it: two nodes as processes of their own, from a folder that is prepared once in a run
 * of the tests and copied for each suite, on ports that are free.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { parse, stringify } from 'yaml';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const [DEMO, CLI] = ['apps/node/src/demo.ts', 'apps/cli/src/main.ts'].map((file) => join(ROOT, file)) as [string, string];
const LOADER = ['--import', '@oxc-node/core/register'];
/** Milliseconds within which a first start, and any other, must be done on a busy machine. */
const [PREPARE, START] = [240_000, 120_000];

export type NodeName = 'vn' | 'la';
export interface Side {
  readonly name: NodeName;
  readonly url: string;
  readonly token: string;
  /** Address that signs a person in: `coordinator`, `focal`, `leader`, `reader`. */
  link(login: string): string;
  /** Answer of the JSON API to the coordinator's token. Throws when it is no success. */
  api<T = Record<string, unknown>>(path: string): Promise<T>;
}
export interface Ended { readonly code: number; readonly out: string; readonly err: string }

export interface Demonstration {
  readonly folder: string;
  readonly vn: Side;
  readonly la: Side;
  /** What it printed so far. */
  printed(): string;
  /** Runs `pnpm entente ARGS` against it. */
  cli(...args: string[]): Promise<Ended>;
  /** kill -9 of one node's process. */
  kill(node: NodeName): void;
  /** Ctrl-C; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** How a demonstration is to differ: `folder`, the data of one that was stopped; `approvals`, a side's own chain, written into its file. */
interface Wish { readonly folder?: string; readonly approvals?: Partial<Record<NodeName, readonly object[]>> }

/** A demonstration of this suite's own. */
export async function startDemonstration(wish: Wish = {}): Promise<Demonstration> {
  const folder = wish.folder ?? copyOf(await prepared());
  for (const [node, approvals] of Object.entries(wish.approvals ?? {})) {
    const file = join(folder, `${node}.yaml`);
    writeFileSync(file, stringify({ ...parse(readFileSync(file, 'utf8')) as object, approvals }));
  }
  const run = runDemo(folder, await freePorts());
  const ready = await run.ready(START);
  if (!ready) throw new Error(`the demonstration did not start:\n${run.printed()}`);
  const file = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as { nodes: Record<NodeName, { url: string; token: string }> };
  const { access } = JSON.parse(readFileSync(join(folder, 'prepared.json'), 'utf8')) as { access: Record<string, { links: Record<string, string> }> };
  const side = (name: NodeName): Side => {
    const { url, token } = file.nodes[name];
    return {
      name, url, token,
      link: (login) => `${url}/sign-in/link/${access[name.toUpperCase()]?.links[login] ?? ''}`,
      async api<T>(path: string): Promise<T> {
        const response = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' } });
        if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
        return await response.json() as T;
      },
    };
  };
  return {
    folder, vn: side('vn'), la: side('la'), printed: () => run.printed(), stop: async () => run.stop(),
    cli: async (...args) => runCli(args, { ENTENTE_DATA: folder }),
    kill(node) { process.kill(pidOf(join(folder, node, 'database.lock')), 'SIGKILL'); },
  };
}

export interface DemoRun {
  readonly child: ChildProcess;
  printed(): string;
  /** Whether the line that begins with `ready` came in time and before the end. */
  ready(within: number): Promise<boolean>;
  /** Exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<number | null>;
}

/** `pnpm start` in a data folder, without waiting for anything; as another account of the system when `uid` says so. */
export function runDemo(folder: string, port: number, uid?: number, lang = 'en'): DemoRun {
  const child = spawn(process.execPath, [...LOADER, DEMO], { cwd: ROOT, env: { ...process.env, ENTENTE_DATA: folder, ENTENTE_DEMO_PORT: String(port), ENTENTE_LANG: lang }, stdio: ['ignore', 'pipe', 'pipe'], ...(uid === undefined ? {} : { uid, gid: uid }) });
  const end = (): void => { child.kill('SIGKILL'); };
  // A test run that breaks off leaves nothing running: nodes end with their supervisor.
  process.once('exit', end);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => { text += more; });
  const ended = new Promise<number | null>((resolve) => { child.once('close', (code) => { process.off('exit', end); resolve(code); }); });
  const isReady = (): boolean => /^ready /mu.test(text);
  return {
    child, ended, printed: () => text,
    async ready(within) {
      const until = Date.now() + within;
      while (!isReady() && child.exitCode === null && Date.now() < until) await sleep(50);
      return isReady();
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGINT');
      return ended;
    },
  };
}

/** `pnpm entente ARGS`. */
export async function runCli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    const whole = { ...process.env, LANG: 'en_US.UTF-8', ...env };
    execFile(process.execPath, [...LOADER, CLI, ...args], { cwd: ROOT, env: whole, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, out, err });
    });
  });
}

/** An empty folder of this run, gone with it. */
export const newFolder = (name: string): string => mkdtempSync(join(inject('ententeRun').folder, `${name}-`));

/** First of two neighbouring ports that nobody listens on, below those a system gives to outgoing connections (32,768 and up). */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 6_000) * 2;
    if (await isFree(first) && await isFree(first + 1)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => { resolve(false); }).once('listening', () => { server.close(() => { resolve(true); }); });
    server.listen(port, '127.0.0.1');
  });
}

function copyOf(folder: string): string {
  const own = newFolder('demo');
  cpSync(folder, own, { recursive: true });
  return own;
}

/**
 * The folder every copy is made of: the first suite of the run that needs it makes it, as a first start does. While writing
 * tests, ENTENTE_TEST_DEMONSTRATION names one that is kept between runs.
 */
async function prepared(): Promise<string> {
  const kept = process.env['ENTENTE_TEST_DEMONSTRATION'];
  if (kept) return kept;
  const { folder } = inject('ententeRun');
  const [made, claim, failed] = ['demonstration', 'demonstration.claim', 'demonstration.failed'].map((name) => join(folder, name)) as [string, string, string];
  if (claimed(claim)) await prepare(`${made}.new`, made, failed);
  const until = Date.now() + PREPARE;
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`no demonstration could be prepared:\n${readFileSync(failed, 'utf8')}`);
    if (Date.now() > until) throw new Error('the demonstration was not prepared in time');
    await sleep(100);
  }
  return made;
}

function claimed(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function prepare(folder: string, made: string, failed: string): Promise<void> {
  mkdirSync(folder);
  const run = runDemo(folder, await freePorts());
  const ready = await run.ready(PREPARE);
  const code = await run.stop();
  rmSync(join(folder, 'demo.json'), { force: true });
  if (ready && code === 0) renameSync(folder, made);
  else writeFileSync(failed, `exit code ${code}\n${run.printed()}`);
}

/** The process that holds a lock file. */
function pidOf(lock: string): number {
  const pid = Number(/\d+/u.exec(readFileSync(lock, 'utf8'))?.[0]);
  if (!Number.isInteger(pid) || pid < 2) throw new Error(`${lock} names no process`);
  return pid;
}

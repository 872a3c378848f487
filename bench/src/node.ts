/** A node of the real software as a process of its own, filled with records, for measurements from outside. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { cooperation } from '@entente/example-vn-la';
import { initNode, MEMORY_FLAGS, openCore, readConfig } from '@entente/node';
import type { Intent, Kernel, Person } from '@entente/kernel';

export const COOP = cooperation.id;
const SERVE = fileURLToPath(new URL('../../apps/node/src/serve.ts', import.meta.url));

export interface NodePlace {
  readonly config: string;
  readonly url: string;
  readonly port: number;
  /** Bearer token of a coordinator, and an address that signs one in. */
  readonly token: string;
  readonly link: string;
}

export type Fill = (kernel: Kernel, by: Person) => Promise<void>;

/** Makes a node of the example's first party with one account, and fills it before it is ever served. */
export async function makeNode(folder: string, database: string | undefined, fill: Fill): Promise<NodePlace> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = `${folder}.cooperation.yaml`;
  writeFileSync(file, stringify(cooperation));
  const { config } = await initNode({ folder, party: cooperation.parties[0]?.id ?? '', cooperation: file, url, port, ...(database === undefined ? {} : { database }) });
  const core = await openCore(readConfig(config), () => undefined);
  try {
    const added = await core.accounts.add({ login: 'bench', name: 'Bench', roles: ['coordinator'], password: randomBytes(24).toString('base64url') });
    if (!added.ok) throw new Error(JSON.stringify(added.problems));
    await fill(core.kernel, added.value);
    const { secret } = await core.accounts.tokens.create(added.value.id, 'bench');
    return { config, url, port, token: secret, link: `${url}/sign-in/link/${await core.accounts.links.create(added.value.id, { reusable: true })}` };
  } finally {
    await core.close();
  }
}

export interface Served {
  readonly pid: number;
  /** Milliseconds from the start of the process to its first answer. */
  readonly firstAnswer: number;
  stop(): Promise<void>;
}

/** Serves a node as its supervisor does, and waits for its first answer to `/healthz`. `flags` are those of the runtime. */
export async function serveNode(place: Pick<NodePlace, 'config' | 'url'>, flags: readonly string[] = MEMORY_FLAGS): Promise<Served> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', ...flags, SERVE, '--config', place.config], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4_000); });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  await answering(place.url, child, () => said);
  const firstAnswer = performance.now() - started;
  return { pid: child.pid ?? 0, firstAnswer, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

async function answering(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the node did not start: ${said()}`);
    try {
      await (await fetch(`${url}/healthz`)).arrayBuffer();
      return;
    } catch {
      await sleep(10);
    }
  }
}

/** The cookies of a session, as a browser gets them. */
export async function signIn(place: Pick<NodePlace, 'link'>): Promise<string> {
  const answer = await fetch(place.link, { redirect: 'manual' });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Resident memory and processor time of a process, from the system. Linux only. */
export function processFigures(pid: number): { readonly mebibytes: number; readonly cpuSeconds: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number) as [number, number];
  return { mebibytes: Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024, cpuSeconds: (user + system) / 100 };
}

export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(wanted, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  return port;
}

/** Commits intents in acts of a size the kernel takes. */
export async function commitAll(kernel: Kernel, by: Person, intents: readonly Intent[], perAct: number): Promise<void> {
  for (let at = 0; at < intents.length; at += perAct) {
    const done = await kernel.commit(intents.slice(at, at + perAct), { coop: COOP, by });
    if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 3)));
  }
}

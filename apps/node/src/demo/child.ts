import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MEMORY_FLAGS } from '../flags.ts';
import type { Loaded } from './load.ts';

/** One node as a process of its own, as it would be on a machine of its own. */
export interface NodeProcess {
  readonly name: string;
  readonly pid: number | undefined;
  /** Resolves when the process has ended, with a reason when it was not asked to. */
  readonly ended: Promise<string | null>;
  /** Resolves when it answers requests; throws with the last lines it printed when it does not. */
  readonly ready: Promise<Loaded | null>;
  /** Lets a node go on that loads the example and waits for its data folder. */
  go(): void;
  stop(): Promise<void>;
}

/** Why a node did not come up, in its own last words. */
export class NodeFault extends Error {}

const serve = fileURLToPath(new URL('../serve.ts', import.meta.url));
/** How long a node may take to load the example, to answer for the first time, and to stop, in milliseconds. */
const [LOAD, START, STOP] = [600_000, 180_000, 30_000];

/** Starts a node. With `load` it waits for `go`, then loads its part of the example before it is ready. */
export function startProcess(name: string, config: string, load: boolean): NodeProcess {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', ...MEMORY_FLAGS, serve, '--config', config, ...(load ? ['--load-example'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines = lastLines(child);
  let asked = false;
  const ended = new Promise<string | null>((resolve) => {
    // Killed from outside it had no last words: what it printed before says nothing of why.
    child.once('exit', (code, signal) => resolve(asked ? null : signal === 'SIGKILL' ? signal : `${signal ?? `code ${code ?? '?'}`}${lines().length > 0 ? `\n${lines().join('\n')}` : ''}`));
  });
  const ready = readiness(child, ended, { name, within: load ? LOAD : START, lines });
  ready.catch(() => undefined);
  return {
    name, pid: child.pid, ended, ready,
    go: () => { child.send('go'); },
    async stop() {
      asked = true;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP);
      await ended;
      clearTimeout(late);
    },
  };
}

async function readiness(child: ChildProcess, ended: Promise<string | null>, { name, within, lines }: { readonly name: string; readonly within: number; readonly lines: () => string[] }): Promise<Loaded | null> {
  const ready = new Promise<Loaded | null>((resolve) => {
    child.on('message', (message: { readonly ready: true } & Partial<Loaded>) => { resolve(message.access ? (message as Loaded) : null); });
  });
  const failed = ended.then((why) => { throw new NodeFault(lines().join('\n') || `The node ${name} ended before it answered (${why ?? 'stopped'}).`); });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new NodeFault(`The node ${name} did not answer within ${within / 1000} s. Its data are kept. Start again; if it stays, its log says why.`)), within); });
  try {
    return await Promise.race([ready, failed, late]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
    failed.catch(() => undefined);
  }
}

/** The last lines a process printed, without its log of requests: what may say why it ended. */
function lastLines(child: ChildProcess): () => string[] {
  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept.push(...text.split('\n').filter((line) => line !== '' && !line.includes('"event":"request"')));
      kept.splice(0, Math.max(0, kept.length - 12));
    });
  }
  return () => kept;
}

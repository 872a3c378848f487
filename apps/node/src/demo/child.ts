import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One node as a process of its own, as it would be on a machine of its own. */
export interface NodeProcess {
  readonly name: string;
  readonly pid: number | undefined;
  /** Resolves when the process has ended, with a reason when it was not asked to. */
  readonly ended: Promise<string | null>;
  stop(): Promise<void>;
}

const serve = fileURLToPath(new URL('../serve.ts', import.meta.url));
/** How long a node may take to answer for the first time, and to stop, in milliseconds. */
const [START, STOP] = [60_000, 10_000];

/** Starts a node and waits until it answers. Throws with the last lines it printed when it does not. */
export async function startProcess(name: string, config: string, cache: string): Promise<NodeProcess> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', '--optimize-for-size', '--max-semi-space-size=4', serve, '--config', config], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const lines = lastLines(child);
  let asked = false;
  const ended = new Promise<string | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(asked ? null : `${signal ?? `code ${code ?? '?'}`}${lines().length > 0 ? `\n${lines().join('\n')}` : ''}`));
  });
  await readiness(child, ended);
  return {
    name, pid: child.pid, ended,
    async stop() {
      asked = true;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP);
      await ended;
      clearTimeout(late);
    },
  };
}

async function readiness(child: ChildProcess, ended: Promise<string | null>): Promise<void> {
  const ready = new Promise<void>((resolve) => { child.on('message', (message) => { if (message === 'ready') resolve(); }); });
  const failed = ended.then((why) => { throw new Error(why ?? 'stopped'); });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error(`no answer within ${START / 1000} s`)), START); });
  try {
    await Promise.race([ready, failed, late]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
    failed.catch(() => undefined);
  }
}

/** The last lines a process printed; its error lines are passed on as they come. */
function lastLines(child: ChildProcess): () => string[] {
  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept.push(...text.split('\n').filter(Boolean));
      kept.splice(0, Math.max(0, kept.length - 12));
    });
  }
  return () => kept;
}

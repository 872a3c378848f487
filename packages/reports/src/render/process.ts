import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../model/check.ts';
import type { Answer, Job } from './job.ts';

/** Ends after this long without work: an idle compiler holds some 200 MB. */
const IDLE_MS = 120_000;
/** No document takes this long; a process that does is stuck and is ended. */
const LONGEST_MS = 120_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly limit: NodeJS.Timeout;
}

interface Renderer {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
}

let renderer: Renderer | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/**
 * Hands a job to the rendering process, starting one when none runs; jobs are done in order. A process and not a thread,
 * because the compiler's memory comes back to the system only with the process, and a crash in it must not take the node along.
 */
export function ask(job: Job): Promise<Uint8Array> {
  clearTimeout(idle);
  const { child, waiting } = (renderer ??= start());
  child.ref();
  child.channel?.ref();
  const id = (lastId += 1);
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS).unref();
    waiting.set(id, { resolve, reject, limit });
    child.send({ id, job }, (error) => {
      if (error) fail(waiting, error);
    });
  });
}

/** Ends the rendering process, if one runs; what it was still asked for is rejected. */
export async function closeRenderer(): Promise<void> {
  clearTimeout(idle);
  const { child } = renderer ?? {};
  // Whoever asks from now on gets a process of their own.
  renderer = undefined;
  if (!child || child.exitCode !== null) return;
  await new Promise((ended) => {
    child.once('exit', ended);
    child.ref();
    child.kill();
  });
}

function start(): Renderer {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
    serialization: 'advanced',
    // The child's code is plain TypeScript: it needs none of its parent's loaders.
    execArgv: ['--max-old-space-size=512'],
    env: {
      ...process.env,
      // The compiler looks for the machine's fonts by itself; this leads it to the shipped ones only.
      FONTCONFIG_FILE: fileURLToPath(new URL('../../fonts/fonts.conf', import.meta.url)),
      // glibc gives every thread an arena of its own by default; two keep the compiler's memory together.
      MALLOC_ARENA_MAX: '2',
    },
  });
  const started: Renderer = { child, waiting: new Map() };
  const leave = (error: Error): void => {
    if (renderer === started) renderer = undefined;
    fail(started.waiting, error);
  };
  child.on('message', (answer: Answer) => receive(started, answer));
  child.on('error', leave);
  child.on('exit', (code, signal) => leave(new Error(`the rendering process ended (${signal ?? code})`)));
  return started;
}

function receive(from: Renderer, answer: Answer): void {
  const job = from.waiting.get(answer.id);
  from.waiting.delete(answer.id);
  clearTimeout(job?.limit);
  if ('bytes' in answer) job?.resolve(answer.bytes);
  else job?.reject('problems' in answer ? new DocumentError(answer.problems) : new Error(answer.failure));
  if ('retiring' in answer && answer.retiring && renderer === from) renderer = undefined;
  if (from.waiting.size > 0) return;
  // Nothing asked for: the process neither keeps its parent alive nor stays for ever.
  from.child.unref();
  from.child.channel?.unref();
  if (renderer === from) idle = setTimeout(() => void closeRenderer(), IDLE_MS).unref();
}

function fail(waiting: Map<number, Waiting>, error: Error): void {
  for (const { reject, limit } of waiting.values()) {
    clearTimeout(limit);
    reject(error);
  }
  waiting.clear();
}

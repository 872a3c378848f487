/** The long jobs of a node's process, in memory: acts outlive a restart, a job does not. */
import { randomUUID } from 'node:crypto';
import { type Problem, problem, refuse, type Result } from '@entente/kernel';
import type { JobProgress, JobSpec, JobView, Work } from './job.ts';

/** Jobs that run at one time; the others wait their turn, so that the pages stay quick. */
const AT_ONCE = 2;
/** Jobs of one person that have not ended. */
const OF_ONE = 5;
/** How long what a job came to is kept. */
const KEPT_MS = 60 * 60_000;
/** Ended jobs kept, and bytes of the files among them; the oldest go first. */
const KEPT_AT_MOST = 100;
const KEPT_BYTES = 128 * 1024 * 1024;

interface Held { view: JobView; readonly owner: string; readonly key: string | undefined; readonly stop: AbortController; readonly watchers: Set<() => void>; readonly end: Promise<void> }
type Saying = Pick<Work, 'commit' | 'commitAll'>;

export interface Jobs {
  /** Starts a job, or gives the person's running one of the same key. Refused with `jobs.too-many`. */
  start(owner: string, spec: JobSpec, saying: Saying): Result<JobView>;
  /** A job of this person; null when it is another's, unknown or forgotten. */
  get(owner: string, id: string): JobView | null;
  /** Latest first. */
  list(owner: string): readonly JobView[];
  stop(owner: string, id: string): void;
  /** Resolves when the job has ended, one way or the other. */
  ended(id: string): Promise<void>;
  /** Stops jobs whose key holds these words, and forgets what they came to: their input was erased. */
  forget(words: string): void;
  /** Calls at every change; gives back what ends it. */
  watch(id: string, changed: () => void): () => void;
}

/** `fault` is told of what a job threw, under the reference its person sees. */
export function jobRegistry(fault: (reference: string, error: unknown) => void): Jobs {
  const held = new Map<string, Held>();
  const turns: (() => void)[] = [];
  let running = 0;

  const own = (owner: string, id: string): Held | undefined => { const job = held.get(id); return job?.owner === owner ? job : undefined; };
  const change = (job: Held, to: Partial<JobView>): void => {
    job.view = { ...job.view, ...to };
    for (const changed of job.watchers) changed();
  };

  async function turn(): Promise<void> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => { turns.push(resolve); });
    else running += 1;
  }
  /** Hands the turn to whoever waits longest. */
  function turnOver(): void {
    const next = turns.shift();
    if (next) next();
    else running -= 1;
  }

  async function run(job: Held, spec: JobSpec, saying: Saying): Promise<void> {
    await turn();
    try {
      change(job, await outcomeOf(job, spec, saying));
    } finally {
      turnOver();
      forget(held);
    }
  }

  async function outcomeOf(job: Held, spec: JobSpec, saying: Saying): Promise<Partial<JobView>> {
    const ended = (problems: readonly Problem[], state: JobView['state'] = 'failed'): Partial<JobView> => ({ state, problems, ended: new Date().toISOString() });
    const { signal } = job.stop;
    const report = (progress: JobProgress): void => {
      if (job.view.ended === null) change(job, progress);
    };
    try {
      signal.throwIfAborted();
      change(job, { state: 'running' });
      const came = await spec.run({ report, signal, ...saying });
      if (!came.ok) return ended(came.problems);
      return { state: 'done', outcome: came.value, ended: new Date().toISOString(), ...(job.view.total === null ? {} : { done: job.view.total }) };
    } catch (error) {
      if (signal.aborted) return ended([problem('jobs.stopped')], 'stopped');
      fault(job.view.id, error);
      return ended([problem('jobs.fault', [], { id: job.view.id })]);
    }
  }

  return {
    start(owner, spec, saying) {
      forget(held);
      const open = [...held.values()].filter((job) => job.owner === owner && job.view.ended === null);
      const same = open.find((job) => spec.key !== undefined && job.key === spec.key);
      if (same) return { ok: true, value: same.view };
      if (open.length >= OF_ONE) return refuse(problem('jobs.too-many', [], { most: OF_ONE }));
      const end = Promise.withResolvers<void>();
      const job: Held = { view: begun(spec), owner, key: spec.key, stop: new AbortController(), watchers: new Set(), end: end.promise };
      held.set(job.view.id, job);
      void run(job, spec, saying).finally(end.resolve);
      return { ok: true, value: job.view };
    },
    get: (owner, id) => own(owner, id)?.view ?? null,
    list: (owner) => [...held.values()].filter((job) => job.owner === owner).map(({ view }) => view).toReversed(),
    stop(owner, id) {
      const job = own(owner, id);
      if (!job || job.view.ended !== null) return;
      change(job, { isStopping: true });
      job.stop.abort();
    },
    ended: async (id) => held.get(id)?.end,
    forget(words) {
      for (const [id, job] of held) {
        if (!job.key?.includes(words)) continue;
        job.stop.abort();
        if (job.view.ended !== null) drop(held, id);
      }
    },
    watch(id, changed) {
      held.get(id)?.watchers.add(changed);
      return () => { held.get(id)?.watchers.delete(changed); };
    },
  };
}

const begun = (spec: JobSpec): JobView => ({
  id: randomUUID(), title: spec.title, state: 'waiting', done: 0, total: null, doing: null, counts: [], outcome: null, problems: [], isStopping: false, started: new Date().toISOString(), ended: null,
});

/** Bytes in memory; there is more room on the disk. */
const bytesOf = ({ outcome }: JobView): number => {
  const bytes = outcome?.as === 'file' ? outcome.file.bytes : '';
  return typeof bytes === 'object' && 'pieces' in bytes ? bytes.size / ON_DISK : bytes.length;
};
/** So many times as much may lie there. */
const ON_DISK = 8;

/** Gives up what a job came to. */
function drop(held: Map<string, Held>, id: string): void {
  const outcome = held.get(id)?.view.outcome;
  held.delete(id);
  if (outcome?.as === 'file' && typeof outcome.file.bytes === 'object' && 'pieces' in outcome.file.bytes) void outcome.file.bytes.close();
}

/** What ended long ago, and the oldest of what is too much. Jobs stand in the order they were started. */
function forget(held: Map<string, Held>): void {
  const long = new Date(Date.now() - KEPT_MS).toISOString();
  let [count, bytes] = [0, 0];
  for (const [id, { view }] of [...held].toReversed()) {
    if (view.ended === null) continue;
    count += 1;
    bytes += bytesOf(view);
    if (view.ended < long || count > KEPT_AT_MOST || (bytes > KEPT_BYTES && count > 1)) drop(held, id);
  }
}

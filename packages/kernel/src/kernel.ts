import type { CommitOptions, Committed, Cooperation, Intent, Kernel } from './contract.ts';
import { commitBatch } from './commit/batch.ts';
import type { Job } from './commit/job.ts';
import { CommitQueue } from './commit/queue.ts';
import type { Context } from './context.ts';
import { explain, DatabaseProblem } from './database/problem.ts';
import { naturalId } from './identity.ts';
import { kernelKinds } from './kinds/index.ts';
import type { AnyKind } from './kind.ts';
import type { KernelOptions } from './options.ts';
import { problem, refuse, type Result } from './problem.ts';
import { Lists } from './read/list.ts';
import { readerOf } from './read/reader.ts';
import { writing } from './transaction.ts';

/** The kernel of one node. Throws when the data and the configuration do not belong together. */
export async function createKernel(options: KernelOptions): Promise<Kernel> {
  const { database, party, cooperations } = options;
  const kinds = new Map<string, AnyKind>([...kernelKinds, ...options.kinds].map((kind) => [kind.name, kind]));
  const now = options.clock ?? (() => Temporal.Now.instant());
  const contexts = new Map(cooperations.map((cooperation) => [cooperation.id, contextOf(party, cooperation, kinds)]));
  const listeners = new Set<Parameters<Kernel['onChange']>[0]>();
  const lists = new Lists();
  const stored = storedClock(now);
  const queues = new Map([...contexts].map(([coop, context]) => [coop, new CommitQueue(async (jobs) => {
    const outcome = await writing(database, context, (work, journals) => commitBatch(work, journals, jobs, { context, signer: options.keys.journal, now, stored }));
    for (const size of outcome.sizes.values()) for (const listener of listeners) listener({ coop, party, size });
    for (const [at, job] of jobs.entries()) { const result = outcome.results[at]; if (result) job.settle(result); }
  })]));

  const commit = (intents: readonly Intent[], given: CommitOptions): Promise<Result<Committed>> => {
    const queue = queues.get(given.coop);
    if (!queue) return Promise.resolve(refuse(problem('coop.unknown', [], { coop: given.coop })));
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        const known = explain(error);
        if (known instanceof DatabaseProblem) resolve(refuse(known.problem));
        else reject(known instanceof Error ? known : new Error(String(known)));
      };
      const job: Job = { intents, options: given, settle: resolve, fail };
      queue.add(job);
    });
  };

  const kernel = {
    party, cooperations, kinds, commit, naturalId,
    reader: (person: Parameters<Kernel['reader']>[0]) => readerOf({ database, lists, contexts, person }),
    onChange(listener: Parameters<Kernel['onChange']>[0]) { listeners.add(listener); return () => { listeners.delete(listener); }; },
    async close() { for (const queue of queues.values()) await queue.drained(); },
  };
  return kernel as unknown as Kernel;
}

function contextOf(party: string, cooperation: Cooperation, kinds: ReadonlyMap<string, AnyKind>): Context {
  const languages = [...new Set([...cooperation.parties.flatMap((each) => each.languages), 'en'])];
  return { party, cooperation, kinds, languages };
}

/** When something was stored: never twice the same, so that what was stored can be told in order. UTC with microseconds. */
function storedClock(now: () => Temporal.Instant): () => string {
  let last = 0n;
  return () => {
    const micros = now().epochNanoseconds / 1_000n;
    last = micros > last ? micros : last + 1n;
    return new Temporal.Instant(last * 1_000n).toString({ fractionalSecondDigits: 6 });
  };
}

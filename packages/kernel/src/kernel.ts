import type { CommitOptions, Committed, Cooperation, Intent, Kernel } from './contract.ts';
import { doorOf } from './admit/door.ts';
import { faultsOf } from './admit/faults.ts';
import { ownRecorded } from './admit/project.ts';
import { Projector } from './admit/projector.ts';
import { witnessesOf } from './admit/witness.ts';
import { blobsOf } from './blob/index.ts';
import { dropBlob } from './blob/store.ts';
import { Ahead } from './commit/ahead.ts';
import { commitBatch } from './commit/batch.ts';
import type { Job } from './commit/job.ts';
import type { BatchTools } from './commit/judge.ts';
import { CommitQueue } from './commit/queue.ts';
import type { Context } from './context.ts';
import { explain, DatabaseProblem } from './database/problem.ts';
import { isServed, tellServing } from './database/serving.ts';
import { naturalId } from './identity.ts';
import { kernelKinds } from './kinds/index.ts';
import type { AnyKind } from './kind.ts';
import type { KernelOptions } from './options.ts';
import { problem, refuse, type Result } from './problem.ts';
import { Finder } from './project/finder.ts';
import { waitingFor, type Waiting } from './project/index.ts';
import { Lists } from './read/list.ts';
import { readerOf } from './read/reader.ts';
import { isOwnBehind, journalsOf } from './journal/append.ts';
import { checkpointOf } from './journal/checkpoint.ts';
import { tileOf } from './journal/hashes.ts';
import { checkOwnJournals, entriesOf, journalState, journalStates, leavesOf } from './journal/read.ts';
import { dumpOf } from './rebuild/dump.ts';
import { rebuildAll } from './rebuild/rebuild.ts';
import { Acknowledger, wipe } from './personal/acknowledge.ts';
import { personalValues } from './personal/store.ts';
import { travelOf } from './personal/travel.ts';
import { ensureIndexes } from './start/indexes.ts';
import { Guard, recoveryOf, type Recovery } from './restore/index.ts';
import { meetNewKinds } from './start/upgrade.ts';
import { ensureTallies } from './tally/recount.ts';
import { writing } from './transaction.ts';

/** The kernel of one node. Throws when the data and the configuration do not belong together. */
export async function createKernel(options: KernelOptions): Promise<Kernel & Recovery> {
  const { database, party, cooperations } = options;
  const { kysely } = database;
  const kinds = new Map<string, AnyKind>([...kernelKinds, ...options.kinds].map((kind) => [kind.name, kind]));
  const now = options.clock ?? (() => Temporal.Now.instant());
  const finders = new Map<string, Finder>();
  const contexts = new Map(cooperations.map((cooperation) => [cooperation.id, { ...contextOf(party, cooperation, kinds), changed: () => finders.get(cooperation.id)?.behind(), ...forgetting(options, cooperation.id), ...(options.keys.inForce ? { inForce: options.keys.inForce } : {}) }]));
  const listeners = new Set<Parameters<Kernel['onChange']>[0]>();
  const lists = new Lists();
  const stored = storedClock(now);
  // Whoever serves is told by others who do not.
  const telling = database.engine === 'postgres' && !database.serving ? { tell: () => tellServing(kysely), beside: await isServed(kysely) } : {};
  const guard = await Guard.open({ handle: kysely, party, file: options.highWater, now, ...telling });
  const queues = new Map([...contexts].map(([coop, context]) => {
    const batches: BatchTools = { context, signer: options.keys.journal, now, stored, nodeKey: options.keys.node };
    const { line, spareLine } = database;
    return [coop, new CommitQueue({
      ahead: line && spareLine ? new Ahead({ database: { ...database, line, spareLine }, context, tools: batches, fromStored: () => allRecorded(coop) }) : null,
      carryOut: (jobs) => writing(database, context, async (work, journals, waiting) => commitBatch(work, await ownRecorded(work, journals), waiting as Waiting[], jobs, batches), waitingFor(coop, party)),
      refused(jobs) {
        const { closed } = guard;
        if (closed) for (const job of jobs) job.settle(refuse(problem(closed)));
        return closed !== null;
      },
      async remember({ sizes }) {
        if (sizes.size > 0) await guard.raise(Object.fromEntries([...sizes].map(([audience, size]) => [`${coop}/${audience}`, size])));
      },
      done(jobs, { results, sizes }) {
        for (const size of sizes.values()) tell(coop, party, size);
        for (const [at, job] of jobs.entries()) { const result = results[at]; if (result) job.settle(result); }
      },
    })];
  }));

  const allRecorded = async (coop: string): Promise<boolean> => {
    await projectors.get(coop)?.caughtUp();
    return !isOwnBehind(await journalsOf(kysely, coop), party);
  };

  const acknowledgers = new Map([...contexts].map(([coop, context]) => [coop, new Acknowledger({
    database, context, commit: (...given) => commit(...given), closed: () => guard.closed !== null, failed: (error) => options.notice?.({ id: 'erasure.unacknowledged', params: { coop, error: String(error) } }),
  })]));

  const submit = (intents: readonly Intent[], given: CommitOptions, trial: boolean): Promise<Result<Committed>> => {
    const queue = queues.get(given.coop);
    if (!queue) return Promise.resolve(refuse(problem('coop.unknown', [], { coop: given.coop })));
    return new Promise<Result<Committed>>((resolve, reject) => {
      const fail = (error: unknown) => {
        const known = explain(error);
        if (known instanceof DatabaseProblem) resolve(refuse(known.problem));
        else reject(known instanceof Error ? known : new Error(String(known)));
      };
      const job: Job = { intents, options: given, trial, settle: resolve, fail };
      queue.add(job);
    }).then(async (result) => {
      // Before anybody is told that they are gone.
      if (result.ok && !trial && intents.some(({ verb }) => verb === 'erase')) await wipe(kysely);
      return result;
    });
  };

  const commit = (intents: readonly Intent[], given: CommitOptions) => submit(intents, given, false);
  const check = async (intents: readonly Intent[], given: CommitOptions): Promise<Result<null>> => {
    const judged = await submit(intents, given, true);
    return judged.ok ? { ok: true, value: null } : judged;
  };

  const tell = (coop: string, of: string, size: number) => {
    for (const listener of listeners) listener({ coop, party: of, size });
    if (of !== party) acknowledgers.get(coop)?.look();
  };
  const need = (coop: string): Context => {
    const context = contexts.get(coop);
    if (!context) throw new RangeError(`this node does not take part in ${coop}`);
    return context;
  };

  const projectors = new Map([...contexts].map(([coop, context]) => [coop, new Projector({
    database, context, told: (of, size) => tell(coop, of, size), failed: (error) => options.notice?.({ id: 'projection.failed', params: { coop, error: String(error) } }),
  })]));

  for (const [coop, context] of contexts) finders.set(coop, new Finder({ database, context, busy: () => projectors.get(coop)?.busy ?? false, failed: (error) => options.notice?.({ id: 'search.failed', params: { coop, error: String(error) } }) }));

  await ensureIndexes(kysely, kinds.values(), new Set([...contexts.values()].flatMap((each) => each.languages)), new Set([...contexts.values()].flatMap((each) => each.cooperation.parties.map(({ id }) => id))));
  for (const context of contexts.values()) {
    await checkOwnJournals(kysely, context.cooperation, party, options.keys.journal.key, guard.restoring !== null);
    await meetNewKinds(database, context);
    await ensureTallies(database, context);
    // Acknowledged by a process before this one, which did not come to make their records.
    if (!guard.restoring && isOwnBehind(await journalsOf(kysely, context.cooperation.id), party)) await writing(database, context, ownRecorded);
    projectors.get(context.cooperation.id)?.behind();
    acknowledgers.get(context.cooperation.id)?.later();
    // What a process before this one left.
    context.changed();
  }
  database.serving?.heard(() => {
    guard.look().catch((error: unknown) => options.notice?.({ id: 'beside.failed', params: { error: String(error) } }));
    for (const projector of projectors.values()) projector.behind();
  });
  const tools = { stored, now, get witnesses() { return witnessesOf(party, options.keys); } };
  const recovery = recoveryOf({ guard, database, contexts, party, peers: options.peers, keys: options.keys, tools, projectors });
  const door = doorOf({ database, contexts, keys: options.keys, projectors, tell, tools });
  return {
    party, cooperations, kinds, commit, check, naturalId,
    ...door,
    async takeNote(source, note) {
      const taken = await door.takeNote(source, note);
      if (!taken.ok && taken.problems.some(({ id }) => id === 'journal.ahead')) await guard.begin('peer-ahead');
      return taken;
    },
    ...recovery,
    async mirrorAnswered(coop, peer) {
      await recovery.mirrorAnswered(coop, peer);
      // What was learnt again may have to be acknowledged still.
      for (const each of acknowledgers.values()) each.look();
    },
    ...faultsOf({ database, contexts, party, now }),
    async caughtUp(coop) {
      await queues.get(coop)?.recorded();
      await projectors.get(coop)?.caughtUp();
      await acknowledgers.get(coop)?.idle();
      await finders.get(coop)?.caughtUp();
    },
    tile: (coop, of, audience, wanted) => tileOf(kysely, { coop, party: of, audience }, wanted),
    checkpoint: (coop, of, audience, wish) => checkpointOf(kysely, { coop, party: of, audience }, wish),
    reader: (person) => readerOf({ database, lists, contexts, person, recorded: async (coop) => { await queues.get(coop)?.recorded(); }, nodeKey: () => (guard.restoring ? undefined : options.keys.node), findable: async (coop) => { await finders.get(coop)?.recent(); } }),
    personal: travelOf({ database, contexts, nodeKey: options.keys.node, stored, closed: () => guard.restoring !== null }),
    async journals() { return (await Promise.all(cooperations.map((each) => journalStates(kysely, each)))).flat(); },
    journal: (coop, of, audience) => journalState(kysely, need(coop).cooperation, of, audience),
    leaves: (coop, of, audience, from, count) => leavesOf(kysely, coop, of, audience, from, count),
    entries: (coop, of, audience, from, count) => entriesOf(kysely, { coop, party: of, audience }, from, count),
    blobs: blobsOf({ database, contexts, limit: options.blobLimit ?? LARGEST_BLOB, stored }),
    rebuild: (coop) => writing(database, need(coop), rebuildAll),
    async dump(coop) { await queues.get(coop)?.recorded(); await finders.get(coop)?.caughtUp(); return dumpOf(kysely, coop); },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async close() {
      for (const projector of projectors.values()) await projector.stop();
      for (const acknowledger of acknowledgers.values()) await acknowledger.stop();
      for (const queue of queues.values()) await queue.drained();
      for (const finder of finders.values()) await finder.stop();
      await guard.close();
      await telling.tell?.().catch(() => undefined);
    },
  };
}

function forgetting({ forget, keys }: KernelOptions, coop: string): Pick<Context, 'forget'> {
  if (!forget) return {};
  return {
    async forget(handle, { record, kind, commitments }) {
      const values = await personalValues(handle, keys.node, coop, commitments);
      await forget({ coop, record, kind, handle, values: [...values.values()].map(({ value }) => value), dropBlob: async (sha256) => { await dropBlob(handle, sha256); } });
    },
  };
}

const LARGEST_BLOB = 200 * 1024 * 1024;

function contextOf(party: string, cooperation: Cooperation, kinds: ReadonlyMap<string, AnyKind>): Context {
  const languages = [...new Set([...cooperation.parties.flatMap((each) => each.languages), 'en'])];
  return { party, cooperation, kinds, languages };
}

/** When something was stored: never twice the same, so that what was stored can be told in order. UTC with microseconds. */
function storedClock(now: () => Temporal.Instant): () => string {
  let last = 0;
  let [second, text] = [-1, ''];
  return () => {
    // Milliseconds of the clock; what comes in the same one is told apart by the microseconds.
    last = Math.max(now().epochMilliseconds * 1_000, last + 1);
    const whole = Math.floor(last / 1_000_000);
    if (whole !== second) [second, text] = [whole, new Date(whole * 1_000).toISOString().slice(0, 20)];
    return `${text}${String(last % 1_000_000).padStart(6, '0')}Z`;
  };
}

/** How acts and notes of peers come in: what the kernel offers to an exchange. */
import { leafHash, type OpenCheckpoint } from '@entente/verify';
import type { Admission, Kernel } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { codeOf, DatabaseProblem, explain, UNIQUE_VIOLATION } from '../database/problem.ts';
import { readLeaf } from '../envelope/leaf.ts';
import { journalsOf } from '../journal/append.ts';
import type { KernelKeys } from '../options.ts';
import { problem, refuse, type Result } from '../problem.ts';
import { writing } from '../transaction.ts';
import { admitBundle, mirrorStretch, type AdmitTools } from './admit.ts';
import { openBundle, openNote, type Bundle } from './bundle.ts';
import { prefixFork } from './fork.ts';
import { takeNote } from './note.ts';
import type { Projector } from './projector.ts';
import { stretchOf } from './stretch.ts';

export interface DoorParts {
  readonly database: Database;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly keys: KernelKeys;
  readonly tools: AdmitTools;
  readonly projectors: ReadonlyMap<string, Projector>;
  readonly tell: (coop: string, party: string, size: number) => void;
}

export function doorOf({ database, contexts, keys, tools, projectors, tell }: DoorParts): Pick<Kernel, 'admit' | 'takeNote' | 'comparePrefix'> {
  const { kysely } = database;
  const keysOf = (party: string, context: Context) => (party === context.party ? [keys.journal.key, ...(keys.own ?? [])] : (keys.peers[party] ?? []));
  const inCoop = async <T>(coop: string, act: (context: Context) => Promise<Result<T>>): Promise<Result<T>> => {
    const context = contexts.get(coop);
    if (!context) return refuse(problem('coop.unknown', [], { coop }));
    try {
      return await act(context);
    } catch (error) {
      const known = explain(error);
      if (known instanceof DatabaseProblem) return refuse(known.problem);
      throw known;
    }
  };
  const turns = new Map<string, Promise<unknown>>();
  /** One bundle of a journal at a time, in the order they came. */
  const inTurn = <T>(name: string, act: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(act, act);
    turns.set(name, turn);
    return turn;
  };
  /** Hashes and reads leaves, which needs no database; what it answers stores them. */
  const entering = (context: Context, given: Omit<Bundle, 'hashes'>, opened: OpenCheckpoint): (() => Promise<Result<Admission>>) => {
    const { journal, from, leaves } = given;
    if (given.proof === undefined) {
      const bundle = { ...given, hashes: leaves.map((leaf) => leafHash(leaf)) };
      const readings = leaves.map((leaf) => readLeaf(leaf, journal));
      return () => writing(database, context, (work, journals) => admitBundle(work, journals, bundle, readings, opened, tools));
    }
    const stretch = stretchOf(leaves, journal, from, tools.stored);
    const bundle = { ...given, hashes: stretch.hashes };
    return () => mirrorStretch(database, bundle, stretch, opened, tools).catch((error: unknown) => {
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      return mirrorStretch(database, bundle, { ...stretch, rows: null }, opened, tools);
    });
  };
  return {
    admit: (journal, from, leaves, note, proof) => inCoop(journal.coop, async (context) => {
      const opened = await openBundle({ journal, from, note }, context, keysOf(journal.party, context), tools.witnesses);
      if (!opened.ok) return opened;
      const taking = async () => {
        // While the stretch before it is still being written.
        const enter = entering(context, { journal, from, leaves, note, proof }, opened.value);
        const result = await inTurn(`${journal.coop}/${journal.party}/${journal.audience}`, enter);
        if (result.ok && result.value.size > result.value.from) tell(journal.coop, journal.party, result.value.size);
        return result;
      };
      const projector = projectors.get(journal.coop);
      return projector ? projector.during(taking) : taking();
    }),
    takeNote: (journal, note) => inCoop(journal.coop, async (context) => {
      const opened = await openNote(journal, note, context, keysOf(journal.party, context), tools.witnesses);
      if (!opened.ok) return opened;
      return kysely.transaction().execute((trx) => takeNote(trx, context, { journal, note, opened: opened.value }, tools));
    }),
    comparePrefix: (journal, note, prefix) => inCoop(journal.coop, async (context) => {
      const opened = await openNote(journal, note, context, keysOf(journal.party, context), tools.witnesses);
      if (!opened.ok) return opened;
      const row = (await journalsOf(kysely, journal.coop)).find((each) => each.party === journal.party && each.audience === journal.audience);
      const fault = await kysely.transaction().execute((trx) => prefixFork(trx, journal, opened.value, note, prefix, row, tools.stored));
      return fault ? refuse(fault) : { ok: true, value: null };
    }),
  };
}

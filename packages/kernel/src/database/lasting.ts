import type { PGlite, QueryOptions, Transaction } from '@electric-sql/pglite';
import { codeOf } from './problem.ts';

/** Opens the directory again; throws `data.full` where there is no room to start in. */
export type Reopen = () => Promise<PGlite>;

/**
 * The embedded engine, given up and opened again after a failure of its files. A server stops when its log cannot be
 * written, because what follows a hole in the log is not read again at the next start; this engine cannot stop the process
 * it lives in and would go on acknowledging (tried with 0.5.16: such an act was gone after the next start). Opened again it
 * knows all that was acknowledged and nothing else. While there is no room to open it, the old one answers, and only reads.
 */
export function lasting(first: PGlite, reopen: Reopen): PGlite {
  let engine = first;
  let failure: unknown = null;
  let onlyReads = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: nothing may wait inside an engine that is about to be given up. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const noting = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (ruins(error)) failure ??= error;
      throw failure !== null && codeOf(error) === READ_ONLY ? failure : error;
    }
  };
  const sound = async (): Promise<PGlite> => {
    if (failure === null) return engine;
    try {
      engine = await reopen();
      [failure, onlyReads] = [null, false];
    } catch (error) {
      if (onlyReads) return engine;
      await engine.exec('rollback; set default_transaction_read_only = on').catch(() => { throw error; });
      onlyReads = true;
    }
    return engine;
  };
  const within = (tx: Transaction): Transaction => forwarding(tx, {
    query: (text: string, values?: unknown[], options?: QueryOptions) => (failure === null || onlyReads ? noting(tx.query(text, values, options)) : Promise.reject(asError(failure))),
  });

  return forwarding(() => engine, {
    query: (text: string, values?: unknown[], options?: QueryOptions) => inTurn(async () => noting((await sound()).query(text, values, options))),
    exec: (text: string) => inTurn(async () => noting((await sound()).exec(text))),
    dumpDataDir: (compression?: 'none' | 'gzip' | 'auto') => inTurn(async () => {
      const whole = await sound();
      if (failure !== null) throw asError(failure);
      return whole.dumpDataDir(compression);
    }),
    transaction: (act: (tx: Transaction) => Promise<unknown>) => inTurn(async () => {
      let begun = false;
      try {
        return await noting((await sound()).transaction((tx) => { begun = true; return act(within(tx)); }));
      } catch (error) {
        // The query builder waits for a beginning, whatever becomes of it: what it asks then fails.
        if (!begun) return await act(failing(error));
        throw error;
      }
    }),
    // Given up, it must not write its memory over what the log says.
    close: () => inTurn(async () => { if (failure === null) await engine.close(); }),
  });
}

/** Read-only transaction: what a write is answered while the engine may only read. */
const READ_ONLY = '25006';
/** Classes of SQLSTATE that tell of the engine or its files, not of a question: no room, system errors, internal errors. */
const RUINOUS = /^(?:53|58|XX)/u;

function ruins(error: unknown): boolean {
  return RUINOUS.test(codeOf(error) ?? '') || hasEnded(error);
}

/** The engine itself came to an end, as it does over files it cannot make sense of. */
export const hasEnded = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError || (error instanceof Object && 'name' in error && error.name === 'ExitStatus') || (error instanceof Error && error.message.startsWith('PGlite failed to initialize'));

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** A transaction in which everything asked fails. */
const failing = (why: unknown): Transaction => ({ query: () => Promise.reject(asError(why)) }) as unknown as Transaction;

/** `instead` in front of what `target` has (now, where it is a function). */
function forwarding<T extends object>(target: T | (() => T), instead: object): T {
  const now = typeof target === 'function' ? target : () => target;
  return new Proxy(now(), {
    get(_, name) {
      if (name in instead) return Reflect.get(instead, name);
      const value: unknown = Reflect.get(now(), name);
      return typeof value === 'function' ? value.bind(now()) as unknown : value;
    },
  });
}

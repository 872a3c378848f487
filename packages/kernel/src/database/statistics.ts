const TABLES = 'act, item, content, record, candidate, link, attachment, search';

/** When statistics are taken: after how many transactions that moved a journal, and after which quiet time in milliseconds. */
interface Pace { readonly first: number; readonly next: (due: number) => number; readonly quiet: number }

/** An embedded engine never does it by itself: when it is quiet, after ever more transactions, for ever. */
export const EMBEDDED: Pace = { first: 8, next: (due) => Math.min(due * 2, 1_000), quiet: 1_000 };

/** A server does it by itself within minutes. Until then all it has prepared was planned for empty tables. */
export const SERVER: Pace = { first: 20, next: (due) => (due < 2_000 ? due * 10 : Infinity), quiet: 0 };

/**
 * Without statistics a database plans a query over thousands of records as over ten. So they are taken, at a pace told by the
 * statements that go by. `run` is given SQL.
 */
export function keepStatistics(run: (sql: string) => Promise<unknown>, { first, next, quiet }: Pace): { seen(sql: string): void; stop(): Promise<void> } {
  let [since, due] = [0, first];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  const take = (): void => {
    [since, due] = [0, next(due)];
    // Statistics that could not be taken make nothing wrong, only slow; the next ones are taken anyway.
    running = run(`analyze ${TABLES}`).catch(() => undefined);
  };
  return {
    seen(sql) {
      if (!sql.includes('insert into journal ')) return;
      since += 1;
      if (since < due) return;
      clearTimeout(timer);
      if (quiet === 0) return take();
      timer = setTimeout(take, quiet);
      timer.unref();
    },
    async stop() {
      clearTimeout(timer);
      await running;
    },
  };
}

import type { PGlite } from '@electric-sql/pglite';

/** Quiet time after a change, in milliseconds, and changes after which statistics are taken for the first time and at the latest. */
const [QUIET, FIRST, MOST] = [1_000, 8, 1_000];
const TABLES = 'act, item, content, record, candidate, link, attachment, search';

/**
 * A server looks by itself at what its tables hold, the embedded engine never does, and without statistics it plans a query
 * over thousands of records as over ten. So they are taken here: when it is quiet, after ever more transactions that moved
 * a journal, told by the statements that go by.
 */
export function keepStatistics(pglite: PGlite): { seen(sql: string): void; stop(): Promise<void> } {
  let [since, due] = [0, FIRST];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  const take = (): void => {
    [since, due] = [0, Math.min(due * 2, MOST)];
    // Statistics that could not be taken make nothing wrong, only slow; the next ones are taken anyway.
    running = pglite.exec(`analyze ${TABLES}`).catch(() => undefined);
  };
  return {
    seen(sql) {
      if (!sql.includes('insert into journal ')) return;
      since += 1;
      if (since < due) return;
      clearTimeout(timer);
      timer = setTimeout(take, QUIET);
      timer.unref();
    },
    async stop() {
      clearTimeout(timer);
      await running;
    },
  };
}

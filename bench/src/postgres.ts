import { join } from 'node:path';
import pg from 'pg';
import { endServer, postgresPrograms, startPostgres } from '@entente/testing/machine';

export interface Server { readonly url: string; end(): Promise<void> }

export const lacksPostgres = (): string | null => (postgresPrograms() === null ? 'there is no PostgreSQL on this machine' : null);

/** A PostgreSQL of this run with its usual settings, durable writes among them, and others where they are asked for. */
export async function postgres(folder: string, settings: readonly string[] = []): Promise<Server> {
  const url = await startPostgres(join(folder, 'postgres'), postgresPrograms() ?? '', process.pid, true, settings);
  return { url, end: () => endServer(folder) };
}

/** Runs statements on connections of their own for a while, each again as soon as it is answered; statements a second. */
export async function askedPerSecond(url: string, connections: number, milliseconds: number, statement: (at: number) => pg.QueryConfig): Promise<number> {
  const clients = await Promise.all(Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  }));
  let done = 0;
  const started = performance.now();
  await Promise.all(clients.map(async (client) => {
    while (performance.now() - started < milliseconds) await client.query(statement(done++));
  }));
  const perSecond = done / ((performance.now() - started) / 1_000);
  await Promise.all(clients.map((client) => client.end()));
  return perSecond;
}

/** One statement on a connection of its own; answers its rows. */
export async function run<Row extends pg.QueryResultRow>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

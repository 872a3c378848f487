/**
 * One serving process per database of a server, as the lock of a folder keeps it for the embedded engine (docs/decisions/0031): a lock
 * of a session of its own, which goes with the process, however it ends. Commands work beside it, and tell it when they are done.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { run, type Handle } from '../store/index.ts';
import { DatabaseProblem, explain } from './problem.ts';

/** Milliseconds in which the session of a process that was just ended goes by itself, and between two tries. */
const [PATIENCE, BETWEEN] = [3_000, 200];
/** The server lets go of a machine that is gone after about half a minute, and the line does not fall asleep. */
const KEPT_ALIVE = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4; set tcp_user_timeout = 30000';

const LOCK = `hashtext('entente.serving'), hashtext(current_schema())`;
const HOLDER = `select a.pid, a.application_name as name, coalesce(host(a.client_addr), 'local') as host from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.database = (select oid from pg_database where datname = current_database())
    and l.classid::bigint = hashtext('entente.serving')::bigint & 4294967295 and l.objid::bigint = hashtext(current_schema())::bigint & 4294967295 limit 1`;
const CHANNEL = 'entente_beside';

/** Whether any process serves this database now. */
export async function isServed(handle: Handle): Promise<boolean> {
  return (await run(handle, HOLDER)).length > 0;
}

/** Tells whoever serves that somebody else wrote what it knows by heart. */
export const tellServing = (handle: Handle): Promise<unknown> => run(handle, `select pg_notify('${CHANNEL}', current_schema())`);

export interface Serving {
  /** Whenever a command beside this process is done, or may have been while the line was cut. */
  heard(listener: () => void): void;
  release(): Promise<void>;
}

interface Place { readonly url: string; readonly schema: string | undefined }
interface Holder { readonly pid: number; readonly name: string; readonly host: string }

/**
 * Takes the lock; throws `data.served` while another process serves. A session that breaks is made anew, without end while
 * the server is away; `lost` is told when another process was quicker, and then nothing more may be written.
 */
export async function serveAlone(place: Place, lost: (problem: DatabaseProblem) => void): Promise<Serving> {
  const name = `entente node ${randomBytes(6).toString('hex')}`;
  const listeners = new Set<() => void>();
  const end = new AbortController();
  const released = (): boolean => end.signal.aborted;
  const tell = () => { for (const listener of listeners) listener(); };
  const hold = async (): Promise<pg.Client> => {
    const client = await sessionOf(place, name);
    const held = () => !released() && client === now;
    client.on('notification', () => { if (held()) tell(); });
    client.on('end', () => { if (held()) void again(); });
    return client;
  };
  let now: pg.Client | null = await hold();
  const again = async (): Promise<void> => {
    now = null;
    while (!released()) {
      try {
        now = await hold();
        if (released()) await now.end();
        else tell();
        return;
      } catch (error) {
        if (error instanceof DatabaseProblem && error.problem.id === 'data.served') return lost(error);
        await sleep(BETWEEN, undefined, { ref: false });
      }
    }
  };
  return {
    heard: (listener) => { listeners.add(listener); },
    async release() {
      end.abort();
      await now?.end();
    },
  };
}

/** A session that holds the lock and hears. */
async function sessionOf({ url, schema }: Place, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url, application_name: name, ...(schema ? { options: `-c search_path=${schema}` } : {}), keepAlive: true, keepAliveInitialDelayMillis: 10_000,
  });
  // What breaks ends, and what waits is answered with the error.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(KEPT_ALIVE);
    await take(client, name);
    await client.query(`listen ${CHANNEL}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw explain(error);
  }
}

async function take(client: pg.Client, name: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const { rows: [answer] } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${LOCK}) as taken`);
    if (answer?.taken) return;
    const { rows: [holder] } = await client.query<Holder>(HOLDER);
    // Our own session from before the line was cut, of which the server has not learned yet that it is dead.
    if (holder?.name === name) await client.query('select pg_terminate_backend($1)', [holder.pid]);
    if (performance.now() > until) throw new DatabaseProblem({ id: 'data.served', path: [], params: { pid: holder?.pid ?? 0, host: holder?.host ?? '?' } });
    await sleep(BETWEEN);
  }
}

/** The rows that the kernel wrote, written again without it: what the tables and their indexes alone cost. */
import pg from 'pg';

/** Tables of one act, each with its rows by the index of the act. */
const TABLES = {
  act: 'act t',
  item: 'item t',
  // What several acts say is stored once, with the first.
  content: '(select coop, hash, min(idx) as idx from item group by coop, hash) i join content t on t.coop = i.coop and t.hash = i.hash',
  record: '(select coop, record, min(idx) as idx from item group by coop, record) i join record t on t.coop = i.coop and t.id = i.record',
  search: '(select coop, record, min(idx) as idx from item group by coop, record) i join search t on t.coop = i.coop and t.record = i.record',
} as const;

/**
 * Acts a second of one connection that writes the rows of a schema's acts into tables of the same form, `atOnce` acts in each
 * durable transaction, by prepared statements of many rows sent together. Rows of words are among them. What is written stands on the
 * server already: nothing is judged, made, sent or read as JSON.
 */
export async function bareActsPerSecond(url: string, schema: string, atOnce: number, milliseconds: number): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}`, pipeline: true });
  await client.connect();
  try {
    await client.query('create schema bare');
    const inserts: string[] = [];
    for (const [table, from] of Object.entries(TABLES)) inserts.push(await staged(client, table, from, atOnce));
    const { rows: [held] } = await client.query<{ acts: number }>('select count(*)::int as acts from act');
    const transactions = Math.floor((held?.acts ?? 0) / atOnce);
    let at = 0;
    const started = performance.now();
    for (; at < transactions && performance.now() - started < milliseconds; at += 1) {
      const rows = inserts.map((text, place) => client.query({ name: `bare-${place}`, text, values: [at] }));
      await Promise.all([client.query('begin'), ...rows, client.query('commit')]);
    }
    return (at * atOnce) / ((performance.now() - started) / 1_000);
  } finally {
    await client.end();
  }
}

/** Puts the rows of a table where reading them costs next to nothing, and makes an empty table like it; the statement from one to the other. */
async function staged(client: pg.Client, table: string, from: string, atOnce: number): Promise<string> {
  const idx = from.includes(' join ') ? 'i.idx' : 't.idx';
  await client.query(`create temp table staged_${table} as select t.*, ${idx} / ${atOnce} as transaction_ from ${from}`);
  await client.query(`create index on staged_${table} (transaction_)`);
  await client.query(`analyze staged_${table}`);
  await client.query(`create table bare.${table} (like ${table} including all)`);
  const { rows } = await client.query<{ name: string }>(`select quote_ident(column_name) as name from information_schema.columns where table_schema = 'bare' and table_name = $1 order by ordinal_position`, [table]);
  const columns = rows.map(({ name }) => name).join(', ');
  return `insert into bare.${table} (${columns}) select ${columns} from staged_${table} where transaction_ = $1`;
}

/** Full text over 100,000 trilingual documents: Lao by syllables, Vietnamese with and without accents; beside plain PostgreSQL and MiniSearch. */
import MiniSearch from 'minisearch';
import pg from 'pg';
import { commitment } from '@entente/accords/kinds';
import { openDatabase } from '@entente/kernel';
import { memoryNodes } from '@entente/kernel/testing';
import { COMMON, documentAt, RARE, type TrilingualText } from '../documents.ts';
import { lacksPostgres, postgres } from '../postgres.ts';
import { subject, type Line } from '../subject.ts';
import { inTurn } from '../timing.ts';

const [DOCUMENTS, ROUNDS, CHUNK] = [Number(process.env['ENTENTE_BENCH_DOCUMENTS'] ?? 100_000), 25, 2_000];
const LANGUAGES = ['vi', 'lo', 'en'] as const;

export default subject({
  about: 'full-text query over 100,000 trilingual documents, beside plain PostgreSQL and MiniSearch',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    const nodes = await memoryNodes(1, { kinds: [commitment], open: () => openDatabase({ url: server.url }) });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      const [node] = nodes.nodes;
      if (!node) throw new Error('no node');
      const reader = node.kernel.reader(node.person());
      tell(`${DOCUMENTS} records`);
      const plainTook = await fill(client);
      tell('their words');
      const took = await timed(() => node.kernel.caughtUp('test'));
      await client.query('vacuum analyze');
      const [sizes] = (await client.query<Record<'ours' | 'plain', string>>("select pg_total_relation_size('search') as ours, pg_total_relation_size('plain') as plain")).rows;
      tell('MiniSearch reads them');
      const before = process.memoryUsage().rss;
      const [mini, miniTook] = await miniSearch();
      const mebibytes = (bytes: number | string): number => Number(bytes) / 2 ** 20;
      const lines: Line[] = [
        { what: 'words made, while they are looked up', unit: 'docs/s', value: DOCUMENTS / took, beside: { what: 'plain PostgreSQL', value: DOCUMENTS / plainTook, measured: true } },
        { what: 'words made', unit: 'docs/s', value: DOCUMENTS / took, beside: { what: 'MiniSearch', value: DOCUMENTS / miniTook, measured: true } },
        { what: 'words, texts and index on disk', unit: 'MiB', value: mebibytes(sizes?.ours ?? 0), beside: { what: 'plain PostgreSQL', value: mebibytes(sizes?.plain ?? 0), measured: true } },
        { what: 'memory of the process that MiniSearch took', unit: 'MiB', value: mebibytes(process.memoryUsage().rss - before) },
      ];
      const foundBy = async (typed: string) => ({
        ours: (await reader.search('test', typed, { limit: 20, lang: 'vi' })).length,
        plain: (await client.query({ name: 'plain', text: PLAIN, values: [typed] })).rowCount ?? 0,
        mini: Math.min(20, mini.search(typed).length),
      });
      for (const [what, typed] of QUERIES) {
        const times = await inTurn(ROUNDS, {
          ours: () => reader.search('test', typed, { limit: 20, lang: 'vi' }),
          plain: () => client.query({ name: 'plain', text: PLAIN, values: [typed] }),
          mini: () => mini.search(typed).slice(0, 20),
        });
        const found = await foundBy(typed);
        if (found.ours === 0) throw new Error(`nothing is found for ${typed}`);
        tell(`${what}: of 20 asked for, found by us ${found.ours}, plain PostgreSQL ${found.plain}, MiniSearch ${found.mini}`);
        const one: Line = { what, unit: 'ms', value: times.ours.median };
        lines.push({ what: `${what}, 95th of 100`, unit: 'ms', value: times.ours.p95, beside: { what: 'plain PostgreSQL', value: times.plain.p95, measured: true } });
        // Who finds nothing is quick: a peer's time counts only where it found as much.
        if (found.plain >= found.ours) lines.push({ ...one, beside: { what: 'plain PostgreSQL', value: times.plain.median, measured: true }, goal: { of: 'ratio', most: 1.5 } });
        if (found.mini >= found.ours) lines.push({ ...one, beside: { what: 'MiniSearch', value: times.mini.median, measured: true } });
        if (found.plain < found.ours && found.mini < found.ours) lines.push({ ...one, what: `${what} (the others find less or nothing)` });
      }
      return lines;
    } finally {
      await client.end();
      await nodes.close();
      await server.end();
    }
  },
});

const QUERIES: readonly (readonly [string, string])[] = [
  ['rare, Vietnamese', RARE.vi], ['rare, without accents', RARE.plain], ['rare, English', RARE.en], ['rare, Lao', RARE.lo],
  ['common, Vietnamese', COMMON.vi], ['common, without accents', COMMON.plain], ['common, English', COMMON.en], ['common, Lao', COMMON.lo],
];

const PLAIN = `select id, body from plain where words @@ plainto_tsquery('simple', $1) order by ts_rank(words, plainto_tsquery('simple', $1)) desc limit 20`;

const bodyOf = (text: TrilingualText): string => LANGUAGES.map((lang) => text[lang]).join('\n');

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1_000;
};

/**
 * Records put in by SQL (writing 100,000 acts is what another measurement measures), their words still to be made by the kernel;
 * and the same texts for PostgreSQL alone. Answers the seconds PostgreSQL took for those.
 */
async function fill(client: pg.Client): Promise<number> {
  await client.query('create table plain (id uuid primary key, body text not null, words tsvector not null)');
  await client.query('create index on plain using gin (words)');
  let plainTook = 0;
  for (let from = 0; from < DOCUMENTS; from += CHUNK) {
    const documents = Array.from({ length: Math.min(CHUNK, DOCUMENTS - from) }, (_, at) => ({ id: idOf(from + at), text: documentAt(from + at) }));
    const ids = documents.map(({ id }) => id);
    await client.query(`insert into record (coop, id, kind, kv, audience, party, standing, version, ordinal, content, title, sort, translations, at, waits_for)
      select 'test', x.id, 'commitment', 1, 'joint', 'P1', 'agreed', x.id::text, 1, x.content::jsonb, '{}', '{}', '{}', now(), '{}' from unnest($1::uuid[], $2::text[]) as x(id, content)`,
      [ids, documents.map(({ text }) => JSON.stringify({ text }))]);
    await client.query("insert into search_due (coop, record) select 'test', x from unnest($1::uuid[]) as x", [ids]);
    plainTook += await timed(() => client.query(`insert into plain select x.id, x.body, to_tsvector('simple', x.body) from unnest($1::uuid[], $2::text[]) as x(id, body)`, [ids, documents.map(({ text }) => bodyOf(text))]));
  }
  return plainTook;
}

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

async function miniSearch(): Promise<[MiniSearch, number]> {
  const mini = new MiniSearch({ fields: ['vi', 'lo', 'en'], searchOptions: { combineWith: 'AND' } });
  const took = await timed(async () => {
    for (let at = 0; at < DOCUMENTS; at += 1) mini.add({ id: at, ...documentAt(at) });
    return Promise.resolve();
  });
  return [mini, took];
}

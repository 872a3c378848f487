/** A list of 20 rows of 5,000, filtered and sorted, over HTTP: peers answer 74 to 141 a second (docs: numbers of the peers). */
import { join } from 'node:path';
import { cooperation } from '@entente/example-vn-la';
import { COOP, makeNode, processFigures, serveNode, signIn, type NodePlace } from '../node.ts';
import { askedPerSecond, lacksPostgres, postgres } from '../postgres.ts';
import { fillCommitments } from '../records.ts';
import { subject, type Beside, type Line } from '../subject.ts';
import { drive, type TrafficResult } from '../traffic.ts';

const [RECORDS, CLIENTS, WARM, TIME] = [5_000, 10, 2_000, 6_000];
const PEERS: readonly Beside[] = [{ what: 'NocoBase', value: 141, measured: false }, { what: 'Directus', value: 132, measured: false }, { what: 'Strapi', value: 74, measured: false }];
const SORTS = ['title', '-title', 'date', '-date'];
const THEMES = Object.keys(cooperation.themes);

/** Other pages, orders and filters in turn, so that no answer is the one before. */
const QUERIES = Array.from({ length: 48 }, (_, at) => `themes=${THEMES[at % THEMES.length] ?? ''}&sort=${SORTS[at % SORTS.length] ?? ''}&page=${1 + (at % 12)}`);

/** More than a node keeps answers of, so that rows are read and written anew each time. */
const FRESH = Array.from({ length: 1_000 }, (_, at) => `themes=${THEMES[at % THEMES.length] ?? ''}&sort=${SORTS[at % SORTS.length] ?? ''}&offset=${at % 400}&limit=${19 + Math.floor(at / 400)}`);

/** Lists of which none is asked for twice: what is in them, in which order and how many is found each time, as after every change. */
const ONCE = Array.from({ length: 6_000 }, (_, at) => `themes=${THEMES[at % THEMES.length] ?? ''}&sort=${SORTS[at % SORTS.length] ?? ''}&from=1950-01-01&to=${2026 + Math.floor(at / 1_000)}-${String(1 + (Math.floor(at / 100) % 10)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`);

export default subject({
  about: 'list of 20 rows of 5,000, filtered and sorted, over HTTP, 10 clients',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    try {
      const lines: Line[] = [];
      const beside = await onEngine('PostgreSQL', join(folder, 'server-node'), server.url, lines, tell);
      const limit = await askedPerSecond(server.url, CLIENTS, TIME, sameQuery);
      lines.unshift({ what: 'JSON, PostgreSQL, beside the database alone', unit: 'req/s', value: beside, beside: { what: 'the same query by pg', value: limit, measured: true } });
      await onEngine('PGlite', join(folder, 'embedded-node'), undefined, lines, tell);
      return lines;
    } finally {
      await server.end();
    }
  },
});

async function onEngine(engine: string, folder: string, database: string | undefined, lines: Line[], tell: (line: string) => void): Promise<number> {
  tell(`${engine}: writing ${RECORDS} commitments`);
  const place = await makeNode(folder, database, (kernel, by) => fillCommitments(kernel, by, RECORDS));
  const node = await serveNode(place);
  try {
    const json = await driven(place, node.pid, 'JSON', { authorization: `Bearer ${place.token}` }, QUERIES.map((query) => `/api/${COOP}/commitments?${query}`), tell);
    const fresh = await driven(place, node.pid, 'JSON, nothing kept', { authorization: `Bearer ${place.token}` }, FRESH.map((query) => `/api/${COOP}/commitments?${query}`), tell);
    const once = await driven(place, node.pid, 'JSON, each list once', { authorization: `Bearer ${place.token}` }, ONCE.map((query) => `/api/${COOP}/commitments?${query}`), tell);
    const page = await driven(place, node.pid, 'page', { cookie: await signIn(place) }, QUERIES.map((query) => `/commitments?${query}`), tell);
    const [best, ...others] = PEERS;
    lines.push({ what: `JSON, ${engine}`, unit: 'req/s', value: json.perSecond, ...(best ? { beside: best } : {}), goal: { of: 'ratio', least: 20 } });
    for (const beside of others) lines.push({ what: `JSON, ${engine}`, unit: 'req/s', value: json.perSecond, beside });
    lines.push({ what: `JSON, ${engine}, rows of no answer kept from before`, unit: 'req/s', value: fresh.perSecond, ...(best ? { beside: best } : {}) });
    lines.push({ what: `JSON, ${engine}, each list asked once, with its counts`, unit: 'req/s', value: once.perSecond, ...(best ? { beside: best } : {}) });
    lines.push({ what: `whole page, ${engine} (${Math.round(page.bytes / 1_000)} KB sent)`, unit: 'req/s', value: page.perSecond, ...(best ? { beside: best } : {}) });
    lines.push({ what: `JSON, ${engine}, for each second of the node's processor`, unit: 'req/s', value: json.perCpuSecond }, { what: `whole page, ${engine}, the same`, unit: 'req/s', value: page.perCpuSecond });
    return json.perSecond;
  } finally {
    await node.stop();
  }
}

async function driven(place: NodePlace, pid: number, what: string, headers: Readonly<Record<string, string>>, paths: readonly string[], tell: (line: string) => void): Promise<TrafficResult & { readonly perCpuSecond: number }> {
  const traffic = { url: place.url, headers: { 'accept-language': 'vi', ...headers }, clients: CLIENTS, paths };
  await drive({ ...traffic, milliseconds: WARM });
  const before = processFigures(pid).cpuSeconds;
  const result = await drive({ ...traffic, milliseconds: TIME });
  const spent = processFigures(pid).cpuSeconds - before;
  if (result.failures > 0) throw new Error(`${what}: ${result.failures} answers were no success`);
  tell(`${what}: ${Math.round(result.perSecond)}/s, median ${result.median.toFixed(1)} ms, ${result.bytes} bytes each`);
  return { ...result, perCpuSecond: (result.perSecond * TIME) / 1_000 / spent };
}

function sameQuery(at: number): { name: string; text: string; values: unknown[] } {
  const down = at % 2 === 0;
  return {
    name: `list-${down ? 'down' : 'up'}`,
    text: `select id, kind, kv, party, standing, version, ordinal, content, title, translations, date, at, waits_for from record
      where coop = $1 and kind = 'commitment' and standing <> 'retired' and content->'themes' ? $2 order by (sort->>'vi') collate "C" ${down ? 'desc' : 'asc'} nulls last, id limit 20 offset $3`,
    values: [COOP, THEMES[at % THEMES.length], 20 * (at % 12)],
  };
}

/** Exchange of a long journal: node A's acts into an empty node B over HTTP, each a process of its own; the peers do the same in the same run. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ended, forked, said, type Side } from '../exchange/process.ts';
import { peersInstalled, throughPeer, type PeerName } from '../exchange/peers.ts';
import { copied, streamed } from '../exchange/plain.ts';
import type { SinkFigures } from '../exchange/sink.ts';
import { lacksPostgres, postgres } from '../postgres.ts';
import { subject, type Beside, type Goal, type Line } from '../subject.ts';

/** ENTENTE_BENCH_ACTS=1000000 shows whether memory stays flat. */
const ACTS = Number(process.env['ENTENTE_BENCH_ACTS'] ?? 100_000);
const LEAST = 30_000;
const BESIDE_PEERS: readonly (readonly [PeerName, string, number])[] = [['pouchdb', 'PouchDB (CouchDB protocol), nothing checked', 5], ['hypercore', 'Hypercore, hashes and signature checked', 2.5]];

export default subject({
  about: `exchange of ${ACTS.toLocaleString('en')} acts of about 600 bytes from node A into an empty node B over HTTP, everything checked and durable`,
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder, ['wal_level=logical']);
    try {
      tell('A is filled');
      const source = forked('source.ts', server.url, String(ACTS));
      const { port } = await said<{ port: number }>(source);
      const ours = await takenIn(server.url, port, 'acts', tell);
      const lines = [lineOf(ours, { of: 'value', least: LEAST })];
      const beside = (what: string, value: number, goal?: Goal): void => { lines.push(lineOf(ours, goal, { what, value, measured: true })); };
      tell('PostgreSQL, a copy');
      beside('PostgreSQL COPY, nothing checked', await copied(server.url, ACTS));
      tell('PostgreSQL, logical replication');
      beside('PostgreSQL logical replication, nothing checked', await streamed(server.url, ACTS), { of: 'ratio', least: 1 });
      source.disconnect();
      await ended(source);
      if (!peersInstalled()) tell('PouchDB and Hypercore are not installed: npx pnpm@12 --dir bench/peers --ignore-workspace install');
      else for (const [name, what, least] of BESIDE_PEERS) {
        tell(name);
        beside(what, (await throughPeer(name, folder, ACTS)).perSecond, { of: 'ratio', least });
      }
      return [...lines, ...memoryOf(ours), ...recordsOf(ours)];
    } finally {
      await server.end();
    }
  },
});

async function takenIn(url: string, port: number, what: string, tell: (line: string) => void): Promise<SinkFigures> {
  tell(`B takes the ${what} in, then their records`);
  const sink: Side = forked('sink.ts', url, String(port));
  const figures = await said<SinkFigures>(sink);
  await ended(sink);
  tell(`memory of B, MiB in each tenth: ${figures.memory.map((each) => Math.round(each)).join(' ')}`);
  // What the server still writes in the background is not to fall on the peers.
  await sleep(2_000);
  return figures;
}

const lineOf = (ours: SinkFigures, goal?: Goal, beside?: Beside): Line => ({ what: 'acts held, checked and durable', unit: 'acts/s', value: ours.size / ours.seconds, ...(beside ? { beside } : {}), ...(goal ? { goal } : {}) });

function memoryOf({ memory, processorMicroseconds, recordsProcessorMicroseconds }: SinkFigures): Line[] {
  const half = Math.ceil(memory.length / 2);
  return [
    { what: 'processor time of node B, an act held', unit: 'µs', value: processorMicroseconds },
    { what: 'processor time of node B, an act in the records', unit: 'µs', value: recordsProcessorMicroseconds },
    { what: 'memory of B, peak of the second half', unit: 'MiB', value: Math.max(...memory.slice(half)), beside: { what: 'of the first half', value: Math.max(...memory.slice(0, half)), measured: true }, goal: { of: 'ratio', most: 1.1 } },
  ];
}

const recordsOf = ({ size, seconds, recordsSeconds, wordsSeconds }: SinkFigures): Line[] => [
  { what: 'acts in the records, behind', unit: 'acts/s', value: size / (recordsSeconds - seconds), goal: { of: 'value', least: 15_000 } },
  { what: 'from nothing to the last record', unit: 's', value: recordsSeconds },
  { what: 'from nothing until the last word can be found', unit: 's', value: wordsSeconds },
];

/** Exchange of a long journal: node A's acts into an empty node B over HTTP, each a process of its own; the peers do the same in the same run. */
import { setTimeout as sleep } from 'node:timers/promises';
import { MEMORY_FLAGS } from '@entente/node';
import { ended, flagged, forked, said, type Side } from '../exchange/process.ts';
import { peersInstalled, throughPeer, type PeerName } from '../exchange/peers.ts';
import { copied, streamed } from '../exchange/plain.ts';
import type { SinkFigures } from '../exchange/sink.ts';
import { lacksPostgres, postgres } from '../postgres.ts';
import { tenths } from '../tenths.ts';
import { subject, type Beside, type Goal, type Line } from '../subject.ts';

/** ENTENTE_BENCH_ACTS=1000000 shows whether memory stays flat. */
const ACTS = Number(process.env['ENTENTE_BENCH_ACTS'] ?? 100_000);
const LEAST = 30_000;
/** From here on only what is asked of a long journal is measured. */
const LONG = 200_000;
const BESIDE_PEERS: readonly (readonly [PeerName, string, number])[] = [['pouchdb', 'PouchDB (CouchDB protocol), nothing checked', 5], ['hypercore', 'Hypercore, hashes and signature checked', 2.5]];

export default subject({
  about: `exchange of ${ACTS.toLocaleString('en')} acts of about 600 bytes from node A into an empty node B over HTTP, everything checked and durable`,
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder, ['wal_level=logical']);
    try {
      tell('A is filled');
      await ended(forked('fill.ts', server.url, String(ACTS)));
      const source = flagged(MEMORY_FLAGS, 'source.ts', server.url);
      const { port } = await said<{ port: number }>(source);
      const small = await takenIn(server.url, port, 'small', MEMORY_FLAGS, tell);
      source.send('memory');
      const served = tenths((await said<{ memory: number[] }>(source)).memory);
      tell(`memory of A, MiB in each tenth: ${served.map(Math.round).join(' ')}`);
      // As a process that may take what memory it likes; not for so many that it would take another quarter of an hour.
      const ours = ACTS > LONG ? small : await takenIn(server.url, port, 'roomy', [], tell);
      const lines = [lineOf(ours, { of: 'value', least: LEAST })];
      const beside = (what: string, value: number, goal?: Goal): void => { lines.push(lineOf(ours, goal, { what, value, measured: true })); };
      if (ACTS > LONG) return [...lines, ...sideOf('', ours), memoryOf('B', small.memory), memoryOf('A', served)];
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
      return [...lines, ...sideOf('', ours), heldLine('the same, told to stay small as a node is', small), ...sideOf(', told to stay small as a node is', small), memoryOf('B', small.memory), memoryOf('A', served)];
    } finally {
      await server.end();
    }
  },
});

async function takenIn(url: string, port: number, schema: string, flags: readonly string[], tell: (line: string) => void): Promise<SinkFigures> {
  tell(`B takes the acts in, then their records (${schema})`);
  const sink: Side = flagged(flags, 'sink.ts', url, String(port), schema);
  const figures = await said<SinkFigures>(sink);
  await ended(sink);
  tell(`memory of B, MiB in each tenth: ${figures.memory.map((each) => Math.round(each)).join(' ')}`);
  // What the server still writes in the background is not to fall on the peers.
  await sleep(2_000);
  return figures;
}

const heldLine = (what: string, ours: SinkFigures): Line => ({ what, unit: 'acts/s', value: ours.size / ours.seconds });
const lineOf = (ours: SinkFigures, goal?: Goal, beside?: Beside): Line => ({ ...heldLine('acts held, checked and durable', ours), ...(beside ? { beside } : {}), ...(goal ? { goal } : {}) });

function memoryOf(node: string, memory: readonly number[]): Line {
  const half = Math.ceil(memory.length / 2);
  return { what: `memory of ${node}, peak of the second half`, unit: 'MiB', value: Math.max(...memory.slice(half)), beside: { what: 'of the first half', value: Math.max(...memory.slice(0, half)), measured: true }, goal: { of: 'ratio', most: 1.1 } };
}

const sideOf = (how: string, { size, seconds, recordsSeconds, wordsSeconds, processorMicroseconds, recordsProcessorMicroseconds }: SinkFigures): Line[] => [
  { what: `acts in the records, right behind${how}`, unit: 'acts/s', value: size / (recordsSeconds - seconds), ...(how === '' ? { goal: { of: 'value', least: 15_000 } } : {}) },
  { what: `from nothing to the last record${how}`, unit: 's', value: recordsSeconds },
  ...(wordsSeconds === null ? [] : [{ what: `until the last word can be found${how}`, unit: 's', value: wordsSeconds }]),
  { what: `processor time of B, an act held${how}`, unit: 'µs', value: processorMicroseconds },
  { what: `processor time of B, an act in the records${how}`, unit: 'µs', value: recordsProcessorMicroseconds },
];

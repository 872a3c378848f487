/** Exchange of a long journal: node A's acts into an empty node B over HTTP, each a process of its own; the peers do the same in the same run. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SinkFigures } from '../exchange/sink.ts';
import { lacksPostgres, postgres } from '../postgres.ts';
import { subject, type Line } from '../subject.ts';

const ACTS = Number(process.env['ENTENTE_BENCH_ACTS'] ?? 100_000);

export default subject({
  about: `exchange of ${ACTS.toLocaleString('en')} acts of about 600 bytes from node A into an empty node B over HTTP, everything checked and durable`,
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    try {
      tell('A is filled');
      const source = child('source.ts', server.url, String(ACTS));
      const { port } = await said<{ port: number }>(source);
      tell('B takes it in');
      const sink = child('sink.ts', server.url, String(port));
      const ours = await said<SinkFigures>(sink);
      await ended(sink);
      source.disconnect();
      await ended(source);
      console.log(ours);
      return [{ what: 'ours', unit: 'acts/s', value: ours.size / ours.seconds }];
    } finally {
      await server.end();
    }
  },
});

function child(file: string, ...args: string[]): ChildProcess {
  const flags = process.env['SINK_FLAGS']?.split(' ') ?? [];
  return fork(fileURLToPath(new URL(`../exchange/${file}`, import.meta.url)), args, { execArgv: file === 'sink.ts' ? flags : [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

function said<T>(from: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    from.once('message', (message) => { resolve(message as T); });
    from.once('exit', (code) => { reject(new Error(`a node of the measurement ended with ${String(code)}`)); });
  });
}

const ended = (process: ChildProcess): Promise<void> => new Promise((resolve) => { if (process.exitCode !== null) resolve(); else process.once('exit', () => { resolve(); }); });

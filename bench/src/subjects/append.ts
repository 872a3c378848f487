/** Durable appends of one act each, by 1, 8 and 32 writers, beside PostgreSQL's own commits of one row of the same size. */
import { openDatabase, type Intent } from '@entente/kernel';
import { memoryNodes, type TestNode } from '@entente/kernel/testing';
import { sampleActs } from '../acts.ts';
import { askedPerSecond, lacksPostgres, postgres, run } from '../postgres.ts';
import { subject, type Line } from '../subject.ts';

const [WARM, TIME] = [1_500, 5_000];
const WRITERS = [1, 8, 32];

export default subject({
  about: 'durable appends of one act each by 1, 8 and 32 writers, beside PostgreSQL committing single rows',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    const nodes = await memoryNodes(1, { open: () => openDatabase({ url: server.url, schema: 'entente' }, { connections: 10 }) });
    try {
      const [node] = nodes.nodes;
      if (!node) throw new Error('no node');
      await run(server.url, 'create table plain (id bigint generated always as identity primary key, bytes bytea not null)');
      const [bytes] = sampleActs(1);
      const lines: Line[] = [];
      await committed(node, 8, WARM);
      for (const writers of WRITERS) {
        tell(`${writers} writers`);
        const ours = await committed(node, writers, TIME);
        const plain = await askedPerSecond(server.url, writers, TIME, () => ({ name: 'plain', text: 'insert into plain (bytes) values ($1)', values: [bytes] }));
        lines.push({ what: `${writers} writers`, unit: 'acts/s', value: ours, beside: { what: 'PostgreSQL, one row a commit', value: plain, measured: true }, ...(writers === 32 ? { goal: { of: 'ratio', least: 0.6 } } : {}) });
      }
      return lines;
    } finally {
      await nodes.close();
      await server.end();
    }
  },
});

/** Acts a second: each writer writes its next when its last is acknowledged. */
async function committed(node: TestNode, writers: number, milliseconds: number): Promise<number> {
  const by = node.person();
  let done = 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    while (performance.now() - started < milliseconds) {
      const at = done++;
      const intent: Intent = { verb: 'put', kind: 'person', content: { name: { vi: `Nguyễn Văn ${writer}-${at}` }, role: { vi: 'Cục trưởng', en: 'Director' }, sources: ['https://example.org/record'] } };
      const answer = await node.kernel.commit([intent], { coop: 'test', by });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    }
  }));
  return done / ((performance.now() - started) / 1_000);
}

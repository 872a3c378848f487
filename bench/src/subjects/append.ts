/** Durable appends of one act each, by 1, 8 and 32 writers, beside PostgreSQL's own commits of one row of the same size and beside the rows alone. */
import { join } from 'node:path';
import { openDatabase, type CommitOptions, type Intent } from '@entente/kernel';
import { memoryNodes, type TestNode } from '@entente/kernel/testing';
import { sampleActs } from '../acts.ts';
import { bareActsPerSecond } from '../append/bare.ts';
import { askedPerSecond, lacksPostgres, postgres, run } from '../postgres.ts';
import { subject, type Line } from '../subject.ts';

const [WARM, TIME] = [1_500, 5_000];
const WRITERS = [1, 8, 32];

export default subject({
  about: 'durable appends of one act each by 1, 8 and 32 writers, beside PostgreSQL committing single rows',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    const nodes = await memoryNodes(1, { open: () => openDatabase({ url: server.url, schema: 'entente' }, { connections: 10 }), highWater: () => join(folder, 'high-water.json') });
    try {
      const [node] = nodes.nodes;
      if (!node) throw new Error('no node');
      await run(server.url, 'create table plain (id bigint generated always as identity primary key, bytes bytea not null)');
      const [bytes] = sampleActs(1);
      const lines: Line[] = [];
      await committed(node, 8, WARM, put(node));
      for (const writers of WRITERS) {
        tell(`${writers} writers`);
        const ours = await committed(node, writers, TIME, put(node));
        const plain = await askedPerSecond(server.url, writers, TIME, () => ({ name: 'plain', text: 'insert into plain (bytes) values ($1)', values: [bytes] }));
        lines.push({ what: `${writers} writers`, unit: 'acts/s', value: ours, beside: { what: 'PostgreSQL, one row a commit', value: plain, measured: true }, ...(writers === 32 ? { goal: { of: 'ratio', least: 0.6 } } : {}) });
      }
      const most = Math.max(...WRITERS);
      const last = lines.at(-1);
      tell('the same rows without the kernel');
      await node.kernel.caughtUp(COOP);
      lines.push({ what: `${most} writers, of the rows alone`, unit: 'acts/s', value: last?.value ?? 0, beside: { what: `the same rows without the kernel, ${most} acts a commit`, value: await bareActsPerSecond(server.url, 'entente', most, TIME), measured: true } });
      tell('half of them edits');
      const mixed = await committed(node, most, TIME, putAndEdit(node));
      lines.push({ what: `${most} writers, each second act an edit, all keyed`, unit: 'acts/s', value: mixed, ...(last?.beside ? { beside: last.beside } : {}) });
      return lines;
    } finally {
      await nodes.close();
      await server.end();
    }
  },
});

const COOP = 'test';
/** What a writer commits next, told what he committed last. */
type Next = (name: string, last: string | undefined) => { readonly intent: Intent; readonly options: CommitOptions };

const contentOf = (name: string) => ({ name: { vi: `Nguyễn Văn ${name}` }, role: { vi: 'Cục trưởng', en: 'Director' }, sources: ['https://example.org/record'] });

function put(node: TestNode): Next {
  const options = { coop: COOP, by: node.person() };
  return (name) => ({ intent: { verb: 'put', kind: 'person', content: contentOf(name) }, options });
}

/** A record, then another version of it; each keyed against repetition, as pages and programs send them. */
function putAndEdit(node: TestNode): Next {
  const by = node.person();
  const edited = new Set<string>();
  return (name, last) => {
    const record = last === undefined || edited.delete(last) ? undefined : last;
    if (record !== undefined) edited.add(record);
    return { intent: { verb: 'put', kind: 'person', ...(record === undefined ? {} : { record }), content: contentOf(`${name} again`) }, options: { coop: COOP, by, idempotency: name } };
  };
}

/** Acts a second: each writer writes its next when its last is acknowledged. */
async function committed(node: TestNode, writers: number, milliseconds: number, next: Next): Promise<number> {
  let done = 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    let last: string | undefined;
    while (performance.now() - started < milliseconds) {
      const { intent, options } = next(`${writer}-${done++}`, last);
      const answer = await node.kernel.commit([intent], options);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      last = answer.value.records[0]?.record;
    }
  }));
  return done / ((performance.now() - started) / 1_000);
}

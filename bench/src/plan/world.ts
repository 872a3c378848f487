/** A server with plans of many activities, and a kernel that has counted them. */
import pg from 'pg';
import { cooperation } from '@entente/example-vn-la';
import { createKernel, openDatabase, type Intent, type Kernel, type Recovery } from '@entente/kernel';
import { memoryNodes, type TestNode } from '@entente/kernel/testing';
import { programmeKinds } from '@entente/programme';
import { accordsKinds } from '@entente/accords';
import { postgres } from '../postgres.ts';
import { blockOf, COOP } from './generate.ts';
import { multiply } from './multiply.ts';

const BLOCK = 1_000;
/** Part of the full size: 1 unless `ENTENTE_BENCH_SCALE` says less. */
const SCALE = Number(process.env['ENTENTE_BENCH_SCALE'] ?? 1);

export interface PlanWorld {
  readonly node: TestNode;
  /** Started over all that was made: its indexes made and everything counted once. */
  readonly kernel: Kernel & Recovery;
  readonly startSeconds: number;
  readonly plans: readonly string[];
  readonly activities: number;
  readonly records: number;
  /** Beside the kernel, on the same tables. */
  readonly client: pg.Client;
  /** Writes something of no list, so that nothing kept between two changes answers. */
  change(): Promise<void>;
  end(): Promise<void>;
}

async function write(at: TestNode, intents: readonly Intent[]): Promise<void> {
  for (let from = 0; from < intents.length; from += 50) {
    const done = await at.kernel.commit(intents.slice(from, from + 50), { coop: COOP, by: at.person() });
    if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 3)));
  }
}

/** A side's consent to what the other proposed. */
async function consents(node: TestNode, records: readonly string[]): Promise<Intent[]> {
  const reader = node.kernel.reader(node.person());
  const open = await Promise.all(records.map(async (record) => (await reader.candidates(COOP, record)).find(({ status }) => status === 'open')));
  return open.flatMap((one) => (one ? [{ verb: 'consent', record: one.record, h: one.h } as const] : []));
}

/** `activities` at full size. */
export async function planWorld(folder: string, activities: number, withMoney: boolean, tell: (line: string) => void): Promise<PlanWorld> {
  const wanted = Math.max(BLOCK / 5, Math.round(activities * SCALE));
  const block = Math.min(BLOCK, wanted);
  const server = await postgres(folder);
  const kinds = [...accordsKinds, ...programmeKinds];
  const nodes = await memoryNodes(2, { cooperation, kinds, open: (party) => openDatabase({ url: server.url, schema: party.toLowerCase() }) });
  const [node, other] = nodes.nodes;
  if (!node || !other) throw new Error('no nodes');
  const { plans, intents: [first = [], second = []], agreed } = blockOf(node.kernel, block, withMoney);
  tell(`writing ${first.length + second.length} records by both sides`);
  await write(node, first);
  await nodes.sync();
  await write(other, [...second, ...await consents(other, agreed)]);
  await nodes.sync();
  const client = new pg.Client({ connectionString: server.url, options: `-c search_path=${node.party.toLowerCase()}` });
  await client.connect();
  const copies = Math.max(0, Math.round(wanted / block) - 1);
  await multiply(client, plans, copies, tell);
  const { rows: [made] } = await client.query<{ n: number }>('select count(*)::int as n from record');
  tell(`starting over ${made?.n ?? 0} records`);
  const started = performance.now();
  const kernel = await createKernel({ party: node.party, cooperations: [cooperation], kinds, database: node.database, keys: node.keys });
  const startSeconds = (performance.now() - started) / 1_000;
  let changes = 0;
  return {
    node, kernel, startSeconds, plans, activities: block * (copies + 1), records: made?.n ?? 0, client,
    async change() {
      const done = await kernel.commit([{ verb: 'put', kind: 'person', content: { name: { vi: `Người ${changes++}` }, role: { vi: 'Cục trưởng' }, sources: ['https://example.org/record'] } }], { coop: COOP, by: node.person() });
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
    },
    async end() {
      await client.end();
      await kernel.close();
      await nodes.close();
      await server.end();
    },
  };
}

/** A node of its own process that writes until it is killed: prints `ready`, then the index of every act it was told is kept. */
import { Buffer } from 'node:buffer';
import { signerFromSeed } from '@entente/verify';
import { createKernel, openDatabase, type DatabaseTarget } from '../../src/index.ts';
import { testKinds } from './kinds.ts';

const [target = '', cooperation = '', seed = ''] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(target) as DatabaseTarget, { dumpEvery: 0 });
const signer = await signerFromSeed('entente/demo/test/P1', Buffer.from(seed, 'hex'));
const coop = JSON.parse(cooperation) as Parameters<typeof createKernel>[0]['cooperations'][number];
const kernel = await createKernel({ party: 'P1', cooperations: [coop], kinds: testKinds, database, keys: { journal: signer, peers: {} } });
const by = { id: 'writer', party: 'P1', roles: ['coordinator'], office: null } as const;
process.stdout.write('ready\n');

// What asks nothing goes ahead of its records; some do, and some do not.
async function write(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const result = await kernel.commit([{ verb: 'put', kind: 'story', content: { text: { en: `Writer ${writer}, story ${n}` } } }, { verb: 'propose', kind: 'pledge', content: { text: { en: `${writer}/${n}` } }, agree: n < 2 }], { coop: coop.id, by });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    process.stdout.write(`${result.value.index} ${result.value.act}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(write));

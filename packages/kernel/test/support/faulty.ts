/**
 * A node of its own process under trial: first says what it holds and whether that is whole, then writes until something
 * stops it. Lines: `held SIZE ROOT-IS-RIGHT RECORDS`, `act INDEX ID` of what is held from a place on, `ready`, `kept INDEX ID` of
 * what was acknowledged, `refused IDS`.
 */
import { Buffer } from 'node:buffer';
import { leafHash, rootOf, signerFromSeed, toHex } from '@entente/verify';
import { createKernel, openDatabase, type DatabaseTarget } from '../../src/index.ts';
import { run } from '../../src/store/index.ts';
import { testKinds } from './kinds.ts';

export interface Trial {
  readonly target: DatabaseTarget;
  readonly cooperation: Parameters<typeof createKernel>[0]['cooperations'][number];
  readonly seed: string;
  readonly highWater: string;
  /** Acts before this one are known to the asker. */
  readonly from: number;
  readonly writers: number;
}

const trial = JSON.parse(process.argv[2] ?? '{}') as Trial;
const coop = trial.cooperation.id;
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const database = await openDatabase(trial.target, { dumpEvery: 0 });
const signer = await signerFromSeed('entente/demo/test/P1', Buffer.from(trial.seed, 'hex'));
const kernel = await createKernel({ party: 'P1', cooperations: [trial.cooperation], kinds: testKinds, database, keys: { journal: signer, peers: {} }, highWater: trial.highWater });

const journal = await kernel.journal(coop, 'P1', 'joint');
const leaves = await kernel.leaves(coop, 'P1', 'joint', 0, journal.size);
const [records] = await run<{ n: number }>(database.kysely, 'select count(*)::int as n from record');
say(`held ${journal.size} ${toHex(rootOf(leaves.map(leafHash))) === journal.root} ${records?.n ?? 0} ${(await kernel.standing()).state}`);
say(leaves.entries().filter(([at]) => at >= trial.from).map(([at, leaf]) => `act ${at} ${(JSON.parse(new TextDecoder().decode(leaf)) as { id: string }).id}\n`).toArray().join('').trimEnd());
say('ready');

const by = { id: 'writer', party: 'P1', roles: ['coordinator'], office: null } as const;
// What asks nothing goes ahead of its records; some do, and some do not.
async function write(writer: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const result = await kernel.commit([
      { verb: 'put', kind: 'story', content: { text: { en: `Writer ${writer}, story ${n}` } } },
      { verb: 'propose', kind: 'pledge', content: { text: { en: `${process.pid}/${writer}/${n}` } }, agree: n % 24 < 12 },
    ], { coop, by });
    if (!result.ok) return say(`refused ${result.problems.map(({ id }) => id).join(',')}`);
    say(`kept ${result.value.index} ${result.value.act}`);
  }
}

try {
  await Promise.all(Array.from({ length: trial.writers }, (_, writer) => write(writer)));
} catch (error) {
  say(`refused ${error instanceof Error ? error.message.replaceAll('\n', ' ') : 'thrown'}`);
}
if (trial.writers > 0) {
  // What failed once must not be believed to be well again: asked once more before the end.
  const again = await kernel.commit([{ verb: 'put', kind: 'story', content: { text: { en: 'Once more' } } }], { coop, by }).catch(() => null);
  say(again?.ok ? `kept ${again.value.index} ${again.value.act}` : `refused ${again ? again.problems.map(({ id }) => id).join(',') : 'thrown'}`);
}
// What was said is on its way only, and an exit would not wait for it.
process.stdout.write('', () => { process.exit(0); });

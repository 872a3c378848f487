/**
 * A node of its own process under trial: first says what it holds and whether that is whole, then repeats what was sent and never
 * answered, then writes until something stops it. Lines: `behind N` acts found without their records, `held SIZE ROOT-IS-RIGHT
 * RECORDS-ARE-RIGHT STANDING`, `act INDEX ID` of what is held from a place on, `fault ...` of an audit, `ready`, `try KEY`, `kept INDEX ID
 * KEY` of what was acknowledged, `refused IDS`.
 */
import { Buffer } from 'node:buffer';
import { leafHash, rootOf, signerFromSeed, toHex } from '@entente/verify';
import { auditNode, createKernel, openDatabase, type DatabaseTarget, type Intent } from '../../src/index.ts';
import { run } from '../../src/store/index.ts';
import { testKinds } from './kinds.ts';

/** What is written: new records alone, whose records may follow behind their acts; or edits and agreements among them, which go with theirs. */
export type Mix = 'new' | 'mixed';

export interface Trial {
  readonly target: DatabaseTarget;
  readonly cooperation: Parameters<typeof createKernel>[0]['cooperations'][number];
  readonly seed: string;
  readonly highWater: string;
  /** Acts before this one are known to the asker. */
  readonly from: number;
  readonly writers: number;
  readonly mix: Mix;
  /** Of this trial alone, for keys against repetition. */
  readonly name: string;
  /** Keys that were sent before and not answered. */
  readonly unanswered: readonly string[];
  /** Everything that is held is looked at, and the records are made again and compared. */
  readonly audit: boolean;
}

interface Leaf { readonly id: string; readonly items: readonly { readonly record?: string }[] }

const trial = JSON.parse(process.argv[2] ?? '{}') as Trial;
const coop = trial.cooperation.id;
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const database = await openDatabase(trial.target, { dumpEvery: 0 });
const signer = await signerFromSeed('entente/demo/test/P1', Buffer.from(trial.seed, 'hex'));
const [found] = await run<{ behind: number }>(database.kysely, "select coalesce(sum(size - projected), 0)::int as behind from journal where party = 'P1'");
say(`behind ${found?.behind ?? 0}`);
const keys = { journal: signer, peers: {} };
const kernel = await createKernel({ party: 'P1', cooperations: [trial.cooperation], kinds: testKinds, database, keys, highWater: trial.highWater });

const journal = await kernel.journal(coop, 'P1', 'joint');
const leaves = await kernel.leaves(coop, 'P1', 'joint', 0, journal.size);
const acts = leaves.map((leaf) => JSON.parse(new TextDecoder().decode(leaf)) as Leaf);
const wanted = new Set(acts.flatMap(({ items }) => items.flatMap(({ record }) => record ?? [])));
const records = await run<{ id: string }>(database.kysely, 'select id::text as id from record');
const areRight = records.length === wanted.size && records.every(({ id }) => wanted.has(id));
say(`held ${journal.size} ${toHex(rootOf(leaves.map(leafHash))) === journal.root} ${areRight} ${(await kernel.standing()).state}`);
for (const [at, { id }] of acts.entries()) if (at >= trial.from) say(`act ${at} ${id}`);
if (trial.audit) for (const fault of (await auditNode({ database, party: 'P1', cooperations: [trial.cooperation], kinds: testKinds, keys })).faults) say(`fault ${JSON.stringify(fault)}`);
say('ready');

const by = { id: 'writer', party: 'P1', roles: ['coordinator'], office: null } as const;
type Sent = Awaited<ReturnType<typeof kernel.commit>>;

/** Half of all are keyed against repetition, as what a page or a program sends is. */
async function send(intents: readonly Intent[], key?: string): Promise<Sent> {
  if (key !== undefined) say(`try ${key}`);
  const result = await kernel.commit(intents, { coop, by, ...(key === undefined ? {} : { idempotency: key }) });
  say(result.ok ? `kept ${result.value.index} ${result.value.act} ${key ?? ''}` : `refused ${result.problems.map(({ id }) => id).join(',')}`);
  return result;
}

const story = (text: string): Intent => ({ verb: 'put', kind: 'story', content: { text: { en: text } } });
/** Only from its key: whoever repeats it sends the same. */
const newOnes = (key: string): readonly Intent[] => [story(`Story of ${key}`), { verb: 'propose', kind: 'pledge', content: { text: { en: key } } }];

async function write(writer: number): Promise<void> {
  let told: { readonly record: string; readonly version: string } | undefined;
  for (let n = 0; ; n += 1) {
    const key = `${trial.name}/${writer}/${n}`;
    const plain: readonly Intent[] = n % 24 < 12 || trial.mix === 'new' ? newOnes(key) : [story(`Story of ${key}`), { verb: 'propose', kind: 'pledge', content: { text: { en: key } }, agree: true }];
    const edit = trial.mix === 'mixed' && n % 4 === 3 && told;
    const result: Sent = edit ? await send([{ ...story(`Told again in ${key}`), record: edit.record, on: edit.version } as Intent]) : await send(plain, n % 2 === 0 && n % 24 < 12 ? key : undefined);
    if (!result.ok) return;
    told = result.value.records[0];
  }
}

/** What nobody knows the fate of is sent again: it must be there once, whether it was stored before or is now. Whether work goes on. */
async function repeat(): Promise<boolean> {
  for (const key of trial.unanswered) {
    const result = await send(newOnes(key), key);
    if (!result.ok) return false;
    // Who reads waits for its records.
    await kernel.reader(by).get(coop, result.value.records[1]?.record ?? '');
  }
  const there = await run<{ key: string; n: number }>(database.kysely, "select content->'text'->>'en' as key, count(*)::int as n from record where content->'text'->>'en' = any($1::text[]) group by 1", [trial.unanswered]);
  for (const key of trial.unanswered) {
    const times = there.find((each) => each.key === key)?.n ?? 0;
    if (times !== 1) say(`fault ${key} is there ${times} times`);
  }
  return true;
}

try {
  if (trial.writers > 0 && (trial.unanswered.length === 0 || await repeat())) await Promise.all(Array.from({ length: trial.writers }, (_, writer) => write(writer)));
} catch (error) {
  say(`refused ${error instanceof Error ? error.message.replaceAll('\n', ' ') : 'thrown'}`);
}
if (trial.writers > 0) {
  // What failed once must not be believed to be well again: asked once more before the end.
  const again = await kernel.commit([story('Once more')], { coop, by }).catch(() => null);
  say(again?.ok ? `kept ${again.value.index} ${again.value.act}` : `refused ${again ? again.problems.map(({ id }) => id).join(',') : 'thrown'}`);
}
// What was said is on its way only, and an exit would not wait for it.
process.stdout.write('', () => { process.exit(0); });

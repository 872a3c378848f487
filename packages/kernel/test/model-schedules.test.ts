/**
 * The schedules of the consent model, each state of two parties and two crossed candidates on some way, played on real kernels:
 * at every step what a person may do there, and what is taken for agreed, is what the model says. `pnpm faults` plays them all.
 */
import { engines } from '@entente/testing';
import { expect, test } from 'vitest';
import { theCode, voteOf } from '../src/consent/test/code.ts';
import { explore, type Journal, type Schedule } from '../src/consent/test/explore.ts';
import { memoryNodes, type TestNode, type TestNodes } from '../src/testing.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, openOn, pledgeOf, read } from './support/nodes.ts';

const model = theCode();
const whole = process.env['ENTENTE_FAULTS'] === 'whole';

/** One succession at two nodes, and the model's view of it. */
class Stage {
  readonly #all: TestNodes;
  readonly #record: string;
  #versions: readonly string[] = [];
  /** What each node holds of each party in the model. */
  readonly #copies: Journal[][] = [[[], []], [[], []]];
  /** A node's signed states, by size. */
  readonly #notes = [new Map<number, string>(), new Map<number, string>()];

  constructor(all: TestNodes, name: string) {
    this.#all = all;
    this.#record = all.nodes[0]!.kernel.naturalId(COOP, 'pledge', name);
  }

  /** Proposals are known to both from the beginning: they bind nobody. */
  async begin(): Promise<void> {
    const versions: string[] = [];
    for (const text of ['A', 'B']) versions.push((await done(this.#node(0), { ...pledgeOf(text), record: this.#record })).version);
    this.#versions = versions;
    await this.#all.sync();
  }

  async step({ node, party, act }: Schedule[number]): Promise<void> {
    if (node === party) await this.#vote(node, act);
    else await this.#take(node, party);
    this.#copies[node]![party] = [...this.#copies[node]![party]!, act];
  }

  /** What may be done at a node, and what it takes for agreed: of the kernel, and of the model. */
  async seenAt(node: number): Promise<readonly [unknown, unknown]> {
    const copies = this.#copies[node]!;
    const allowed: boolean[] = [];
    for (const h of this.#versions) for (const verb of ['consent', 'reject'] as const) allowed.push((await this.#node(node).kernel.check([{ verb, record: this.#record, h }], { coop: COOP, by: this.#node(node).person() })).ok);
    const agreed = (await read(this.#node(node)).versions(COOP, this.#record)).map(({ version }) => this.#versions.indexOf(version));
    const moves = new Set(model.moves(copies, node).map((act) => act % 4));
    const wanted = model.agreed(copies, node);
    return [{ allowed, agreed }, { allowed: [0, 1, 2, 3].map((act) => moves.has(act)), agreed: wanted === null ? [] : [wanted] }];
  }

  async #vote(node: number, act: number): Promise<void> {
    const { verb, candidate } = voteOf(act);
    await done(this.#node(node), { verb, record: this.#record, h: this.#versions[candidate]! });
    const { size, checkpoint } = await this.#node(node).kernel.journal(COOP, this.#node(node).party, 'joint');
    this.#notes[node]!.set(size, checkpoint!);
  }

  /** The next act of another, and no more. */
  async #take(node: number, party: number): Promise<void> {
    const source = { coop: COOP, party: this.#node(party).party, audience: 'joint' } as const;
    const { size } = await this.#node(node).kernel.journal(COOP, source.party, 'joint');
    const leaves = await this.#node(party).kernel.leaves(COOP, source.party, 'joint', size, 1);
    const taken = await this.#node(node).kernel.admit(source, size, leaves, this.#notes[party]!.get(size + 1)!);
    if (!taken.ok) throw new Error(`refused: ${JSON.stringify(taken.problems)}`);
  }

  #node(at: number): TestNode {
    return this.#all.nodes[at]!;
  }
}

// What may be done does not depend on the engine: the quicker one.
test('given every schedule of the model, then real kernels allow and agree to exactly what it does', { timeout: whole ? 7_200_000 : 300_000 }, async ({ onTestFinished }) => {
  const { states, schedules } = explore(model);
  const every = schedules();
  const played = every.filter((_, at) => whole || at % Math.floor(every.length / 20) === 0);
  const all = await memoryNodes(2, { kinds: testKinds, open: () => openOn(engines().at(-1)!) });
  onTestFinished(() => all.close());
  let steps = 0;
  for (const [at, schedule] of played.entries()) {
    const stage = new Stage(all, `schedule ${at}`);
    await stage.begin();
    for (const [which, move] of schedule.entries()) {
      await stage.step(move);
      const [is, says] = await stage.seenAt(move.node);
      expect([at, which, is]).toEqual([at, which, says]);
      steps += 1;
    }
    await all.sync();
  }
  const dumps = await Promise.all(all.nodes.map((node) => node.kernel.dump(COOP)));
  expect(dumps[0]).toBe(dumps[1]);
  process.stderr.write(`schedules of the model: ${states} states, ${played.length} of ${every.length} schedules, ${steps} steps\n`);
});

/** Connected kernels for tests: no HTTP, acts are carried by hand. */
import { randomBytes } from 'node:crypto';
import { signerFromSeed, type Signer } from '@entente/verify';
import type { Cooperation, Kernel, Party, Person } from './contract.ts';
import { openDatabase, type Database } from './database/index.ts';
import { createKernel } from './kernel.ts';
import type { AnyKind, Role } from './kind.ts';

export interface TestNode {
  readonly party: string;
  readonly kernel: Kernel;
  readonly database: Database;
  readonly signer: Signer;
  /** A person of this party; coordinator when no role is named. */
  person(...roles: readonly Role[]): Person;
}

export interface TestNodes {
  readonly cooperation: Cooperation;
  readonly nodes: readonly TestNode[];
  /** Every node takes what every other holds of its own journals, until nothing new comes. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface TestNodesOptions {
  /** Its first `n` parties get a node; a made-up cooperation of `n` parties when left out. */
  readonly cooperation?: Cooperation;
  readonly kinds?: readonly AnyKind[];
  /** Where each node keeps its data; in memory when left out. */
  readonly open?: (party: string) => Promise<Database>;
  readonly clock?: () => Temporal.Instant;
}

const LANGUAGES = ['vi', 'lo', 'en'] as const;

function madeUp(n: number): Cooperation {
  const parties = Array.from({ length: n }, (_, at): Party => {
    const id = `P${at + 1}`;
    return { id, name: { en: `Party ${at + 1}` }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: [LANGUAGES[at % 3] ?? 'en'], zone: 'UTC' };
  });
  return { id: 'test', title: { en: 'Test' }, parties, observers: [], themes: {}, demo: true };
}

/** `n` kernels of `n` parties in one cooperation, knowing each other's keys. */
export async function memoryNodes(n: number, options: TestNodesOptions = {}): Promise<TestNodes> {
  const cooperation = options.cooperation ?? madeUp(n);
  const parties = cooperation.parties.slice(0, n).map((party) => party.id);
  const signers = new Map<string, Signer>();
  for (const party of cooperation.parties) signers.set(party.id, await signerFromSeed(`entente/demo/${cooperation.id}/${party.id}`, randomBytes(32)));
  const nodes: TestNode[] = [];
  for (const party of parties) nodes.push(await openNode(party, cooperation, signers, options));
  return {
    cooperation, nodes,
    async sync() {
      for (let moved = true; moved;) {
        moved = false;
        for (const to of nodes) for (const from of nodes) if (to !== from && (await carry(cooperation.id, from.kernel, to.kernel))) moved = true;
      }
    },
    async close() {
      for (const node of nodes) {
        await node.kernel.close();
        await node.database.close();
      }
    },
  };
}

async function openNode(party: string, cooperation: Cooperation, signers: ReadonlyMap<string, Signer>, options: TestNodesOptions): Promise<TestNode> {
  const database = await (options.open?.(party) ?? openDatabase({ memory: true }));
  const signer = signers.get(party);
  if (!signer) throw new RangeError(`no party ${party}`);
  const peers = Object.fromEntries([...signers].filter(([id]) => id !== party).map(([id, each]) => [id, [each.key]]));
  const kernel = await createKernel({
    party, cooperations: [cooperation], kinds: options.kinds ?? [], database, keys: { journal: signer, peers, node: randomBytes(32) }, ...(options.clock ? { clock: options.clock } : {}),
  });
  const person = (...roles: readonly Role[]): Person => ({ id: `person-of-${party}`, party, roles: roles.length > 0 ? roles : ['coordinator'], office: null });
  return { party, kernel, database, signer, person };
}

/** Carries one node's own journals and the blobs they name to another; true when something came. Throws when it is refused. */
export async function carry(coop: string, from: Kernel, to: Kernel): Promise<boolean> {
  let moved = false;
  for (const audience of ['joint', 'public'] as const) {
    const source = await from.journal(coop, from.party, audience);
    const held = (await to.journal(coop, from.party, audience)).size;
    if (source.checkpoint === null || source.size <= held) continue;
    const leaves = await from.leaves(coop, from.party, audience, held, source.size - held);
    const result = await to.admit({ coop, party: from.party, audience }, held, leaves, source.checkpoint);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
    moved = true;
  }
  for (const { sha256, party } of await to.blobs.missing(coop, 1_000)) {
    const blob = party === from.party && (await from.blobs.entitled(coop, sha256)) ? await from.blobs.get(sha256) : null;
    if (!blob) continue;
    await to.blobs.put(blob.bytes, blob.type);
    moved = true;
  }
  return moved;
}

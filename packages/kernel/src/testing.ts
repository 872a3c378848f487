/** Connected kernels for tests: no HTTP, acts are carried by hand. */
import { randomBytes } from 'node:crypto';
import { cosignature, signerFromSeed, type Signer } from '@entente/verify';
import type { Cooperation, Erased, Kernel, Party, Person } from './contract.ts';
import { openDatabase, type Database } from './database/index.ts';
import { createKernel } from './kernel.ts';
import type { AnyKind, Role } from './kind.ts';
import type { KernelKeys } from './options.ts';
import type { Recovery } from './restore/index.ts';

export interface TestNode {
  readonly party: string;
  readonly kernel: Kernel & Recovery;
  readonly database: Database;
  readonly signer: Signer;
  /** What its kernel was made with, for opening another on the same data. */
  readonly keys: KernelKeys;
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
  /** Also a node for each observer of the cooperation. */
  readonly observers?: boolean;
  /** Where each node keeps its data; in memory when left out. */
  readonly open?: (party: string) => Promise<Database>;
  /** The high-water file of each node; none when left out. */
  readonly highWater?: (party: string) => string;
  readonly clock?: () => Temporal.Instant;
  readonly forget?: (party: string, erased: Erased) => Promise<void>;
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
  const keys = await makeKeys(cooperation);
  const nodes: TestNode[] = [];
  for (const party of [...parties, ...(options.observers ? cooperation.observers : [])]) nodes.push(await openNode(party, cooperation, keys, options));
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

interface PartyKeys { readonly journal: Signer; readonly cosigner: Signer }

async function makeKeys(cooperation: Cooperation): Promise<ReadonlyMap<string, PartyKeys>> {
  const keys = new Map<string, PartyKeys>();
  for (const id of [...cooperation.parties.map((party) => party.id), ...cooperation.observers]) {
    const [journal, cosigner] = [await signerFromSeed(`demo/${id}/journal`, randomBytes(32)), await signerFromSeed(`demo/${id}/cosigner`, randomBytes(32), cosignature)];
    keys.set(id, { journal, cosigner });
  }
  return keys;
}

async function openNode(party: string, cooperation: Cooperation, all: ReadonlyMap<string, PartyKeys>, options: TestNodesOptions): Promise<TestNode> {
  const database = await (options.open?.(party) ?? openDatabase({ memory: true }));
  const own = all.get(party);
  if (!own) throw new RangeError(`no party ${party}`);
  const others = [...all].filter(([id]) => id !== party);
  const keys: KernelKeys = {
    journal: own.journal, cosigner: own.cosigner, node: randomBytes(32),
    peers: Object.fromEntries(others.map(([id, each]) => [id, [each.journal.key]])), cosigners: Object.fromEntries(others.map(([id, each]) => [id, [each.cosigner.key]])),
  };
  const kernel = await createKernel({
    party, cooperations: [cooperation], kinds: options.kinds ?? [], database, keys, ...(options.clock ? { clock: options.clock } : {}), ...(options.highWater ? { highWater: options.highWater(party) } : {}),
    forget: (erased) => options.forget?.(party, erased) ?? Promise.resolve(),
  });
  const person = (...roles: readonly Role[]): Person => ({ id: `person-of-${party}`, party, roles: roles.length > 0 ? roles : ['coordinator'], office: null });
  return { party, kernel, database, signer: own.journal, keys, person };
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
    // Bytes alone travel, as between nodes.
    await to.blobs.put(blob.bytes, 'application/octet-stream');
    moved = true;
  }
  return moved;
}

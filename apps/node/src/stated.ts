/** What the roots of peers state of their keys, asked of the peers themselves and believed only under the roots named in the configuration. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint, keyHistory, parseVerifierKey } from '@entente/verify';
import type { NodeConfig } from './config/index.ts';

/** Largest answer, and milliseconds it may take. */
const [MOST, PATIENCE] = [64 * 1024, 10_000];

/**
 * Statements of the peers that name a root, one try each. A peer that does not answer is left out: evidence then carries
 * its keys without what its root says of them.
 */
export async function statedByPeers(peers: NodeConfig['peers'], ask: typeof fetch = fetch): Promise<readonly string[]> {
  const found = await Promise.all(peers.map(async ({ url, root }) => (root === undefined ? [] : believed(await answerOf(url, ask), root))));
  return found.flat();
}

async function answerOf(url: string, ask: typeof fetch): Promise<readonly string[]> {
  try {
    const response = await ask(`${url.replace(/\/$/u, '')}/exchange/keys`, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > MOST) return [];
      parts.push(part);
    }
    const answer: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const statements = typeof answer === 'object' && answer !== null && 'statements' in answer ? answer.statements : [];
    return Array.isArray(statements) ? statements.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Only what the root itself signed, of its own party. */
async function believed(statements: readonly string[], root: string): Promise<readonly string[]> {
  if (!parseVerifierKey(root).ok) return [];
  const { faults } = await keyHistory({ anchors: [root], statements, trusted: new Set([fingerprint(root)]) });
  const wrong = new Set(faults.filter(({ of }) => of === 'statement').map(({ at }) => at));
  return statements.filter((_, at) => !wrong.has(at));
}

/** Milliseconds before a peer that has not answered yet is asked again, at first and at most; and before all are asked anew. */
const [SOON, LATE, ANEW] = [2_000, 60_000, 60 * 60_000];

/** Most statements kept of a peer: a key of each role every year for a century. */
const MOST_KEPT = 400;
/** Milliseconds between two looks that were hinted at. */
const BETWEEN_HINTS = 5_000;

/** What the roots of the peers were found to state: all they ever did, since a statement is never taken back. */
export interface KeptStatements {
  readonly statements: readonly string[];
  /** What the file held is read. */
  readonly ready: Promise<void>;
  /** Takes what a peer is said to state; only what its root signed counts. */
  offer(party: string, statements: readonly string[]): Promise<void>;
}

/** Keeps them in a file, for a start while the peers are silent. `told`: something new is known. */
export function keepStatements(peers: NodeConfig['peers'], file?: string, told: (statements: readonly string[]) => Promise<void> = async () => {}): KeptStatements {
  const held = new Map<string, readonly string[]>();
  const all = (): readonly string[] => [...held.values()].flat();
  const add = async (party: string, statements: readonly string[]): Promise<boolean> => {
    const root = peers.find((each) => each.party === party)?.root;
    const before = held.get(party) ?? [];
    if (root === undefined || statements.every((each) => before.includes(each))) return false;
    const found = await believed([...new Set([...before, ...statements])].slice(0, MOST_KEPT), root);
    if (found.length === before.length) return false;
    held.set(party, found);
    await told(all());
    return true;
  };
  const ready = (async () => {
    for (const [party, said] of Object.entries(file === undefined ? {} : readKept(file))) await add(party, said);
  })();
  return {
    get statements() { return all(); },
    ready,
    async offer(party, statements) {
      await ready;
      if (await add(party, statements) && file !== undefined) keep(file, Object.fromEntries(held));
    },
  };
}

export interface Stated {
  readonly statements: readonly string[];
  /** Something does not fit the keys that are known: asks soon, though not twice within some seconds. */
  hint(): void;
  stop(): void;
}

/** Asks all peers that name a root, again and again: those that did not answer soon, the others for keys that were changed. */
export function followStatements(peers: NodeConfig['peers'], { file, ask = fetch, kept = keepStatements(peers, file) }: { readonly file?: string; readonly ask?: typeof fetch; readonly kept?: KeptStatements } = {}): Stated {
  const rooted = peers.filter(({ root }) => root !== undefined);
  const answered = new Set<string>();
  let [wait, stopped, last] = [SOON, false, 0];
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    last = performance.now();
    await kept.ready;
    for (const peer of rooted) {
      const found = await statedByPeers([peer], ask);
      if (found.length === 0) continue;
      answered.add(peer.party);
      await kept.offer(peer.party, found);
    }
    const isWhole = answered.size === rooted.length;
    clearTimeout(timer);
    if (!stopped && rooted.length > 0) timer = setTimeout(() => { void look(); }, isWhole ? ANEW : wait).unref();
    wait = isWhole ? SOON : Math.min(LATE, wait * 2);
  };
  void look();
  return {
    get statements() { return kept.statements; },
    hint() {
      if (!stopped && performance.now() - last > BETWEEN_HINTS) void look();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** What was kept; nothing where there is no such file or it cannot be read: it is asked again anyway. */
function readKept(file: string): Readonly<Record<string, readonly string[]>> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).map(([party, said]) => [party, Array.isArray(said) ? said.filter((each) => typeof each === 'string') : []]));
  } catch {
    return {};
  }
}

function keep(file: string, said: Readonly<Record<string, readonly string[]>>): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, `${JSON.stringify(said, null, 2)}\n`, { mode: 0o600 });
    renameSync(beside, file);
  } catch {
    // A disk that is full has its own alarm; evidence made meanwhile is what it would be without this file.
    rmSync(beside, { force: true });
  }
}

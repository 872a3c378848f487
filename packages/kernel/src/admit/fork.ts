import { consistencyFault, consistencyProof, equalBytes, nodeHash, rootFrom, toBase64, toHex, type OpenCheckpoint, type ReadHash } from '@entente/verify';
import { newId } from '../identity.ts';
import type { JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { frontierAt, hashReader, rootAt } from '../journal/hashes.ts';
import { problem, type Problem } from '../problem.ts';
import { run, type Handle } from '../store/index.ts';
import type { Bundle } from './bundle.ts';

/**
 * A signed checkpoint of a size we hold must have our root of that size. If not, the party has signed two histories:
 * both notes are kept, and the fault stands at the party until somebody has looked.
 */
export async function forkFound(handle: Handle, journal: JournalName, checkpoint: OpenCheckpoint, note: string, row: JournalRow | undefined, stored: () => string): Promise<Problem | null> {
  const mine = await rootAt(handle, journal, checkpoint.size);
  if (equalBytes(mine, checkpoint.root)) return null;
  return accuse(handle, journal, { size: checkpoint.size, root: toHex(checkpoint.root), theirs: note, held: row?.checkpoint ?? null }, stored());
}

/**
 * The root over what is held and the new leaves is not the one that was signed. When the leaves given make that root over
 * an earlier part of what is held, the party signed another history; else leaves were damaged on their way, or the
 * history differs before them, which a consistency proof has to tell.
 */
export async function rootMismatch(handle: Handle, bundle: Bundle, checkpoint: OpenCheckpoint, row: JournalRow | undefined, stored: () => string): Promise<Problem> {
  const { journal, from, leaves, hashes } = bundle;
  const damaged = problem('journal.root', [], { party: journal.party, from, size: checkpoint.size });
  if (from >= (row?.size ?? 0)) return damaged;
  const other = await frontierAt(handle, journal, from);
  for (let at = 0; at < Math.min(leaves.length, checkpoint.size - from); at += 1) other.append(hashes.at(at)!);
  if (!equalBytes(other.root(), checkpoint.root)) return damaged;
  const held = await run<{ idx: number; bytes: Uint8Array }>(handle, 'select idx, bytes from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 order by idx', [journal.coop, journal.party, journal.audience, from]);
  const differing = held.find(({ idx, bytes }) => !equalBytes(bytes, leaves[idx - from]!));
  return accuse(handle, journal, {
    size: checkpoint.size, root: toHex(checkpoint.root), theirs: bundle.note, held: row?.checkpoint ?? null,
    ...await beginning(handle, bundle, checkpoint.size, Math.min(row?.size ?? 0, checkpoint.size)),
    ...(differing ? { index: differing.idx, leafHeld: toBase64(differing.bytes), leafGiven: toBase64(leaves[differing.idx - from]!) } : {}),
  }, stored());
}

/** What shows, to anyone, how the other history begins: the root of its first leaves, and the proof that the signed tree begins with them. */
async function beginning(handle: Handle, { journal, from, hashes }: Bundle, size: number, prefix: number): Promise<Pick<Contradiction, 'prefix' | 'prefixRoot' | 'proof'>> {
  const held = hashReader(handle, journal, from);
  const read: ReadHash = async (level, index) => {
    if ((index + 1) * 2 ** level <= from) return held(level, index);
    return level === 0 ? hashes.at(index - from)! : nodeHash(await read(level - 1, index * 2), await read(level - 1, index * 2 + 1));
  };
  return { prefix, prefixRoot: toHex(await rootFrom(prefix, read)), proof: (await consistencyProof(prefix, size, read)).map(toBase64) };
}

/** A prefix of a signed tree, as its party shows it: its root, and the proof that the signed tree begins with it. */
export interface Prefix { readonly size: number; readonly root: Uint8Array; readonly proof: readonly Uint8Array[] }

/**
 * Compares a longer signed tree with what is held, by the prefix its party shows of it. Where that begins otherwise than
 * our leaves, and the proof connects it with the signature, the party has signed two histories.
 */
export async function prefixFork(handle: Handle, journal: JournalName, checkpoint: OpenCheckpoint, note: string, prefix: Prefix, row: JournalRow | undefined, stored: () => string): Promise<Problem | null> {
  if (prefix.size > (row?.size ?? 0)) return problem('journal.gap', [], { from: prefix.size, held: row?.size ?? 0 });
  const fault = consistencyFault(prefix.size, checkpoint.size, prefix.proof, prefix.root, checkpoint.root);
  if (fault) return problem('journal.proof', [], { party: journal.party, from: prefix.size, size: checkpoint.size, reason: fault });
  if (equalBytes(await rootAt(handle, journal, prefix.size), prefix.root)) return null;
  return accuse(handle, journal, {
    size: checkpoint.size, root: toHex(checkpoint.root), theirs: note, held: row?.checkpoint ?? null, prefix: prefix.size, prefixRoot: toHex(prefix.root), proof: prefix.proof.map(toBase64),
  }, stored());
}

export interface Contradiction {
  /** Size and root (hex) of the checkpoint that contradicts what is held. */
  readonly size: number;
  readonly root: string;
  /** The two signed notes. */
  readonly theirs: string;
  readonly held: string | null;
  /** Where the signed tree is longer than what is held: how many of its first leaves were compared, their root (hex), and the proof (base64). */
  readonly prefix?: number;
  readonly prefixRoot?: string;
  readonly proof?: readonly string[];
  readonly [more: string]: unknown;
}

/** Most pieces of evidence kept against one journal: a party that goes on forking cannot fill the disk. */
const MOST_EVIDENCE = 100;

/**
 * Keeps the evidence, and stops consent with the party until somebody has looked. The same checkpoint accuses once: what
 * was looked at does not stop work again, a new one does.
 */
export async function accuse(handle: Handle, { coop, party, audience }: JournalName, body: Contradiction, found: string): Promise<Problem> {
  const forked = problem('journal.forked', [], { party, audience });
  const known = await run<{ same: boolean }>(handle, `select (body->>'root' = $4 and body->>'size' = $5) as same from evidence where coop = $1 and party = $2 and audience = $3`,
    [coop, party, audience, body.root, String(body.size)]);
  if (known.some(({ same }) => same)) return forked;
  const id = newId(Temporal.Instant.from(found));
  if (known.length < MOST_EVIDENCE) {
    await run(handle, `insert into evidence (id, coop, party, audience, fault, body, found) values ($1, $2, $3, $4, 'forked', $5::jsonb, $6::timestamptz)`,
      [id, coop, party, audience, JSON.stringify(body), found]);
  }
  await run(handle, `insert into peer (coop, party, fault) values ($1, $2, $3::jsonb) on conflict (coop, party) do update set fault = excluded.fault`,
    [coop, party, JSON.stringify({ id: 'journal.forked', audience, found, evidence: id })]);
  return forked;
}

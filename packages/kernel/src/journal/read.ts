import { emptyRoot, openCheckpoint, parseNote, toHex, type VerifierKey } from '@entente/verify';
import type { Audience } from '../act.ts';
import type { Cooperation, JournalState } from '../contract.ts';
import { DatabaseProblem } from '../database/index.ts';
import { copyOut, literal } from '../store/copy.ts';
import { run, type Handle } from '../store/index.ts';
import { frontierOf, journalsOf, type JournalRow } from './append.ts';
import type { JournalName } from './name.ts';
import { originOf } from './origin.ts';

const stateOf = (cooperation: Cooperation, party: string, audience: Audience, row: JournalRow | undefined): JournalState => ({
  coop: cooperation.id, party, audience, origin: originOf(cooperation, party, audience), size: row?.size ?? 0, root: row?.root ?? toHex(emptyRoot()), checkpoint: row?.checkpoint ?? null, projected: row?.projected ?? 0,
});

export async function journalStates(handle: Handle, cooperation: Cooperation): Promise<JournalState[]> {
  return (await journalsOf(handle, cooperation.id)).map((row) => stateOf(cooperation, row.party, row.audience, row));
}

export async function journalState(handle: Handle, cooperation: Cooperation, party: string, audience: Audience): Promise<JournalState> {
  const rows = await journalsOf(handle, cooperation.id);
  return stateOf(cooperation, party, audience, rows.find((row) => row.party === party && row.audience === audience));
}

export async function leavesOf(handle: Handle, coop: string, party: string, audience: Audience, from: number, count: number): Promise<Uint8Array[]> {
  const rows = await run<{ bytes: Uint8Array }>(handle, 'select bytes from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 and idx < $5 order by idx', [coop, party, audience, from, from + count]);
  return rows.map((row) => row.bytes);
}

/** Leaves as they are served: the database puts the bundle together, since what is asked for most should cost least. */
export async function entriesOf(handle: Handle, { coop, party, audience }: JournalName, from: number, count: number): Promise<Uint8Array | null> {
  if (![from, count].every((each) => Number.isSafeInteger(each) && each >= 0 && each < 2 ** 31)) return null;
  const [row] = await copyOut(handle, `select string_agg(substring(int4send(octet_length(bytes)) from 3) || bytes, ''::bytea), int4send(count(*)::int4)
    from (select bytes from act where coop = ${literal(coop)} and party = ${literal(party)} and audience = ${literal(audience)} and idx >= ${from} and idx < ${from + count} order by idx) as held`);
  const [entries, held] = row ?? [];
  return entries && held && Buffer.from(held).readInt32BE() === count ? entries : null;
}

/**
 * Refuses to go on with a journal of ours that is not what we signed last (protocol.md section 4): the row, the leaves
 * behind it and the checkpoint must tell of one tree. Throws `journal.mismatch`. `learning`: own acts are being taken back
 * from mirrors, so that leaves may go beyond the last checkpoint held.
 */
export async function checkOwnJournals(handle: Handle, cooperation: Cooperation, party: string, key: VerifierKey, learning: boolean): Promise<void> {
  for (const row of (await journalsOf(handle, cooperation.id)).filter((each) => each.party === party)) {
    const wrong = (reason: string) => new DatabaseProblem({ id: 'journal.mismatch', path: [], params: { coop: cooperation.id, audience: row.audience, reason } });
    const [last] = await run<{ size: number }>(handle, 'select coalesce(max(idx) + 1, 0)::int as size from act where coop = $1 and party = $2 and audience = $3', [cooperation.id, party, row.audience]);
    const frontier = frontierOf(row);
    if (last?.size !== row.size || frontier.size !== row.size || toHex(frontier.root()) !== row.root) throw wrong('size');
    if (learning) continue;
    const opened = row.checkpoint === null ? null : await openCheckpoint(row.checkpoint, { journal: [key], origin: originOf(cooperation, party, row.audience) });
    if (opened?.ok && (opened.value.size !== row.size || toHex(opened.value.root) !== row.root)) throw wrong('checkpoint');
    // Signed with an earlier key: its text must still be of this tree.
    if (opened && !opened.ok && opened.reason !== 'no-known-signature') throw wrong(opened.reason);
    if (opened && !opened.ok && !textIsOf(row)) throw wrong('checkpoint');
  }
}

function textIsOf(row: JournalRow): boolean {
  const note = parseNote(row.checkpoint ?? '');
  const [, size, root] = note.ok ? note.value.text.split('\n') : [];
  return Number(size) === row.size && Buffer.from(root ?? '', 'base64').toString('hex') === row.root;
}

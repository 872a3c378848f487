import { parseJson, readCanonical } from '@entente/verify';
import { MAX_ACT_BYTES, type Act, type Actor } from '../act.ts';
import { INSTANT, UUID } from '../fields.ts';
import type { JournalName } from '../journal/name.ts';
import { isObject } from '../project/walk.ts';
import { readItem, type ItemReading } from './item.ts';

/** What an act says beside its items. */
export type Head = Omit<Act, 'items'>;

export type LeafReading =
  | { readonly class: 'admitted'; readonly head: Head; readonly items: readonly ItemReading[]; readonly raw: readonly unknown[] }
  /** `held`: a format this software does not know yet. `void`: breaks a rule of the envelope (protocol.md section 2). */
  | { readonly class: 'held' | 'void'; readonly reason: string };

const voided = (reason: string): LeafReading => ({ class: 'void', reason });

/** Reads a leaf of a journal. Never throws: every leaf is stored, whatever it holds, and gets its class here. */
export function readLeaf(bytes: Uint8Array, journal: JournalName): LeafReading {
  const reading = readCanonical(bytes, { maxBytes: MAX_ACT_BYTES });
  return reading.ok ? readAct(reading.value, journal) : voided(`act.${reading.reason}`);
}

/** Reads a leaf that was found to be canonical when it was stored. Never throws, even where storage has spoilt it since. */
export function readStored(bytes: Uint8Array, journal: JournalName): LeafReading {
  try {
    return readAct(parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()), journal);
  } catch {
    return readLeaf(bytes, journal);
  }
}

function readAct(act: unknown, journal: JournalName): LeafReading {
  if (!isObject(act)) return voided('act.shape');
  if (act['v'] !== 1) return typeof act['v'] === 'number' && act['v'] > 1 ? { class: 'held', reason: 'act.format' } : voided('act.shape');
  if (act['coop'] !== journal.coop || act['party'] !== journal.party || act['audience'] !== journal.audience) return voided('act.journal');
  if (!isHead(act) || !Array.isArray(act['items']) || act['items'].length === 0) return voided('act.shape');
  const raw = act['items'] as unknown[];
  const { v, id, coop, party, audience, actor, made, seen, note } = act as unknown as Act;
  let items: readonly ItemReading[] | undefined;
  return {
    class: 'admitted', head: { v, id, coop, party, audience, actor, made, seen, ...(note === undefined ? {} : { note }) }, raw,
    // A long journal is stored before its items are looked at.
    get items() { return (items ??= raw.map(readItem)); },
  };
}

function isHead(act: Readonly<Record<string, unknown>>): boolean {
  return typeof act['id'] === 'string' && UUID.test(act['id']) && typeof act['made'] === 'string' && INSTANT.test(act['made'])
    && isActor(act['actor']) && isSeen(act['seen']) && (act['note'] === undefined || typeof act['note'] === 'string');
}

function isActor(actor: unknown): actor is Actor {
  return isObject(actor) && typeof actor['role'] === 'string' && typeof actor['person'] === 'string' && (actor['office'] === null || typeof actor['office'] === 'string');
}

const isSeen = (seen: unknown) => isObject(seen) && Object.values(seen).every((size) => Number.isSafeInteger(size) && (size as number) >= 0);

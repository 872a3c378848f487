import type { Audience } from '../act.ts';
import { bare } from '../envelope/item.ts';
import type { LeafReading } from '../envelope/leaf.ts';
import type { Plain } from '../commit/content.ts';
import type { JournalName } from '../journal/name.ts';
import { INSERT_ITEM } from './statements.ts';
import type { ItemFact, RecordItem } from './facts.ts';
import { rowsInto, together, type Handle, type Statement } from '../store/index.ts';
import { verdictColumns } from './store-items.ts';

/** An item that names no record, or cannot be read: it is stored with its class and changes nothing. */
export interface LooseItem { readonly idx: number; readonly pos: number; readonly body: unknown; readonly verb: string; readonly class: 'admitted' | 'held' | 'void'; readonly reason: string | null }

export interface Intake { readonly facts: readonly ItemFact[]; readonly loose: readonly LooseItem[]; readonly contents: ReadonlyMap<string, Plain> }

/** What the items of a leaf are to the records they name. */
export function intakeOf(reading: LeafReading, journal: { readonly party: string; readonly audience: Audience }, idx: number, stored: string): Intake {
  const facts: ItemFact[] = [];
  const loose: LooseItem[] = [];
  const contents = new Map<string, Plain>();
  if (reading.class !== 'admitted') return { facts, loose, contents };
  const { head } = reading;
  for (const [pos, each] of reading.items.entries()) {
    if (!each.ok) {
      loose.push({ idx, pos, body: reading.raw[pos], verb: verbOf(reading.raw[pos]), class: each.class, reason: each.reason });
      continue;
    }
    const { body, content } = bare(each.item);
    if (!('record' in each.item)) {
      loose.push({ idx, pos, body, verb: each.item.verb, class: 'admitted', reason: null });
      continue;
    }
    if (content && 'hash' in each.item) contents.set(each.item.hash, content);
    facts.push({
      party: journal.party, audience: journal.audience, idx, pos, act: head.id, made: head.made, stored, actor: head.actor,
      ...(head.note === undefined ? {} : { note: head.note }), seen: head.seen, item: body as unknown as RecordItem, h: each.h, apart: 'hash' in each.item && content === undefined,
    });
  }
  return { facts, loose, contents };
}

const verbOf = (value: unknown): string => {
  const verb = typeof value === 'object' && value !== null && 'verb' in value ? value.verb : '';
  return typeof verb === 'string' ? verb.slice(0, 64) : '';
};

export const looseRows = (journal: JournalName, items: readonly LooseItem[]): Statement[] => rowsInto(INSERT_ITEM, items.map((item) => ({
  coop: journal.coop, party: journal.party, audience: journal.audience, idx: item.idx, pos: item.pos, verb: item.verb, kind: null, kv: null, record: null, h: null, hash: null,
  body: item.body, apart: false, ...verdictColumns({ class: item.class, reason: item.reason }),
})));

export const storeLoose = async (handle: Handle, journal: JournalName, items: readonly LooseItem[]): Promise<void> => { await together(handle, looseRows(journal, items)); };

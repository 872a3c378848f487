import type { Ids, Space } from './space.ts';

/**
 * `empty`: the backup was empty; once in a run. `any`: whatever part of what no asked peer holds may be lost, and any part of
 * the copies of others, any number of times. `exported`: as `empty`, while a file with a party's journal is under way.
 */
export interface Restore {
  readonly from: 'empty' | 'any' | 'exported';
  readonly who: readonly number[];
  /** Peers that are asked for one's own acts before anything is signed. */
  readonly ask: (self: number) => readonly number[];
}

export function restoredStates(restore: Restore, space: Space, key: number, ids: Ids, visit: (key: number) => void): void {
  for (const node of restore.who) {
    const learned = longest(space, restore.ask(node).map((peer) => ids[peer * space.parties + node]!));
    if (restore.from === 'any') loseOne(space, key, ids, node, learned, visit);
    else if (ids[space.parties ** 2] === 0) visit(space.encode(rewritten(space, ids, node, (party) => (party === node ? learned : 0), node + 1)));
  }
  if (restore.from === 'exported') carryFiles(space, key, ids, visit);
}

const longest = (space: Space, journals: readonly number[]): number =>
  journals.reduce((best, id) => (space.journal(id).length > space.journal(best).length ? id : best), 0);

function rewritten(space: Space, ids: Ids, node: number, copy: (party: number) => number, restored: number): Ids {
  return ids.map((id, at) => (at === space.parties ** 2 ? restored : Math.floor(at / space.parties) === node && at < space.parties ** 2 ? copy(at % space.parties) : id));
}

/** One act at a time, of one's own that no asked peer holds or of a copy: together every loss there is. */
function loseOne(space: Space, key: number, ids: Ids, node: number, learned: number, visit: (key: number) => void): void {
  for (const [party, journal] of space.row(ids, node).entries()) {
    const kept = party === node ? space.journal(learned).length : 0;
    if (journal.length > kept) visit(space.changed(key, ids, node, party, space.journalId(journal.slice(0, -1))));
  }
}

/** One file, written once by anybody, can be read by anybody at any later time (two parties). */
function carryFiles(space: Space, key: number, ids: Ids, visit: (key: number) => void): void {
  const file = ids.at(-1)!;
  for (let node = 0; node < 2; node += 1) {
    const own = ids[node * 2 + node]!;
    if (file === 0 && own !== 0) visit(space.encode([...ids.slice(0, -1), own * 2 + node]));
    const [writer, journal] = [file % 2, Math.floor(file / 2)];
    if (file !== 0 && writer !== node && space.accepts(ids, node, writer, journal)) visit(space.changed(key, ids, node, writer, journal));
  }
}

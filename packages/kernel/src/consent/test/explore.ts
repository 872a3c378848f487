/**
 * The consent rules as a state machine small enough to visit every state. Each node holds a copy of each party's journal;
 * an act appends to one's own, a pull extends a copy by the next act as long as the copy is still a prefix (mirrors are
 * append-only). Proposals are known to all from the start: they bind nobody.
 */
import { Space, type Ids } from './space.ts';
import { restoredStates, type Restore } from './restore.ts';

export type Journal = readonly number[];

export interface Model {
  readonly parties: number;
  /** Acts that the rule lets `self` append, given the copies it holds (its own among them). */
  readonly moves: (copies: readonly Journal[], self: number) => readonly number[];
  /** The candidate that a node holding these copies takes for agreed. */
  readonly agreed: (copies: readonly Journal[], self: number) => number | null;
  /** Whether some candidate was declined by nobody: else a record is not stuck but wants a new proposal. */
  readonly open: (journals: readonly Journal[]) => boolean;
  /** Nodes restored from a backup, and what they ask of whom before they sign again. */
  readonly restore?: Restore;
  /** A pull brings all there is instead of the next act. */
  readonly pullsAll?: boolean;
  /** How an act reads in a trace. */
  readonly name: (act: number) => string;
  /** Stop at the first violation. */
  readonly untilViolation?: boolean;
}

export interface Verdict {
  readonly states: number;
  /** States in which two nodes take different candidates for agreed. */
  readonly violations: number;
  /** States from which no agreement can be reached although `open`; null where nodes are restored. */
  readonly stuck: number | null;
  /** What led to the first violation. */
  readonly trace: readonly string[];
  /** Ways from the beginning that together pass through every state; none where nodes are restored. */
  readonly schedules: () => readonly Schedule[];
}

/** One thing after another: `node` appends an act to its own journal, or takes the next act of another `party`. */
export type Schedule = readonly { readonly node: number; readonly party: number; readonly act: number }[];

interface Facts { readonly moves: readonly number[]; readonly agreed: number | null }

export function explore(model: Model): Verdict {
  const space = new Space(model.parties);
  const factsOf = rowFacts(model, space);
  const found = new Map<number, number>([[0, 0]]);
  const states = [0];
  const cameFrom = [-1];
  const next: number[][] = [];
  const isAgreed: boolean[] = [];
  let violations = 0;
  let firstViolation = -1;
  for (let at = 0; at < states.length; at += 1) {
    const ids = space.decode(states[at]!);
    const rows = Array.from({ length: model.parties }, (_, node) => factsOf(ids, node));
    const agreed = new Set(rows.flatMap((row) => (row.agreed === null ? [] : [row.agreed])));
    isAgreed.push(agreed.size > 0);
    if (agreed.size > 1) {
      violations += 1;
      if (firstViolation < 0) firstViolation = at;
      if (model.untilViolation) break;
    }
    const reached: number[] = [];
    next.push(reached);
    const visit = (key: number): void => {
      let id = found.get(key);
      if (id === undefined) {
        id = states.push(key) - 1;
        found.set(key, id);
        cameFrom.push(at);
      }
      if (!model.restore) reached.push(id);
    };
    ordinarySteps(model, space, states[at]!, ids, rows, visit);
    if (model.restore) restoredStates(model.restore, space, states[at]!, ids, visit);
  }
  const trace = firstViolation < 0 ? [] : path(cameFrom, firstViolation).map(([from, to]) => space.difference(states[from]!, states[to]!, model.name));
  return { states: states.length, violations, stuck: model.restore ? null : countStuck(model, space, states, next, isAgreed), trace, schedules: () => (model.restore ? [] : schedulesOf(space, states, cameFrom)) };
}

/** What a node may do and what it believes depends on its row alone, and there are few rows. */
function rowFacts(model: Model, space: Space): (ids: Ids, node: number) => Facts {
  const known = new Map<number, Facts>();
  return (ids, node) => {
    const key = space.rowKey(ids, node) * model.parties + node;
    let facts = known.get(key);
    if (!facts) {
      const copies = space.row(ids, node);
      const moves = model.moves(copies, node).map((act) => space.journalId([...copies[node]!, act]));
      known.set(key, facts = { moves, agreed: model.agreed(copies, node) });
    }
    return facts;
  };
}

function ordinarySteps(model: Model, space: Space, key: number, ids: Ids, rows: readonly Facts[], visit: (key: number) => void): void {
  for (const [node, { moves }] of rows.entries()) {
    for (const own of moves) visit(space.changed(key, ids, node, node, own));
    for (let party = 0; party < model.parties; party += 1) {
      if (party === node) continue;
      const pulled = space.pull(ids, node, party, model.pullsAll ?? false);
      if (pulled !== null) visit(space.changed(key, ids, node, party, pulled));
    }
  }
}

function path(cameFrom: readonly number[], end: number): [number, number][] {
  const steps: [number, number][] = [];
  for (let to = end; cameFrom[to]! >= 0; to = cameFrom[to]!) steps.push([cameFrom[to]!, to]);
  return steps.toReversed();
}

/** A way to each state from which no other was found first. */
function schedulesOf(space: Space, states: readonly number[], cameFrom: readonly number[]): Schedule[] {
  const passed = new Set(cameFrom);
  return [...states.keys()].filter((at) => !passed.has(at)).map((end) => path(cameFrom, end).map(([from, to]) => {
    const [before, after] = [space.decode(states[from]!), space.decode(states[to]!)];
    const at = after.findIndex((id, i) => id !== before[i]);
    return { node: Math.floor(at / space.parties), party: at % space.parties, act: space.journal(after[at]!).at(-1)! };
  }));
}

/** Every step adds an act somewhere, so states were found in an order in which each comes before all it leads to. */
function countStuck(model: Model, space: Space, states: readonly number[], next: readonly (readonly number[])[], isAgreed: readonly boolean[]): number {
  const isHopeful = isAgreed.slice();
  let stuck = 0;
  for (let at = states.length - 1; at >= 0; at -= 1) {
    isHopeful[at] ||= (next[at] ?? []).some((id) => isHopeful[id]);
    if (!isHopeful[at] && model.open(space.own(space.decode(states[at]!)))) stuck += 1;
  }
  return stuck;
}

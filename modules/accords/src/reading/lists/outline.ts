import type { Line } from '../layout/lines.ts';
import { byWord } from '../vocabulary/index.ts';
import { isNextLetter } from './label.ts';
import { RANK } from './marker.ts';
import type { Marker } from './marker.ts';
import type { Candidate, Candidates } from './candidates.ts';

/** One numbered entry, as it stands in the lines. */
export interface Node {
  readonly marker: Marker;
  readonly line: number;
  readonly list: List;
  readonly children: List[];
}

export interface List {
  readonly style: string;
  readonly rank: number;
  readonly parent: Node | null;
  readonly nodes: Node[];
  /** Goes on with the numbers of a list under the entry before: then the entries above are headings, no items. */
  readonly resumes?: List;
}

/** A line that begins an annex or a chapter. */
export interface Section {
  readonly line: number;
  readonly kind: 'annex' | 'chapter';
}

export interface Outline {
  readonly top: readonly List[];
  readonly sections: readonly Section[];
  /** Lines that a list waited for in vain: the next but one number came. */
  readonly gaps: readonly { readonly line: number; readonly after: string; readonly found: string }[];
}

/**
 * Builds the lists of a text line by line. A list goes on only with the next number; what begins like an item and is
 * not due is text.
 */
export function outlineOf(lines: readonly Line[], candidates: Candidates): Outline {
  const builder = new Builder(lines, candidates);
  for (const line of lines) builder.take(line);
  return builder;
}

/** How many lists that were left may still be taken up again. */
const REMEMBERED = 12;

class Builder implements Outline {
  readonly top: List[] = [];
  readonly sections: Section[] = [];
  readonly gaps: { line: number; after: string; found: string }[] = [];
  readonly #lines: readonly Line[];
  readonly #candidates: Candidates;
  /** Lists that may go on, the outermost first. */
  #open: List[] = [];
  #closed: List[] = [];
  /** Words of closing came: what follows is no list of this text. */
  #ended = false;

  constructor(lines: readonly Line[], candidates: Candidates) {
    this.#lines = lines;
    this.#candidates = candidates;
  }

  take(line: Line): void {
    const due = this.#candidates.at(line.index);
    const section = due[0]?.marker.section;
    this.#ended = section === undefined && (this.#ended || isClosing(line, this.#open, this.#candidates));
    if (due.length === 0 || this.#ended) return;
    if (section) this.#beginSection(line, section);
    else if (!this.#goOn(due) && !this.#resume(due)) {
      this.#noteGap(due);
      this.#beginList(due);
    }
  }

  #beginSection(line: Line, kind: Section['kind']): void {
    this.sections.push({ line: line.index, kind });
    this.#cut(0);
    if (kind === 'annex') this.#closed = [];
  }

  #cut(depth: number): void {
    this.#closed = [...this.#open.slice(depth), ...this.#closed].slice(0, REMEMBERED);
    this.#open = this.#open.slice(0, depth);
  }

  /** The next number of an open list, the innermost first. */
  #goOn(due: readonly Candidate[]): boolean {
    for (let depth = this.#open.length - 1; depth >= 0; depth -= 1) {
      const list = this.#open[depth];
      const next = list && due.find((found) => continues(list, found.marker) && !this.#candidates.betterLater(found));
      if (!list || !next) continue;
      this.#cut(depth + 1);
      add(list, next);
      return true;
    }
    return false;
  }

  /** The next number of a list that a heading above it closed: numbers run on from chapter to chapter. */
  #resume(due: readonly Candidate[]): boolean {
    for (const list of this.#closed) {
      const next = due.find((found) => found.marker.rank <= RANK.decimal && continues(list, found.marker) && !found.marker.unsure);
      const above = list.parent?.list;
      if (!next || (above === undefined ? this.#open.length > 0 : !this.#open.includes(above))) continue;
      if (above === undefined) {
        this.#open = [list];
        add(list, next);
      } else {
        this.#cut(this.#open.indexOf(above) + 1);
        this.#begin(next, last(above), list);
      }
      return true;
    }
    return false;
  }

  #beginList(due: readonly Candidate[]): void {
    const found = due.find((one) => this.#candidates.opens(one));
    if (!found) return;
    const depth = depthFor(this.#open, found, this.#candidates, this.#lines);
    this.#cut(depth);
    const above = this.#open[depth - 1];
    this.#begin(found, above ? last(above) : null);
  }

  #begin(found: Candidate, parent: Node | null, resumes?: List): void {
    const list: List = { style: found.marker.style, rank: found.marker.rank, parent, nodes: [], ...(resumes ? { resumes } : {}) };
    (parent ? parent.children : this.top).push(list);
    this.#open.push(list);
    add(list, found);
  }

  /** 5 where 4 was due: the text may have lost a number. Only told where 5 looks like an item. */
  #noteGap(due: readonly Candidate[]): void {
    for (const list of this.#open) {
      const before = last(list).marker;
      const found = due.find(({ marker }) => marker.style === list.style && marker.rank <= RANK.decimal && marker.value === before.value + 2);
      if (found && !this.#candidates.isWeak(found)) this.gaps.push({ line: found.line, after: before.label, found: found.marker.label });
    }
  }
}

function add(list: List, { marker, line }: Candidate): void {
  list.nodes.push({ marker, line, list, children: [] });
}

/** "Done at ...", "Nơi nhận:": the text's lists are over, unless the first of them goes on. */
function isClosing(line: Line, open: readonly List[], candidates: Candidates): boolean {
  const list = open[0];
  if (!list || candidates.at(line.index).length > 0 || !byWord.closing.test(line.text)) return false;
  return !open.some((one) => one.rank !== RANK.bullet && candidates.comesLater((next) => continues(one, next), { line: line.index, marker: last(one).marker }, one.style));
}

const last = (list: List): Node => list.nodes.at(-1) as Node;

/** Whether the marker is the one due after the list's last. */
function continues(list: List, marker: Marker): boolean {
  if (marker.style !== list.style) return false;
  const before = last(list).marker;
  if (marker.rank === RANK.bullet) return true;
  if (marker.above !== undefined) return marker.above === before.above && marker.value === before.value + 1;
  if (marker.rank === RANK.letter || marker.rank === RANK.capital) return isNextLetter(before.label, marker.label);
  return marker.value === before.value + 1;
}

/** How many of the open lists stay open above a list that begins here. */
function depthFor(open: readonly List[], found: Candidate, candidates: Candidates, lines: readonly Line[]): number {
  const { marker } = found;
  if (marker.above !== undefined) {
    const depth = open.findLastIndex((list) => last(list).marker.label === marker.above);
    if (depth >= 0) return depth + 1;
  }
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const list = open[depth];
    if (list && nests(list, found, candidates, lines)) return depth + 1;
  }
  return 0;
}

function nests(list: List, found: Candidate, candidates: Candidates, lines: readonly Line[]): boolean {
  const { marker } = found;
  const bullet = marker.rank === RANK.bullet;
  if (list.rank === RANK.bullet && !bullet) return false;
  if (marker.style === list.style) return candidates.outerResumes(last(list).marker, found);
  if (bullet && list.rank !== RANK.bullet) return true;
  if (marker.rank > list.rank) return true;
  return (marker.rank === list.rank && announced(list, found, lines)) || candidates.comesLater((next) => continues(list, next), found, list.style);
}

/** The entry's first lines end with a colon: what follows belongs to it. */
function announced(list: List, found: Candidate, lines: readonly Line[]): boolean {
  const own = lines.slice(last(list).line, found.line);
  return own.length > 0 && own.length <= 8 && own.at(-1)?.text.endsWith(':') === true && own.slice(1).every((line) => line.gap === 0);
}

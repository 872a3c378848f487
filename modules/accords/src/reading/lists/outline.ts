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
  const top: List[] = [];
  const sections: Section[] = [];
  const gaps: Outline['gaps'][number][] = [];
  let open: List[] = [];
  let closed: List[] = [];

  const add = (list: List, found: Candidate) => {
    list.nodes.push({ marker: found.marker, line: found.line, list, children: [] });
  };
  const cut = (depth: number) => {
    closed = [...open.slice(depth), ...closed].slice(0, 12);
    open = open.slice(0, depth);
  };
  const goOn = (due: readonly Candidate[]): boolean => {
    for (let depth = open.length - 1; depth >= 0; depth -= 1) {
      const list = open[depth];
      const next = list && due.find((found) => continues(list, found.marker) && !candidates.betterLater(found));
      if (!list || !next) continue;
      cut(depth + 1);
      add(list, next);
      return true;
    }
    return false;
  };
  const resume = (due: readonly Candidate[]): boolean => {
    for (const list of closed) {
      const next = due.find((found) => found.marker.rank <= RANK.decimal && continues(list, found.marker) && !found.marker.unsure);
      const above = list.parent?.list;
      if (!next || (above !== undefined && !open.includes(above))) continue;
      if (above === undefined) {
        if (open.length > 0) continue;
        open = [list];
        add(list, next);
      } else {
        cut(open.indexOf(above) + 1);
        begin(next, last(above), list);
      }
      return true;
    }
    return false;
  };
  const begin = (found: Candidate, parent: Node | null, resumes?: List) => {
    const list: List = { style: found.marker.style, rank: found.marker.rank, parent, nodes: [], ...(resumes ? { resumes } : {}) };
    (parent ? parent.children : top).push(list);
    open.push(list);
    add(list, found);
  };
  const open1 = (due: readonly Candidate[]) => {
    const found = due.find((one) => candidates.opens(one));
    if (!found) return;
    const depth = depthFor(open, found, candidates, lines);
    cut(depth);
    const above = open[depth - 1];
    begin(found, above ? last(above) : null);
  };

  let ended = false;
  for (const line of lines) {
    const due = candidates.at(line.index);
    const section = due[0]?.marker.section;
    ended = section === undefined && (ended || isClosing(line, open, candidates));
    if (due.length === 0 || ended) continue;
    if (section) {
      sections.push({ line: line.index, kind: section });
      cut(0);
      if (section === 'annex') closed = [];
    } else if (!goOn(due) && !resume(due)) {
      noteGap(open, due, candidates, gaps);
      open1(due);
    }
  }
  return { top, sections, gaps };
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

/** 5 where 4 was due: the text may have lost a number. Only told where 5 looks like an item. */
function noteGap(open: readonly List[], due: readonly Candidate[], candidates: Candidates, gaps: Outline['gaps'][number][]): void {
  for (const list of open) {
    const before = last(list).marker;
    const found = due.find(({ marker }) => marker.style === list.style && marker.rank <= RANK.decimal && marker.value === before.value + 2);
    if (found && !candidates.isWeak(found)) gaps.push({ line: found.line, after: before.label, found: found.marker.label });
  }
}

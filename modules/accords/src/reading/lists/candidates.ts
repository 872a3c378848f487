import { beginsSmall, endsClause } from '../layout/lines.ts';
import type { Line } from '../layout/lines.ts';
import type { Wrap } from '../layout/wrap.ts';
import { byWord } from '../vocabulary/index.ts';
import { isNextLetter } from './label.ts';
import { bareMarkerOf, markersOf, RANK } from './marker.ts';
import type { Marker } from './marker.ts';

/** A line and one way in which it may begin an item. */
export interface Candidate {
  readonly line: number;
  readonly marker: Marker;
}

/** Every line that may begin an item, and what can be said of it by looking ahead. */
export interface Candidates {
  at(line: number): readonly Candidate[];
  /** Looks like the middle of a sentence. */
  isWeak(found: Candidate): boolean;
  /** Weak, and the same number comes again in better shape before the next one. */
  betterLater(found: Candidate): boolean;
  /** May begin a list: it is a first number, and a second follows. */
  opens(found: Candidate): boolean;
  /** Whether a marker the predicate takes stands after `found`, before its own numbering starts anew. */
  comesLater(takes: (marker: Marker) => boolean, found: Candidate, style: string): boolean;
  /** Whether the list that `before` ended goes on after the list of the same style that begins at `found`. */
  outerResumes(before: Marker, found: Candidate): boolean;
}

/** How many markers of one style are looked through: bounds the work on hostile texts. */
const AHEAD = 80;

/**
 * `loose` is for a text in which no list was found: numbers without a mark count too, and a list may begin with a later
 * number, as an excerpt does; but three must follow each other.
 */
export function candidatesOf(lines: readonly Line[], wrap: Wrap, skipped: ReadonlySet<number>, loose = false): Candidates {
  const byLine = new Map<number, Candidate[]>();
  const byStyle = new Map<string, Candidate[]>();
  const weak = new Set<number>();
  for (const line of lines) {
    if (skipped.has(line.index)) continue;
    const marked = markersOf(line.text);
    const markers = (marked.length === 0 && loose ? bareMarkerOf(line.text) : marked).filter((marker) => !isRefused(line, lines[line.index - 1], marker, wrap));
    if (markers.length === 0) continue;
    const found = markers.map((marker) => ({ line: line.index, marker }));
    byLine.set(line.index, found);
    if (markers[0] && isMidSentence(line, lines[line.index - 1], markers[0])) weak.add(line.index);
    for (const one of found) {
      const same = byStyle.get(one.marker.style) ?? [];
      same.push(one);
      byStyle.set(one.marker.style, same);
    }
  }
  return new LookAhead({ byLine, byStyle, weak, loose });
}

/** What can be no item, whatever its number. */
function isRefused(line: Line, before: Line | undefined, marker: Marker, wrap: Wrap): boolean {
  const rest = line.text.slice(marker.length);
  if (marker.above !== undefined && byWord.units.test(rest) && beginsSmall(rest)) return true;
  if (!before || line.gap > 0 || marker.rank === RANK.word) return false;
  if (marker.rank === RANK.bullet) return wrap.breaksOff(before, line) && markersOf(before.text).every((one) => one.style !== marker.style);
  return wrap.breaksOff(before, line) && beginsSmall(rest) && markersOf(before.text).length === 0;
}

function isMidSentence(line: Line, before: Line | undefined, { length, rank }: Marker): boolean {
  const worded = rank === RANK.word;
  if (beginsSmall(line.text.slice(length))) return true;
  if (before === undefined || line.gap > 0 || endsClause(before.text)) return false;
  return before.text.length > (worded ? 24 : 40) || byWord.awaitsNumber.test(before.text.slice(-24));
}

interface Found {
  readonly byLine: ReadonlyMap<number, readonly Candidate[]>;
  readonly byStyle: ReadonlyMap<string, readonly Candidate[]>;
  readonly weak: ReadonlySet<number>;
  readonly loose: boolean;
}

class LookAhead implements Candidates {
  readonly #found: Found;

  constructor(found: Found) {
    this.#found = found;
  }

  at(line: number): readonly Candidate[] {
    return this.#found.byLine.get(line) ?? [];
  }

  isWeak({ line, marker }: Candidate): boolean {
    return this.#found.weak.has(line) || marker.unsure === true;
  }

  betterLater(found: Candidate): boolean {
    if (!this.isWeak(found) || found.marker.rank === RANK.bullet) return false;
    for (const next of this.#after(found, found.marker.style)) {
      if (next.marker.label === found.marker.label) return !this.isWeak(next);
      if (isFirst(next.marker) || isSecond(found.marker, next.marker)) return false;
    }
    return false;
  }

  opens(found: Candidate): boolean {
    const { marker } = found;
    if (marker.rank === RANK.bullet) return !this.#after(found, marker.style).next().done;
    if (this.#found.loose && marker.value > 0) return this.#threeFollow(found);
    const second = () => this.comesLater((next) => isSecond(marker, next), found, marker.style);
    // An article may stand alone, and an excerpt may begin with a later one.
    if (marker.rank === RANK.word) return (isFirst(marker) && !this.isWeak(found)) || second();
    return isFirst(marker) && second();
  }

  comesLater(takes: (marker: Marker) => boolean, found: Candidate, style: string): boolean {
    for (const next of this.#after(found, style)) {
      if (takes(next.marker)) return true;
      if (isFirst(next.marker)) return false;
    }
    return false;
  }

  outerResumes(before: Marker, found: Candidate): boolean {
    let run = found.marker.value;
    for (const next of this.#after(found, found.marker.style)) {
      if (isFirst(next.marker)) return false;
      if (next.marker.value === run + 1) run += 1;
      else if (isSecond(before, next.marker)) return true;
    }
    return false;
  }

  #threeFollow(found: Candidate): boolean {
    let last = found.marker;
    let count = 1;
    for (const next of this.#after(found, found.marker.style)) {
      if (isSecond(last, next.marker)) [last, count] = [next.marker, count + 1];
      if (count === 3) return true;
    }
    return false;
  }

  /** The markers of one style after a line, so many as are looked through. */
  * #after(found: { readonly line: number }, style: string): Generator<Candidate> {
    const same = this.#found.byStyle.get(style) ?? [];
    const from = firstAfter(same, found.line);
    for (let at = from; at < same.length && at < from + AHEAD; at += 1) yield same[at] as Candidate;
  }
}

const isFirst = (marker: Marker) => marker.value === 1;

/** The marker due after the other, in a list of their style. */
function isSecond(first: Marker, next: Marker): boolean {
  if (first.above !== next.above) return false;
  return first.rank === RANK.letter || first.rank === RANK.capital ? isNextLetter(first.label, next.label) : next.value === first.value + 1;
}

function firstAfter(sorted: readonly Candidate[], line: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

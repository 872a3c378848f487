import { beginsSmall, endsClause, endsSentence, wordCount } from '../layout/lines.ts';
import type { Line } from '../layout/lines.ts';
import { paragraphsOf } from '../layout/paragraphs.ts';
import type { Paragraph } from '../layout/paragraphs.ts';
import type { Wrap } from '../layout/wrap.ts';
import { byWord } from '../vocabulary/index.ts';
import { RANK } from './marker.ts';
import type { Numbered } from './numbering.ts';

/** What belongs to an entry: its own paragraphs, and those that stand after its parts. */
export interface Extent {
  readonly entry: Numbered;
  paragraphs: Paragraph[];
  /** A title on a line of its own above the number. */
  above?: Paragraph;
  /** Place after the last word of the entry and all its parts. */
  end: number;
}

export interface Extents {
  readonly extents: readonly Extent[];
  /** Paragraphs after the last entry of a list. */
  readonly after: readonly Paragraph[];
}

/** Finds where each entry ends. `stops` are lines at which no entry goes on: sections, headings, the lists left out. */
export function extentsOf(entries: readonly Numbered[], lines: readonly Line[], wrap: Wrap, stops: readonly number[]): Extents {
  const starts = [...entries.map(({ node }) => node.line), ...stops].toSorted((a, b) => a - b);
  const extents = entries.map((entry): Extent => {
    const next = firstAbove(starts, entry.node.line) ?? lines.length;
    return { entry, paragraphs: paragraphsOf(lines.slice(entry.node.line, next), wrap, entry.node.marker.length), end: 0 };
  });
  const family = new Family(extents);
  const after: Paragraph[] = [];
  extents.forEach((extent, at) => {
    giveHeading(extent, extents[at + 1]);
    if (family.isFinal(extent)) partTheEnd(extent, family);
    if (family.isLast(extent)) after.push(...giveSpare(extent, family));
  });
  for (const extent of extents) extent.end = extent.paragraphs.at(-1)?.end ?? lines[extent.entry.node.line]?.end ?? 0;
  for (const extent of extents.toReversed()) {
    const parent = family.parent(extent);
    if (parent) parent.end = Math.max(parent.end, extent.end);
  }
  return { extents, after };
}

function firstAbove(sorted: readonly number[], line: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** Who is part of whom, and who comes last. */
class Family {
  readonly #byName = new Map<string, Extent>();
  readonly #siblings = new Map<string, Extent[]>();

  constructor(extents: readonly Extent[]) {
    for (const extent of extents) {
      const { list, number, parent } = extent.entry;
      this.#byName.set(`${list} ${number}`, extent);
      const name = `${list} ${parent ?? ''}`;
      const siblings = this.#siblings.get(name) ?? [];
      siblings.push(extent);
      this.#siblings.set(name, siblings);
    }
  }

  parent({ entry }: Extent): Extent | undefined {
    return entry.parent === undefined ? undefined : this.#byName.get(`${entry.list} ${entry.parent}`);
  }

  siblings({ entry }: Extent): readonly Extent[] {
    return this.#siblings.get(`${entry.list} ${entry.parent ?? ''}`) ?? [];
  }

  /** Last of its list, with no parts. */
  isLast(extent: Extent): boolean {
    return this.siblings(extent).at(-1) === extent && !this.#siblings.has(`${extent.entry.list} ${extent.entry.number}`);
  }

  /** Nothing of its list comes after it, nor after what it is part of. */
  isFinal(extent: Extent): boolean {
    for (let one: Extent | undefined = extent; one; one = this.parent(one)) if (this.siblings(one).at(-1) !== one) return false;
    return true;
  }
}

const isHeading = ({ text }: Paragraph) => text.length <= 90 && wordCount(text) <= 14 && !endsClause(text);

/** A short line without a stop, right before the next entry, is that entry's title. */
function giveHeading(extent: Extent, next: Extent | undefined): void {
  const lastOne = extent.paragraphs.at(-1);
  const before = extent.paragraphs.at(-2);
  if (!next || !lastOne || !before || !isHeading(lastOne) || !endsClause(before.text)) return;
  if (next.entry.node.list.rank > extent.entry.node.list.rank) return;
  extent.paragraphs.pop();
  next.above = lastOne;
}

/**
 * Takes from the last entry of a list the paragraphs that are more than an entry of that list has. They belong to what
 * the list is part of; at the end of everything they are the text after the items, and given back.
 */
function giveSpare(extent: Extent, family: Family): Paragraph[] {
  const spare = extent.paragraphs.splice(limitOf(extent, family));
  const parent = family.parent(extent);
  if (!family.isFinal(extent)) {
    (parent ?? extent).paragraphs.push(...spare);
    return [];
  }
  const worded = parent?.entry.node.list.rank === RANK.word ? parent : extent.entry.node.list.rank === RANK.word ? extent : undefined;
  if (!worded) return spare;
  // An article may have many paragraphs; words of closing end the last one, or that no other article has two.
  const closing = spare.findIndex(({ text }) => byWord.closing.test(text));
  const single = worded === extent && family.siblings(extent).every((other) => other.paragraphs.length <= 1);
  const own = closing >= 0 ? closing : single ? 0 : spare.length;
  worded.paragraphs.push(...spare.splice(0, own));
  return spare;
}

/**
 * Behind the very last entry a wrapped paragraph may follow without a sign. Where the other entries are one sentence each, so is
 * the last: what begins on a new line after its full stop is another paragraph.
 */
function partTheEnd(extent: Extent, family: Family): void {
  const others = family.siblings(extent).slice(0, -1);
  const long = others.filter(({ paragraphs }) => paragraphs.some(({ text }) => SECOND_SENTENCE.test(text))).length;
  if (others.length < 2 || long > others.length * 0.3) return;
  extent.paragraphs = extent.paragraphs.flatMap((paragraph) => splitAtStops(paragraph));
}

const SECOND_SENTENCE = /[.!?] +["'(]?[\p{Lu}\p{Script=Lao}]/u;

function splitAtStops(paragraph: Paragraph): Paragraph[] {
  const { lines } = paragraph;
  const cut = lines.findIndex((line, at) => at + 1 < lines.length && endsSentence(line.text) && !beginsSmall(lines[at + 1]?.text ?? ''));
  if (cut < 0) return [paragraph];
  const [head, tail] = [lines.slice(0, cut + 1), lines.slice(cut + 1)];
  const first = head[0]?.start ?? paragraph.start;
  const text = [...head].map((line, at) => (at === 0 ? line.text.slice(paragraph.start - first) : line.text)).join(' ');
  const rest = { lines: tail, start: tail[0]?.start ?? paragraph.end, end: paragraph.end, text: tail.map((line) => line.text).join(' ') };
  return [{ lines: head, start: paragraph.start, end: head.at(-1)?.end ?? paragraph.end, text }, rest];
}

/** How many paragraphs the last entry of a list may have: as many as the others, and what a title or a colon announces. */
function limitOf(extent: Extent, family: Family): number {
  const { paragraphs } = extent;
  const others = family.siblings(extent).slice(0, -1).map((other) => other.paragraphs.length);
  const first = paragraphs[0];
  const titled = first !== undefined && (isHeading(first) || first.text.endsWith(':'));
  const most = Math.max(titled ? 2 : 1, ...others);
  const closing = paragraphs.findIndex(({ text }, at) => at > 0 && byWord.closing.test(text));
  return closing < 0 ? most : Math.min(most, closing);
}

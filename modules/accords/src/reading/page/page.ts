import { endsClause, endsSentence, wordCount } from '../layout/lines.ts';
import type { Line } from '../layout/lines.ts';
import { wrapOf } from '../layout/wrap.ts';
import type { Wrap } from '../layout/wrap.ts';
import { markersOf } from '../lists/marker.ts';
import { byWord, isNavigation, isSoftTail, isTail } from '../vocabulary/index.ts';

/** What of a pasted page is not its text. */
export interface PageFrame {
  /** Lines that are menus, weather, other articles, bylines, captions. */
  readonly noise: ReadonlySet<number>;
  /** Lines of the headline; none where it is no web page. */
  readonly title: readonly number[];
  /** Line that tells when the page was published. */
  readonly dated?: number;
}

const WEATHER = /-?\d{1,2} ?°/;
const STAMP = /^(?:[^\d]{0,40})?(?:\d{1,2}[:h]\d{2}(?: ?[AP]M)?[ ,|-]*)?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})(?:[ ,|-]*\d{1,2}[:h]\d{2}(?: ?[AP]M)?)?(?: ?(?:GMT|\(GMT)?.{0,12})?$/;
const BODY = 120;
const CAPTION = 240;

/** Reads the frame of a web page around an article; finds nothing in a document that is no page. */
export function frameOf(lines: readonly Line[]): PageFrame {
  const blocks = blocksOf(lines, wrapOf(lines));
  const first = blocks.findIndex((block) => isBody(block.text));
  const head = blocks.slice(0, first < 0 ? 0 : first);
  const tail = first < 0 ? blocks.length : tailStart(blocks, first);
  const signs = (some: readonly Block[]) => some.filter(({ text }) => isFrame(text) || isStamp(text)).length;
  const web = signs(head) > 0 || tail < blocks.length || signs(blocks) > 1;
  if (!web) return { noise: new Set(), title: [] };
  const title = titleAmong(head, blocks);
  const noise = new Set<number>();
  for (const block of head) if (block.index !== title) noise.add(block.index);
  for (let at = tail; at < blocks.length; at += 1) noise.add(at);
  const name = title === undefined ? undefined : blocks[title]?.text;
  for (const block of blocks.slice(first, tail)) {
    if (isFrame(block.text) || isCaption(block, blocks, title, name)) noise.add(block.index);
  }
  bylines(blocks, first, tail, noise);
  const dated = head.findLast((block) => isStamp(block.text))?.lines[0]?.index;
  return {
    noise: new Set([...noise].flatMap((at) => blocks[at]?.lines.map(({ index }) => index) ?? [])),
    title: title === undefined ? [] : blocks[title]?.lines.map(({ index }) => index) ?? [], ...(dated === undefined ? {} : { dated }),
  };
}

/** A paragraph, whole: a narrow window wraps headlines and sentences too. */
interface Block {
  readonly index: number;
  readonly text: string;
  readonly gap: number;
  readonly lines: readonly Line[];
}

function blocksOf(lines: readonly Line[], wrap: Wrap): Block[] {
  const groups: Line[][] = [];
  const times = new Map<string, number>();
  for (const { text } of lines) times.set(text, (times.get(text) ?? 0) + 1);
  // A headline that comes again and again names pictures; it ends where it ends, however full its line.
  const alone = ({ text }: Line) => isOwnLine(text) || (times.get(text) ?? 0) > 2;
  for (const line of lines) {
    const before = lines[line.index - 1];
    const apart = !before || alone(line) || alone(before) || markersOf(line.text).length > 0 || !wrap.joins(before, line);
    if (apart) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.map((group, index) => ({ index, text: group.map(({ text }) => text).join(' '), gap: group[0]?.gap ?? 0, lines: group }));
}

const isOwnLine = (text: string) => text.length < BODY && (isFrame(text) || isTail(text) || isSoftTail(text) || isStamp(text));

/** A line that only tells when, perhaps by whom. */
const isStamp = (text: string) => text.length < BODY && (STAMP.test(text) || (byWord.byline.test(text) && /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text)));

/** A line of running text, or the first of a list. */
function isBody(text: string): boolean {
  if (WEATHER.test(text) && text.length < BODY) return false;
  if (text.length >= BODY || (endsSentence(text) && wordCount(text) >= 10)) return true;
  return markersOf(text).some((marker) => marker.value === 1 && wordCount(text) >= 5);
}

function isFrame(text: string): boolean {
  if (isNavigation(text)) return true;
  if (text.length < 80 && WEATHER.test(text)) return true;
  return byWord.rights.test(text) && text.length < 400 && markersOf(text).length === 0;
}

/** Where other articles begin: at a line that says so, or where headlines come in pairs, one linking a picture. */
function tailStart(lines: readonly Block[], first: number): number {
  const said = lines.findIndex((line, at) => at > first && (isTail(line.text) || (isSoftTail(line.text) && !listGoesOn(lines, at))));
  const pairs: number[] = [];
  for (let at = first; at + 1 < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text === lines[at + 1]?.text && wordCount(text) >= 4 && markersOf(text).length === 0) pairs.push(at);
  }
  const paired = pairs.length > 1 ? pairs[0] ?? lines.length : lines.length;
  return Math.min(said < 0 ? lines.length : said, paired);
}

/** "See also" between two items of one list cuts nothing off. */
function listGoesOn(lines: readonly Block[], at: number): boolean {
  const next = lines.slice(at + 1, at + 40).flatMap((line) => markersOf(line.text)).filter((marker) => marker.value > 1 && !marker.unsure);
  return next.some((marker) => lines.slice(Math.max(0, at - 40), at).some((line) => markersOf(line.text).some((one) => one.style === marker.style && one.value === marker.value - 1)));
}

function titleAmong(head: readonly Block[], lines: readonly Block[]): number | undefined {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line.text, (times.get(line.text) ?? 0) + 1);
  const fit = head.filter(({ text }) => wordCount(text) >= 4 && !isFrame(text) && !isStamp(text) && !byWord.byline.test(text) && markersOf(text).length === 0);
  // A menu glued to the headline ends with it.
  const own = fit.filter((line) => !fit.some((other) => other.text.length < line.text.length && line.text.endsWith(other.text)));
  const weight = ({ text }: Block) => wordCount(text) + 8 * Math.min(4, (times.get(text) ?? 1) - 1);
  return own.toSorted((a, b) => weight(b) - weight(a))[0]?.index;
}

/** The headline again, which names a picture, and the caption right under it. */
function isCaption(line: Block, lines: readonly Block[], headline: number | undefined, title: string | undefined): boolean {
  if (line.text.length < CAPTION && /\((?:Ảnh|Photo|Image|ພາບ)[^)]{0,60}\)\.?$/u.test(line.text)) return true;
  if (title === undefined) return false;
  if (line.text === title) return true;
  // A caption may run over two lines.
  for (let at = line.index; line.index - at < 2 && lines[at]?.gap === 0; at -= 1) {
    if ((lines[at]?.text.length ?? 0) >= CAPTION) return false;
    if (at - 1 !== headline && lines[at - 1]?.text === title) return true;
  }
  return false;
}

/** Short lines at the end that are no sentence: an author, a "more" link. */
function bylines(lines: readonly Block[], first: number, tail: number, noise: Set<number>): void {
  for (let at = tail - 1; at > first; at -= 1) {
    const line = lines[at];
    if (!line) return;
    if (noise.has(at)) continue;
    const short = wordCount(line.text) <= 6 && line.text.length < 60 && !endsClause(line.text) && markersOf(line.text).length === 0;
    if (!short && !(byWord.byline.test(line.text) && line.text.length < 80)) return;
    noise.add(at);
  }
}

import { beginsSmall, endsClause, endsSentence } from './lines.ts';
import { byWord } from '../vocabulary/index.ts';
import type { Line } from './lines.ts';

/** Tells a line that was only wrapped from one that begins a paragraph. */
export interface Wrap {
  /** Whether `line` goes on with the paragraph that `before` belongs to; both follow each other in the text. */
  joins(before: Line, line: Line): boolean;
  /** Whether `before` was broken off for want of room, in the middle of a clause. */
  breaksOff(before: Line, line: Line): boolean;
}

/** The widest column that e-mail, plain-text converters and scanners wrap at. */
const WIDEST = 132;
const NARROWEST = 34;
/** The part of the column that a wrapped line fills at least. */
const RAGGED = 0.85;

/** Learns from the lines themselves whether they were hard-wrapped, and at what width. */
export function wrapOf(lines: readonly Line[]): Wrap {
  const width = widthOf(lines);
  const hanging = width > 0 && isHanging(lines);
  // Where a wrapper breaks, the next word had no room. Proportional type and scans break earlier.
  const reach = (before: Line, line: Line) => before.indent + before.text.length + 1 + firstWord(line.text);
  const full = (before: Line, line: Line) => width > 0 && reach(before, line) > width * RAGGED;
  return {
    joins(before, line) {
      if (line.gap > 0) return false;
      if (byWord.dangling.test(before.text.slice(-16))) return true;
      if (endsSentence(before.text)) {
        if (hanging && line.indent === 0) return false;
        return width > 0 && reach(before, line) > width && (hanging || line.indent <= before.indent);
      }
      if (full(before, line)) return true;
      return !endsClause(before.text) && beginsSmall(line.text);
    },
    breaksOff: (before, line) => line.gap === 0 && !endsClause(before.text) && full(before, line),
  };
}

/** Continued lines stand further in than those that begin. */
function isHanging(lines: readonly Line[]): boolean {
  const continued = lines.filter((line, at) => at > 0 && line.gap === 0 && beginsSmall(line.text) && !endsClause(lines[at - 1]?.text ?? ''));
  return continued.length > 2 && continued.filter(({ indent }) => indent >= 2).length > continued.length * 0.8;
}

const firstWord = (text: string) => {
  const end = text.search(/[\s]/);
  return Math.min(end < 0 ? text.length : end, 24);
};

/** The column lines are wrapped at, or 0 when they are not: most lines that another follows then nearly fill it. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.indent + line.text.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (lines.length < 4 || width > WIDEST || width < NARROWEST) return 0;
  let pairs = 0;
  let filled = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const before = lines[at - 1];
    const line = lines[at];
    if (!before || !line || line.gap > 0 || endsClause(before.text)) continue;
    pairs += 1;
    if (before.indent + before.text.length + 1 + firstWord(line.text) > width * RAGGED) filled += 1;
  }
  return pairs >= 3 && filled / pairs >= 0.6 ? width : 0;
}

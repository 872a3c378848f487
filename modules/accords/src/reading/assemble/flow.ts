import type { Paragraph } from '../layout/paragraphs.ts';
import type { Plain } from '../layout/plain.ts';
import type { Span } from '../types.ts';

/** Where a paragraph ends: no name, date or sentence goes over it. */
const PARAGRAPH_END = '\u2029';

/**
 * The plain text as it reads: wrapped lines run on, paragraphs end, what is no part of the text is blank. Of the same
 * length, so that places in it are places in the plain text.
 */
export function flowOf(plain: Plain, paragraphs: readonly Paragraph[], blank: readonly Span[]): string {
  const bounds = new Uint8Array(plain.text.length);
  for (const { start, end } of paragraphs) bounds.fill(RUNNING, start, end);
  for (const { start, end } of blank) bounds.fill(BLANK, start, end);
  const pieces: string[] = [];
  for (let at = 0; at < bounds.length;) {
    const kind = bounds[at];
    let end = at + 1;
    while (end < bounds.length && bounds[end] === kind) end += 1;
    pieces.push(shown(plain.text.slice(at, end), kind));
    at = end;
  }
  return pieces.join('');
}

const RUNNING = 1;
const BLANK = 2;

function shown(piece: string, kind: number | undefined): string {
  if (kind === BLANK) return ' '.repeat(piece.length);
  return piece.replace(/[\n\f]/g, kind === RUNNING ? ' ' : PARAGRAPH_END);
}

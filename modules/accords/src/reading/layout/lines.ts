/** A line of the plain text without the spaces around it. */
export interface Line {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Spaces before it; a tab counts four. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** First line of a page. */
  readonly page: boolean;
}

/** The lines that say something, in order. */
export function linesOf(plain: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let page = false;
  for (const [at, stop] of cutsOf(plain)) {
    page ||= plain[at - 1] === '\f';
    let start = at;
    let end = stop;
    while (start < end && isSpace(plain.charCodeAt(start))) start += 1;
    while (end > start && isSpace(plain.charCodeAt(end - 1))) end -= 1;
    if (start === end) gap += 1;
    else {
      lines.push({ index: lines.length, start, end, text: plain.slice(start, end), indent: indentOf(plain, at, start), gap, page });
      [gap, page] = [0, false];
    }
  }
  return lines;
}

/** Beginning and end of every line; a page break ends one too. */
function* cutsOf(plain: string): Generator<readonly [number, number]> {
  let at = 0;
  for (const match of plain.matchAll(/[\n\f]/g)) {
    yield [at, match.index];
    at = match.index + 1;
  }
  yield [at, plain.length];
}

const isSpace = (code: number) => code === 0x20 || code === 0x09;

function indentOf(plain: string, from: number, to: number): number {
  let indent = 0;
  for (let at = from; at < to; at += 1) indent += plain.charCodeAt(at) === 0x09 ? 4 : 1;
  return indent;
}

/** Ends a sentence or a clause, perhaps inside a quotation or bracket. */
export const endsClause = (text: string) => /[.;:!?…]["')\]]*$/.test(text);
export const endsSentence = (text: string) => /[.!?…]["')\]]*$/.test(text);
/** Begins with a small letter: only a continuation does, in scripts that have two cases. */
export const beginsSmall = (text: string) => /^["'(]*\p{Ll}/u.test(text);
/** Words; of Lao, which does not part them, about as many as its letters make. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).length + Math.floor((text.match(/\p{Script=Lao}/gu)?.length ?? 0) / 6);
}

import type { Span } from '../types.ts';

/**
 * The text made easy to match: NFC, one kind of space, dash, quote and digit, nothing invisible, the same lines. Every
 * place in it leads back to the text as given, so that nothing found is ever shown beside the wrong words.
 */
export interface Plain {
  readonly text: string;
  readonly original: string;
  /** The span of the given text that `start` to `end` of the plain one stands for. */
  span(start: number, end: number): Span;
  /** The given words. */
  words(start: number, end: number): string;
}

// oxlint-disable-next-line no-control-regex -- U+0000 is what is looked for
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u0000]/;
// oxlint-disable-next-line no-control-regex -- page breaks and stray controls of converted files count as spaces or line ends
const FLATTENED = /[\u0001-\u0008\u000B\u000E-\u001F\u007F-\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u2018-\u201F\u2028\u2029\u00AB\u00BB\u0ED0-\u0ED9\uFF01-\uFF5E\r]/g;

function flat(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x0ed0 && code <= 0x0ed9) return String(code - 0x0ed0);
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff0d) return String.fromCharCode(code - 0xfee0);
  if (code === 0x0d || code === 0x0b || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63 || code === 0xff0d) return '-';
  if (code >= 0x2018 && code <= 0x201b) return '\'';
  if ((code >= 0x201c && code <= 0x201f) || code === 0xab || code === 0xbb) return '"';
  return ' ';
}

/** Makes the plain form. A text that is NFC already and hides nothing keeps its places; any other carries a map. */
export function plainOf(original: string): Plain {
  const simple = !INVISIBLE.test(original) && original.normalize('NFC') === original;
  if (simple) {
    return {
      // A CR LF pair stays two characters, so that places are kept: the first becomes a space at the line's end.
      text: original.replace(/\r\n/g, ' \n').replace(FLATTENED, flat), original,
      span: (start, end) => ({ start, end }), words: (start, end) => original.slice(start, end),
    };
  }
  const { text, starts, ends } = mapped(original);
  const span = (start: number, end: number): Span => {
    const from = start < starts.length ? starts[start] ?? 0 : original.length;
    return { start: from, end: end <= start ? from : ends[end - 1] ?? original.length };
  };
  return {
    text, original, span,
    words: (start, end) => { const at = span(start, end); return original.slice(at.start, at.end); },
  };
}

/** Base letter with its marks; marks never leave their letter under NFC. */
const CLUSTER = /\r\n|\P{M}\p{M}*|\p{M}+/gsu;

function mapped(original: string): { text: string; starts: number[]; ends: number[] } {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    const at = match.index;
    const cluster = match[0];
    const shown = cluster === '\r\n' ? '\n' : clean(cluster);
    // Units of a cluster that composes to fewer all stand for the whole of it; otherwise one for one.
    const even = shown.length === cluster.length;
    for (let unit = 0; unit < shown.length; unit += 1) {
      starts.push(even ? at + unit : at);
      ends.push(even ? at + unit + 1 : at + cluster.length);
    }
    pieces.push(shown);
  }
  return { text: pieces.join(''), starts, ends };
}

const EVERY_INVISIBLE = new RegExp(INVISIBLE.source, 'g');
const clean = (cluster: string) => cluster.replace(EVERY_INVISIBLE, '').normalize('NFC').replace(FLATTENED, flat);

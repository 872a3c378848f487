import { fold } from '@entente/text';

/** Words of the plain text; in Lao, which does not part words, letters with their marks. */
export interface Tokens {
  readonly count: number;
  /** Places in the plain text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Without case and accents: what names are looked up by. */
  readonly folded: readonly string[];
  readonly plain: string;
}

/** Words are few and come often. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

export function foldWord(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const folded = fold(word);
  if (known.size >= MOST_KNOWN) known.clear();
  if (word.length <= 40) known.set(word, folded);
  return folded;
}

/** A word longer than any name is none; it is cut so that nothing grows with it. */
const LONGEST = 60;

export function tokensOf(plain: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: string[] = [];
  for (let at = 0; at < plain.length;) {
    const end = tokenEnd(plain, at);
    if (end === at) {
      at += 1;
      continue;
    }
    starts.push(at);
    ends.push(end);
    folded.push(foldWord(plain.slice(at, Math.min(end, at + LONGEST))));
    at = end;
  }
  return { count: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), folded, plain };
}

const isLao = (code: number) => code >= 0x0e80 && code <= 0x0eff;
const MARK = /\p{M}/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const isWord = (code: number, plain: string, at: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code > 127 && WORD.test(plain.charAt(at)));

function tokenEnd(plain: string, at: number): number {
  const first = plain.charCodeAt(at);
  let end = at;
  if (isLao(first)) {
    end += 1;
    while (end < plain.length && isLao(plain.charCodeAt(end)) && MARK.test(plain.charAt(end))) end += 1;
    return end;
  }
  while (end < plain.length) {
    const code = plain.charCodeAt(end);
    if (isLao(code) || !isWord(code, plain, end)) break;
    end += 1;
  }
  return end;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const exact = new Map<string, string>();

/** A word with its accents but without case, and without the two places a Vietnamese tone may stand (hoà, hòa). */
export function exactWord(word: string): string {
  const found = exact.get(word);
  if (found !== undefined) return found;
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES)?.join('') ?? '';
  const spelled = parts.replace(TONES, '').normalize('NFC') + tones;
  if (exact.size >= MOST_KNOWN) exact.clear();
  if (word.length <= 40) exact.set(word, spelled);
  return spelled;
}

/** Tokens set close together by a dash, a point or a stroke: "LĐ-TB&XH". Returns the place after the last of them. */
export function gluedEnd(tokens: Tokens, from: number): number {
  let at = from;
  while (at + 1 < tokens.count && at - from < 5) {
    const gap = tokens.plain.slice(tokens.ends[at], tokens.starts[at + 1]);
    if (!/^[-&./]$/.test(gap)) break;
    at += 1;
  }
  return at + 1;
}

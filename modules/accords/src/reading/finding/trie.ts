import { exactWord, gluedEnd, tokensOf } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** One way of writing a name that is looked for. */
export interface Name<T> {
  readonly of: T;
  /** Its words with accents. */
  readonly words: readonly string[];
  /** How its letters must stand: a proper name begins with a capital, an acronym is all capitals. */
  readonly letters: 'any' | 'capital' | 'acronym';
}

interface Branch<T> {
  next: Map<string, Branch<T>> | undefined;
  names: Name<T>[] | undefined;
}

export interface Match<T> {
  /** Tokens from..to (after the last). */
  readonly from: number;
  readonly to: number;
  readonly of: readonly T[];
}

/** Names as a tree of words without accents; the longest name at a place wins. */
export class NameTree<T> {
  readonly #root: Branch<T> = { next: undefined, names: undefined };

  /** Adds a way of writing a name. Dashes, points and spaces in it do not matter. */
  add(text: string, of: T, letters: Name<T>['letters'] = 'any'): void {
    const tokens = tokensOf(text.normalize('NFC').replace(/[\u2010-\u2015\u2212]/g, '-'));
    if (tokens.count === 0) return;
    this.#put(tokens.folded, { of, letters, words: wordsIn(tokens) });
    const glued = gluedTokens(tokens);
    if (glued.folded.length < tokens.count) this.#put(glued.folded, { of, letters, words: glued.words });
  }

  #put(path: readonly string[], name: Name<T>): void {
    let branch = this.#root;
    for (const word of path) {
      branch.next ??= new Map();
      let next = branch.next.get(word);
      if (!next) branch.next.set(word, (next = { next: undefined, names: undefined }));
      branch = next;
    }
    (branch.names ??= []).push(name);
  }

  /** Every name in the text, from the left, the longest at each place. */
  *find(tokens: Tokens): Generator<Match<T>> {
    for (let at = 0; at < tokens.count;) {
      const found = this.#root.next?.has(tokens.folded[at] ?? '') || isGlued(tokens, at) ? this.at(tokens, at) : undefined;
      if (found) yield found;
      at = found ? found.to : at + 1;
    }
  }

  /** The longest name that begins at a token. */
  at(tokens: Tokens, from: number): Match<T> | undefined {
    let best: Match<T> | undefined;
    const walk = (branch: Branch<T>, at: number, words: readonly string[]): void => {
      if (branch.names && at > from && (!best || at > best.to)) {
        const fitting = branch.names.filter((name) => fits(name, words, tokens, from, at));
        if (fitting.length > 0) best = { from, to: at, of: [...new Set(fitting.map((name) => name.of))] };
      }
      if (!branch.next || at >= tokens.count || (at > from && isApart(tokens, at))) return;
      const next = branch.next.get(tokens.folded[at] ?? '');
      if (next) walk(next, at + 1, [...words, wordAt(tokens, at)]);
      const end = gluedEnd(tokens, at);
      if (end > at + 1) {
        const glued = branch.next.get(tokens.folded.slice(at, end).join(''));
        if (glued) walk(glued, end, [...words, tokens.plain.slice(tokens.starts[at], tokens.ends[end - 1]).replace(/[-&./]/g, '')]);
      }
    };
    walk(this.#root, from, []);
    return best;
  }
}

const wordAt = (tokens: Tokens, at: number) => tokens.plain.slice(tokens.starts[at], tokens.ends[at]);
const wordsIn = (tokens: Tokens) => Array.from({ length: tokens.count }, (_, at) => wordAt(tokens, at));

function isGlued(tokens: Tokens, at: number): boolean {
  return /[-&./]/.test(tokens.plain.charAt(tokens.ends[at] ?? 0)) && gluedEnd(tokens, at) > at + 1;
}

/** A sentence, a paragraph or a list mark lies between: no name goes over that. */
function isApart(tokens: Tokens, at: number): boolean {
  const gap = tokens.plain.slice(tokens.ends[at - 1], tokens.starts[at]);
  return gap.length > 12 || /[;:!?"()]|\. |\u2029/.test(gap);
}

function gluedTokens(tokens: Tokens): { folded: string[]; words: string[] } {
  const folded: string[] = [];
  const words: string[] = [];
  for (let at = 0; at < tokens.count;) {
    const end = gluedEnd(tokens, at);
    folded.push(tokens.folded.slice(at, end).join(''));
    words.push(wordsIn(tokens).slice(at, end).join(''));
    at = end;
  }
  return { folded, words };
}

/**
 * Folded words are equal; now their accents: each word is written as the name has it, or without any, as foreign
 * texts and old typewriters write it. A single short word without its accents is too often another ("lao" and "Lào").
 */
function fits<T>(name: Name<T>, words: readonly string[], tokens: Tokens, from: number, to: number): boolean {
  let bare = 0;
  for (const [at, word] of words.entries()) {
    if (exactWord(word) === exactWord(name.words[at] ?? '')) continue;
    if (!isBare(word)) return false;
    bare += 1;
  }
  const first = wordAt(tokens, from);
  if (bare > 0 && words.length === 1 && first.length < 5) return false;
  if (name.letters === 'any') return true;
  const begins = /^[\p{Lu}\p{Lo}\p{N}]/u.test(first);
  return name.letters === 'capital' ? begins : !/\p{Ll}/u.test(tokens.plain.slice(tokens.starts[from], tokens.ends[to - 1]));
}

// Letters of a Lao name may differ in the tone marks that folding takes off.
const isBare = (word: string) => /^[\x20-\x7E]*$/.test(word) || /^\p{Script=Lao}/u.test(word);

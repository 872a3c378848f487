import type { LanguageTag } from '../language.ts';
import { wordSegmenter } from '../search/words.ts';
import { commonPlaces } from './alignment.ts';

/** A stretch of text that stayed, came (`ins`) or went (`del`). */
export interface Run {
  readonly type: 'same' | 'ins' | 'del';
  readonly text: string;
}

/** Two texts between the stretches they share: what went and what came there. */
interface Change {
  readonly del: string;
  readonly ins: string;
  /** What both have after it. */
  readonly same: string;
}

/**
 * What changed from `a` to `b`, word by word: Vietnamese by syllable, Lao by dictionary word. Same and del runs
 * together are `a`, same and ins runs are `b`, to the last space; neighbouring runs differ in type; what went stands
 * before what came. Words that stayed alone between larger changes are shown as changed, since nobody can read confetti.
 */
export function diffWords(a: string, b: string, lang: LanguageTag): Run[] {
  if (a === b) return a === '' ? [] : [{ type: 'same', text: a }];
  const before = tokens(a, lang);
  const after = tokens(b, lang);
  const ids = new Map<string, number>();
  const number = (token: string) => ids.get(token) ?? (ids.set(token, ids.size), ids.size - 1);
  const pairs = commonPlaces(before.map(number), after.map(number));
  return runsOf(readable(changes(before, after, pairs)));
}

function tokens(text: string, lang: LanguageTag): string[] {
  return Array.from(wordSegmenter(lang).segment(text), (part) => part.segment);
}

function changes(before: readonly string[], after: readonly string[], pairs: readonly [number, number][]): Change[] {
  const found: Change[] = [];
  let [x, y] = [0, 0];
  let same = '';
  let open: { del: string; ins: string } = { del: '', ins: '' };
  for (const [i, j] of [...pairs, [before.length, after.length] as const]) {
    if (i > x || j > y) {
      found.push({ ...open, same });
      open = { del: before.slice(x, i).join(''), ins: after.slice(y, j).join('') };
      same = '';
    }
    same += before[i] ?? '';
    [x, y] = [i + 1, j + 1];
  }
  found.push({ ...open, same });
  return found;
}

/** Joins changes between which only a space, a mark or a word smaller than both stayed. */
function readable(found: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of found) {
    const last = kept.at(-1);
    const one = last && kept.length > 1 ? joined(last, change) : undefined;
    if (one) kept[kept.length - 1] = one;
    else kept.push(change);
  }
  return kept;
}

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** Two changes and the little between them as one, or undefined where they read better apart. */
function joined(left: Change, right: Change): Change | undefined {
  const between = left.same;
  if (between.includes('\n')) return undefined;
  if (left.del + right.del === '') return slid(left, right, 'ins');
  if (left.ins + right.ins === '') return slid(left, right, 'del');
  if (hasWord(between) && !isSmall(between, left, right)) return undefined;
  return { del: left.del + between + right.del, ins: left.ins + between + right.ins, same: right.same };
}

/** One word, at most half as long as the replacements on both sides of it. */
function isSmall(between: string, left: Change, right: Change): boolean {
  const smallest = Math.min(left.del.length, left.ins.length, right.del.length, right.ins.length);
  return !/[\p{L}\p{N}]\s+[\p{L}\p{N}]/u.test(between) && between.trim().length * 2 <= smallest;
}

/** Came ",", stayed " ", came "quy tập " is the same as came ", quy tập", stayed " ". */
function slid(left: Change, right: Change, side: 'ins' | 'del'): Change | undefined {
  const between = left.same;
  if (hasWord(between) || !right[side].endsWith(between)) return undefined;
  const text = left[side] + between + right[side].slice(0, right[side].length - between.length);
  return { del: '', ins: '', [side]: text, same: between + right.same };
}

function runsOf(found: readonly Change[]): Run[] {
  const runs: Run[] = found.flatMap(({ del, ins, same }) => [
    { type: 'del' as const, text: del }, { type: 'ins' as const, text: ins }, { type: 'same' as const, text: same },
  ]);
  return runs.filter((run) => run.text !== '');
}

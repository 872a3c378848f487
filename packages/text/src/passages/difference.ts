import type { LanguageTag } from '../language.ts';
import { wordSegmenter } from '../search/words.ts';

/** A stretch of text that stayed, came (`ins`) or went (`del`). */
export interface Run {
  readonly type: 'same' | 'ins' | 'del';
  readonly text: string;
}

/**
 * What changed from `a` to `b`, word by word. Same and del runs together are `a`, same and ins runs are `b`, to the
 * last space; neighbouring runs differ in type.
 */
export function diffWords(a: string, b: string, lang: LanguageTag): Run[] {
  const before = tokens(a, lang);
  const after = tokens(b, lang);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const runs: Run[] = [
    { type: 'same', text: before.slice(0, start).join('') },
    { type: 'del', text: before.slice(start, before.length - end).join('') },
    { type: 'ins', text: after.slice(start, after.length - end).join('') },
    { type: 'same', text: before.slice(before.length - end).join('') },
  ];
  return runs.filter((run) => run.text !== '');
}

function tokens(text: string, lang: LanguageTag): string[] {
  return Array.from(wordSegmenter(lang).segment(text), (part) => part.segment);
}

import { sentences } from '@entente/text';
import type { Lang } from '@entente/text';
import { wordCount } from '../layout/lines.ts';
import type { Paragraph } from '../layout/paragraphs.ts';
import { byWord } from '../vocabulary/index.ts';
import { done, pronouns, subjects, undertakings } from '../vocabulary/undertakings.ts';

/** A sentence of prose in which the parties seem to promise something; places in the flowing text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

const quoted = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll(' ', '\\s+')).join('|');
/** Any of the words, whole; Lao words stand among others without a space. */
function whole(words: readonly string[]): RegExp {
  const lao = words.filter((word) => /^\p{Script=Lao}/u.test(word));
  const others = words.filter((word) => !lao.includes(word));
  const ways = [...(others.length > 0 ? [`(?<![\\p{Ll}\\p{Lu}\\p{M}])(?:${quoted(others)})`] : []), ...(lao.length > 0 ? [`(?:${quoted(lao)})`] : [])];
  return new RegExp(`(?:${ways.join('|')})(?![\\p{Ll}\\p{Lu}\\p{M}])`, 'iu');
}
const weighed = undertakings.map(({ weight, words }) => ({ weight, shape: whole(words) }));
const SUBJECT = whole(subjects);
const PRONOUN = new RegExp(`^(?:${pronouns.join('|')})`, 'iu');
const DONE = new RegExp(`^\\s+(?:${quoted(done)})(?![\\p{Ll}\\p{M}])`, 'iu');
const THRESHOLD = 0.5;
/** Nothing shorter promises anything, in letters. */
const SHORTEST = 24;

/** `sides(start, end)` tells how many parties a stretch names. */
export function promisingSentences(paragraphs: readonly Paragraph[], flow: string, lang: Lang, sides: (start: number, end: number) => number): Sentence[] {
  const found: Sentence[] = [];
  for (const { start, end } of paragraphs) {
    if (end - start < SHORTEST) continue;
    let before: Before = 'nothing';
    for (const sentence of sentences(flow.slice(start, end), lang)) {
      const score = scoreOf(sentence.text, before, sides(start + sentence.start, start + sentence.end) > 1);
      if (score < THRESHOLD) continue;
      // "... về: A. B. C.": what follows a colon lists what was promised.
      if (/: ?\S/u.test(sentence.text)) before = 'list';
      else if (before === 'nothing') before = 'promise';
      found.push({ start: start + sentence.start, end: start + sentence.end, score: Math.min(0.9, score) });
    }
  }
  return found;
}

/** What was found in the paragraph before a sentence. */
type Before = 'nothing' | 'promise' | 'list';

function scoreOf(sentence: string, before: Before, bothSides: boolean): number {
  if (isTooShort(sentence) || byWord.recital.test(sentence)) return 0;
  let score = 0;
  let against = 0;
  let verb = sentence.length;
  for (const { weight, shape } of weighed) {
    const match = shape.exec(sentence);
    if (!match) continue;
    if (weight < 0) against -= weight;
    else {
      score += weight;
      verb = Math.min(verb, match.index);
    }
  }
  if (before === 'list' && against === 0 && !SUBJECT.test(sentence.slice(0, 40))) score += 0.5;
  if (score <= against) return 0;
  const subject = SUBJECT.exec(sentence);
  const leads = subject !== null && subject.index < verb;
  if (leads || (bothSides && against === 0) || (before !== 'nothing' && (verb === 0 || PRONOUN.test(sentence)))) score += 0.35;
  else if (subject) score += 0.15;
  if (before !== 'nothing' && !leads) score += 0.15;
  if (subject && DONE.test(sentence.slice(subject.index + subject[0].length))) score -= 0.25;
  return Math.round((score - against) * 100) / 100;
}

function isTooShort(sentence: string): boolean {
  return (wordCount(sentence) < 6 && sentence.length < 60) || (sentence.length < 80 && byWord.byline.test(sentence));
}

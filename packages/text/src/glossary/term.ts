import type { Lang } from '../language.ts';
import { machine } from '../messages/shape.ts';
import type { Wording } from '../messages/shape.ts';

/** One thing of the field and its one word in each language. */
export interface Term {
  /** Stable name: the English word in kebab case. */
  readonly id: string;
  /** The word as it stands inside a sentence. */
  readonly words: Readonly<Record<Lang, Wording>>;
  /** Words that mean it elsewhere and are not used here, because one thing has one word. */
  readonly avoid: Readonly<Partial<Record<Lang, readonly string[]>>>;
  /** What it is here, where the word alone leaves a doubt. */
  readonly note?: string;
}

/** A term whose Lao word no reader of Lao has checked yet: so far, all of them. */
export function term(id: string, vi: string, lo: string, en: string, note?: string, avoid: Term['avoid'] = {}): Term {
  return { id, words: { vi, lo: machine(lo), en }, avoid, ...(note === undefined ? {} : { note }) };
}

import type { Lang } from '../language.ts';

/** One language's word for a term. */
export interface TermWord {
  /** The word to use, in the form that stands in a sentence. */
  readonly use: string;
  /** Other words for the same thing, not to be used, because readers would take them for another thing. */
  readonly avoid?: readonly string[];
  /** Written by a machine and not yet read by a person. */
  readonly machine?: true;
}

export interface Term {
  /** Stable name, the English word in kebab case. */
  readonly id: string;
  readonly words: Readonly<Record<Lang, TermWord>>;
  /** What it means here, in English, where the word alone does not say it. */
  readonly note?: string;
}

import { languageInfo } from './language.ts';
import type { LanguageTag } from './language.ts';

/** One text in the languages it exists in. A language without a text is absent, never ''. */
export type Localized = Partial<Record<LanguageTag, string>>;

export interface Picked {
  readonly lang: LanguageTag;
  readonly text: string;
  /** False when the reader's own language is missing and another stands in. */
  readonly exact: boolean;
}

/**
 * The text to show a reader of `lang`: that language, else the first of `fallback` (the language's own order when
 * left out), else any. Undefined when there is no text at all. `lang` of the result belongs on the passage's element.
 */
export function pick(localized: Localized, lang: LanguageTag, fallback?: readonly LanguageTag[]): Picked | undefined {
  const order = [lang, ...(fallback ?? languageInfo(lang).fallback), ...Object.keys(localized)];
  for (const tag of order) {
    const text = Object.hasOwn(localized, tag) ? localized[tag] : undefined;
    if (text !== undefined && text !== '') return { lang: tag, text, exact: tag === lang };
  }
  return undefined;
}

/** Like `pick`, only the text; '' when there is none. */
export function pickText(localized: Localized, lang: LanguageTag, fallback?: readonly LanguageTag[]): string {
  return pick(localized, lang, fallback)?.text ?? '';
}

/** The languages that have a text, the reader's first. */
export function languagesOf(localized: Localized, lang?: LanguageTag): LanguageTag[] {
  const tags = Object.keys(localized).filter((tag) => (localized[tag] ?? '') !== '');
  return lang !== undefined && tags.includes(lang) ? [lang, ...tags.filter((tag) => tag !== lang)] : tags;
}

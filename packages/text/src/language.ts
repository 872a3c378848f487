/** What a language is, as data. Adding an interface language is one entry here and its column in every catalogue. */
export interface LanguageInfo {
  /** BCP 47 tag, as written into `lang` attributes. */
  readonly tag: LanguageTag;
  /** The language's name in itself. */
  readonly ownName: string;
  /** ISO 15924 script code. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  /** The order its readers expect, as a locale of CLDR collation. */
  readonly collation: string;
  /** Smallest line height at which stacked marks do not touch (unitless). */
  readonly lineHeight: number;
  readonly decimal: ',' | '.';
  readonly group: ',' | '.' | ' ';
  /** Plural categories of CLDR that messages must give. */
  readonly plurals: readonly ('one' | 'other')[];
  /** Where to look when a text is missing in this language. */
  readonly fallback: readonly LanguageTag[];
}

/** A language of content: any well-formed BCP 47 tag. */
export type LanguageTag = string;

export const languages = {
  vi: {
    tag: 'vi', ownName: 'Tiếng Việt', script: 'Latn', direction: 'ltr', collation: 'vi', lineHeight: 1.6,
    decimal: ',', group: '.', plurals: ['other'], fallback: ['en', 'lo'],
  },
  lo: {
    tag: 'lo', ownName: 'ລາວ', script: 'Laoo', direction: 'ltr', collation: 'lo', lineHeight: 1.8,
    decimal: ',', group: '.', plurals: ['other'], fallback: ['en', 'vi'],
  },
  en: {
    tag: 'en', ownName: 'English', script: 'Latn', direction: 'ltr', collation: 'en', lineHeight: 1.5,
    decimal: '.', group: ',', plurals: ['one', 'other'], fallback: ['vi', 'lo'],
  },
} as const satisfies Record<string, LanguageInfo>;

/** A language of the interface. */
export type Lang = keyof typeof languages;

export const langs = Object.keys(languages) as readonly Lang[];

export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** True for a well-formed, canonical BCP 47 tag ("vi", "zh-Hant"), false for "VI" or "tiếng Việt". */
/** The language that the shell a program was started from asks for: ENTENTE_LANG, else LANG; English where it is none of the interface's. */
export function shellLang(environment: Readonly<Record<string, string | undefined>>): Lang {
  const wish = (environment['ENTENTE_LANG'] ?? environment['LANG'] ?? '').slice(0, 2);
  return isLang(wish) ? wish : 'en';
}

export function isLanguageTag(value: unknown): value is LanguageTag {
  if (typeof value !== 'string' || value === '' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

const derived = new Map<string, LanguageInfo>();

/** What is known of any language of content: the registry, or CLDR for a tag the registry does not hold. Never throws. */
export function languageInfo(tag: LanguageTag): LanguageInfo {
  if (isLang(tag)) return languages[tag];
  const base = tag.split('-')[0] ?? tag;
  if (isLang(base)) return { ...languages[base], tag };
  const known = derived.get(tag);
  if (known) return known;
  const info = deriveInfo(isLanguageTag(tag) ? tag : 'und', tag);
  if (derived.size < 1_000) derived.set(tag, info);
  return info;
}

function deriveInfo(locale: string, tag: LanguageTag): LanguageInfo {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const decimal = parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
  const group = parts.find((part) => part.type === 'group')?.value;
  const script = new Intl.Locale(locale).maximize().script ?? 'Zyyy';
  return {
    tag,
    ownName: new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? tag,
    script,
    direction: ['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(script) ? 'rtl' : 'ltr',
    collation: locale,
    lineHeight: script === 'Latn' ? 1.5 : 1.8,
    decimal,
    group: group === ',' || group === '.' ? group : ' ',
    plurals: ['other'],
    fallback: ['en', 'vi', 'lo'],
  };
}

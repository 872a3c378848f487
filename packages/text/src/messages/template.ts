import { languages } from '../language.ts';
import type { Lang } from '../language.ts';
import { formatNumber } from '../numbers/format.ts';
import type { Labels, Message, Plural, Wording } from './shape.ts';

/** A wording taken apart: texts at even places, placeholder names at odd ones. */
export type Template = readonly string[];

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/;

export function parseTemplate(text: string): Template {
  return text.split(placeholder);
}

export function placeholdersOf(text: string): string[] {
  return parseTemplate(text).filter((_, place) => place % 2 === 1);
}

export function textOf(wording: Wording): string {
  return typeof wording === 'string' ? wording : wording.machine;
}

export function isMachine(wording: Wording): boolean {
  return typeof wording !== 'string';
}

/** The wordings of one language of a message: one, or one for each plural form. */
export function wordingsOf(message: Message, lang: Lang): Wording[] {
  // Types demand every language; a catalogue written in plain JavaScript may lack one all the same.
  const wording = message[lang] as Wording | Plural | undefined;
  if (wording === undefined) return [];
  return isPlural(wording) ? [wording.one, wording.other] : [wording];
}

export function isPlural(wording: Wording | Plural): wording is Plural {
  return typeof wording === 'object' && 'other' in wording;
}

/** The wording for `count`: English has one form for 1 and -1, another for all else (CLDR, integers). */
export function chooseWording(message: Message, lang: Lang, count: unknown): Wording {
  const wording = message[lang] as Wording | Plural | undefined;
  if (wording === undefined) throw new Error(`a message has no ${lang} wording`);
  if (!isPlural(wording)) return wording;
  const one = (languages[lang].plurals as readonly string[]).includes('one') && (count === 1 || count === -1);
  return one ? wording.one : wording.other;
}

/** A number takes the language's separators; a text stays as it is (so pass a year or a code as text). */
export function showValue(value: unknown, lang: Lang): string {
  return typeof value === 'number' ? formatNumber(value, lang) : String(value);
}

/** A message filled in. A placeholder without a value stays as written: visible in a page, and no reason to lose it. */
export function fillMessage(message: Message, lang: Lang, values: Readonly<Record<string, unknown>> = {}): string {
  const template = parseTemplate(textOf(chooseWording(message, lang, values['count'])));
  return template.map((piece, place) => (place % 2 === 0 ? piece : showValue(values[piece] ?? `{${piece}}`, lang))).join('');
}

/** A label in one language, with `{placeholders}` filled where it has any. */
export function showLabel(labels: Labels, lang: Lang, params?: Readonly<Record<string, string | number>>): string {
  return params === undefined ? textOf(labels[lang]) : fillMessage(labels, lang, params);
}

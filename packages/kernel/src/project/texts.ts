import { pick, searchDocument, sortKey, sortKeys as keysOf } from '@entente/text';
import type { Translation } from '../contract.ts';
import type { Fields, Localized } from '../fields.ts';
import type { AnyKind } from '../kind.ts';
import { fieldsIn, isObject } from './walk.ts';

export type Translations = Readonly<Record<string, Readonly<Record<string, Translation>>>>;

interface SearchRow { readonly lang: string; readonly a: string; readonly b: string; readonly c: string; readonly body: string }

/** Words of a record by language: its own texts and their translations; `und` holds texts without a language. */
export function searchRows(kind: AnyKind, content: Readonly<Record<string, unknown>>, translations: Translations): SearchRow[] {
  const texts = new Map<string, Record<'A' | 'B' | 'C', string[]>>();
  const add = (lang: string, weight: 'A' | 'B' | 'C', text: unknown) => {
    if (typeof text !== 'string' || text === '') return;
    const known = texts.get(lang) ?? { A: [], B: [], C: [] };
    known[weight].push(text);
    texts.set(lang, known);
  };
  for (const { lang, weight, text } of searchedIn(kind, content, translations)) add(lang, weight, text);
  return [...texts].map(([lang, { A, B, C }]) => ({
    lang, a: words(A, lang), b: words(B, lang), c: words(C, lang), body: [...A, ...B, ...C].join('\n').replaceAll('\u0000', ''),
  }));
}

interface SearchedText { readonly path: string; readonly lang: string; readonly weight: 'A' | 'B' | 'C'; readonly text: unknown }

/** Every text a record is searched by, where it stands in the content. */
function* searchedIn(kind: AnyKind, content: Readonly<Record<string, unknown>>, translations: Translations): Generator<SearchedText> {
  for (const { field, path: steps, value } of fieldsIn(kind.fields as Fields, content)) {
    const weight = field.options.search;
    if (!weight || field.options.personal) continue;
    const path = steps.join('.');
    if (typeof value === 'string') yield { path, lang: 'und', weight, text: value };
    if (field.type === 'localized' && isObject(value)) {
      for (const [lang, text] of Object.entries(value)) yield { path, lang, weight, text };
      for (const [lang, translation] of Object.entries(translations[path] ?? {})) if (!Object.hasOwn(value, lang)) yield { path, lang, weight, text: translation.text };
    }
  }
}

/** The dotted path of the text that holds a line of what a record is found by; null when the record has changed since. */
export function pathOf(kind: AnyKind, content: Readonly<Record<string, unknown>>, translations: Translations, lang: string, line: string): string | null {
  for (const searched of searchedIn(kind, content, translations)) if (searched.lang === lang && typeof searched.text === 'string' && searched.text.includes(line)) return searched.path;
  return null;
}

const words = (texts: readonly string[], lang: string) => (texts.length === 0 ? '' : searchDocument(texts.join('\n'), lang));

/** The title in every language it is known in: its own texts, then translations of the field it is taken from. */
export function titleIn(kind: AnyKind, content: Readonly<Record<string, unknown>>, title: Localized | string, translations: Translations): Localized | string {
  if (typeof title === 'string') return title;
  for (const { field, path, value } of fieldsIn(kind.fields as Fields, content)) {
    if (field.type !== 'localized' || !isObject(value) || JSON.stringify(value) !== JSON.stringify(title)) continue;
    const translated = Object.entries(translations[path.join('.')] ?? {}).map(([lang, { text }]) => [lang, text] as const);
    return { ...Object.fromEntries(translated), ...title };
  }
  return title;
}

// Titles that begin alike for longer are in order of their ids.
const SORTED = 64;

/** Sort keys of a title, one for each language of the cooperation. Long titles sort by their beginning. */
export function sortKeys(title: Localized | string, languages: readonly string[]): Record<string, string> {
  if (typeof title === 'string') return keysOf(sorted(title), languages);
  return Object.fromEntries(languages.map((lang) => [lang, sortKey(sorted(pick(title, lang)?.text ?? ''), lang)]));
}

const sorted = (text: string): string => text.slice(0, SORTED).toWellFormed();

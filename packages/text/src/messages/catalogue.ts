import type { Lang } from '../language.ts';
import { enter } from './registry.ts';
import type { Agreeing, Message, ParamList, Placeholder } from './shape.ts';
import { chooseWording, parseTemplate, showValue, textOf } from './template.ts';
import type { Template } from './template.ts';

export type Entries = Readonly<Record<string, Message>>;

/** Speaks one language. Interpolation is plain text: nothing is escaped, the page does that. */
export interface Translator<E extends Entries> {
  <K extends keyof E & string>(key: K, ...params: ParamList<E[K]>): string;
  /** The message in pieces, so that a placeholder may be an element: `['Signed in ', <b>Vientiane</b>, '.']`. */
  parts<K extends keyof E & string, P extends Readonly<Record<Placeholder<E[K]>, unknown>>>(key: K, params: P): Pieces<P>[];
  readonly lang: Lang;
}

/** All messages of one package or module. */
export interface Catalogue<E extends Entries = Entries> {
  readonly namespace: string;
  readonly entries: E;
  /** The translator of a language; made once. */
  t(lang: Lang): Translator<E>;
}

/** Text, and whatever stood for a placeholder that is neither text nor a number. */
export type Pieces<P> = string | Exclude<P[keyof P], string | number>;

type Values = Readonly<Record<string, unknown>>;

/**
 * Declares the messages of a package or module under its name and enters them in the registry. Does not compile when
 * a language is missing or the languages differ in their placeholders. Throws when the name is taken.
 */
export function defineMessages<const E extends Entries>(
  namespace: string,
  entries: E & { readonly [K in keyof E]: Agreeing<E[K]> },
): Catalogue<E> {
  const translators = new Map<Lang, Translator<E>>();
  const catalogue: Catalogue<E> = {
    namespace,
    entries,
    t(lang) {
      let translator = translators.get(lang);
      if (!translator) translators.set(lang, (translator = makeTranslator<E>(namespace, entries, lang)));
      return translator;
    },
  };
  enter(catalogue);
  return catalogue;
}

function makeTranslator<E extends Entries>(namespace: string, entries: E, lang: Lang): Translator<E> {
  const templates = new Map<string, Template>();
  const templateFor = (key: string, values: Values | undefined): Template => {
    const message = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (!message) throw new Error(`no message ${namespace}.${key}`);
    const text = textOf(chooseWording(message, lang, values?.['count']));
    let template = templates.get(text);
    if (!template) templates.set(text, (template = parseTemplate(text)));
    return template;
  };
  const say = (key: string, values?: Values): string => {
    const template = templateFor(key, values);
    if (template.length === 1) return template[0] ?? '';
    let out = '';
    for (const [place, piece] of template.entries()) out += place % 2 === 0 ? piece : fill(piece, values, lang);
    return out;
  };
  const parts = (key: string, values?: Values): unknown[] =>
    templateFor(key, values)
      .map((piece, place) => (place % 2 === 0 ? piece : element(piece, values, lang)))
      .filter((piece) => piece !== '');
  return Object.assign(say, { parts, lang }) as unknown as Translator<E>;
}

/** A placeholder without a value is shown as written: visible in a page, and no reason to lose the page. */
function fill(name: string, values: Values | undefined, lang: Lang): string {
  const value = values?.[name];
  return value === undefined ? `{${name}}` : showValue(value, lang);
}

function element(name: string, values: Values | undefined, lang: Lang): unknown {
  const value = values?.[name];
  return typeof value === 'object' && value !== null ? value : fill(name, values, lang);
}

/** A record on its way: content in its own language, and its texts in the others. */
import type { Localized } from '@entente/kernel';
import type { Facts } from '../facts/index.ts';
import type { Words } from '../facts/shape.ts';
import { own, translated, type Translated } from '../facts/words.ts';

export type NaturalId = (coop: string, kind: string, key: string) => string;

export interface Draft {
  readonly kind: string;
  /** Its id in the data files. */
  readonly key: string;
  readonly record: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly translations: readonly { readonly field: string; readonly words: readonly Translated[] }[];
}

/** Ids of everything, derived from cooperation, kind and the id in the data files, so that both sides get the same. */
export interface Ids {
  of(kind: string, key: string): string;
  /** An office or a body, whichever has this id. */
  office(key: string): string;
  /** A person, an office or a body. */
  attendee(key: string): string;
  source(key: string): string;
}

export function idsOf(facts: Facts, naturalId: NaturalId): Ids {
  const bodies = new Set(facts.bodies.map((one) => one.id));
  const people = new Set(facts.people.map((one) => one.id));
  const refs = new Map(facts.sources.map((one) => [one.id, one.ref]));
  const of = (kind: string, key: string) => naturalId(facts.cooperation.id, kind, key);
  const office = (key: string) => of(bodies.has(key) ? 'body' : 'office', key);
  return { of, office, attendee: (key) => (people.has(key) ? of('person', key) : office(key)), source: (key) => refs.get(key) ?? key };
}

/** Collects the translations of a record while its content is written. */
export class Texts {
  readonly translations: { field: string; words: readonly Translated[] }[] = [];
  readonly #preferred: string | undefined;
  /** `preferred`: the language its recorder writes in, where a person has written the text in it. */
  constructor(preferred?: string) {
    this.#preferred = preferred;
  }

  at(field: string, words: Words | undefined): ReturnType<typeof own> | undefined {
    if (words === undefined) return undefined;
    const others = translated(words, this.#preferred);
    if (others.length > 0) this.translations.push({ field, words: others });
    return own(words, this.#preferred);
  }

  /** A short text inside a list stays together in the languages that people wrote it in; a machine's are translations of it. */
  within(field: string, words: Words): Localized {
    const others = translated(words).filter(({ origin }) => origin === 'machine');
    if (others.length > 0) this.translations.push({ field, words: others });
    return Object.fromEntries(Object.entries(words).filter((each): each is [string, string] => typeof each[1] === 'string'));
  }
}

/** A draft from its parts; what is undefined is left out. */
export function draft(kind: string, key: string, record: string, texts: Texts, content: Readonly<Record<string, unknown>>): Draft {
  return { kind, key, record, translations: texts.translations, content: sparse(content) };
}

/** The same object without its undefined members: canonical JSON has none. */
export function sparse(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

/**
 * What the reader of texts takes and gives. Offsets count UTF-16 units of the text exactly as it was given, so that
 * `text.slice(span.start, span.end)` is what a page marks.
 */
import type { Decimal, Lang, Localized, PartialDate, Period } from '@entente/text';
import type { Problem } from '@entente/kernel';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of the text itself, in their place. */
export interface Extract {
  readonly span: Span;
  readonly text: string;
}

/** A party as texts name it. Names by ICU are added for an id that is a region code. */
export interface PartyEntry {
  readonly id: string;
  readonly names: Localized;
  readonly shorts?: Localized;
  readonly aliases?: readonly string[];
}

/** An office, body or place that texts may name. */
export interface OfficeEntry {
  readonly id: string;
  readonly names: Localized;
  readonly shorts?: Localized;
  readonly aliases?: readonly string[];
  /** Code of the office kind: `ministry`, `department`, `province`, `city`, `capital`, ... */
  readonly kind: string;
  /** Party id; `joint`, `intl` or null for bodies of nobody alone. */
  readonly party: string | null;
  readonly parent?: string;
  /** First and last day it exists, as far as known. */
  readonly validFrom?: PartialDate | null;
  readonly validTo?: PartialDate | null;
}

export interface OfficeRegister {
  readonly parties: readonly PartyEntry[];
  readonly offices: readonly OfficeEntry[];
  /** Places that are no office: towns, districts, rivers. */
  readonly gazetteer?: readonly OfficeEntry[];
}

export interface PersonEntry {
  readonly id: string;
  /** As written in its own country, and in other scripts. */
  readonly names: Localized;
  readonly aliases?: readonly string[];
  readonly party?: string | null;
  readonly office?: string | null;
  readonly role?: string;
}
export type PersonRegister = readonly PersonEntry[];

export interface ReadOptions {
  /** Language of the text; found out when absent. */
  readonly lang?: Lang;
  readonly register: OfficeRegister;
  readonly people: PersonRegister;
  /** When the text was made: prefers the offices of that time. The date found in the text when absent. */
  readonly on?: PartialDate;
}

export type FoundType = 'date' | 'period' | 'deadline' | 'money' | 'office' | 'person' | 'place' | 'instrument';

interface FoundBase extends Extract {
  /** Id in the register, when exactly one entry fits. */
  readonly record?: string;
  /** Other entries it may mean, likeliest first. */
  readonly alternatives?: readonly string[];
}
/** `yearGiven` false: the year is not written there but follows from the date of the text. */
export interface FoundDate extends FoundBase { readonly type: 'date'; readonly value: { readonly date: PartialDate; readonly yearGiven: boolean } }
export interface FoundPeriod extends FoundBase { readonly type: 'period'; readonly value: Period }
/** A last day, or a time counted from something the text names. */
export interface FoundDeadline extends FoundBase {
  readonly type: 'deadline';
  readonly value: { readonly by: PartialDate } | { readonly within: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
}
export interface FoundMoney extends FoundBase {
  readonly type: 'money';
  /** `doubt`: the other amount it may mean, where the separators allow both. */
  readonly value: { readonly amount: Decimal; readonly currency: string; readonly doubt?: Decimal };
}
export interface FoundOffice extends FoundBase {
  readonly type: 'office';
  readonly value: { readonly party: string | null; readonly kind: string | null };
  /** Whether the office existed when the text was made; absent when that date is not known. */
  readonly validAt?: 'valid' | 'before' | 'after';
}
export interface FoundPlace extends FoundBase {
  readonly type: 'place';
  readonly value: { readonly party: string | null; readonly kind: string | null };
  readonly validAt?: 'valid' | 'before' | 'after';
}
export interface FoundPerson extends FoundBase {
  readonly type: 'person';
  /** Name and role as written; the office the role names, when it is in the register. */
  readonly value: { readonly name: string; readonly role?: string; readonly office?: string };
}
export interface FoundInstrument extends FoundBase {
  readonly type: 'instrument';
  readonly value: { readonly kind: string; readonly number?: string; readonly date?: PartialDate };
}
export type Found = FoundDate | FoundPeriod | FoundDeadline | FoundMoney | FoundOffice | FoundPlace | FoundPerson | FoundInstrument;

export interface Item {
  /** `5`, `5.a`, `5.1`, `II`; unique in its list. */
  readonly number: string;
  /** Number of the item it is a part of. */
  readonly parent?: string;
  /** Which of the text's lists it belongs to, from 0: two annexes may both have a 1. */
  readonly list: number;
  /** A title of its own, when it has one. */
  readonly heading?: string;
  /**
   * The passage's own words without the number: lines that were only wrapped are joined by a space, paragraphs by a
   * line feed, page numbers and headers between them left out. Of an item with numbered parts only what stands
   * outside the parts; of one with suggested parts (`source: 'sentence'`) the whole.
   */
  readonly text: string;
  /** From the first word after the number to the last word, parts included. */
  readonly span: Span;
  /** The number as written. Absent for parts and candidates that have none. */
  readonly marker?: Extract;
  readonly found: readonly Found[];
  /** `sentence`: a suggestion, either a part of a numbered item or a candidate from prose. */
  readonly source: 'numbered' | 'bulleted' | 'sentence';
  /** 0 to 1. */
  readonly confidence: number;
}

export type PassageRole =
  | 'title' | 'preamble' | 'heading' | 'item' | 'prose' | 'table' | 'footnote' | 'closing'
  /** Menus, weather, other articles, bylines, page numbers. */
  | 'noise';

/** The whole text is covered by passages, in order. */
export interface Passage {
  readonly role: PassageRole;
  readonly span: Span;
  /** Which item, by its place in `Reading.items`. */
  readonly item?: number;
}

export interface Reading {
  readonly lang: Lang;
  readonly title?: Extract;
  /** When it was signed, held or published, the first of these that the text tells. */
  readonly date?: Extract & { readonly date: PartialDate };
  readonly place?: FoundPlace;
  readonly passages: readonly Passage[];
  readonly noise: readonly Span[];
  /** In the order of the text; parts after the item they belong to. Items without `parent` are the text's own. */
  readonly items: readonly Item[];
  readonly preamble?: Extract;
  readonly closing?: Extract;
  /** Everything found anywhere but in noise, in order. */
  readonly found: readonly Found[];
  /** What the person should look at. Messages in catalogue `reading`. */
  readonly notes: readonly Problem[];
}

export interface Upload {
  readonly text: string;
  readonly kind: 'text' | 'docx';
}

export interface ThemeScore {
  readonly theme: string;
  /** 0 to 1, the likeliest first. */
  readonly score: number;
}

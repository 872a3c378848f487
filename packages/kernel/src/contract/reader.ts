/** Reading, as a person may. */
import type { AnyKind, Content } from '../kind.ts';
import type { Candidate, Choice, Erasure, HistoryEntry, RecordRow, Standing, Version } from './record.ts';

export type Filter =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly from?: string; readonly to?: string };

export interface ListQuery {
  readonly coop: string;
  readonly kind: string;
  readonly filters?: readonly Filter[];
  /** Standings wanted; all but retired when absent. */
  readonly standing?: readonly Standing[];
  readonly party?: string;
  /** Joint records whose leading candidate lacks this party's consent. */
  readonly waitsFor?: string;
  /** Words searched in the records' texts. */
  readonly words?: string;
  /** Records that link to this one (by any or the named relation). */
  readonly linkedTo?: { readonly record: string; readonly rel?: string };
  /** `date`, `title` (in `lang`), `at`, or a field; `-` before it reverses. */
  readonly sort?: string;
  readonly lang?: string;
  readonly offset?: number;
  readonly limit?: number;
  /** Fields (or `standing`, `party`) whose values are counted over the filtered rows. */
  readonly count?: readonly string[];
}
/** A record as JSON, its members named as those of `RecordRow`. */
export interface RecordText { readonly text: string; /** Whether it has translations, which its title may be made of. */ readonly isTranslated: boolean }
export interface ListPage<C = Record<string, unknown>> {
  readonly rows: readonly RecordRow<C>[];
  readonly total: number;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Where in a record the words stand: what is around them in one paragraph of one text. */
export interface Passage {
  /** Dotted path of the text in the content; null when the record has changed since it was made findable. */
  readonly path: string | null;
  /** The text's language; `und` for texts without one. */
  readonly lang: string;
  readonly text: string;
  /** From where to where words that were asked for stand in it; none when they are spread over several texts. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}
export interface SearchHit { readonly row: RecordRow; readonly rank: number; readonly passage: Passage }

/** What the SQL of a question may name: records the person may read, and values. */
export interface Asking {
  /** The records of the list asked about, whole, as a table expression. */
  readonly rows: string;
  /** Records of another kind that are not retired. */
  readonly of: (kind: string) => string;
  /** A value, as a parameter. */
  readonly value: (value: unknown) => string;
}
export type ListScope = Pick<ListQuery, 'coop' | 'kind' | 'filters' | 'standing' | 'party' | 'waitsFor' | 'words' | 'linkedTo'>;

/** Joint records whose leading candidate lacks a party's consent. */
export interface Waiting {
  readonly total: number;
  /** Whose oldest has waited longest comes first. */
  readonly kinds: readonly { readonly kind: string; readonly total: number; /** The first of them, oldest first. */ readonly rows: readonly RecordRow[] }[];
}

/** Reading: never changes anything, always asks the policy first. */
export interface Reader {
  get<K extends AnyKind = AnyKind>(coop: string, id: string): Promise<RecordRow<Content<K>> | null>;
  many(coop: string, ids: readonly string[]): Promise<ReadonlyMap<string, RecordRow>>;
  list<K extends AnyKind = AnyKind>(query: ListQuery): Promise<ListPage<Content<K>>>;
  /**
   * Every record of a list in its order, batch by batch, however long it is. Their places are found once: what comes or goes meanwhile
   * moves nothing, so none is given twice and none is left out but what is retired by then.
   */
  all<K extends AnyKind = AnyKind>(query: Omit<ListQuery, 'offset' | 'limit' | 'count'>): AsyncGenerator<readonly RecordRow<Content<K>>[]>;
  /** The same page for who only sends it on. Refuses kinds with personal values, which nobody sends on unread: `RangeError`. */
  texts(query: ListQuery): Promise<Omit<ListPage, 'rows'> & { readonly rows: readonly RecordText[] }>;
  /**
   * A figure over records in SQL of the module that asks: one select over what `asking` names and nothing else. Kept while nothing of
   * the cooperation changes. Instants, and personal values, are not to be had by it.
   */
  ask<Row extends object>(scope: ListScope, sql: (asking: Asking) => string): Promise<readonly Row[]>;
  /**
   * What `make` answers, kept while no record of the cooperation changes, for readers who see the same. `question` names
   * everything else it depends on. Not for what may hold personal values: those are kept nowhere but in their table.
   */
  kept(coop: string, question: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>>;
  /** Links from and to a record. */
  links(coop: string, id: string): Promise<{ readonly out: readonly { rel: string; to: string }[]; readonly in: readonly { rel: string; from: string; kind: string }[] }>;
  candidates(coop: string, record: string): Promise<readonly Candidate[]>;
  /** What the person's party may do with each open candidate. */
  choices(coop: string, record: string): Promise<readonly Choice[]>;
  /** What waits for a party: all of it counted, and of each kind the first `most` (none when left out). */
  waitingFor(coop: string, party: string, most?: number): Promise<Waiting>;
  versions(coop: string, record: string): Promise<readonly Version[]>;
  /** The content of one exact version, current or not. */
  version(coop: string, record: string, version: string): Promise<Version | null>;
  history(coop: string, record: string): Promise<readonly HistoryEntry[]>;
  /** What of a record was erased, by whom, and which parties have said that it is gone with them too. */
  erasures(coop: string, record: string): Promise<readonly Erasure[]>;
  /** How many personal values of a record can still be read by somebody. */
  personalLeft(coop: string, record: string): Promise<number>;
  /** Newest first, over all records: what changed. */
  changes(coop: string, options: { readonly since?: string; readonly before?: string; readonly limit?: number }): Promise<readonly HistoryEntry[]>;
  /** Best match first; of a word that is nearly everywhere among a thousand texts that hold it. */
  search(coop: string, words: string, options?: { readonly kinds?: readonly string[]; readonly limit?: number; readonly offset?: number; readonly lang?: string }): Promise<readonly SearchHit[]>;
  /** Offices that hold today what this office held: itself if alive, else successors, followed to the end; and all it succeeds. */
  succession(coop: string, office: string): Promise<{ readonly today: readonly string[]; readonly before: readonly string[] }>;
}

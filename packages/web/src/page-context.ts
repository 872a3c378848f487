/** What a page, an action and a command receive, and what a page answers. */
import type { ComponentChildren } from 'preact';
import type { MapSheet } from '@entente/ui';
import type { Lang, Labels } from '@entente/text';
import type {
  AnyKind, CommitOptions, Committed, Cooperation, FileRef, HeldBlob, Intent, Kernel, Localized, Party, Person, Problem, Reader, RecordRow, Result, Verb,
} from '@entente/kernel';
import type { Form, Upload } from './forms/form.ts';
import type { FileWork, JobSpec, StartedJob } from './jobs/job.ts';
import type { FileParts } from './routes/file-parts.ts';

export interface Crumb { readonly label: string; readonly href?: string }
export interface PageParts {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** A function is asked only where nobody was shown the same page since the last change (`keep`). */
  readonly body: ComponentChildren | (() => Promise<ComponentChildren>);
  /**
   * Names all that the body depends on besides the records, the reader's roles and language, the address and the day. Only for
   * a body without forms that write and without personal values: pages kept are sent again, to whoever may see the same.
   */
  readonly keep?: string;
  /** Right-hand column, under the body on a phone. */
  readonly aside?: ComponentChildren;
  readonly status?: 200 | 403 | 404 | 409 | 422;
  /** The body brings its own `PageHead`; without it the title is drawn on top. */
  readonly head?: 'own';
  /** Seconds after which the page loads itself again where no script keeps it fresh. */
  readonly refresh?: number;
}
export type PageResult =
  | { readonly as: 'page'; readonly page: PageParts }
  | { readonly as: 'not-found' }
  | { readonly as: 'forbidden' }
  | { readonly as: 'redirect'; readonly to: string; readonly flash?: string }
  | { readonly as: 'file'; readonly file: FileParts }
  /** A whole HTML document made elsewhere (print copy of a report). */
  | { readonly as: 'document'; readonly html: string };

export const page = (parts: PageParts): PageResult => ({ as: 'page', page: parts });
export const notFound: PageResult = { as: 'not-found' };
export const forbidden: PageResult = { as: 'forbidden' };
export const redirect = (to: string, flash?: string): PageResult => (flash === undefined ? { as: 'redirect', to } : { as: 'redirect', to, flash });
export const file = (parts: FileParts): PageResult => ({ as: 'file', file: parts });
export const document = (html: string): PageResult => ({ as: 'document', html });

export interface RecordTitle { readonly lang: string; readonly text: string }

/** A localized text as this reader sees it, with where the wording comes from. */
export interface Shown {
  readonly lang: string;
  readonly text: string;
  readonly provenance: 'original' | 'translation' | 'machine';
  /** The translated version is no longer current. */
  readonly stale: boolean;
  /** Whose translation it is; the record's party for originals. */
  readonly party: string;
  /** The same text in its other languages, originals first. */
  readonly others: readonly Omit<Shown, 'others'>[];
}

export interface Href {
  record(kind: string, id: string): string;
  list(kind: string, query?: Readonly<Record<string, string>>): string;
  create(kind: string, values?: Readonly<Record<string, string>>): string;
  edit(kind: string, id: string): string;
  file(ref: FileRef): string;
  /** This address with some parameters changed; null takes one away. */
  with(query: Readonly<Record<string, string | null>>): string;
}

/** What a page receives. It reads; it has nothing to write with. */
export interface Context {
  readonly lang: Lang;
  readonly cooperation: Cooperation;
  /** This node's party. */
  readonly party: Party;
  readonly kernel: Pick<Kernel, 'accusations' | 'party' | 'cooperations' | 'kinds' | 'journals' | 'journal' | 'naturalId'>;
  readonly read: Reader;
  readonly person: Person;
  readonly session: Session;
  /** Whether the person may give this command at all, themselves or through those behind them in this side's own chain: what pages offer. The kernel decides. */
  may(kind: AnyKind, verb: Verb): boolean;
  /** The kernel's verdict on what the person is about to say, all problems at once; nothing is stored. */
  judge(intents: readonly Intent[]): Promise<Result<null>>;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** First value of each query parameter. */
  readonly query: Readonly<Record<string, string>>;
  /** What was typed in the form that is shown again; empty on a plain GET. */
  readonly typed: Form;
  readonly problems: readonly Problem[];
  readonly href: Href;
  show(labels: Labels): string;
  /** Picks the reader's language of plain localized data (names of parties, themes). */
  pick(text: Localized | string): { readonly lang: string; readonly text: string };
  /** A localized field of a record (`text`, `items.3.text`), through its translations. Null when absent. */
  localized(row: RecordRow, fieldPath: string): Shown | null;
  /** Title of a record, through its translations. */
  title(row: RecordRow): RecordTitle;
  /** Reads what the titles of these rows rest on; `title` gives them from then on. */
  prepareTitles(rows: readonly RecordRow[]): Promise<void>;
  /** What all modules say beside the passages of a record, by the id of the record it is said of. */
  margin(row: RecordRow): Promise<ReadonlyMap<string, ComponentChildren>>;
  /** Maps of the node's configuration, in its order. */
  readonly maps: readonly MapSheet[];
  /** What a problem says, in the reader's language. */
  say(problem: Problem): string;
  /** Hidden inputs every form carries: `<Form hidden={ctx.hidden}>` (idempotency key; the same when the form is shown again). */
  readonly hidden: Readonly<Record<string, string>>;
  /** `ctx.problems` in the reader's words: `<Form problems={ctx.told}>`. */
  readonly told: readonly { readonly path: readonly (string | number)[]; readonly text: string }[];
  /** A party of the cooperation by id. */
  partyOf(id: string): Party | undefined;
  /** A file the person may read, null when not held or not theirs. */
  blob(sha256: string): Promise<HeldBlob | null>;
  /** An answer that rests on joint records alone, remembered until they change: what a page of every visit counts over all of them. */
  remembered<T>(question: string, ask: () => Promise<T>): Promise<T>;
  /** Key under which the browser keeps what is typed on this address: `<Form draft={ctx.typing}>`, for forms without personal data. */
  readonly typing: string;
  /** The person's draft under a key, null when there is none. */
  draft(key: string): Promise<Draft | null>;
  /** Keys of the person's drafts that begin with a prefix, latest first. */
  drafts(prefix: string): Promise<readonly Omit<Draft, 'body'>[]>;
  /** A file that may take long: itself when it is ready soon, else the page of the job that makes it. */
  longFile(job: JobSpec<FileWork>): Promise<PageResult>;
}

export interface Draft { readonly key: string; readonly body: unknown; readonly at: string }

/** What an action receives besides: account data and files may be kept, records change only by what it decides. */
export interface ActionContext extends Context {
  saveDraft(key: string, body: unknown): Promise<void>;
  dropDraft(key: string): Promise<void>;
  /** Starts long work of this person: it goes on after the answer and may commit; go to its `href` (decision 0018). */
  startJob(job: JobSpec): Result<StartedJob>;
  /** Keeps an uploaded file as a blob. */
  keep(upload: Upload): Promise<FileRef>;
  /** A kept file is not needed any more: it goes, unless a record names it or somebody else brought it too. */
  discard(file: Pick<FileRef, 'sha256'>): Promise<void>;
}
/** What a command receives besides: it may commit more than once (an import in steps). */
export interface CommandContext extends ActionContext {
  commit(intents: readonly Intent[], options?: Pick<CommitOptions, 'note' | 'idempotency'>): Promise<Result<Committed>>;
}

export interface Session {
  /** Name shown at home; never leaves the node. */
  readonly name: string;
  readonly login: string;
  /** When the person last looked at what changed, UTC; null at first. */
  readonly lastLook: string | null;
}

/**
 * What a module gives to the whole. Everything a kind declares (list, record, form, API,
 * export) comes without a line in the module; a module adds what is special.
 */
import type { ComponentChildren, VNode } from 'preact';
import type { z } from 'zod';
import type { NextStep, PartyState } from '@entente/ui';
import type { Labels } from '@entente/text';
import type { AnyKind, Committed, Intent, RecordRow, Result, Role } from '@entente/kernel';
import type { Form } from './forms/form.ts';
import type { ActionContext, CommandContext, Context, PageResult, RecordTitle } from './page-context.ts';
import type { FileParts } from './routes/file-parts.ts';

export * from './page-context.ts';
export type { FileParts } from './routes/file-parts.ts';

/** Problems a module gives are worded by its own catalogue: id `accords.no-items` is message `no-items` of `defineMessages('accords', …)`. */
export interface Module {
  readonly name: string;
  readonly kinds: readonly AnyKind[];
  readonly navigation?: readonly NavigationItem[];
  readonly pages?: readonly PageRoute[];
  readonly actions?: readonly ActionRoute[];
  /** By kind name: specialises the generic record page. */
  readonly records?: Readonly<Record<string, RecordView>>;
  readonly home?: readonly HomePanel[];
  readonly firstSteps?: readonly FirstStep[];
  readonly inbox?: readonly InboxSource[];
  readonly due?: readonly DueSource[];
  readonly commands?: readonly Command[];
}

export interface NavigationItem {
  readonly label: Labels;
  readonly href: string;
  readonly order: number;
  /** Shown to these only; absent: to everyone. */
  readonly roles?: readonly Role[];
}

/** A page of a module's own. `path` is a Hono pattern; `:name` parts are in `ctx.params`. Roles absent: everyone signed in. */
export interface PageRoute {
  readonly path: string;
  readonly roles?: readonly Role[];
  render(ctx: Context): Promise<PageResult>;
}

/**
 * A form's POST. On problems `page` is rendered again with `ctx.typed` and `ctx.problems` and answered with status 422, and
 * what was typed is kept as a draft under the form's address; else what was decided is committed in one act and the person
 * is sent on (303) with a flash sentence. Buttons `_add`, `_remove`, `_find`, `_draft` show the page again without deciding.
 */
export interface ActionRoute<I = unknown> {
  readonly path: string;
  readonly roles?: readonly Role[];
  read(form: Form, ctx: ActionContext): Result<I> | Promise<Result<I>>;
  decide(ctx: ActionContext, input: I): Promise<Result<Decision>>;
  /** The page the form stands on. */
  page(ctx: Context): Promise<PageResult>;
  /** The action keeps a draft of its own while the person works; nothing is kept beside it on problems. */
  readonly ownDraft?: boolean;
}
/** Declares an action with the type of its input inferred. */
export const action = <I>(route: ActionRoute<I>): ActionRoute => route;

export interface Decision {
  /** Committed as one act; none: nothing is written (a step of a wizard). */
  readonly intents?: readonly Intent[];
  readonly note?: string;
  /** Where to go then; given what was committed, if anything. */
  readonly goto: string | ((committed: Committed | null) => string);
  readonly flash?: string;
  /** Drafts of the person that are done with once this is committed. */
  readonly drop?: readonly string[];
}

/** What a module adds to the record page of a kind. Absent parts are drawn from the fields. */
export interface RecordView {
  /** Under the title: how far each side says it is, and what is to be done next beside answering proposals. */
  readonly stand?: (ctx: Context, row: RecordRow) => Promise<RecordStand>;
  /** Instead of the generic content. */
  readonly body?: (ctx: Context, row: RecordRow) => Promise<ComponentChildren>;
  /** After the content. */
  readonly after?: (ctx: Context, row: RecordRow) => Promise<ComponentChildren>;
  readonly aside?: (ctx: Context, row: RecordRow) => Promise<ComponentChildren>;
  /** One line or small card, wherever a record is listed (waiting, search, links). */
  readonly summary?: (ctx: Context, row: RecordRow) => VNode;
  /**
   * Titles that rest on other records (a settled figure: of what, in which period), for many rows at once. Those left out keep
   * the title of their content.
   */
  readonly titles?: (ctx: Context, rows: readonly RecordRow[]) => Promise<ReadonlyMap<string, RecordTitle>>;
  /** Kinds whose records the body and what stands after it show already: no list of links repeats them. */
  readonly shows?: readonly string[];
  /** Beside the passages of a document: what other records say, by the id of the record it is said of. */
  readonly margin?: (ctx: Context, row: RecordRow) => Promise<ReadonlyMap<string, ComponentChildren>>;
}

export interface RecordStand { readonly states: readonly PartyState[]; readonly next: readonly NextStep[] }
export interface HomePanel { readonly order: number; render(ctx: Context): Promise<VNode | null> }

/** Something a new node needs before work begins, told to its administrator. */
export interface FirstStep {
  /** Where it stands among the others; its name too. */
  readonly order: number;
  readonly label: Labels;
  /** What to do, in one sentence. */
  readonly how: Labels;
  readonly href: string;
  /** Who may open that page; absent: everyone. */
  readonly roles?: readonly Role[];
  /** What the facts say; not asked again once they said yes. */
  isDone(ctx: Context): Promise<boolean>;
}

export interface InboxItem {
  readonly title: string;
  readonly href: string;
  /** Who is waited for: a party's id. */
  readonly waitsFor: string;
  readonly detail?: string;
  /** Since when, UTC. */
  readonly since?: string;
  /** By when, partial date. */
  readonly due?: string;
}
export interface InboxSource { readonly order: number; items(ctx: Context): Promise<readonly InboxItem[]> }

/** Something with a day on it that is not done. */
export interface DueItem {
  readonly title: RecordTitle;
  readonly href: string;
  /** What has to happen, in the reader's words. */
  readonly detail?: string;
  /** By when, partial date: a year or month means its last day. */
  readonly due: string;
}
export interface DueSource { items(ctx: Context): Promise<readonly DueItem[]> }

/** Served at `POST /api/commands/NAME` with a personal token; the command line speaks it. */
export interface Command<I = unknown> {
  /** `module.verb`, e.g. `accords.import`. */
  readonly name: string;
  readonly about: Labels;
  readonly input: z.ZodType<I>;
  readonly roles: readonly Role[];
  run(ctx: CommandContext, input: I): Promise<Result<CommandAnswer>>;
}
/** Declares a command with the type of its input inferred from its shape. */
export const command = <I>(declaration: Command<I>): Command => declaration;
export type CommandAnswer = { readonly as: 'json'; readonly json: unknown } | { readonly as: 'file'; readonly file: FileParts };
export const json = (value: unknown): CommandAnswer => ({ as: 'json', json: value });

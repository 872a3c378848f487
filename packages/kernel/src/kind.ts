/**
 * A kind is declared once; the type of its content, validation, storage, indexes, search, links, forms, lists, history,
 * API, import and export columns flow from the declaration.
 */
import type { z } from 'zod';
import type { Labels } from '@entente/text';
import type { Audience, Verb } from './act.ts';
import { shapeOf, type Fields, type Localized } from './fields.ts';

/** `joint`: every party answers for it, changes by consent. `owned`: one party answers for it. Per kind, never per field. */
export type Regime = 'joint' | 'owned';

/** Roles of the people of a node. */
export type Role = 'coordinator' | 'focal-point' | 'leader' | 'reader' | 'administrator';

/** One allowed move of a record's own state field: a row of the workflow table. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly by: readonly Role[];
  readonly label: Labels;
  /** Whether a comment must come with it. */
  readonly comment?: 'required' | 'optional';
}

/** A rule that does not hold, at its field. */
export interface BrokenRule {
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a rule may look at beside the content: who writes, and the records it links to. */
export interface Beside {
  readonly party: string;
  linked(record: string): { readonly kind: string; readonly party: string; readonly standing: string; readonly content: Readonly<Record<string, unknown>> } | undefined;
}

export interface KindDeclaration<F extends Fields> {
  readonly name: string;
  readonly version: number;
  readonly regime: Regime;
  readonly audience: Audience;
  readonly label: { readonly one: Labels; readonly many: Labels };
  /** First segment of its pages' addresses, plural, e.g. `commitments`. */
  readonly path: string;
  readonly fields: F;
  /** Field that names the record (localized or text), or a function of the content. */
  readonly title: (content: ContentOf<F>) => Localized | string;
  /** Who may do what; absent verbs are refused. Owned: put, retire. Joint: propose, consent, reject. */
  readonly may: Partial<Record<Verb, readonly Role[]>>;
  /** Date (partial) that orders it in time lines and lists. */
  readonly dated?: (content: ContentOf<F>) => string | undefined;
  readonly states?: { readonly field: keyof F & string; /** One state, or several where a record may begin late in its life. */ readonly initial: string | readonly string[]; readonly moves: readonly Move[] };
  /** From the version before to the one named by the key. Pure, kept for ever. */
  readonly upcasters?: Readonly<Record<number, (content: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
  /**
   * Rules across fields, each heard for itself by `everyRule`; one that reads a field without its shape says nothing. Checked when a
   * local person writes; never when a peer's act is admitted.
   */
  readonly check?: (content: ContentOf<F>) => readonly BrokenRule[];
  /** Rules against the records the content links to, as they stand here. Asked when a local person writes; silent where it reads what is wrong already. */
  readonly against?: (content: ContentOf<F>, beside: Beside) => readonly BrokenRule[];
  /**
   * Fields that together name one thing (with its party, where a party answers for it): a row of a table without an id is the
   * record that has the same values in them.
   */
  readonly natural?: readonly (keyof F & string)[];
  /** Written by pages of its own only: no general form, table or retirement is offered for it. */
  readonly guided?: boolean;
  /**
   * What its records are counted by as they change, beside what lists filter by: fields, and `year` (of the record's date).
   * `within`: for each value of these, one a record, all counts are kept apart too.
   */
  readonly counted?: { readonly by?: readonly (keyof F & string | 'year')[]; readonly within?: readonly (keyof F & string)[] };
  /** Where records of several kinds stand together (what a search found), before the kinds that do not say, or after them. */
  readonly sought?: 'first' | 'last';
  /** What lists show and filter by, in order. */
  readonly list?: { readonly columns: readonly (keyof F & string)[]; readonly filters?: readonly (keyof F & string)[] };
}

export type ContentOf<F extends Fields> = z.infer<z.ZodObject<{ [K in keyof F]: F[K]['schema'] }, z.core.$loose>>;

export interface Kind<F extends Fields = Fields> extends KindDeclaration<F> {
  readonly shape: z.ZodType<ContentOf<F>>;
}
/** The content type of a kind. */
export type Content<K> = K extends Kind<infer F> ? ContentOf<F> : never;
// oxlint-disable-next-line typescript/no-explicit-any -- a registry holds kinds of every content; variance forbids `Fields` here
export type AnyKind = Kind<any>;

/** Declares a kind. Throws on a declaration that cannot work (a programmer's error, found at start-up). */
export function defineKind<const F extends Fields>(declaration: KindDeclaration<F>): Kind<F> {
  if (!/^[a-z][a-z0-9-]*$/u.test(declaration.name)) throw new Error(`kind name: ${declaration.name}`);
  const allowed: readonly string[] = declaration.regime === 'joint' ? ['propose', 'consent', 'reject'] : ['put', 'retire'];
  for (const verb of Object.keys(declaration.may)) {
    if (!allowed.includes(verb)) throw new Error(`${declaration.name}: ${verb} does not exist in regime ${declaration.regime}`);
  }
  return { ...declaration, shape: shapeOf(declaration.fields) };
}

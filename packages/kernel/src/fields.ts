/**
 * Fields of a kind. Each is declared once and carries its validation (Zod: checks, never transforms, defaults or
 * strips), its label in three languages, and what storage, search, forms, lists and exchange need to know of it.
 */
import { z } from 'zod';
import type { Labels } from '@entente/text';
import type { Cooperation } from './contract.ts';

/** What a field is, for whoever draws, reads or exports it. */
export type FieldType =
  | 'text' | 'localized' | 'code' | 'date' | 'period' | 'instant' | 'money' | 'decimal' | 'integer' | 'flag'
  | 'link' | 'list' | 'group' | 'variant' | 'files' | 'record-version';

export interface FieldOptions {
  readonly label: Labels;
  readonly help?: Labels;
  /** Absent is allowed when true. */
  readonly optional?: boolean;
  /** Weight in full-text search; absent: not searched. */
  readonly search?: 'A' | 'B' | 'C';
  /** An expression index is kept, and lists may filter by it. */
  readonly indexed?: boolean;
  /** Never enters a journal: replaced in the act by a commitment, its value kept beside it. */
  readonly personal?: boolean;
}

export interface Field<S extends z.ZodType = z.ZodType> {
  readonly type: FieldType;
  readonly schema: S;
  readonly options: FieldOptions;
  /** More than one line of text is usual. */
  readonly long?: boolean;
  /** A date of something that has happened: none that is still to come is taken from a person. */
  readonly past?: boolean;
  readonly codes?: CodeList;
  /** The text is a language's tag, or the path of a field of the record linked beside it: readers see its name. */
  readonly names?: 'language' | 'field';
  /** Kinds a link may point to; '*' is any. */
  readonly to?: readonly string[];
  /** What a link is called in the `link` table; the field's name when absent. */
  readonly rel?: string;
  readonly fields?: Fields;
  readonly item?: Field;
  /** The code field beside it whose value decides what a variant holds, and the group it is for each value. */
  readonly by?: string;
  readonly cases?: Readonly<Record<string, Field>>;
}
export type Fields = Readonly<Record<string, Field>>;

/** A code list: values with labels; data, so that a cooperation may bring its own. */
export interface CodeList {
  readonly name: string;
  readonly values: Readonly<Record<string, Labels>>;
}
export const codeList = (name: string, values: Readonly<Record<string, Labels>>): CodeList => ({ name, values });

/** Parties are the cooperation's own; the list has no values of its own. */
const PARTIES = codeList('parties', {});

/** Values that are the cooperation's and not the list's: its themes, its parties, each with its names. Null for any other list. */
export function ownValues(codes: CodeList | undefined, cooperation: Pick<Cooperation, 'themes' | 'parties'>): Readonly<Record<string, Localized>> | null {
  if (codes?.name === 'themes') return cooperation.themes;
  return codes?.name === PARTIES.name ? Object.fromEntries(cooperation.parties.map(({ id, short }) => [id, short])) : null;
}

type Maybe<S extends z.ZodType, O> = O extends { readonly optional: true } ? z.ZodOptional<S> : S;

function field<S extends z.ZodType, O extends FieldOptions>(type: FieldType, schema: S, options: O, more: object = {}): Field<Maybe<S, O>> {
  const checked = options.optional ? schema.optional() : schema;
  return { type, schema: checked as unknown as Maybe<S, O>, options, ...more };
}

const nonBlank = z.string().min(1).max(20_000).regex(/\S/u);
const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u);
const DECIMAL = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/u;
const PARTIAL_DATE = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/u;
export const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/u;
export const SHA256 = /^[0-9a-f]{64}$/u;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

function isCalendarDate(value: string): boolean {
  if (!PARTIAL_DATE.test(value)) return false;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

export const partialDate = z.string().refine(isCalendarDate, { error: 'field.date' });
export const decimal = z.string().regex(DECIMAL);
/** Authentic text per language; at least one. */
export const localizedText = z.record(tag, nonBlank).refine((value) => Object.keys(value).length > 0, { error: 'field.required' });
export const periodShape = z.looseObject({ from: partialDate, to: partialDate })
  .refine((value) => value.from.slice(0, value.to.length) <= value.to, { error: 'field.period-order', path: ['to'] });
export const moneyShape = z.looseObject({ amount: decimal, currency: z.string().regex(/^[A-Z]{3}$/u, 'field.currency') });
/** A file kept as a blob: named by the SHA-256 of its bytes. */
export const fileShape = z.looseObject({
  sha256: z.string().regex(SHA256), name: z.string().min(1).max(255), type: z.string().min(3).max(127), size: z.int().min(0).max(200 * 1024 * 1024),
});
/** One exact version of a record: what a settlement or a joint report cites. */
export const recordVersionShape = z.looseObject({ record: z.string().regex(UUID), version: z.string().regex(SHA256) });

export type Localized = Readonly<Record<string, string>>;
export type Money = z.infer<typeof moneyShape>;
export type FileRef = z.infer<typeof fileShape>;
export type RecordVersion = z.infer<typeof recordVersionShape>;

export const text = <const O extends FieldOptions & { readonly long?: boolean; readonly pattern?: RegExp; readonly names?: Field['names'] }>(o: O) =>
  field('text', o.pattern ? nonBlank.regex(o.pattern) : nonBlank, o, { long: o.long ?? false, ...(o.names === undefined ? {} : { names: o.names }) });
export const localized = <const O extends FieldOptions & { readonly long?: boolean }>(o: O) => field('localized', localizedText, o, { long: o.long ?? false });
export const code = <const O extends FieldOptions>(codes: CodeList, o: O) => field('code', z.string().regex(/^[a-z0-9][a-z0-9_-]*$/u), o, { codes });
/** A party of the cooperation by its id, e.g. `VN`; shown by its name. */
export const party = <const O extends FieldOptions>(o: O) => field('code', z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/u), o, { codes: PARTIES });
/** `past` is asked of what people write, never of records as such: another node's clock may differ. */
export const date = <const O extends FieldOptions & { readonly past?: boolean }>(o: O) => field('date', partialDate, o, o.past === undefined ? {} : { past: o.past });
export const period = <const O extends FieldOptions>(o: O) => field('period', periodShape, o);
export const instant = <const O extends FieldOptions>(o: O) => field('instant', z.string().regex(INSTANT), o);
export const money = <const O extends FieldOptions>(o: O) => field('money', moneyShape, o);
export const decimalNumber = <const O extends FieldOptions>(o: O) => field('decimal', decimal, o);
export const integer = <const O extends FieldOptions & { readonly min?: number; readonly max?: number }>(o: O) =>
  field('integer', z.int().min(o.min ?? Number.MIN_SAFE_INTEGER).max(o.max ?? Number.MAX_SAFE_INTEGER), o);
export const flag = <const O extends FieldOptions>(o: O) => field('flag', z.boolean(), o);
/** Link to a record of one of the kinds named. */
export const link = <const O extends FieldOptions & { readonly rel?: string }>(to: readonly string[], o: O) =>
  field('link', z.string().regex(UUID), o, { to, ...(o.rel ? { rel: o.rel } : {}) });
export const files = <const O extends FieldOptions>(o: O) => field('files', z.array(fileShape).max(200), o);
export const recordVersion = <const O extends FieldOptions>(to: readonly string[], o: O) => field('record-version', recordVersionShape, o, { to });
/** Several of one field. */
export const list = <F extends Field, const O extends FieldOptions & { readonly max?: number }>(item: F, o: O) =>
  field('list', z.array(item.schema as F['schema']).max(o.max ?? 2_000), o, { item });
/** Several fields that belong together. */
export const group = <const F extends Fields, const O extends FieldOptions>(fields: F, o: O) => field('group', shapeOf(fields), o, { fields });

/**
 * A group whose fields depend on a code beside it (`by`): what is asked of a scholarship is not asked of a delegation. A code
 * without a case has no such fields.
 */
export const variant = <const O extends FieldOptions>(by: string, cases: Readonly<Record<string, Fields>>, o: O) =>
  field('variant', z.looseObject({}), o, { by, cases: Object.fromEntries(Object.entries(cases).map(([value, fields]) => [value, group(fields, { label: o.label, ...(o.optional ? { optional: true } : {}) })])) });

/** The fields as they are for a content: each variant is the group of its case, or is left out where there is none. */
export function fieldsFor(fields: Fields, valueOf: (name: string) => unknown): Fields {
  if (!Object.values(fields).some((each) => each.type === 'variant')) return fields;
  return Object.fromEntries(Object.entries(fields).flatMap(([name, each]) => {
    const found = each.type === 'variant' ? caseOf(each, valueOf(each.by ?? '')) : each;
    return found ? [[name, found]] : [];
  }));
}
const caseOf = ({ cases = {} }: Field, code: unknown): Field | undefined => (typeof code === 'string' && Object.hasOwn(cases, code) ? cases[code] : undefined);

type Shape<F extends Fields> = { [K in keyof F]: F[K]['schema'] };
/** The object shape of some fields. Unknown members are kept: a newer peer's fields survive an older node's edit. */
export function shapeOf<F extends Fields>(fields: F): z.ZodObject<Shape<F>, z.core.$loose> {
  const shape = z.looseObject(Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, f.schema])));
  const variants = Object.entries(fields).filter(([, each]) => each.type === 'variant');
  return (variants.length === 0 ? shape : shape.check(variantCheck(variants))) as unknown as z.ZodObject<Shape<F>, z.core.$loose>;
}

/** Judges variants by their case, also where other fields have problems already: all problems are told at once. */
function variantCheck(variants: readonly (readonly [string, Field])[]): z.core.$ZodCheck<Readonly<Record<string, unknown>>> {
  const check = z.check<Readonly<Record<string, unknown>>>(({ value, issues }) => {
    for (const [name, each] of variants) {
      const chosen = caseOf(each, value[each.by ?? '']);
      const parsed = chosen && typeof value[name] === 'object' ? chosen.schema.safeParse(value[name]) : null;
      for (const issue of parsed?.error?.issues ?? []) issues.push({ ...issue, path: [name, ...issue.path] } as z.core.$ZodRawIssue);
    }
  });
  check._zod.def.when = ({ value }) => typeof value === 'object' && value !== null;
  return check;
}

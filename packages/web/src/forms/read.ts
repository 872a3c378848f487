/** From what was typed to a record's content, with every problem at its field. */
import { field as declared, isMarker, type Field, type Fields, type FileRef, type Problem, problem } from '@entente/kernel';
import { cleanLine, cleanText, firstDay, isLanguageTag, type Lang, readDate, readMoney, readNumber, type Reading } from '@entente/text';
import type { Values } from '../fields/content.ts';
import { fileOfToken, isChosen } from './fill.ts';
import type { Form } from './form.ts';
import { rowsOf } from './rows.ts';

export interface ReadContent {
  /**
   * What was read. Where something was typed that could not be, null stands, which has no field's shape: nothing is said of it
   * twice, no rule reads it, and rows keep their places. Members the kind does not know are kept from `base`.
   */
  readonly content: Record<string, unknown>;
  readonly problems: readonly Problem[];
}

interface Desk {
  readonly form: Form;
  readonly lang: Lang;
  readonly problems: Problem[];
}
type Path = readonly (string | number)[];

/** Reads a form of these fields. `base` is the content that is being edited; run `withoutBlankRows` on the form first. */
export function readContent(fields: Fields, form: Form, lang: Lang, base: Values = {}): ReadContent {
  const desk: Desk = { form, lang, problems: [] };
  const content = readFields(desk, fields, [], base);
  return { content, problems: desk.problems };
}

function readFields(desk: Desk, fields: Fields, path: Path, base: Values): Record<string, unknown> {
  const foreign = Object.entries(base).filter(([name]) => !(name in fields));
  const typed = (name: string) => desk.form.text([...path, name].join('.'));
  // What was said of another type is not carried over to the one chosen now.
  const before = (name: string) => (fields[name]?.type === 'variant' && base[fields[name].by ?? ''] !== typed(fields[name].by ?? '') ? undefined : base[name]);
  const read = Object.entries(declared.fieldsFor(fields, typed)).map(([name, field]) => [name, readField(desk, field, [...path, name], before(name))] as const);
  return Object.fromEntries([...foreign, ...read.filter(([, value]) => value !== undefined)]);
}

function readField(desk: Desk, field: Field, path: Path, base: unknown): unknown {
  const name = path.join('.');
  const typed = desk.form.text(name);
  switch (field.type) {
    case 'localized': return readLocalized(desk, field, name);
    case 'period': return readPeriod(desk, path);
    case 'money': return readAmount(desk, path);
    case 'files': return readFiles(desk, field, name);
    case 'list': return field.item ? readList(desk, field, field.item, path, base) : undefined;
    case 'group': return readGroup(desk, field.fields ?? {}, path, base);
    case 'flag': return typed === 'yes' ? true : typed === 'no' ? false : undefined;
    case 'date': return readDay(desk, field, path, typed);
    case 'decimal': return accept(desk, path, typed, readNumber);
    case 'integer': return readInteger(desk, path, typed);
    case 'record-version': return readVersion(typed);
    case 'text': case 'code': case 'instant': case 'link': case 'variant': break;
  }
  // A value that the writer cannot see (not theirs to read, or erased) stays unless another is typed over it.
  return (field.long ? cleanText(typed) : cleanLine(typed)) || (isMarker(base) ? base : undefined);
}

/** A typed value through its reader; empty is absent, what cannot be read is null. */
function accept(desk: Desk, path: Path, typed: string, reader: (input: string, lang: Lang) => Reading<string>): string | undefined | null {
  if (cleanLine(typed) === '') return undefined;
  const reading = reader(typed, desk.lang);
  return reading.ok ? reading.value : unread(desk, problem(reading.problem.id, path, reading.problem.params));
}

/** Where on earth a day begins first: what is today anywhere lies in nobody's future. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

function readDay(desk: Desk, field: Field, path: Path, typed: string): string | undefined | null {
  const day = accept(desk, path, typed, readDate);
  const isToCome = field.past && typeof day === 'string' && Temporal.PlainDate.compare(firstDay(day), Temporal.Now.plainDateISO(EARLIEST_ZONE)) > 0;
  return isToCome ? unread(desk, problem('field.in-future', path, { date: day })) : day;
}

function unread(desk: Desk, why: Problem): null {
  desk.problems.push(why);
  return null;
}

function readInteger(desk: Desk, path: Path, typed: string): number | undefined | null {
  const read = accept(desk, path, typed, readNumber);
  if (read === undefined || read === null) return read;
  const value = Number(read);
  return Number.isSafeInteger(value) ? value : unread(desk, problem('field.integer', path));
}

function readLocalized(desk: Desk, field: Field, name: string): Record<string, string> | undefined {
  const texts = desk.form.names(`${name}.`).flatMap((full) => {
    const lang = full.slice(name.length + 1);
    const text = (field.long ? cleanText : cleanLine)(desk.form.text(full));
    return isLanguageTag(lang) && text ? [[lang, text] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

function readPeriod(desk: Desk, path: Path): { from: string; to: string } | undefined | null {
  const [from, to] = (['from', 'to'] as const).map((end) => {
    const own = [...path, end];
    const typed = desk.form.text(own.join('.'));
    return { typed: typed.trim(), own, value: accept(desk, own, typed, readDate) };
  });
  if (!from || !to || (from.typed === '' && to.typed === '')) return undefined;
  for (const end of [from, to]) if (end.typed === '') desk.problems.push(problem('field.required', end.own));
  return typeof from.value === 'string' && typeof to.value === 'string' ? { from: from.value, to: to.value } : null;
}

/** A plain number, or words of magnitude ("640 triệu"), with the currency chosen beside it. */
function readAmount(desk: Desk, path: Path): { amount: string | null; currency: string } | undefined {
  const amount = [...path, 'amount'];
  const typed = desk.form.text(amount.join('.'));
  const currency = desk.form.text([...path, 'currency'].join('.'));
  if (cleanLine(typed) === '') return undefined;
  const plain = readNumber(typed, desk.lang);
  if (plain.ok) return { amount: plain.value, currency };
  const inWords = [typed, `${typed} ${currency}`].map((text) => readMoney(text, desk.lang)).find((reading) => reading.ok);
  if (inWords?.ok) return inWords.value;
  return { amount: unread(desk, problem(plain.problem.id, amount, plain.problem.params)), currency };
}

function readFiles(desk: Desk, field: Field, name: string): FileRef[] | undefined {
  const files = desk.form.all(`${name}.kept`).map(fileOfToken).filter((file) => file !== null);
  return files.length > 0 || !field.options.optional ? files : undefined;
}

function readList(desk: Desk, field: Field, item: Field, path: Path, base: unknown): unknown[] | undefined {
  const name = path.join('.');
  const kept: readonly unknown[] = Array.isArray(base) ? base : [];
  const values = isChosen(item)
    ? [...new Set(desk.form.all(name).filter((value) => value !== ''))]
    : rowsOf(desk.form, name).map((i) => readField(desk, item, [...path, i], kept[i])).filter((value) => value !== undefined);
  return values.length > 0 || !field.options.optional ? values : undefined;
}

function readGroup(desk: Desk, fields: Fields, path: Path, base: unknown): Record<string, unknown> | undefined {
  const group = readFields(desk, fields, path, typeof base === 'object' && base !== null ? base as Values : {});
  return Object.keys(group).length > 0 ? group : undefined;
}

function readVersion(typed: string): { record: string; version: string } | undefined {
  const [record = '', version = ''] = typed.split('@');
  return record && version ? { record, version } : undefined;
}

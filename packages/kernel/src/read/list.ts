import type { Context } from '../context.ts';
import type { Asking, ListPage, ListQuery, ListScope, RecordRow } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { run, type Handle } from '../store/index.ts';
import { definitionOf, talliesFor, YEAR, type Figures } from '../tally/index.ts';
import { conditionsOf, fieldAt, Parameters } from './conditions.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';

const LONGEST_PAGE = 1_000;
/** Figures are a few numbers, pages are records: so many are kept, and only pages as long as people read. */
const [FIGURES_KEPT, PAGES_KEPT, LONGEST_KEPT] = [1_000, 64, 50];
/** Answers in bytes, ready to be sent: so many, and none that is longer. */
const [ANSWERS_KEPT, ASKED_KEPT, LONGEST_ANSWER] = [96, 200, 64 * 1_024];

/** What lists showed lasts as long as nothing of the cooperation changes, whoever changes it: its revision is asked first. */
export class Lists {
  readonly #figures = new Kept<Figures>(FIGURES_KEPT);
  /** As text: objects take ten times the room, and reading them again is quicker than asking. */
  readonly #pages = new Kept<string>(PAGES_KEPT);
  readonly #answers = new Kept<Uint8Array<ArrayBuffer>>(ANSWERS_KEPT, (answer) => answer.length <= LONGEST_ANSWER);
  readonly #asked = new Kept<string>(ASKED_KEPT, (answer) => answer.length <= LONGEST_ANSWER);
  readonly #revisions = new Shared<Revision>();

  /** What `make` answers, kept under the revision it was asked in. */
  async answer(handle: Handle, context: Context, question: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
    return this.#answers.of(`${context.cooperation.id} ${question}`, (await this.#revision(handle, context)).n, make);
  }

  /** Answers to questions of modules, kept as figures are. */
  async ask<Row extends object>(handle: Handle, scope: ListScope, context: Context, kind: AnyKind, audiences: readonly string[], sql: (asking: Asking) => string): Promise<readonly Row[]> {
    const p = new Parameters();
    const where = conditionsOf(scope, kind, audiences, p);
    const text = sql({
      rows: `(select r.* from record r where ${where})`,
      of: (name) => {
        const other = context.kinds.get(name);
        return other ? `(select r.* from record r where ${conditionsOf({ coop: scope.coop, kind: name }, other, audiences, p)})` : '(select r.* from record r where false)';
      },
      value: (value) => p.add(value),
    });
    const read = () => run<Row>(handle, text, p.values);
    if (scope.words !== undefined) return read();
    const { n: revision } = await this.#revision(handle, context);
    return JSON.parse(await this.#asked.of(JSON.stringify([text, p.values]), revision, async () => JSON.stringify(await read()))) as readonly Row[];
  }

  #revision(handle: Handle, { cooperation: { id: coop }, kinds }: Context): Promise<Revision> {
    return this.#revisions.of(coop, () => revisionOf(handle, coop, definitionOf(kinds)));
  }

  async page(handle: Handle, query: ListQuery, context: Context, kind: AnyKind, audiences: readonly string[]): Promise<{ rows: RecordRow[]; total: number; counts: ListPage['counts'] }> {
    const p = new Parameters();
    const where = conditionsOf(query, kind, audiences, p);
    const asked = [...p.values];
    const limit = Math.max(0, Math.min(query.limit ?? 20, LONGEST_PAGE));
    const order = orderOf(query, kind, p);
    const text = `select ${ROW} from record r where ${where} order by ${order} limit ${p.add(limit)} offset ${p.add(Math.max(0, query.offset ?? 0))}`;
    const { n: revision, tallied } = await this.#revision(handle, context);
    const read = async () => (await run<RowColumns>(handle, text, p.values)).map(rowOf);
    // Words follow the changes that a revision counts: what is found by them is asked anew.
    const lasts = query.words === undefined;
    const rows = !lasts || limit > LONGEST_KEPT ? await read() : JSON.parse(await this.#pages.of(JSON.stringify([text, p.values]), revision, async () => JSON.stringify(await read()))) as RecordRow[];
    const counted = async (): Promise<Figures> => {
      const tallies = tallied ? talliesFor(query, kind, audiences) : null;
      return tallies ? tallies.read(await run<object>(handle, tallies.statement.text, tallies.statement.values)) : count(handle, query, kind, where, asked);
    };
    const figures = !lasts ? await counted() : await this.#figures.of(JSON.stringify([where, asked, query.count ?? []]), revision, counted);
    return { rows, ...figures };
  }
}

/**
 * One question for all who wait to ask it. Nobody gets the answer to a question that was sent before he asked: it may be
 * older than what he was told has happened.
 */
class Shared<T> {
  readonly #asked = new Map<string, { readonly sent: Promise<T>; next: Promise<T> | null }>();

  of(key: string, ask: () => Promise<T>): Promise<T> {
    const before = this.#asked.get(key);
    if (before) return (before.next ??= before.sent.then(() => undefined, () => undefined).then(() => this.#send(key, ask)));
    return this.#send(key, ask);
  }

  #send(key: string, ask: () => Promise<T>): Promise<T> {
    const turn: { readonly sent: Promise<T>; next: Promise<T> | null } = { sent: ask(), next: null };
    this.#asked.set(key, turn);
    const forget = (): void => { if (turn.next === null && this.#asked.get(key) === turn) this.#asked.delete(key); };
    turn.sent.then(forget, forget);
    return turn.sent;
  }
}

/**
 * Answers under the revision they were asked in. What was read may be younger than its revision says and is never older,
 * since the revision is asked first.
 */
class Kept<T> {
  readonly #answers = new Map<string, { readonly revision: string; readonly answer: T }>();
  readonly #most: number;
  readonly #fits: (answer: T) => boolean;
  constructor(most: number, fits: (answer: T) => boolean = () => true) {
    this.#most = most;
    this.#fits = fits;
  }

  async of(key: string, revision: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const answer = known?.revision === revision ? known.answer : await ask();
    if (this.#fits(answer)) this.#answers.set(key, { revision, answer });
    // The one that nobody asked for longest goes first.
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}

interface Revision { readonly n: string; /** Whether the tallies count its records. */ readonly tallied: boolean }

async function revisionOf(handle: Handle, coop: string, definition: string): Promise<Revision> {
  const [row] = await run<Revision>(handle, 'select n::text as n, tallied = n and tallied_by = $2 as tallied from revision where coop = $1', [coop, definition]);
  return row ?? { n: '', tallied: false };
}

/** Totals and counts in one walk over the rows; what a list field holds is counted by a walk of its own. */
async function count(handle: Handle, query: ListQuery, kind: AnyKind, where: string, values: readonly unknown[]): Promise<Figures> {
  const wanted = (query.count ?? []).flatMap((name) => { const by = countedBy(name, kind); return by ? [{ name, ...by }] : []; });
  const [plain, lists] = [wanted.filter(({ join }) => join === ''), wanted.filter(({ join }) => join !== '')];
  const columns = plain.map((_, at) => `c${at}`);
  const sets = ['()', ...columns.map((column) => `(${column})`)].join(', ');
  const rows = await run<Record<string, string | number | null> & { n: number; of: number }>(handle, columns.length === 0
    ? `select count(*)::int as n, 0 as of from record r where ${where}`
    : `select count(*)::int as n, grouping(${columns.join(', ')}) as of, ${columns.join(', ')} from (select ${plain.map(({ value }, at) => `${value} as c${at}`).join(', ')} from record r where ${where}) as x group by grouping sets (${sets})`, values);
  // A set bit says that a row is not of this column: the last column is the lowest bit.
  const all = 2 ** columns.length - 1;
  const counts: Record<string, Record<string, number>> = Object.fromEntries(plain.map(({ name }, at) => [name, Object.fromEntries(rows
    .filter((row) => row.of === all - 2 ** (columns.length - 1 - at) && row[`c${at}`] !== null).map((row) => [String(row[`c${at}`]), row.n]))]));
  for (const { name, value, join } of lists) {
    const found = await run<{ value: string; n: number }>(handle, `select ${value} as value, count(*)::int as n from record r ${join} where ${where} and ${value} is not null group by 1`, values);
    counts[name] = Object.fromEntries(found.map((row) => [row.value, row.n]));
  }
  return { total: rows.find((row) => row.of === all)?.n ?? 0, counts };
}

function countedBy(name: string, kind: AnyKind): { readonly value: string; readonly join: string } | null {
  if (name === 'standing' || name === 'party') return { value: `r.${name}`, join: '' };
  const found = fieldAt(kind, name);
  if (!found) return name === YEAR ? { value: 'left(r.date, 4)', join: '' } : null;
  if (found.field.type !== 'list') return { value: found.text, join: '' };
  return { value: 'x.value', join: `cross join lateral (select distinct e.value from jsonb_array_elements_text(case jsonb_typeof(${found.json}) when 'array' then ${found.json} else '[]' end) as e(value)) as x` };
}

/** A language as SQL; written out, since an index on an expression is not found through a parameter. */
const langText = (lang: string | undefined, p: Parameters): string => (/^[A-Za-z-]{2,35}$/u.test(lang ?? 'en') ? `'${lang ?? 'en'}'` : p.add(lang));

/** Newest first where nothing is asked for. Whatever the order, the id decides between equals, so that pages never overlap. */
function orderOf(query: ListQuery, kind: AnyKind, p: Parameters): string {
  const asked = query.sort ?? '-date';
  const reverse = asked.startsWith('-');
  const name = reverse ? asked.slice(1) : asked;
  const direction = reverse ? 'desc' : 'asc';
  if (name === 'at') return `r.at ${direction}, r.id`;
  // As its index says it, or backwards: every record has a key in every language that is sorted in.
  if (name === 'title') return `(r.sort->>${langText(query.lang, p)}) collate "C" ${direction}, r.id ${direction}`;
  const found = name === 'date' && !Object.hasOwn(kind.fields as object, 'date') ? undefined : fieldAt(kind, name);
  if (found?.field.type === 'integer') return `${found.json} ${direction} nulls last, r.id`;
  if (found) return `${found.text} collate "C" ${direction} nulls last, r.id`;
  return `r.date ${direction} nulls last, r.id`;
}

import { parseJson } from '@entente/verify';
import type { Context } from '../context.ts';
import type { Asking, ListPage, ListQuery, ListScope, RecordRow, RecordText } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { run, type Handle } from '../store/index.ts';
import { definitionOf, talliesFor, waitingByKind, type Figures } from '../tally/index.ts';
import { conditionsOf, Parameters } from './conditions.ts';
import { count } from './figures.ts';
import { Kept, Shared } from './kept.ts';
import { idsOf, LONGEST_ORDER, orderIn, Orders, orderOf } from './order.ts';
import { ROW, ROW_TEXT, rowOf, rowText, type RowColumns, type TextColumns } from './row.ts';
import { countWaiting } from './waiting.ts';

const LONGEST_PAGE = 1_000;
/** More than a list has: PostgreSQL's largest integer. */
const EVERY = 2_147_483_647;
const MIB = 1_024 * 1_024;
/** Figures are a few numbers, pages are records: so many are kept, and only pages as long as people read. */
const [FIGURES_KEPT, PAGES_KEPT, LONGEST_KEPT] = [1_000, 64, 50];
/** Answers in bytes, ready to be sent: so many, and none that is longer. */
const [ANSWERS_KEPT, ASKED_KEPT, LONGEST_ANSWER] = [96, 200, 64 * 1_024];
/** A letter takes two bytes where some of a text's have accents. */
const bytesOf = (text: string): number => 2 * text.length;

/** A list as it is asked of the database. */
interface Asked {
  readonly query: ListQuery;
  readonly kind: AnyKind;
  readonly audiences: readonly string[];
  readonly where: string;
  readonly values: readonly unknown[];
  readonly order: string;
  readonly limit: number;
  readonly offset: number;
}

/** What lists showed lasts as long as nothing of the cooperation changes, whoever changes it: its revision is asked first. */
export class Lists {
  readonly #figures = new Kept<Figures>({ answers: FIGURES_KEPT });
  /** As text: objects take ten times the room, and reading them again is quicker than asking. */
  readonly #pages = new Kept<string>({ answers: PAGES_KEPT, bytes: 2 * MIB, sizeOf: bytesOf });
  readonly #answers = new Kept<Uint8Array<ArrayBuffer>>({ answers: ANSWERS_KEPT, bytes: 2 * MIB, longest: LONGEST_ANSWER, sizeOf: (answer) => answer.length });
  readonly #asked = new Kept<string>({ answers: ASKED_KEPT, bytes: MIB, longest: LONGEST_ANSWER, sizeOf: bytesOf });
  readonly #orders = new Orders();
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
    return parseJson(await this.#asked.of(JSON.stringify([text, p.values]), revision, async () => JSON.stringify(await read()))) as readonly Row[];
  }

  /** How many records of each kind wait for a party. */
  async waiting(handle: Handle, context: Context, party: string, audiences: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { cooperation: { id: coop }, kinds } = context;
    const { tallied } = await this.#revision(handle, context);
    const { text, values } = tallied ? waitingByKind(coop, [...kinds.keys()], party, audiences) : countWaiting(coop, party, audiences);
    return new Map((await run<{ kind: string; n: number }>(handle, text, values)).map(({ kind, n }) => [kind, n]));
  }

  #revision(handle: Handle, { cooperation: { id: coop }, kinds }: Context): Promise<Revision> {
    return this.#revisions.of(coop, () => revisionOf(handle, coop, definitionOf(kinds)));
  }

  async page(handle: Handle, query: ListQuery, context: Context, kind: AnyKind, audiences: readonly string[]): Promise<{ rows: RecordRow[]; total: number; counts: ListPage['counts'] }> {
    const asked = askedOf(query, kind, audiences);
    const revision = await this.#revision(handle, context);
    const read = async () => (await this.#read<RowColumns>(handle, asked, revision.n, ROW)).map(rowOf);
    const keeps = query.words === undefined && asked.limit <= LONGEST_KEPT;
    const { where, values, order, limit, offset } = asked;
    const [rows, figures] = await Promise.all([
      keeps ? this.#pages.of(JSON.stringify([where, values, order, limit, offset]), revision.n, async () => JSON.stringify(await read())).then((text) => parseJson(text) as unknown as RecordRow[]) : read(),
      this.#count(handle, asked, revision),
    ]);
    return { rows, ...figures };
  }

  /** The same with records as text, which are not kept: whoever sends them on keeps what he sent. */
  async texts(handle: Handle, query: ListQuery, context: Context, kind: AnyKind, audiences: readonly string[]): Promise<{ rows: RecordText[]; total: number; counts: ListPage['counts'] }> {
    const asked = askedOf(query, kind, audiences);
    const revision = await this.#revision(handle, context);
    const [rows, figures] = await Promise.all([this.#read<TextColumns>(handle, asked, revision.n, ROW_TEXT), this.#count(handle, asked, revision)]);
    return { rows: rows.map(rowText), ...figures };
  }

  /** Every record of a list in its order, batch by batch; what is retired by the time it is read is left out, unless it was asked for. */
  async *all(handle: Handle, query: ListQuery, kind: AnyKind, audiences: readonly string[]): AsyncGenerator<RecordRow[]> {
    const found = await orderIn(handle, askedOf(query, kind, audiences), EVERY);
    const stands = query.standing ? 'r.standing = any($4::text[])' : `r.standing <> 'retired'`;
    for (let at = 0; found.holds(at); at += LONGEST_PAGE) {
      const values = [query.coop, found.slice(at, LONGEST_PAGE), audiences, ...(query.standing ? [query.standing] : [])];
      yield (await run<RowColumns>(handle, `select ${ROW} from unnest($2::uuid[]) with ordinality as x(id, place) join record r on r.coop = $1 and r.id = x.id and r.audience = any($3::text[]) and ${stands} order by x.place`, values)).map(rowOf);
    }
  }

  /** Records are read by their ids once it is known which: what is sorted is then small. */
  async #read<Columns extends object>(handle: Handle, asked: Asked, revision: string, columns: string): Promise<Columns[]> {
    const { query, audiences, where, values, order, limit, offset } = asked;
    const known = query.words === undefined && offset + limit <= LONGEST_ORDER ? await this.#orders.of(handle, asked, revision) : null;
    if (known?.holds(offset) === false) return [];
    const p = new Parameters(known === null ? values : [query.coop]);
    const ids = known === null ? `array(${idsOf(where, order, p.add(limit), p.add(offset))})` : `${p.add(known.slice(offset, limit))}::uuid[]`;
    // Who may read it is asked again: it may have changed since its place was found.
    const seen = audiences.length < 3 ? `and r.audience = any(${p.add(audiences)}::text[])` : '';
    return run<Columns>(handle, `select ${columns} from unnest(${ids}) with ordinality as x(id, place) join record r on r.coop = $1 and r.id = x.id ${seen} order by x.place`, p.values);
  }

  async #count(handle: Handle, { query, kind, audiences, where, values }: Asked, { n, tallied }: Revision): Promise<Figures> {
    const counted = async (): Promise<Figures> => {
      const tallies = tallied ? talliesFor(query, kind, audiences) : null;
      return tallies ? tallies.read(await run<object>(handle, tallies.statement.text, tallies.statement.values)) : count(handle, query, kind, where, values);
    };
    // Words follow the changes that a revision counts: what is found by them is asked anew.
    return query.words === undefined ? this.#figures.of(JSON.stringify([where, values, query.count ?? []]), n, counted) : counted();
  }
}

function askedOf(query: ListQuery, kind: AnyKind, audiences: readonly string[]): Asked {
  const p = new Parameters();
  const where = conditionsOf(query, kind, audiences, p);
  const values = [...p.values];
  const order = orderOf(query, kind);
  return { query, kind, audiences, where, values, order, limit: Math.max(0, Math.min(query.limit ?? 20, LONGEST_PAGE)), offset: Math.max(0, query.offset ?? 0) };
}

interface Revision { readonly n: string; /** Whether the tallies count its records. */ readonly tallied: boolean }

/** Records that follow their acts (docs/decisions/0040) leave the number where it is: they move how far records reach. */
const REVISION = `select n || '/' || coalesce((select sum(projected) from journal where coop = $1), 0) as n, tallied = n and tallied_by = $2 as tallied from revision where coop = $1`;

async function revisionOf(handle: Handle, coop: string, definition: string): Promise<Revision> {
  const [row] = await run<Revision>(handle, REVISION, [coop, definition]);
  return row ?? { n: '', tallied: false };
}

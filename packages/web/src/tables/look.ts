/** What bringing a table in would do, row by row, before anything is written. */
import { setImmediate as pause } from 'node:timers/promises';
import { type AnyKind, contentHash, contentProblems, type Fields, type Intent, type Problem, type RecordRow } from '@entente/kernel';
import { cellName, type Row, readTables } from '@entente/sheets';
import { type Lang, readDate } from '@entente/text';
import { linkedIds } from '../fields/content.ts';
import { fillForm } from '../forms/fill.ts';
import { Form } from '../forms/form.ts';
import { readContent } from '../forms/read.ts';
import { filledRows, withoutBlankRows } from '../forms/rows.ts';
import { idOfName, nameOf } from '../records/natural.ts';
import { UUID } from '../records/at.ts';
import type { Context } from '../module.ts';
import { cellOf, entriesAt, typedFrom, valueFor } from './cells.ts';
import { registerOf, type Register } from './choices.ts';
import { placesIn, tableColumns } from './columns.ts';
import { findHead, type Head } from './head.ts';
import { OFFERED, rowsOf, type TableFormat } from './take.ts';

export type RowState = 'new' | 'change' | 'same' | 'blank' | 'conflict' | 'problem';

/** A problem at a cell; `cell` is the row's first where it concerns the row. */
export interface CellProblem { readonly cell: string; readonly problem: Problem }
export interface RowLook {
  readonly row: number;
  readonly state: RowState;
  readonly record: string | null;
  readonly problems: readonly CellProblem[];
  readonly intent: Intent | null;
  /** Cell of a place in the content, for what the kernel says at the commit. */
  cellOf(path: Problem['path']): string;
}
export type Look = { readonly ok: true; readonly rows: readonly RowLook[]; /** Columns that are none of the kind's, as they are headed: their values go nowhere. */ readonly strangers: readonly string[] } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Entries of the form that a new row has where its own cells say nothing: the plan that a table is brought into. */
export type Given = readonly (readonly [string, string])[];

interface Desk {
  /** In the language of the table. */
  readonly ctx: Context;
  /** Of who reads the problems. */
  readonly lang: Lang;
  readonly kind: AnyKind;
  readonly head: Head;
  readonly register: Register;
  readonly records: ReadonlyMap<string, RecordRow>;
  /** Records by the values of the fields that name them. */
  readonly named: ReadonlyMap<string, RecordRow>;
  readonly as: TableFormat;
  readonly given: Given;
}

/** Rows looked at between two pauses, so that pages of others are answered meanwhile. */
const BETWEEN_PAUSES = 100;

/** How many rows of each state. */
export function countsOf(rows: readonly RowLook[]): Readonly<Record<RowState, number>> {
  const counts = { new: 0, change: 0, same: 0, blank: 0, conflict: 0, problem: 0 };
  for (const row of rows) counts[row.state] += 1;
  return counts;
}

/** Looks at a file as a table of a kind. Reads only; `told` hears how many rows are done, of how many. */
export async function lookAt(ctx: Context, kind: AnyKind, file: { readonly name: string; readonly bytes: Uint8Array }, told: (done: number, total: number) => void = () => {}, given: Given = []): Promise<Look> {
  const sheets = readTables(file.bytes, file.name);
  if (!sheets.ok) return { ok: false, problems: [{ id: sheets.problem.id, path: ['file'], params: sheets.problem.params }] };
  const found = findHead(sheets.value, kind, ctx.kernel.kinds, ctx.lang, (keys) => tableColumns(ctx, kind, placesIn(keys), true));
  if (!found.ok) return { ok: false, problems: [{ ...found.problem, path: ['file'] }] };
  const { head } = found;
  // Numbers, dates and labels are the writing of the table; problems are told in the reader's own language.
  const reader: Context = { ...ctx, lang: head.lang };
  const records = await recordsIn(ctx, head);
  const register = await registerOf(reader, [...head.columns.keys()].map(({ field }) => field), [...records.values()].flatMap((row) => linkedIds(kind, row.content)));
  const desk: Desk = { ctx: reader, lang: ctx.lang, kind, head, register, records, named: await namedRecords(ctx, kind, head, register, given), given, as: file.bytes[0] === 0x50 ? 'xlsx' : 'csv' };
  const taken = new Map<string, number>();
  const rows: RowLook[] = [];
  for (const [at, row] of head.rows.entries()) {
    if (at % BETWEEN_PAUSES === 0) { told(at, head.rows.length); await pause(); }
    const look = lookAtRow(desk, row);
    const first = look.record === null ? undefined : taken.get(look.record);
    if (look.record !== null && first === undefined) taken.set(look.record, row.number);
    rows.push(first === undefined || look.state === 'blank' ? look : refused(look, 'tables.row-twice', { row: first }));
  }
  return { ok: true, rows: await judged(ctx, kind, await withoutStanding(ctx, kind, rows)), strangers: head.strangers };
}

async function recordsIn(ctx: Context, { rows, recordAt }: Head): Promise<ReadonlyMap<string, RecordRow>> {
  const ids = [...new Set(recordAt === null ? [] : rows.flatMap((row) => { const cell = row.cells.get(recordAt); return cell?.is === 'text' && UUID.test(cell.text.trim()) ? [cell.text.trim()] : []; }))];
  const found = new Map<string, RecordRow>();
  for (let from = 0; from < ids.length; from += 1_000) for (const [id, row] of await ctx.read.many(ctx.cooperation.id, ids.slice(from, from + 1_000))) found.set(id, row);
  return found;
}

/** Values of a naming field that are asked for one by one; beyond, all records of the kind are. */
const MOST_ASKED = 500;

/** Our records of a kind by the fields that name them; only where rows come without an id. The values that the rows have narrow the question. */
async function namedRecords(ctx: Context, kind: AnyKind, head: Head, register: Register, given: Given): Promise<ReadonlyMap<string, RecordRow>> {
  const { recordAt } = head;
  if (!kind.natural || head.rows.every((row) => recordAt !== null && row.cells.has(recordAt))) return new Map();
  const filters = kind.natural.flatMap((name) => {
    const column = [...head.columns].find(([one]) => one.key === name);
    const said = new Set(column ? head.rows.map((row) => { const typed = typedFrom(column[0], row.cells.get(column[1]), register, head.lang); return typed.ok ? typed.entries[0]?.[1] ?? '' : ''; }) : []);
    for (const [key, value] of given) if (key === name && (said.size === 0 || said.has(''))) said.add(value);
    said.delete('');
    return said.size > 0 && said.size <= MOST_ASKED && kind.fields[name]?.options.indexed ? [{ field: name, in: [...said] }] : [];
  });
  const rows = await rowsOf(ctx, { coop: ctx.cooperation.id, kind: kind.name, filters, ...(kind.regime === 'owned' ? { party: ctx.party.id } : {}) });
  return new Map(rows.flatMap((row) => { const name = nameOf(kind, row.content); return name === null ? [] : [[name, row] as const]; }));
}

function lookAtRow(desk: Desk, row: Row): RowLook {
  const { ctx, kind, head } = desk;
  const [id, seen] = [cellText(row, head.recordAt), cellText(row, head.versionAt)];
  const here = (state: RowState, record: string | null, more: Partial<RowLook> = {}): RowLook => ({ row: row.number, state, record, problems: [], intent: null, cellOf: () => cellName(0, row.number), ...more });
  const wrong = (problem: string): RowLook => here('problem', null, { problems: [{ cell: cellName(head.recordAt ?? 0, row.number), problem: { id: problem, path: [] } }] });
  const given = id === '' ? null : desk.records.get(id);
  if (given === undefined || (given && given.kind !== kind.name)) return wrong('tables.no-record');
  const read = readRow(desk, row, given ?? null);
  if (read.isBlank) return here('blank', null);
  if (read.isUntouched && given) return here('same', given.id);
  if (given === null && seen === `${OFFERED}${contentHash(read.content)}`) return here('blank', null);
  const name = given === null ? nameOf(kind, read.content) : null;
  const known = given ?? (name === null ? undefined : desk.named.get(name)) ?? null;
  const target = known && known !== given ? { ...read, ...readRow(desk, row, known) } : read;
  if (known && target.isUntouched) return here('same', known.id);
  if (known && kind.regime === 'owned' && known.party !== ctx.party.id) return { ...wrong('tables.not-ours'), record: known.id };
  if (known?.standing === 'retired') return { ...wrong('tables.retired'), record: known.id };
  const cellFor = (path: Problem['path']) => cellAt(desk, row, target.form, path);
  const ofContent = contentProblems(kind, target.content, ctx.cooperation).map((problem) => ({ cell: cellFor(problem.path), problem }));
  // What could not be read is absent from the content; that it is missing need not be said of the same cell again.
  const problems = [...target.problems, ...ofContent.filter(({ cell }) => !target.problems.some((one) => one.cell === cell))].map(({ cell, problem }) => ({ cell, problem }));
  const record = known?.id ?? idOfName(ctx, kind, name ?? contentHash(target.content));
  if (problems.length > 0) return here('problem', record, { problems });
  if (given && seen !== '' && seen !== given.version) return here('conflict', record, { problems: [{ cell: cellName(head.recordAt ?? 0, row.number), problem: { id: 'tables.changed-since', path: [] } }] });
  return here(known ? 'change' : 'new', record, { intent: intentOf(kind, record, known, target.content), cellOf: cellFor });
}

interface ReadRow {
  readonly content: Record<string, unknown>;
  readonly form: Form;
  /** What of the cells could not be understood; `key` is the column's. Then what reading the form says. */
  readonly problems: readonly (CellProblem & { readonly key: string })[];
  readonly isBlank: boolean;
  /** Every cell says what the record says. */
  readonly isUntouched: boolean;
}

function readRow({ ctx, lang, kind, head, register, as, given }: Desk, row: Row, base: RecordRow | null): ReadRow {
  const fields = kind.fields as Fields;
  const start = fillForm(fields, base?.content ?? {}, ctx.lang);
  const problems: (CellProblem & { key: string })[] = [];
  let entries = start.entries;
  let [isBlank, isUntouched] = [true, true];
  for (const [column, place] of head.columns) {
    const cell = row.cells.get(place);
    if (cell) isBlank = false;
    const typed = typedFrom(column, cell, register, ctx.lang);
    if (!typed.ok) {
      isUntouched = false;
      problems.push({ key: column.key, cell: cellName(place, row.number), problem: typed.problem });
      continue;
    }
    const stood = typedFrom(column, cellOf(column, valueFor(column, start, register, ctx.lang, as), as), register, ctx.lang);
    if (stood.ok && JSON.stringify(stood.entries) === JSON.stringify(typed.entries)) continue;
    isUntouched = false;
    const before = new Set(entriesAt(new Form(entries), column));
    entries = [...entries.filter((entry) => !before.has(entry)), ...typed.entries];
  }
  const form = new Form(base === null && !isBlank ? [...entries, ...given.filter(([key]) => !entries.some(([name, value]) => name === key && value !== ''))] : entries);
  const read = readContent(fields, withoutBlankRows(form), ctx.lang, base?.content ?? {});
  return { form, isBlank, isUntouched, content: read.content, problems: [...problems, ...read.problems.filter((one) => !problems.some(({ key }) => key === one.path.join('.'))).map((problem) => ({ key: problem.path.join('.'), cell: cellAt({ head }, row, form, problem.path), problem: inWordsOf(lang, problem, form) }))] };
}

/** What a date lacks is told with the name of its month: in the reader's language, not in the table's. */
function inWordsOf(lang: Lang, problem: Problem, form: Form): Problem {
  const again = problem.id.startsWith('text.date-') ? readDate(form.text(problem.path.join('.')), lang) : null;
  return again && !again.ok ? { ...problem, params: again.problem.params } : problem;
}

const cellText = (row: Row, column: number | null): string => { const cell = column === null ? undefined : row.cells.get(column); return cell?.is === 'text' ? cell.text.trim() : ''; };

/** The cell a problem is at. Places in lists count rows that were filled in; the file counts all of them. */
function cellAt({ head }: Pick<Desk, 'head'>, row: Row, form: Form, path: Problem['path']): string {
  const steps: string[] = [];
  for (const step of path) {
    const list = steps.join('.');
    steps.push(typeof step === 'number' ? String(filledRows(form, list)[step] ?? step) : step);
  }
  for (let length = steps.length; length > 0; length -= 1) {
    const key = steps.slice(0, length).join('.');
    const found = [...head.columns].find(([column]) => column.key === key) ?? [...head.columns].find(([column]) => column.key.startsWith(`${key}.`));
    if (found) return cellName(found[1], row.number);
  }
  return cellName(Math.min(...head.columns.values()), row.number);
}

function intentOf(kind: AnyKind, record: string, known: RecordRow | null, content: Record<string, unknown>): Intent {
  if (kind.regime === 'owned') return { verb: 'put', kind: kind.name, record, content, on: known?.version ?? null };
  return { verb: 'propose', kind: kind.name, record, content, on: known && known.ordinal > 0 ? known.version : null };
}

const refused = (look: RowLook, id: string, params: Problem['params']): RowLook => ({ ...look, state: 'problem', intent: null, problems: [{ cell: look.cellOf([]), problem: { id, path: [], ...(params ? { params } : {}) } }] });

/** Rows the kernel is asked about at once. */
const ASKED = 90;

/** What only the kernel can say: rules against other records, moves of a state, what may be consented to. */
async function judged(ctx: Context, kind: AnyKind, rows: readonly RowLook[]): Promise<readonly RowLook[]> {
  const refusals = new Map<RowLook, CellProblem[]>();
  const agree = ctx.may(kind, 'consent');
  const planned = rows.filter((row) => row.intent !== null);
  for (let from = 0; from < planned.length; from += ASKED) {
    const part = planned.slice(from, from + ASKED);
    const said = await ctx.judge(part.flatMap(({ intent }) => (intent ? [intent.verb === 'propose' ? { ...intent, agree } : intent] : [])));
    for (const problem of said.ok ? [] : said.problems) {
      const [at, ...path] = problem.path;
      const row = part[typeof at === 'number' ? at : 0];
      if (row) refusals.set(row, [...refusals.get(row) ?? [], { cell: row.cellOf(path[0] === 'content' ? path.slice(1) : path), problem: { ...problem, path: [] } }]);
    }
  }
  return rows.map((row) => { const problems = refusals.get(row); return problems ? { ...row, state: 'problem', intent: null, problems } : row; });
}

/** Rows that were brought in before: a record of the same id that says the same, or an open proposal of ours that does. */
async function withoutStanding(ctx: Context, kind: AnyKind, rows: readonly RowLook[]): Promise<readonly RowLook[]> {
  const planned = rows.filter((look) => look.intent !== null && look.record !== null);
  const ids = planned.map((look) => look.record ?? '');
  const standing = new Map<string, RecordRow>();
  for (let from = 0; from < ids.length; from += 1_000) for (const [id, row] of await ctx.read.many(ctx.cooperation.id, ids.slice(from, from + 1_000))) standing.set(id, row);
  return Promise.all(rows.map(async (look): Promise<RowLook> => {
    const row = look.record === null ? undefined : standing.get(look.record);
    if (!look.intent || !row || !('content' in look.intent)) return look;
    const wanted = contentHash(look.intent.content);
    if (contentHash(row.content) === wanted && row.standing !== 'declined') return { ...look, state: 'same', intent: null };
    if (look.state === 'new') return refused({ ...look }, 'tables.changed-since', undefined);
    if (kind.regime !== 'joint' || row.standing !== 'changing') return look;
    const open = (await ctx.read.candidates(ctx.cooperation.id, row.id)).some((one) => one.status === 'open' && one.contentHash === wanted && one.proposals.some(({ party }) => party === ctx.party.id));
    return open ? { ...look, state: 'same', intent: null } : look;
  }));
}


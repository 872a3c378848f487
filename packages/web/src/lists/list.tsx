/** The list of a kind: filters as links with counts, words and dates by a GET form, sorting by links, 20 rows, exports. */
import type { VNode } from 'preact';
import { hasPersonal, type AnyKind, type Field, type Fields, type ListPage, type RecordRow } from '@entente/kernel';
import { formatDate } from '@entente/text';
import { DataTable, Filters, LinkButton, PageHead, PartyLabel, TextField, type Column, type FilterGroup, type FilterOption } from '@entente/ui';
import { type Context, page, type PageResult } from '../module.ts';
import { mayWrite } from '../policy.ts';
import { codesOf } from '../fields/codes.ts';
import { scopeOf, type Scope } from '../fields/scope.ts';
import { Value } from '../fields/show.tsx';
import { fields as fieldWords } from '../words/fields.ts';
import { pages } from '../words/pages.ts';
import { StandingMark } from '../records/standing.tsx';
import { tables } from '../tables/words.ts';
import { cellText, columnsOf, type ListColumn, partyName } from './columns.ts';
import { asked, type Asked, dateField, filterFields, ROWS } from './query.ts';

/** Choices offered by a filter: all of a code list, the most frequent of anything else. */
const MOST_CODES = 40;
const MOST_OTHERS = 6;
const LONGEST_CELL = 220;

/** The list page of a kind. */
export async function listPage(ctx: Context, kind: AnyKind): Promise<PageResult> {
  const title = ctx.show(kind.label.many);
  const want = asked(ctx, kind);
  const body = () => listBody(ctx, kind, want, title);
  // What is found by words follows changes a moment later.
  return page({ title, head: 'own', ...(want.query.words === undefined && isImpersonal(ctx, kind) ? { body, keep: `list ${kind.name}` } : { body: await body() }) });
}

/** Neither the rows nor the records they name hold personal values. */
function isImpersonal(ctx: Context, kind: AnyKind): boolean {
  const free = (field: Field): boolean => (field.type !== 'record-version' && (field.to ?? []).every((to) => { const linked = ctx.kernel.kinds.get(to); return linked !== undefined && !hasPersonal(linked); }))
    && [...Object.values(field.fields ?? {}), ...Object.values(field.cases ?? {}), ...(field.item ? [field.item] : [])].every(free);
  return !hasPersonal(kind) && Object.values(kind.fields as Fields).every(free);
}

async function listBody(ctx: Context, kind: AnyKind, want: Asked, title: string): Promise<VNode> {
  const w = pages.t(ctx.lang);
  const found: ListPage = await ctx.read.list(want.query);
  const [scope] = await Promise.all([scopeOf(ctx, kind, found.rows.map((row) => row.content)), ctx.prepareTitles(found.rows)]);
  const search = ctx.url.search;
  const table = (
    <DataTable caption={title} captionHidden columns={columnsOf(ctx, kind).map((column, i) => tableColumn(scope, column, i === 0, want))}
      rows={found.rows} rowKey={(row) => row.id} empty={want.taken.size > 0 ? w('nothing-matches') : w('nothing-yet')}
      exports={[{ href: `/${kind.path}.csv${search}`, label: 'CSV' }, { href: `/${kind.path}.xlsx${search}`, label: 'Excel' }, { href: `/tables/${kind.path}/file${search === '' ? '?' : `${search}&`}as=xlsx`, label: tables.t(ctx.lang)('to-fill-in') }]}
      pages={{ page: want.page, pageSize: ROWS, total: found.total, href: (n) => ctx.href.with({ page: n === 1 ? null : String(n) }) }} />
  );
  const canCreate = mayWrite(ctx, kind);
  return (
    <>
      <PageHead title={title} actions={canCreate ? <><LinkButton href={ctx.href.create(kind.name)} kind="main">{w('new')}</LinkButton><LinkButton href={`/tables/${kind.path}`}>{tables.t(ctx.lang)('bring-in')}</LinkButton></> : undefined} />
      {await filters(ctx, kind, want, found)}
      {table}
    </>
  );
}

function tableColumn(scope: Scope, column: ListColumn, main: boolean, want: Asked): Column<RecordRow> {
  const { ctx } = scope;
  const [now, down] = [want.query.sort?.replace(/^-/u, ''), want.query.sort?.startsWith('-')];
  const isNow = column.sort !== undefined && (now === column.sort || (now === 'date' && column.isDate === true));
  return {
    key: column.key, label: column.label, main,
    align: column.field && ['integer', 'decimal', 'money'].includes(column.field.type) ? 'end' : 'start',
    ...(column.field?.type === 'date' ? { whole: true } : {}),
    cell: (row) => <Cell scope={{ ...scope, row }} column={column} row={row} main={main} />,
    ...(column.sort === undefined ? {} : {
      sort: {
        href: ctx.href.with({ sort: isNow && !down ? `-${column.sort}` : column.sort, page: null }),
        ...(isNow ? { now: down ? 'descending' as const : 'ascending' as const } : {}),
      },
    }),
  };
}

function Cell({ scope, column, row, main }: { readonly scope: Scope; readonly column: ListColumn; readonly row: RecordRow; readonly main: boolean }): VNode | string | null {
  const { ctx } = scope;
  if (!column.field) return column.key === 'standing' ? <StandingMark ctx={ctx} row={row} brief /> : <PartyLabel party={row.party} />;
  if (!main) return <Value scope={scope} field={column.field} value={row.content[column.key]} path={column.key} brief />;
  const title = ctx.title(row);
  const text = column.field.type === 'localized' ? title.text : cellText(scope, column, row) || title.text;
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL).trimEnd()}…` : text;
  return <a href={ctx.href.record(row.kind, row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{short}</a>;
}

async function filters(ctx: Context, kind: AnyKind, want: Asked, found: ListPage): Promise<VNode> {
  const w = pages.t(ctx.lang);
  const groups = [...await fieldGroups(ctx, kind, want, found), kind.regime === 'joint' ? standingGroup(ctx, want, found) : partyGroup(ctx, want, found)];
  const named = groups.flatMap((group) => group.options.filter((option) => option.current).map((option) => ({ label: `${group.title}: ${option.label}`, href: option.href })));
  const typed = (['q', 'from', 'to'] as const).flatMap((name) => {
    const value = want.taken.get(name);
    return value === undefined ? [] : [{ label: `${w(name === 'q' ? 'words' : name)}: ${value}`, href: ctx.href.with({ [name]: null, page: null }) }];
  });
  const hidden = [...ctx.url.searchParams].filter(([name]) => !['q', 'from', 'to', 'page', 'lang'].includes(name));
  const fields = (
    <>
      <TextField name="q" label={w('words')} value={want.taken.get('q')} type="search" optional />
      {dateField(kind) && <><TextField name="from" label={w('from')} value={want.taken.get('from')} width="short" optional /><TextField name="to" label={w('to')} value={want.taken.get('to')} width="short" optional /></>}
    </>
  );
  return <Filters open={ctx.query['filters'] === 'open'} active={[...typed, ...named]} clear={`/${kind.path}`} groups={groups.filter((group) => group.options.length > 0)} form={{ action: `/${kind.path}`, hidden, fields }} />;
}

async function fieldGroups(ctx: Context, kind: AnyKind, want: Asked, found: ListPage): Promise<FilterGroup[]> {
  return Promise.all(filterFields(kind).map(async ([name, field]): Promise<FilterGroup> => {
    const counts = found.counts[name] ?? {};
    const taken = want.taken.get(name);
    const choices = (await choicesOf(ctx, field, counts, taken)).filter(({ value }) => (counts[value] ?? 0) > 0 || value === taken);
    return { title: ctx.show(field.options.label), options: choices.slice(0, MOST_CODES).map(({ value, label }) => option(ctx, name, value, label, counts[value], taken)) };
  }));
}

type Choice = { readonly value: string; readonly label: string };

async function choicesOf(ctx: Context, field: Field, counts: Readonly<Record<string, number>>, taken: string | undefined): Promise<readonly Choice[]> {
  const inner = field.type === 'list' && field.item ? field.item : field;
  if (inner.type === 'code') return codesOf(ctx, inner);
  const t = fieldWords.t(ctx.lang);
  if (inner.type === 'flag') return [{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }];
  const values = [...new Set([...Object.keys(counts).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0)).slice(0, MOST_OTHERS), ...(taken ? [taken] : [])])];
  if (inner.type !== 'link') return values.map((value) => ({ value, label: value }));
  const rows = await ctx.read.many(ctx.cooperation.id, values);
  return values.flatMap((value) => {
    const row = rows.get(value);
    return row ? [{ value, label: ctx.title(row).text }] : [];
  });
}

function standingGroup(ctx: Context, want: Asked, found: ListPage): FilterGroup {
  const w = pages.t(ctx.lang);
  const counts = found.counts['standing'] ?? {};
  const standings = (['agreed', 'changing', 'proposed', 'declined'] as const).filter((one) => counts[one] || want.taken.get('standing') === one);
  return { title: w('standing'), options: standings.map((one) => option(ctx, 'standing', one, w(`standing-${one}`), counts[one], want.taken.get('standing'))) };
}

function partyGroup(ctx: Context, want: Asked, found: ListPage): FilterGroup {
  const counts = found.counts['party'] ?? {};
  const parties = ctx.cooperation.parties.filter(({ id }) => counts[id] || want.taken.get('by') === id);
  return {
    title: pages.t(ctx.lang)('party'),
    options: parties.map(({ id }) => ({ ...option(ctx, 'by', id, partyName(ctx, id), counts[id], want.taken.get('by')), party: id })),
  };
}

function option(ctx: Context, name: string, value: string, label: string, count: number | undefined, taken: string | undefined): FilterOption {
  const current = taken === value;
  return { label, href: ctx.href.with({ [name]: current ? null : value, page: null }), ...(count === undefined ? {} : { count }), ...(current ? { current } : {}) };
}

/** A record's date in the reader's words; '' when it has none. */
export const dateOf = (ctx: Context, row: RecordRow): string => (row.date ? formatDate(row.date, ctx.lang, 'medium') : '');

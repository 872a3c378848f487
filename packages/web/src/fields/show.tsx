/** Values of a record as a reader sees them, by the type of their field. */
import type { VNode } from 'preact';
import { isMarker, field as declared, type AnyKind, type Field, type Fields, type FileRef, type Money, type RecordRow } from '@entente/kernel';
import { formatDate, formatInstant, formatMoney, formatNumber, formatPeriod, languageInfo, type Period } from '@entente/text';
import { DataTable, DefinitionList, LocalizedList, LocalizedText, Marked, Panel, type Definition, paragraphsOf, versionFor } from '@entente/ui';
import type { Context } from '../module.ts';
import { fields as fieldWords } from '../words/fields.ts';
import { codeLabel } from './codes.ts';
import { isRecord, type Values } from './content.ts';
import { FileList } from './files.tsx';
import { expectedLanguages, type Scope, versionsOf } from './scope.ts';

/** A record's content: long texts first and across the page, then facts beside each other, then what comes in rows. */
export function Facts({ scope, kind, content, without = [] }: { readonly scope: Scope; readonly kind: AnyKind; readonly content: Values; readonly without?: readonly string[] }): VNode {
  return <Blocks scope={scope} fields={Object.fromEntries(Object.entries(kind.fields as Fields).filter(([name]) => !without.includes(name)))} content={content} known={content} prefix="" />;
}

/** The same of a group inside a record, so that its tables and texts have the width of the page too. */
function Blocks({ scope, fields: all, content, known, prefix }: { readonly scope: Scope; readonly fields: Fields; readonly content: Values; readonly known: Values; readonly prefix: string }): VNode {
  const fields = Object.entries(declared.fieldsFor(all, (name) => known[name])).filter(([name]) => !isEmpty(content[name]));
  const [texts, rows] = [fields.filter(([, field]) => field.long), fields.filter(([, field]) => isRows(field))];
  const short = fields.filter(([, field]) => !field.long && !isRows(field));
  const panel = ([name, field]: readonly [string, Field]) => (
    <Panel key={name} level={3} title={scope.ctx.show(field.options.label)}><Value scope={scope} field={field} value={content[name]} path={`${prefix}${name}`} /></Panel>
  );
  return <>{texts.map(panel)}<DefinitionList items={facts(scope, Object.fromEntries(short), content, prefix)} />{rows.map(panel)}</>;
}
const isRows = (field: Field): boolean => (field.type === 'list' && (field.item?.type === 'group' || field.item?.type === 'text')) || isWide(field);
/** A group that holds tables or long texts. */
const isWide = (field: Field): boolean => field.type === 'group' && Object.values(field.fields ?? {}).some((each) => each.long === true || isRows(each));

function facts(scope: Scope, fields: Fields, content: Values, prefix: string): Definition[] {
  return Object.entries(declared.fieldsFor(fields, (name) => content[name]))
    .filter(([name]) => !isEmpty(content[name]))
    .map(([name, field]) => ({ term: scope.ctx.show(field.options.label), detail: <Value scope={scope} field={field} value={content[name]} path={`${prefix}${name}`} /> }));
}
const isEmpty = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0);

export interface ValueProps {
  readonly scope: Scope;
  readonly field: Field;
  readonly value: unknown;
  /** Dotted path in the content: finds the translations. */
  readonly path: string;
  /** In a table's cell or a line: text only, lists on one line. */
  readonly brief?: boolean;
}

/** One value. A value that does not fit its field (a newer peer's) is shown as it is. */
export function Value({ scope, field, value, path, brief = false }: ValueProps): VNode | string | null {
  if (isEmpty(value)) return null;
  if (isMarker(value)) return <span class="quiet">{fieldWords.t(scope.ctx.lang)('withheld')}</span>;
  if (field.type === 'localized') return <LocalizedText versions={versionsOf(scope.row, path, value)} expected={expectedLanguages(scope.ctx)} as={brief ? 'line' : 'block'} />;
  if (field.type === 'link') return <LinkTo scope={scope} id={String(value)} />;
  if (field.type === 'record-version' && isRecord(value)) return <ExactVersion scope={scope} record={String(value['record'])} version={String(value['version'])} />;
  if (field.type === 'files' && Array.isArray(value)) return <FileList ctx={scope.ctx} files={value as FileRef[]} />;
  if (field.type === 'group' && field.fields && isRecord(value) && isWide(field) && !brief) return <Blocks scope={scope} fields={field.fields} content={value} known={value} prefix={`${path}.`} />;
  if (field.type === 'group' && field.fields && isRecord(value)) return <DefinitionList items={facts(scope, field.fields, value, `${path}.`)} />;
  if (field.type === 'list' && field.item && Array.isArray(value)) return <Several scope={scope} item={field.item} values={value} path={path} brief={brief} />;
  const text = plainText(scope, field, value);
  if (field.type === 'text' && !brief && text.includes('://')) return <Linked text={text} />;
  if (field.type === 'period') return <Span text={text} />;
  return field.long && !brief ? <div class="text">{paragraphsOf(text)}</div> : text;
}

interface TableRow { readonly value: Values; readonly path: string }

/** Groups of short values as a table, a column a field that any of them has. */
function Table({ scope, item, values, path }: { readonly scope: Scope; readonly item: Field; readonly values: readonly unknown[]; readonly path: string }): VNode {
  const rows = values.map((value, i): TableRow => ({ value: isRecord(value) ? value : {}, path: `${path}.${i}` }));
  const used = Object.entries(item.fields ?? {}).filter(([name]) => rows.some((row) => !isEmpty(row.value[name])));
  return (
    <DataTable<TableRow> caption={scope.ctx.show(item.options.label)} captionHidden rows={rows} rowKey={(row) => row.path} columns={used.map(([name, field], i) => ({
      key: name, label: scope.ctx.show(field.options.label), main: i === 0,
      cell: (row) => <Value scope={scope} field={field} value={row.value[name]} path={`${row.path}.${name}`} brief />,
    }))} />
  );
}

function Several({ scope, item, values, path, brief }: { readonly scope: Scope; readonly item: Field; readonly values: readonly unknown[]; readonly path: string; readonly brief: boolean }): VNode {
  const short = item.type === 'code' || brief;
  if (!short && item.type === 'group' && Object.values(item.fields ?? {}).every((field) => !field.long)) return <Table scope={scope} item={item} values={values} path={path} />;
  if (!short && item.type === 'localized') return <LocalizedList items={values.map((value, i) => versionsOf(scope.row, `${path}.${i}`, value))} expected={expectedLanguages(scope.ctx)} />;
  const shown = values.map((value, i) => <Value scope={scope} field={item} value={value} path={`${path}.${i}`} brief={short} />);
  if (short) return <>{shown.map((one, i) => <>{i > 0 && '; '}{one}</>)}</>;
  return <ul>{shown.map((one, i) => <li key={i}>{one}</li>)}</ul>;
}

function LinkTo({ scope, id }: { readonly scope: Scope; readonly id: string }): VNode {
  const row = scope.linked.get(id);
  if (!row) return <span class="quiet">{fieldWords.t(scope.ctx.lang)('not-held')}</span>;
  return <RecordLink scope={scope} row={row} />;
}

/** A record by its title, with the title's own language. */
export function RecordLink({ scope, row }: { readonly scope: Pick<Scope, 'ctx'>; readonly row: RecordRow }): VNode {
  const { ctx } = scope;
  const title = ctx.title(row);
  return <a href={ctx.href.record(row.kind, row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}><Marked text={title.text} /></a>;
}

/** A time in words that breaks between its two ends only, never inside a date. */
export function Span({ text }: { readonly text: string }): VNode {
  const ends = text.split(' – ');
  return <>{ends.map((end, at) => <>{at > 0 && ' '}<span class="whole">{end}{at < ends.length - 1 && ' –'}</span></>)}</>;
}

/** A text with the addresses in it as links, named by their site. */
function Linked({ text }: { readonly text: string }): VNode {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;)])/u);
  return <span>{parts.map((part, i) => (i % 2 === 1 && URL.canParse(part) ? <a key={i} href={part} rel="noreferrer">{new URL(part).hostname}</a> : part))}</span>;
}

function ExactVersion({ scope, record, version }: { readonly scope: Scope; readonly record: string; readonly version: string }): VNode {
  const row = scope.linked.get(record);
  const changed = row !== undefined && row.version !== version;
  return <><LinkTo scope={scope} id={record} />{changed && <span class="prov stale"> {fieldWords.t(scope.ctx.lang)('changed-since')}</span>}</>;
}

/** A value as text in the reader's language: for cells, exports, differences. */
export function plainText(scope: Scope, field: Field, value: unknown, path = ''): string {
  if (value === undefined || value === null) return '';
  if (isMarker(value)) return fieldWords.t(scope.ctx.lang)('withheld');
  if (Array.isArray(value)) return severalText(scope, field, value, path);
  return isRecord(value) ? partsText(scope, field, value, path) : singleText(scope, field, typeof value === 'string' || typeof value === 'number' ? value : value === true);
}

function severalText(scope: Scope, field: Field, values: readonly unknown[], path: string): string {
  if (field.type === 'files') return (values as readonly FileRef[]).map((file) => file.name).join('; ');
  return values.map((one, i) => plainText(scope, field.item ?? field, one, `${path}.${i}`)).join('; ');
}

function partsText(scope: Scope, field: Field, value: Readonly<Record<string, unknown>>, path: string): string {
  const { lang } = scope.ctx;
  if (field.type === 'localized') return versionFor(versionsOf(scope.row, path, value), lang)?.text ?? '';
  if (field.type === 'period') return formatPeriod(value as unknown as Period, lang);
  if (field.type === 'money') return formatMoney(value as unknown as Money, lang);
  if (field.type === 'record-version') return titleOf(scope, String(value['record']));
  return Object.entries(field.fields ?? {}).map(([name, inner]) => plainText(scope, inner, value[name], `${path}.${name}`)).filter(Boolean).join(', ');
}

function singleText(scope: Scope, field: Field, value: string | number | boolean): string {
  const { lang, party } = scope.ctx;
  const text = String(value);
  if (field.type === 'code') return codeLabel(scope.ctx, field, text);
  if (field.type === 'date') return formatDate(text, lang, 'medium');
  if (field.type === 'instant') return formatInstant(text, lang, party.zone);
  if (field.type === 'decimal' || field.type === 'integer') return formatNumber(text, lang);
  if (field.type === 'flag') return fieldWords.t(lang)(value === true ? 'yes' : 'no');
  if (field.names === 'language') return languageInfo(text).ownName;
  if (field.names === 'field') return fieldName(scope, text);
  return field.type === 'link' ? titleOf(scope, text) : text;
}

/** A field of the record linked beside it, by the labels on its path. */
function fieldName(scope: Scope, path: string): string {
  const linked = Object.values(scope.row?.content ?? {}).flatMap((value) => (typeof value === 'string' ? scope.linked.get(value) ?? [] : []))[0];
  const kind = linked && scope.ctx.kernel.kinds.get(linked.kind);
  return kind ? fieldLabel(scope.ctx, kind, path) : path;
}

/** A field by the labels on its dotted path: "Items 4 · Text"; the path itself where it is none of the kind's. */
export function fieldLabel(ctx: Context, kind: AnyKind, path: string): string {
  let fields: Fields | undefined = kind.fields as Fields;
  const names: string[] = [];
  for (const part of path.split('.')) {
    const at: Field | undefined = fields?.[part];
    if (at) names.push(ctx.show(at.options.label));
    else if (/^\d+$/u.test(part) && names.length > 0) names.push(`${names.pop() ?? ''} ${Number(part) + 1}`);
    else return path;
    if (at) fields = at.fields ?? at.item?.fields;
  }
  return names.join(' · ');
}

function titleOf(scope: Scope, id: string): string {
  const row = scope.linked.get(id);
  return row ? scope.ctx.title(row).text : fieldWords.t(scope.ctx.lang)('not-held');
}

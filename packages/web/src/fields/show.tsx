/** Values of a record as a reader sees them, by the type of their field. */
import type { VNode } from 'preact';
import type { AnyKind, Field, Fields, FileRef, Money, RecordRow } from '@entente/kernel';
import { formatDate, formatInstant, formatMoney, formatNumber, formatPeriod, type Lang } from '@entente/text';
import { DefinitionList, LocalizedText, type Definition, paragraphsOf, versionFor } from '@entente/ui';
import { fields as fieldWords } from '../words/fields.ts';
import { codeLabel } from './codes.ts';
import { isRecord, type Values } from './content.ts';
import { expectedLanguages, type Scope, versionsOf } from './scope.ts';

/** The fields of a kind with their values, one term each; absent ones are left out. */
export function Facts({ scope, kind, content, without = [] }: { readonly scope: Scope; readonly kind: AnyKind; readonly content: Values; readonly without?: readonly string[] }): VNode {
  return <DefinitionList items={facts(scope, kind.fields as Fields, content, '', without)} />;
}

function facts(scope: Scope, fields: Fields, content: Values, prefix: string, without: readonly string[] = []): Definition[] {
  return Object.entries(fields)
    .filter(([name]) => !without.includes(name) && !isEmpty(content[name]))
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
  if (field.type === 'localized') return <LocalizedText versions={versionsOf(scope.row, path, value)} expected={expectedLanguages(scope.ctx)} as={brief || !field.long ? 'line' : 'block'} />;
  if (field.type === 'link') return <LinkTo scope={scope} id={String(value)} />;
  if (field.type === 'record-version' && isRecord(value)) return <ExactVersion scope={scope} record={String(value['record'])} version={String(value['version'])} />;
  if (field.type === 'files' && Array.isArray(value)) return <Files scope={scope} files={value as FileRef[]} />;
  if (field.type === 'group' && field.fields && isRecord(value)) return <DefinitionList items={facts(scope, field.fields, value, `${path}.`)} />;
  if (field.type === 'list' && field.item && Array.isArray(value)) return <Several scope={scope} item={field.item} values={value} path={path} brief={brief} />;
  const text = plainText(scope, field, value);
  return field.long && !brief ? <div class="text">{paragraphsOf(text)}</div> : text;
}

function Several({ scope, item, values, path, brief }: { readonly scope: Scope; readonly item: Field; readonly values: readonly unknown[]; readonly path: string; readonly brief: boolean }): VNode {
  const short = item.type === 'code' || brief;
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
  return <a href={ctx.href.record(row.kind, row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>;
}

function ExactVersion({ scope, record, version }: { readonly scope: Scope; readonly record: string; readonly version: string }): VNode {
  const row = scope.linked.get(record);
  const changed = row !== undefined && row.version !== version;
  return <><LinkTo scope={scope} id={record} />{changed && <span class="prov stale"> {fieldWords.t(scope.ctx.lang)('changed-since')}</span>}</>;
}

function Files({ scope, files }: { readonly scope: Scope; readonly files: readonly FileRef[] }): VNode {
  return (
    <ul class="files">
      {files.map((file) => <li key={file.sha256}><a href={scope.ctx.href.file(file)}>{file.name}</a> <small class="quiet">{sizeText(file.size, scope.ctx.lang)}</small></li>)}
    </ul>
  );
}

/** A size in the reader's words: "3 KB". */
export function sizeText(bytes: number, lang: Lang): string {
  if (bytes < 1_000) return `${formatNumber(bytes, lang)} B`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1_000), lang)} KB`;
  return `${formatNumber(String(Math.round(bytes / 100_000) / 10), lang)} MB`;
}

/** A value as text in the reader's language: for cells, exports, differences. */
export function plainText(scope: Scope, field: Field, value: unknown, path = ''): string {
  const { lang } = scope.ctx;
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'localized': return versionFor(versionsOf(scope.row, path, value), lang)?.text ?? '';
    case 'code': return codeLabel(scope.ctx, field, String(value));
    case 'date': return formatDate(String(value), lang, 'medium');
    case 'period': return isRecord(value) ? formatPeriod({ from: String(value['from']), to: String(value['to']) }, lang) : String(value);
    case 'instant': return formatInstant(String(value), lang, scope.ctx.party.zone);
    case 'money': return isRecord(value) ? formatMoney(value as unknown as Money, lang) : String(value);
    case 'decimal': case 'integer': return formatNumber(value as string | number, lang);
    case 'flag': return fieldWords.t(lang)(value === true ? 'yes' : 'no');
    case 'link': return titleOf(scope, String(value));
    case 'record-version': return isRecord(value) ? titleOf(scope, String(value['record'])) : '';
    case 'files': return (value as FileRef[]).map((file) => file.name).join('; ');
    case 'list': return (value as unknown[]).map((one, i) => plainText(scope, field.item ?? field, one, `${path}.${i}`)).join('; ');
    case 'group': return Object.entries(field.fields ?? {}).map(([name, inner]) => plainText(scope, inner, (value as Values)[name], `${path}.${name}`)).filter(Boolean).join(', ');
    case 'text': return String(value);
  }
}

function titleOf(scope: Scope, id: string): string {
  const row = scope.linked.get(id);
  return row ? scope.ctx.title(row).text : fieldWords.t(scope.ctx.lang)('not-held');
}

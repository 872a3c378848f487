/** Inputs for the fields of a kind, drawn from a form: the same for a new record, an edit, a draft, and what was typed. */
import type { VNode } from 'preact';
import { field as declared, type Field, type Fields, type RecordRow } from '@entente/kernel';
import { currencies, formatDate, readDate } from '@entente/text';
import {
  DateField, FieldSet, FileField, LocalizedField, LongTextField, MoneyField, MultiSelect, NumberField, PeriodField, ReferencePicker, Repeat, SelectField, TextField,
  YesNo, type FieldProps, type LocalizedInput, type Option,
} from '@entente/ui';
import type { Context } from '../module.ts';
import { codesOf } from '../fields/codes.ts';
import { sizeText } from '../fields/files.tsx';
import { fields as fieldWords } from '../words/fields.ts';
import { fileOfToken, isChosen } from './fill.ts';
import type { Form } from './form.ts';
import { rowsOf } from './rows.ts';

export interface InputScope {
  readonly ctx: Context;
  readonly form: Form;
  /** Titles of the records chosen and found. */
  readonly titles: ReadonlyMap<string, RecordRow>;
  /** What a picker's search found, by the picker's name. */
  readonly found: ReadonlyMap<string, readonly RecordRow[]>;
  /** Languages offered for localized texts, in order. */
  readonly languages: readonly string[];
  /** Codes offered of a list that has more, by the input's name. */
  readonly offered: ReadonlyMap<string, readonly string[]>;
}

const MOST_FOUND = 20;

/** Reads what the inputs need: records chosen so far, and the answer of a picker's search button. */
export async function inputScope(ctx: Context, fields: Fields, form: Form, options: { readonly languages?: readonly string[]; readonly prefix?: string; readonly offered?: InputScope['offered'] } = {}): Promise<InputScope> {
  const pickers = [...pickersOf(fields, form, options.prefix ?? '')];
  const found = new Map<string, readonly RecordRow[]>();
  const asked = pickers.find(({ name }) => name === form.text('_find'));
  if (asked) found.set(asked.name, await findRecords(ctx, asked.field.to ?? ['*'], form.text(`${asked.name}.query`)));
  const ids = [...new Set(pickers.flatMap(({ name }) => form.all(name)).map((value) => value.split('@')[0] ?? '').filter((id) => /^[0-9a-f-]{36}$/u.test(id)))];
  const titles = ids.length > 0 ? await ctx.read.many(ctx.cooperation.id, ids) : new Map<string, RecordRow>();
  const languages = options.languages ?? [...new Set([ctx.lang, ...ctx.cooperation.parties.flatMap((party) => party.languages)])];
  return { ctx, form, titles, found, languages, offered: options.offered ?? new Map() };
}

function* pickersOf(fields: Fields, form: Form, prefix: string): Generator<{ readonly name: string; readonly field: Field }> {
  for (const [key, field] of Object.entries(declared.fieldsFor(fields, (name) => form.text(`${prefix}${name}`)))) yield* pickersIn(field, form, `${prefix}${key}`);
}
function* pickersIn(field: Field, form: Form, name: string): Generator<{ readonly name: string; readonly field: Field }> {
  if (field.type === 'link' || field.type === 'record-version') yield { name, field };
  else if (field.type === 'group' && field.fields) yield* pickersOf(field.fields, form, `${name}.`);
  else if (field.type === 'list' && field.item) {
    if (field.item.type === 'link') yield { name, field: field.item };
    else for (const row of rowsOf(form, name)) yield* pickersIn(field.item, form, `${name}.${row}`);
  }
}

/** Records a picker offers for some words: best matches, or the first by title when nothing was typed. */
export async function findRecords(ctx: Context, to: readonly string[], words: string): Promise<readonly RecordRow[]> {
  const kinds = to.includes('*') ? [...ctx.kernel.kinds.keys()] : [...to];
  if (words.trim() !== '') {
    const found = (await ctx.read.search(ctx.cooperation.id, words, { kinds, limit: MOST_FOUND, lang: ctx.lang })).map((hit) => hit.row);
    return kinds.includes('office') ? withHeirs(ctx, found) : found;
  }
  const pages = await Promise.all(kinds.slice(0, 4).map((kind) => ctx.read.list({ coop: ctx.cooperation.id, kind, sort: 'title', lang: ctx.lang, limit: MOST_FOUND })));
  return pages.flatMap((found): readonly RecordRow[] => found.rows).slice(0, MOST_FOUND);
}

/** Behind an office that has ended come those that hold its functions now: who types a former name finds today's office. */
async function withHeirs(ctx: Context, found: readonly RecordRow[]): Promise<readonly RecordRow[]> {
  const ended = found.filter((row) => row.kind === 'office' && typeof row.content['validTo'] === 'string');
  if (ended.length === 0) return found;
  const heirs = new Map(await Promise.all(ended.map(async (row) => [row.id, (await ctx.read.succession(ctx.cooperation.id, row.id)).today] as const)));
  const rows = await ctx.read.many(ctx.cooperation.id, [...new Set([...heirs.values()].flat())]);
  const all = found.flatMap((row) => [row, ...(heirs.get(row.id) ?? []).flatMap((id) => rows.get(id) ?? [])]);
  return [...new Map(all.map((row) => [row.id, row])).values()].slice(0, MOST_FOUND);
}

/** A record as a picker's option. */
export function optionOf(ctx: Context, row: RecordRow, exact = false): Option {
  const title = ctx.title(row);
  const kind = ctx.kernel.kinds.get(row.kind);
  const party = kind?.regime === 'owned' ? ctx.partyOf(row.party) : undefined;
  const until = row.content['validTo'];
  const ended = typeof until === 'string' ? fieldWords.t(ctx.lang)('until', { date: formatDate(until, ctx.lang, 'medium') }) : undefined;
  const hint = [row.date?.slice(0, 4), ended, party ? ctx.pick(party.short).text : undefined].filter(Boolean).join(' · ');
  return { value: exact ? `${row.id}@${row.version}` : row.id, label: title.text, ...(title.lang === ctx.lang ? {} : { lang: title.lang }), ...(hint ? { hint } : {}) };
}

/** Inputs for every field, in the kind's order. */
export function Inputs({ scope, fields, prefix = '', without = [] }: { readonly scope: InputScope; readonly fields: Fields; readonly prefix?: string; readonly without?: readonly string[] }): VNode {
  const chosen = declared.fieldsFor(fields, (name) => scope.form.text(`${prefix}${name}`));
  return (
    <>
      {Object.entries(fields).filter(([name]) => !without.includes(name)).map(([name, field]) => {
        const shown = chosen[name];
        if (field.type === 'variant') return <Variant key={name} scope={scope} field={field} name={`${prefix}${name}`} by={`${prefix}${field.by ?? ''}`} chosen={shown} />;
        return shown && <Input key={name} scope={scope} field={shown} name={`${prefix}${name}`} />;
      })}
    </>
  );
}

/**
 * The fields that the code beside decides on, with a button that shows those of the code chosen now. What was typed for
 * another code is carried along unseen, so that choosing back and forth loses nothing.
 */
function Variant({ scope, field, name, by, chosen }: { readonly scope: InputScope; readonly field: Field; readonly name: string; readonly by: string; readonly chosen: Field | undefined }): VNode {
  const { ctx, form } = scope;
  const own = new Set(Object.keys(chosen?.fields ?? {}));
  const unseen = form.entries.filter(([full]) => full.startsWith(`${name}.`) && full !== `${name}._case` && !own.has(full.slice(name.length + 1).split(/[.:]/u)[0] ?? ''));
  return (
    <FieldSet legend={ctx.show(field.options.label)} name={name}>
      {chosen && <Inputs scope={scope} fields={chosen.fields ?? {}} prefix={`${name}.`} />}
      {unseen.map(([full, value], i) => <input key={i} type="hidden" name={full} value={value} />)}
      <input type="hidden" name={`${name}._case`} value={`${by}=${form.text(by)}`} />
      <button type="submit" class="btn quiet" name="_find" value={name} formNoValidate>{fieldWords.t(ctx.lang)('show-case')}</button>
    </FieldSet>
  );
}

/** The input of one field. */
export function Input({ scope, field, name }: { readonly scope: InputScope; readonly field: Field; readonly name: string }): VNode {
  const { ctx, form } = scope;
  const common: FieldProps = {
    name, label: ctx.show(field.options.label),
    ...(field.options.help ? { hint: ctx.show(field.options.help) } : {}),
    ...(field.options.optional ? { optional: true } : {}),
  };
  const value = form.text(name);
  switch (field.type) {
    case 'text': return field.long ? <LongTextField {...common} value={value} /> : <TextField {...common} value={value} />;
    case 'localized': return <LocalizedField {...common} languages={languagesFor(scope, name)} value={localizedInput(form, name)} long={field.long ?? false} />;
    case 'code': return <SelectField {...common} options={codesOf(ctx, field).filter((one) => one.value === value || (scope.offered.get(name)?.includes(one.value) ?? true))} value={value} />;
    case 'date': return <DateField {...common} value={value} echo={echoOf(ctx, value)} partial />;
    case 'period': return <PeriodField {...common} value={{ from: form.text(`${name}.from`), to: form.text(`${name}.to`) }} echo={{ from: echoOf(ctx, form.text(`${name}.from`)), to: echoOf(ctx, form.text(`${name}.to`)) }} />;
    case 'money': return <MoneyField {...common} value={{ amount: form.text(`${name}.amount`), currency: form.text(`${name}.currency`) }} currencies={currencies.map((c) => c.code)} />;
    case 'decimal': case 'integer': return <NumberField {...common} value={value} />;
    case 'instant': return <TextField {...common} value={value} width="medium" />;
    case 'flag': return <YesNo {...common} value={value === '' ? undefined : value === 'yes'} />;
    case 'link': case 'record-version': return <Picker scope={scope} field={field} common={common} multiple={false} />;
    case 'files': return <Files scope={scope} common={common} />;
    case 'group': return <FieldSet legend={common.label} hint={common.hint} name={name}><Inputs scope={scope} fields={field.fields ?? {}} prefix={`${name}.`} /></FieldSet>;
    case 'list': case 'variant': break;
  }
  return <ListInput scope={scope} field={field} common={common} />;
}

/** A date in full, once it can be read. */
function echoOf(ctx: Context, typed: string): string | undefined {
  const reading = typed.trim() === '' ? null : readDate(typed, ctx.lang);
  return reading?.ok ? formatDate(reading.value, ctx.lang, 'long') : undefined;
}

function ListInput({ scope, field, common }: { readonly scope: InputScope; readonly field: Field; readonly common: FieldProps }): VNode {
  const { item } = field;
  if (!item) return <></>;
  if (item.type === 'code') return <MultiSelect {...common} options={codesOf(scope.ctx, item)} values={scope.form.all(common.name)} />;
  if (isChosen(item)) return <Picker scope={scope} field={item} common={common} multiple />;
  const entries = rowsOf(scope.form, common.name).map((row) => (
    <>
      <input type="hidden" name={`${common.name}.${row}._row`} value="" />
      {item.type === 'group' ? <Inputs scope={scope} fields={item.fields ?? {}} prefix={`${common.name}.${row}.`} /> : <Input scope={scope} field={item} name={`${common.name}.${row}`} />}
    </>
  ));
  return <Repeat {...common} entries={entries} entry={scope.ctx.show(item.options.label).toLocaleLowerCase(scope.ctx.lang)} />;
}

function Picker({ scope, field, common, multiple }: { readonly scope: InputScope; readonly field: Field; readonly common: FieldProps; readonly multiple: boolean }): VNode {
  const { ctx, form, titles, found } = scope;
  const exact = field.type === 'record-version';
  const chosen = form.all(common.name).filter((value) => value !== '').map((value): Option => {
    const row = titles.get(value.split('@')[0] ?? '');
    return row ? { ...optionOf(ctx, row), value } : { value, label: fieldWords.t(ctx.lang)('not-held') };
  });
  const results = found.get(common.name)?.map((row) => optionOf(ctx, row, exact));
  const source = `/pick?${new URLSearchParams([...(field.to ?? ['*']).map((kind) => ['kind', kind]), ...(exact ? [['exact', 'yes']] : [])] as [string, string][]).toString()}`;
  return (
    <ReferencePicker {...common} value={chosen} multiple={multiple} source={source}
      query={form.text(`${common.name}.query`)} {...(results ? { results } : {})} />
  );
}

function Files({ scope, common }: { readonly scope: InputScope; readonly common: FieldProps }): VNode {
  const kept = scope.form.all(`${common.name}.kept`).flatMap((token) => {
    const file = fileOfToken(token);
    return file ? [{ value: token, name: file.name, note: sizeText(file.size, scope.ctx.lang), href: scope.ctx.href.file(file) }] : [];
  });
  return <FileField {...common} multiple kept={kept} limit={fieldWords.t(scope.ctx.lang)('megabytes', { count: 200 })} />;
}

/** Languages offered, and those that have a text already. */
function languagesFor(scope: InputScope, name: string): readonly string[] {
  const typed = scope.form.names(`${name}.`).map((full) => full.slice(name.length + 1)).filter(isTag);
  return [...new Set([...scope.languages, ...typed])];
}
const localizedInput = (form: Form, name: string): Record<string, LocalizedInput> =>
  Object.fromEntries(form.names(`${name}.`).filter((full) => isTag(full.slice(name.length + 1))).map((full) => [full.slice(name.length + 1), { text: form.text(full) }]));
/** A language, and not the mark of a row or of where a text comes from. */
const isTag = (name: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u.test(name);

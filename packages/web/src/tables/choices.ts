/** Values chosen from lists, as cells name them: codes by their words, records by title and the end of their id. */
import { field as declared, type AnyKind, type Field, type Fields, type Problem, type RecordRow } from '@entente/kernel';
import { cleanLine, langs, nameKey, showLabel } from '@entente/text';
import { codesOf } from '../fields/codes.ts';
import { isLocalized, translatedTitle } from '../fields/content.ts';
import type { Context } from '../module.ts';
import { fields as fieldWords } from '../words/fields.ts';
import { UUID } from '../records/at.ts';

/** Records a list offers; of a kind with more, cells name them by their whole id. */
const MOST_OFFERED = 5_000;
const BATCH = 1_000;
const LONGEST_TITLE = 80;

export type Reading = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: Problem };

const no = (id: string, params: Problem['params']): Reading => ({ ok: false, problem: { id: `tables.${id}`, path: [], ...(params ? { params } : {}) } });

export interface Register {
  /** What a cell says for a value. */
  labelOf(field: Field, value: string): string;
  /** The value a cell means. */
  valueOf(field: Field, text: string): Reading;
  /** What the list of a column offers; empty where there are too many. */
  offered(field: Field): readonly string[];
}

/** Reads every record the links of these fields may point to, and those named already. */
export async function registerOf(ctx: Context, fields: readonly Field[], named: readonly string[]): Promise<Register> {
  const kinds = [...new Set(fields.flatMap((field) => (field.type === 'link' ? field.to ?? [] : [])))].filter((kind) => kind !== '*');
  const byKind = new Map<string, readonly RecordRow[]>();
  for (const kind of kinds) byKind.set(kind, await recordsOf(ctx, kind));
  const records = new Map([...byKind.values()].flat().map((row) => [row.id, row]));
  const missing = [...new Set(named)].filter((id) => UUID.test(id) && !records.has(id));
  for (let at = 0; at < missing.length; at += BATCH) for (const [id, row] of await ctx.read.many(ctx.cooperation.id, missing.slice(at, at + BATCH))) records.set(id, row);
  await ctx.prepareTitles([...records.values()]);
  return new Choices(ctx, byKind, records);
}

async function recordsOf(ctx: Context, kind: string): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let offset = 0; offset < MOST_OFFERED; offset += BATCH) {
    const found = await ctx.read.list({ coop: ctx.cooperation.id, kind, sort: 'title', lang: ctx.lang, offset, limit: BATCH });
    if (found.total > MOST_OFFERED) return [];
    rows.push(...found.rows);
    if (found.rows.length < BATCH) break;
  }
  return rows;
}

class Choices implements Register {
  readonly #ctx: Context;
  readonly #byKind: ReadonlyMap<string, readonly RecordRow[]>;
  readonly #records: ReadonlyMap<string, RecordRow>;
  readonly #titles = new Map<string, Set<string>>();
  /** Short and other names, asked where no title is meant. */
  readonly #names = new Map<string, Set<string>>();
  readonly #endings = new Map<string, string[]>();

  constructor(ctx: Context, byKind: ReadonlyMap<string, readonly RecordRow[]>, records: ReadonlyMap<string, RecordRow>) {
    this.#ctx = ctx;
    this.#byKind = byKind;
    this.#records = records;
    for (const [id, row] of records) {
      this.#endings.set(id.slice(-8), [...this.#endings.get(id.slice(-8)) ?? [], id]);
      const kind = ctx.kernel.kinds.get(row.kind);
      for (const title of titlesOf(kind, row)) enter(this.#titles, title, id);
      for (const name of namesOf(kind, row)) enter(this.#names, name, id);
    }
  }

  labelOf(field: Field, value: string): string {
    if (field.type === 'flag') return fieldWords.t(this.#ctx.lang)(value === 'yes' ? 'yes' : 'no');
    if (field.type === 'code') return codesOf(this.#ctx, field).find((one) => one.value === value)?.label ?? value;
    const row = this.#records.get(value);
    if (!row) return value;
    const title = cleanLine(this.#ctx.title(row).text);
    const isListed = (this.#byKind.get(row.kind) ?? []).length > 0;
    return `${title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).trimEnd()}…` : title} #${isListed ? value.slice(-8) : value}`;
  }

  valueOf(field: Field, text: string): Reading {
    if (field.type === 'flag') return this.#flag(text);
    return field.type === 'code' ? this.#code(field, text) : this.#link(field, text);
  }

  offered(field: Field): readonly string[] {
    if (field.type === 'flag') return ['yes', 'no'].map((value) => this.labelOf(field, value));
    if (field.type === 'code') return codesOf(this.#ctx, field).map((one) => one.label);
    return (field.to ?? []).flatMap((kind) => (this.#byKind.get(kind) ?? []).map((row) => this.labelOf(field, row.id)));
  }

  #flag(text: string): Reading {
    const said = nameKey(text);
    for (const value of ['yes', 'no'] as const) {
      if (said === value || langs.some((lang) => nameKey(fieldWords.t(lang)(value)) === said) || (value === 'yes' ? ['1', 'true', 'x', '✓'] : ['0', 'false']).includes(said)) return { ok: true, value };
    }
    return no('no-choice', { value: text });
  }

  #code(field: Field, text: string): Reading {
    const said = nameKey(text);
    const own = declared.ownValues(field.codes, this.#ctx.cooperation);
    const codes = own ? Object.entries(own).map(([value, name]) => [value, Object.values(name)] as const) : Object.entries(field.codes?.values ?? {}).map(([value, labels]) => [value, langs.map((lang) => showLabel(labels, lang))] as const);
    const found = codes.find(([value]) => value === text.trim()) ?? codes.find(([, labels]) => labels.some((label) => nameKey(label) === said));
    return found ? { ok: true, value: found[0] } : no('no-choice', { value: text });
  }

  #link(field: Field, text: string): Reading {
    const given = /(?:^|#)([0-9a-f]{8}(?:-[0-9a-f-]{27})?)\s*$/u.exec(text.trim())?.[1];
    const ids = given === undefined ? [...this.#titles.get(nameKey(text)) ?? this.#names.get(nameKey(text)) ?? []] : given.length === 8 ? this.#endings.get(given) ?? [] : [given];
    const fitting = ids.filter((id) => !field.to || field.to.includes('*') || field.to.includes(this.#records.get(id)?.kind ?? (id === given ? field.to[0] ?? '' : '')));
    const [id] = fitting;
    if (id === undefined) return no('no-choice', { value: text });
    return fitting.length > 1 ? no('which-one', { value: text, count: fitting.length }) : { ok: true, value: id };
  }
}

function enter(index: Map<string, Set<string>>, name: string, id: string): void {
  const key = nameKey(name);
  index.set(key, (index.get(key) ?? new Set()).add(id));
}

/** Texts that are sought like its title: short and other names, in every language they have. */
function namesOf(kind: AnyKind | undefined, row: RecordRow): readonly string[] {
  return Object.entries((kind?.fields ?? {}) as Fields).flatMap(([name, field]) => {
    if ((field.options.search ?? field.item?.options.search) !== 'A') return [];
    const value = row.content[name];
    const own = isLocalized(value) ? Object.values(value) : Array.isArray(value) ? (value as unknown[]).filter((one) => typeof one === 'string') : [];
    return [...own, ...Object.values(row.translations[name] ?? {}).map(({ text }) => text)];
  });
}

/** A record's title in every language it has. */
function titlesOf(kind: AnyKind | undefined, row: RecordRow): readonly string[] {
  const title = kind ? translatedTitle(kind, row) : row.title;
  return isLocalized(title) ? Object.values(title) : typeof title === 'string' ? [title] : [];
}

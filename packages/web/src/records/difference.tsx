/** How two contents of one kind differ, field by field; words by word where it is text. */
import type { VNode } from 'preact';
import { field as declared, type AnyKind, type Field, type Fields } from '@entente/kernel';
import { Change, DefinitionList, Difference, languageName } from '@entente/ui';
import { isLocalized, isRecord, type Values } from '../fields/content.ts';
import type { Scope } from '../fields/scope.ts';
import { plainText } from '../fields/show.tsx';
import { words } from '../words/records.ts';

interface Changed { readonly term: string; readonly detail: VNode }

/** The fields that differ between two contents; says so when none does. `before` null: everything is new. */
export function ContentDifference({ scope, kind, before, after }: { readonly scope: Scope; readonly kind: AnyKind; readonly before: Values | null; readonly after: Values }): VNode {
  const changed = changedFields({ ctx: scope.ctx, linked: scope.linked }, kind.fields as Fields, before ?? {}, after);
  if (changed.length === 0) return <p class="quiet">{words.t(scope.ctx.lang)('no-difference')}</p>;
  return <DefinitionList items={changed} />;
}

function changedFields(scope: Scope, fields: Fields, before: Values, after: Values, prefix = ''): Changed[] {
  return casesOf(fields, before, after).flatMap(([name, field]) => changesOf(scope, field, before[name], after[name], `${prefix}${scope.ctx.show(field.options.label)}`));
}

/** Fields as they are in either content: of another type now, both types' fields differ. */
function casesOf(fields: Fields, before: Values, after: Values): readonly (readonly [string, Field])[] {
  return Object.entries(fields).flatMap(([name, field]): (readonly [string, Field])[] => {
    if (field.type !== 'variant') return [[name, field]];
    const groups = [before, after].flatMap((content) => declared.fieldsFor({ [name]: field }, (beside) => content[beside])[name] ?? []);
    return groups.length === 0 ? [] : [[name, { ...field, type: 'group', fields: Object.assign({}, ...groups.map((group) => group.fields)) as Fields }]];
  });
}

function changesOf(scope: Scope, field: Field, before: unknown, after: unknown, term: string): Changed[] {
  if (isSame(before, after)) return [];
  if (field.type === 'localized') return languagesChanged(before, after, term);
  if (field.type === 'group' && field.fields && isRecord(before) && isRecord(after)) return changedFields(scope, field.fields, before, after, `${term} › `);
  if (field.type === 'list' && field.item && !['code', 'link', 'text'].includes(field.item.type)) return rowsChanged(scope, field.item, before, after, term);
  const [was, is] = [before, after].map((value) => (value === undefined ? undefined : plainText(scope, field, value)));
  if (field.long && was !== undefined && is !== undefined) return [{ term, detail: <Difference before={was} after={is} lang={scope.ctx.lang} /> }];
  return [{ term, detail: <Change before={was} after={is} /> }];
}

function languagesChanged(before: unknown, after: unknown, term: string): Changed[] {
  const [was, is] = [isLocalized(before) ? before : {}, isLocalized(after) ? after : {}];
  const tags = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return tags.filter((tag) => was[tag] !== is[tag]).map((tag) => ({
    term: `${term} (${languageName(tag)})`,
    detail: <Difference before={was[tag] ?? ''} after={is[tag] ?? ''} lang={tag} />,
  }));
}

/** Rows are matched by what names them (a number), else by place. */
function rowsChanged(scope: Scope, item: Field, before: unknown, after: unknown, term: string): Changed[] {
  const [was, is] = [before, after].map((value) => new Map((Array.isArray(value) ? value : []).map((row: unknown, i) => [rowName(row, i), row])));
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return names.flatMap((name) => {
    const [old, now] = [was?.get(name), is?.get(name)];
    if (old !== undefined && now !== undefined) return changesOf(scope, item, old, now, `${term} ${name}`);
    if (isSame(old, now)) return [];
    return [{ term: `${term} ${name}`, detail: <Change before={old === undefined ? undefined : plainText(scope, item, old)} after={now === undefined ? undefined : plainText(scope, item, now)} /> }];
  });
}
const rowName = (row: unknown, at: number): string => (isRecord(row) && typeof row['number'] === 'string' ? row['number'] : String(at + 1));

/** Same value whatever the order of members. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isSame(a[name], b[name]));
}

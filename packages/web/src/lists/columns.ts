import type { AnyKind, Field, Fields, RecordRow } from '@entente/kernel';
import type { Context } from '../module.ts';
import { plainText } from '../fields/show.tsx';
import type { Scope } from '../fields/scope.ts';
import { dateField } from './query.ts';
import { pages } from '../words/pages.ts';

/** A column of a list and of its exports. */
export interface ListColumn {
  readonly key: string;
  readonly label: string;
  readonly field?: Field;
  /** As `sort` parameter; absent: not sortable. */
  readonly sort?: string;
  /** The date that orders the kind. */
  readonly isDate?: boolean;
}

/** The columns of a kind's lists: what it declares, then how far each record is, or whose. */
export function columnsOf(ctx: Context, kind: AnyKind): readonly ListColumn[] {
  const w = pages.t(ctx.lang);
  const fields = kind.fields as Fields;
  const declared = (kind.list?.columns ?? Object.keys(fields).slice(0, 3)).flatMap((key): ListColumn[] => {
    const field = fields[key];
    return field ? [{ key, label: ctx.show(field.options.label), field, ...sortKey(kind, key, field) }] : [];
  });
  const last: ListColumn = kind.regime === 'joint' ? { key: 'standing', label: w('standing') } : { key: 'party', label: w('party') };
  return [...declared, last];
}

function sortKey(kind: AnyKind, key: string, field: Field): Pick<ListColumn, 'sort' | 'isDate'> {
  if (field.type === 'date') return { sort: key, isDate: key === dateField(kind) };
  if (field.type === 'localized' && kind.list?.columns[0] === key) return { sort: 'title' };
  return ['code', 'integer', 'decimal', 'flag', 'text'].includes(field.type) ? { sort: key } : {};
}

/** A cell as text, for exports: exactly the words on the page. */
export function cellText(scope: Scope, column: ListColumn, row: RecordRow): string {
  if (column.key === 'standing' && !column.field) return pages.t(scope.ctx.lang)(`standing-${row.standing}`);
  if (column.key === 'party' && !column.field) return partyName(scope.ctx, row.party);
  return column.field ? plainText({ ...scope, row }, column.field, row.content[column.key], column.key) : '';
}

export function partyName(ctx: Context, id: string): string {
  const party = ctx.partyOf(id);
  return party ? ctx.pick(party.short).text : id;
}

/** A content carried into another time: dates moved and ended offices replaced, however deep its fields hold them. Pure. */
import { field as declared, type Field, type Fields } from '@entente/kernel';

export interface Change {
  date(partial: string): string;
  /** Who holds the office's functions then; itself while it lives, undefined where nobody does. */
  office(id: string): string | undefined;
}
type Values = Readonly<Record<string, unknown>>;

/** The content with every date and office changed. What depends on a code follows the code beside it; a list keeps no entry twice. */
export function carried(fields: Fields, content: Values, change: Change): Record<string, unknown> {
  const known = declared.fieldsFor(fields, (name) => content[name]);
  const entries = Object.entries(content).map(([name, value]) => [name, known[name] ? valueIn(known[name], value, change, known[name].options.optional ?? false) : value] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function valueIn(field: Field, value: unknown, change: Change, mayGo: boolean): unknown {
  if (Array.isArray(value)) return listIn(field.item ?? field, value, change);
  if (typeof value === 'string') return field.type === 'date' ? change.date(value) : field.type === 'link' && field.to?.includes('office') ? change.office(value) ?? (mayGo ? undefined : value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (field.type === 'period') return Object.fromEntries(Object.entries(value).map(([end, date]) => [end, typeof date === 'string' ? change.date(date) : date]));
  return field.fields ? carried(field.fields, value as Values, change) : value;
}

function listIn(item: Field, values: readonly unknown[], change: Change): unknown {
  const kept = values.map((each) => valueIn(item, each, change, true)).filter((each) => each !== undefined);
  if (item.type !== 'link') return kept;
  return kept.length > 0 ? [...new Set(kept)] : undefined;
}

/** Offices that a content names, wherever its fields hold them. */
export function officesIn(fields: Fields, content: Values): readonly string[] {
  const named: string[] = [];
  carried(fields, content, { date: (date) => date, office: (id) => { named.push(id); return id; } });
  return named;
}

import type { RecordRow, Standing, Translation } from '../contract.ts';
import type { Localized } from '../fields.ts';
import { instantText } from '../store/index.ts';

export interface RowColumns {
  readonly coop: string; readonly id: string; readonly kind: string; readonly kv: number; readonly party: string; readonly standing: Standing; readonly version: string;
  readonly ordinal: number; readonly content: Record<string, unknown>; readonly title: Localized | string; readonly translations: Record<string, Record<string, Translation>>;
  readonly date: string | null; readonly at: string; readonly waits_for: readonly string[];
}

/** Columns of a record as they are read, from the table called `r`. */
export const ROW = `r.coop, r.id::text as id, r.kind, r.kv, r.party, r.standing, r.version, r.ordinal, r.content, r.title, r.translations, r.date, ${instantText('r.at')} as at, r.waits_for`;

export function rowOf(row: RowColumns): RecordRow {
  const { coop, id, kind, kv, party, standing, version, ordinal, content, title, translations, date, at } = row;
  return { coop, id, kind, kv, party, standing, version, ordinal, content, title, translations, date, at, waitsFor: row.waits_for };
}

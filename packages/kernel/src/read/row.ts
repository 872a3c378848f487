import type { RecordRow, RecordText, Standing, Translation } from '../contract.ts';
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

/** What of a record stays text on its way through. */
export interface TextColumns extends Pick<RowColumns, 'coop' | 'id' | 'kind' | 'kv' | 'party' | 'standing' | 'version' | 'ordinal' | 'date' | 'at'> {
  readonly content: string; readonly title: string; readonly translations: string; readonly waits_for: string;
}

/** The same columns, what is JSON as text: reading it and writing it again would take longer than finding it. */
export const ROW_TEXT = `r.coop, r.id::text as id, r.kind, r.kv, r.party, r.standing, r.version, r.ordinal, r.content::text as content, r.title::text as title,
  r.translations::text as translations, r.date, ${instantText('r.at')} as at, case when cardinality(r.waits_for) = 0 then '[]' else to_json(r.waits_for)::text end as waits_for`;

export function rowText(row: TextColumns): RecordText {
  const { id, kind, kv, coop, party, standing, version, ordinal, title, date, at, content, translations } = row;
  const say = (value: string | null): string => JSON.stringify(value);
  return {
    isTranslated: translations !== '{}',
    text: `{"id":"${id}","kind":"${kind}","kv":${kv},"coop":${say(coop)},"party":${say(party)},"standing":"${standing}","version":${say(version)},"ordinal":${ordinal},"title":${title},"date":${say(date)},"at":"${at}","waitsFor":${row.waits_for},"content":${content},"translations":${translations}}`,
  };
}

import type { Reader, RecordVersion, Translation, Version } from '@entente/kernel';
import type { Corpus, Entry } from './corpus.ts';

interface TranslationContent { readonly record: string; readonly version: string; readonly field: string; readonly language: string; readonly text: string; readonly origin: 'person' | 'machine' }

const PLACES: Readonly<Record<string, Exclude<keyof Corpus, 'translations'>>> = {
  commitment: 'commitments', instrument: 'instruments', meeting: 'meetings', office: 'offices', body: 'offices', indicator: 'indicators',
  'reporting-period': 'periods', 'progress-report': 'reports', settlement: 'settlements',
};

/** The corpus a frozen report cites, from the exact versions; null when this node does not hold one of them. */
export async function thaw(read: Reader, coop: string, cites: readonly RecordVersion[]): Promise<Corpus | null> {
  const rows = await read.many(coop, cites.map((cite) => cite.record));
  const versions = await Promise.all(cites.map((cite) => read.version(coop, cite.record, cite.version)));
  if (versions.includes(null)) return null;
  const corpus: { -readonly [K in keyof Corpus]: Corpus[K][number][] } = {
    commitments: [], instruments: [], meetings: [], offices: [], indicators: [], periods: [], reports: [], settlements: [], translations: [],
  };
  const translated = translationsOf(cites, versions, (record) => rows.get(record));
  for (const [at, cite] of cites.entries()) {
    const [row, version] = [rows.get(cite.record), versions[at]];
    if (!row || !version) return null;
    const place = PLACES[row.kind];
    const entry: Entry = {
      record: cite.record, kind: row.kind, version: cite.version, party: row.party, standing: 'agreed', content: version.content,
      translations: translated.get(cite.record) ?? {},
    };
    if (place) (corpus[place] as Entry[]).push(entry);
    else corpus.translations.push(cite);
  }
  return corpus;
}

function translationsOf(cites: readonly RecordVersion[], versions: readonly (Version | null)[], rowOf: (record: string) => { readonly kind: string; readonly party: string } | undefined): Map<string, Record<string, Record<string, Translation>>> {
  const cited = new Map(cites.map((cite) => [cite.record, cite.version]));
  const byRecord = new Map<string, Record<string, Record<string, Translation>>>();
  for (const [at, cite] of cites.entries()) {
    const row = rowOf(cite.record);
    const version = versions[at];
    if (row?.kind !== 'translation' || !version) continue;
    const content = version.content as unknown as TranslationContent;
    const fields = byRecord.get(content.record) ?? {};
    fields[content.field] = {
      ...fields[content.field],
      [content.language]: { lang: content.language, text: content.text, origin: content.origin, party: row.party, stale: cited.get(content.record) !== content.version },
    };
    byRecord.set(content.record, fields);
  }
  return byRecord;
}

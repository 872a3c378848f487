import { canonicalize } from '@entente/verify';
import type { Translation } from '../contract.ts';
import type { Localized } from '../fields.ts';
import type { AnyKind } from '../kind.ts';
import { run, together } from '../store/index.ts';
import { titleOf } from './derive.ts';
import { compare } from './facts.ts';
import { sortKeys, titleIn, type Translations } from './texts.ts';
import { wordsDue } from './words.ts';
import type { Work } from './work.ts';

export const TRANSLATION = 'translation';
/** Content of the kernel's kind `translation` (src/kinds). */
interface TranslationContent {
  readonly record: string; readonly version: string; readonly field: string; readonly language: string; readonly text: string; readonly origin: 'person' | 'machine';
}
interface Source { readonly id: string; readonly party: string; readonly content: TranslationContent }

// The links are found first and apart: joined in one go, an engine without statistics walks every translation for every link.
const SOURCES = `with found as materialized (
    select distinct l.record from link l where l.coop = $1 and l.target = any($2::uuid[]) and l.rel = 'translates')
  select r.id::text as id, r.party, r.content from found join record r on r.coop = $1 and r.id = found.record
  where r.kind = 'translation' and r.standing = 'current'`;

/** Translations of these records, given with the version each is shown in. */
export async function translationsOf(work: Work, versions: ReadonlyMap<string, string>): Promise<Map<string, Translations>> {
  if (versions.size === 0) return new Map();
  const sources = await run<Source>(work.handle, SOURCES, [work.context.cooperation.id, [...versions.keys()]]);
  const found = new Map<string, Translations>();
  for (const [record, of] of Map.groupBy(sources, (source) => source.content.record)) found.set(record, arrange(of, versions.get(record) ?? ''));
  return found;
}

/** One translation for each field and language: one that is current before one that is stale, a person's before a machine's. */
function arrange(sources: readonly Source[], version: string): Translations {
  const result: Record<string, Record<string, Translation>> = {};
  const ranked = sources.map((source) => ({ source, stale: source.content.version !== version })).toSorted((a, b) =>
    Number(a.stale) - Number(b.stale) || Number(a.source.content.origin === 'machine') - Number(b.source.content.origin === 'machine')
    || compare(a.source.party, b.source.party) || compare(a.source.id, b.source.id));
  for (const { source: { content, party }, stale } of ranked) {
    const field = (result[content.field] ??= {});
    field[content.language] ??= { lang: content.language, text: content.text, origin: content.origin, party, stale };
  }
  return result;
}

interface Target { readonly id: string; readonly kind: string; readonly version: string; readonly content: Record<string, unknown>; readonly title: Localized | string; readonly translations: Translations }

/** Renews translations and titles of records that were not touched themselves; their search words are due. */
export async function retranslate(work: Work, records: readonly string[]): Promise<void> {
  if (records.length === 0) return;
  const { handle, context } = work;
  const coop = context.cooperation.id;
  const targets = await run<Target>(handle, 'select id::text as id, kind, version, content, title, translations from record where coop = $1 and id = any($2::uuid[])', [coop, records]);
  const found = await translationsOf(work, new Map(targets.map((target) => [target.id, target.version])));
  const changed = targets.map((target) => renewed(target, context.kinds.get(target.kind), found.get(target.id) ?? {}, context.languages)).filter((each) => each !== null);
  if (changed.length === 0) return;
  const column = (pick: (each: Renewed) => unknown) => changed.map(pick);
  await run(handle, `update record r set translations = x.translations::jsonb, title = coalesce(x.title::jsonb, r.title), sort = coalesce(x.sort::jsonb, r.sort)
    from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as x(id, translations, title, sort) where r.coop = $1 and r.id = x.id`,
    [coop, column((each) => each.id), column((each) => JSON.stringify(each.translations)), column((each) => jsonOrNull(each.title)), column((each) => jsonOrNull(each.sort))]);
  await together(handle, wordsDue(coop, changed.map((each) => each.id)));
}

interface Renewed {
  readonly id: string; readonly translations: Translations;
  /** Null where they stay as they are. */
  readonly title: Localized | string | null; readonly sort: Record<string, string> | null;
}

const jsonOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** What changes of a record with its translations. */
function renewed(target: Target, kind: AnyKind | undefined, translations: Translations, languages: readonly string[]): Renewed | null {
  if (!kind || canonicalize(target.translations) === canonicalize(translations)) return null;
  const title = titleIn(kind, target.content, titleOf(kind, target.content), translations);
  const sameTitle = canonicalize(title) === canonicalize(target.title);
  return { id: target.id, translations, title: sameTitle ? null : title, sort: sameTitle ? null : sortKeys(title, languages) };
}

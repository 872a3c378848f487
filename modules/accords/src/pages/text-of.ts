/** The text of an instrument: its items, the languages it stands in, and those a reader sees beside each other. */
import type { Content, RecordRow } from '@entente/kernel';
import type { TextColumn } from '@entente/ui';
import { versionsOf, type Context } from '@entente/web';
import type { instrument } from '../kinds/index.ts';

export type Item = NonNullable<Content<typeof instrument>['items']>[number];

/** Columns beside each other on a laptop. */
const BESIDE = 2;
/** Words of a passage in a table of contents. */
const WORDS = 10;

export const itemsOf = (row: RecordRow): readonly Item[] => (row.content as Content<typeof instrument>).items ?? [];

/** Texts of an item by language, the party's translations among them. */
export const textsOf = (row: RecordRow, item: Item, at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(versionsOf(row, `items.${at}.text`, item.text).map((version) => [version.lang, version.text]));

/** Every language some passage stands in: the authentic ones first, then the reader's. */
export function languagesOf(ctx: Context, row: RecordRow, items: readonly Item[]): readonly TextColumn[] {
  const columns = new Map<string, TextColumn>();
  const isSummary = row.content['basis'] === 'summary';
  for (const [at, item] of items.entries()) {
    for (const version of versionsOf(row, `items.${at}.text`, item.text)) {
      if (!columns.has(version.lang)) columns.set(version.lang, { lang: version.lang, provenance: version.provenance, stale: version.stale ?? false, ...(isSummary ? { summary: true } : {}) });
    }
  }
  const order = (column: TextColumn): number => (column.provenance === 'authentic' ? 0 : column.lang === ctx.lang ? 1 : 2);
  return [...columns.values()].toSorted((a, b) => order(a) - order(b));
}

/** The languages asked for by `?languages=vi,lo`; else the reader's and, beside it, the authentic or the next one. */
export function chosenLanguages(ctx: Context, offered: readonly TextColumn[]): readonly TextColumn[] {
  const asked = (ctx.query['languages'] ?? '').split(',').flatMap((tag) => offered.find(({ lang }) => lang === tag) ?? []);
  if (asked.length > 0) return [...new Set(asked)].slice(0, BESIDE);
  const own = offered.filter(({ lang }) => lang === ctx.lang);
  return [...new Set([...own, ...offered])].slice(0, BESIDE);
}

/** The first words of a passage, for a table of contents. */
export function opening(text: string): string {
  const words = text.split(/\s+/u);
  return words.length > WORDS ? `${words.slice(0, WORDS).join(' ')}…` : text.replace(/\.$/u, '');
}

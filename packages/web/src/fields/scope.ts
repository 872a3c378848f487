import type { AnyKind, RecordRow } from '@entente/kernel';
import type { TextVersion } from '@entente/ui';
import type { Context } from '../module.ts';
import { isLocalized, linkedIds, type Values } from './content.ts';

/** What is needed to show the values of a record: who reads, whose translations, and the records it links to. */
export interface Scope {
  readonly ctx: Context;
  /** Absent for content that is no record's current version (a candidate, an old version): then without translations. */
  readonly row?: RecordRow;
  readonly linked: ReadonlyMap<string, RecordRow>;
}

/** Reads every record these contents link to, in one query. */
export async function scopeOf(ctx: Context, kind: AnyKind, contents: readonly Values[], row?: RecordRow): Promise<Scope> {
  const ids = [...new Set(contents.flatMap((content) => linkedIds(kind, content)))];
  const linked = ids.length === 0 ? new Map<string, RecordRow>() : await ctx.read.many(ctx.cooperation.id, ids);
  return row ? { ctx, row, linked } : { ctx, linked };
}

/** The versions of a localized text, originals first, then translations by the parties. */
export function versionsOf(row: RecordRow | undefined, path: string, value: unknown): TextVersion[] {
  const own = isLocalized(value) ? value : {};
  const originals = Object.entries(own).map(([lang, text]): TextVersion => ({ lang, text, provenance: 'authentic' }));
  const translations = Object.values(row?.translations[path] ?? {}).filter((t) => !(t.lang in own)).map((t): TextVersion => ({
    lang: t.lang, text: t.text, provenance: t.origin === 'machine' ? 'machine' : 'translation', stale: t.stale, party: t.party,
  }));
  return [...originals, ...translations];
}

/** Languages a reader of this cooperation may expect a text in. */
export const expectedLanguages = (ctx: Context): readonly string[] => [...new Set(ctx.cooperation.parties.flatMap((party) => party.languages))];

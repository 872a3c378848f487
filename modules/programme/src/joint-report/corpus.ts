/**
 * What a joint report is made of: exact versions of records with their translations, whether read live or from a frozen
 * snapshot. Composing never asks where an entry came from, so a frozen report renders the same for ever.
 */
import type { Localized, RecordRow, Standing, Translation } from '@entente/kernel';
import type { Indicator, ProgressReport, ReportingPeriod, Settlement } from '../kinds/index.ts';

export interface Entry<C = Record<string, unknown>> {
  readonly record: string;
  readonly kind: string;
  readonly version: string;
  /** Whose record it is; for joint records who first proposed it. */
  readonly party: string;
  readonly standing: Standing;
  readonly content: C;
  /** By dotted field path, then language. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, Translation>>>>;
}

/** What this module reads of its neighbours' kinds; they meet in the kernel, not by import. */
export interface CommitmentView {
  readonly text: Localized;
  readonly basis?: string;
  readonly item?: string;
  readonly part?: string;
  readonly instrument?: string;
  readonly meeting?: string;
  readonly themes: readonly string[];
  readonly responsible?: readonly string[];
  readonly undertakenOn?: string;
  readonly period?: { readonly from: string; readonly to: string };
}
export interface InstrumentView {
  readonly title: Localized;
  readonly signedOn?: string;
  readonly place?: string;
  readonly period?: { readonly from: string; readonly to: string };
}
export interface MeetingView {
  readonly name: Localized;
  readonly dates: { readonly from: string; readonly to: string };
  readonly place?: string;
}
export interface OfficeView {
  readonly name: Localized;
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface Corpus {
  readonly commitments: readonly Entry<CommitmentView>[];
  readonly instruments: readonly Entry<InstrumentView>[];
  readonly meetings: readonly Entry<MeetingView>[];
  readonly offices: readonly Entry<OfficeView>[];
  readonly indicators: readonly Entry<Indicator>[];
  readonly periods: readonly Entry<ReportingPeriod>[];
  readonly reports: readonly Entry<ProgressReport>[];
  readonly settlements: readonly Entry<Settlement>[];
  /** Versions of the translations shown, so that a snapshot cites them too. */
  readonly translations: readonly { readonly record: string; readonly version: string }[];
}

export const entryOf = <C>(row: RecordRow<C>): Entry<C> =>
  ({ record: row.id, kind: row.kind, version: row.version, party: row.party, standing: row.standing, content: row.content, translations: row.translations });

/** A localized text for a reader: the original in their language, a translation, else the original in its own, marked. */
export interface Told {
  readonly text: string;
  readonly lang: string;
  readonly provenance?: 'original' | 'machine' | 'stale';
}

/** What a copy in `lang` prints for a localized field of an entry; null where the field is empty. */
export function tell(entry: Entry<unknown>, path: string, text: Localized | undefined, lang: string): Told | null {
  const original = text?.[lang];
  if (original !== undefined) return { text: original, lang };
  const translated = entry.translations[path]?.[lang];
  if (translated) {
    const provenance = translated.stale ? 'stale' : translated.origin === 'machine' ? 'machine' : undefined;
    return provenance ? { text: translated.text, lang, provenance } : { text: translated.text, lang };
  }
  const [first] = Object.entries(text ?? {});
  return first ? { text: first[1], lang: first[0], provenance: 'original' } : null;
}

import type { Lang } from '@entente/text';

/** An invented text with the items a careful person finds in it. Nothing in these texts was ever signed. */
export interface Sample {
  readonly name: string;
  readonly lang: Lang;
  readonly text: string;
  /** Numbered and bulleted items in order: `[list:]number`, and how the words begin. Suggested parts are not listed. */
  readonly items: readonly (readonly [string, string])[];
  /** How items end that are easily cut short or run on. */
  readonly ends?: Readonly<Record<string, string>>;
  readonly headings?: Readonly<Record<string, string>>;
  readonly closing?: string | null;
  /** Words that belong to no item. */
  readonly outside?: readonly string[];
  /** Ids of notes, without the prefix. */
  readonly notes?: readonly string[];
}

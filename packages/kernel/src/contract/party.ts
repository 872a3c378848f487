/** Who takes part: parties, cooperations, persons. */
import type { Localized } from '../fields.ts';
import type { Role } from '../kind.ts';

/** A side that can consent; permanent. Colours and names are data. */
export interface Party {
  readonly id: string;
  readonly name: Localized;
  readonly short: Localized;
  /** Colour of its mark on light and dark paper, `#rrggbb`. */
  readonly colour: { readonly light: string; readonly dark: string };
  /** Languages of its own texts, first its own. */
  readonly languages: readonly string[];
  /** Office time zone for display, e.g. `Asia/Vientiane`. */
  readonly zone: string;
  /** Its identifier as a reporting organisation (org-id.guide), for files of the world such as IATI. */
  readonly orgId?: string | undefined;
}

/** A fixed set of parties that share joint records. */
export interface Cooperation {
  readonly id: string;
  readonly title: Localized;
  readonly parties: readonly Party[];
  readonly observers: readonly string[];
  /** Code list of its themes. */
  readonly themes: Readonly<Record<string, Localized>>;
  /** Demonstration keys and content; refused by ordinary configuration. */
  readonly demo: boolean;
}

/** A person of this node at work: an act's actor, with what policies need. */
export interface Person {
  readonly id: string;
  readonly party: string;
  readonly roles: readonly Role[];
  readonly office: string | null;
}

import type { Audience } from '../act.ts';

/** What tells one journal from all others. */
export interface JournalName { readonly coop: string; readonly party: string; readonly audience: Audience }

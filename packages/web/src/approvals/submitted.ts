import type { Committed } from '@entente/kernel';

/** What was committed; `waits` names the approval where nothing was said yet. */
export interface Submitted extends Committed { readonly waits?: string }

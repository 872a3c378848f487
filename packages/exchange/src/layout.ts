/** Where a node serves its journals (C2SP tlog-tiles below each) and what stands beside them. Paths, not addresses. */
import type { Audience } from '@entente/kernel';

export interface JournalPlace { readonly coop: string; readonly audience: Audience }

/** `/exchange/<coop>/<audience>`: the folder of this node's own journal. */
export const journalPath = (place: JournalPlace): string => `/exchange/${encodeURIComponent(place.coop)}/${place.audience}`;
export const blobPath = (coop: string, sha256: string): string => `/exchange/${encodeURIComponent(coop)}/blob/${sha256}`;
export const wakePath = (coop: string): string => `/exchange/${encodeURIComponent(coop)}/wake`;

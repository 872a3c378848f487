/** Where a node serves what it holds (C2SP tlog-tiles below each journal). Paths, not addresses. */
import type { Audience } from '@entente/kernel';

/** A journal as asked of a node: its own, or what it mirrors of another party. */
export interface ServedJournal {
  readonly coop: string;
  readonly audience: Audience;
  /** The party whose journal it is, where the node asked only mirrors it. */
  readonly mirrorOf?: string;
}

const under = (coop: string): string => `/exchange/${encodeURIComponent(coop)}`;

/** The folder of a journal: `checkpoint`, `tile/...` and, for a public one, `blob/...` are below it. */
export const journalPath = ({ coop, audience, mirrorOf }: ServedJournal): string =>
  `${under(coop)}/${mirrorOf === undefined ? '' : `mirror/${encodeURIComponent(mirrorOf)}/`}${audience}`;
/** Newest signed notes of every journal the node holds, in one answer. */
export const headsPath = (coop: string): string => `${under(coop)}/heads`;
export const blobPath = (coop: string, sha256: string): string => `${under(coop)}/blob/${sha256}`;
/** Values behind these commitments, for parties only. */
export const personalPath = (coop: string, commitments: readonly string[]): string => `${under(coop)}/personal/${commitments.join(',')}`;
export const wakePath = (coop: string): string => `${under(coop)}/wake`;

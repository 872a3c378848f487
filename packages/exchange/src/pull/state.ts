/** How it stands with a peer in one cooperation: what an administrator is shown. */
export interface PeerState {
  readonly party: string;
  readonly coop: string;
  /** Acts the peer has signed that are not held here yet; null while it has never answered. */
  readonly behind: number | null;
  /** Acts of the peer held here that are not in the records yet: a long journal is being taken in. */
  readonly unprojected: number;
  /** Acts of this node's party that the peer has not shown to hold; null while that is not known. */
  readonly queue: number | null;
  /** When it last answered rightly, UTC. */
  readonly lastSeen: string | null;
  readonly lastTried: string | null;
  /** When it is looked at again if nothing wakes this node before. */
  readonly nextLook: string | null;
  /** The newest checkpoint of this party's joint journal that the peer has cosigned. */
  readonly lastCosigned: { readonly size: number; readonly at: string } | null;
  /** What is wrong at present: a stable id with detail, since when, and how many looks in a row found it so. */
  readonly fault: PeerFaultState | null;
  /** Blobs named here that the peer should have and that are not held yet. */
  readonly missingBlobs: number;
  /** Seconds the peer's clock seems ahead of ours; 0 when they agree well enough. */
  readonly skew: number;
}

export interface PeerFaultState { readonly id: string; readonly detail: string; readonly since: string; readonly times: number }

export const unknownState = (party: string, coop: string): PeerState => ({
  party, coop, behind: null, unprojected: 0, queue: null, lastSeen: null, lastTried: null, nextLook: null, lastCosigned: null, fault: null, missingBlobs: 0, skew: 0,
});

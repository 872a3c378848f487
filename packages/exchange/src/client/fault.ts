/** Why a peer could not be read, by a stable id; `wait` in milliseconds when it named a time. */
export class PeerFault extends Error {
  readonly id: string;
  readonly wait: number | null;
  constructor(id: string, detail: string, wait: number | null = null) {
    super(detail);
    this.name = 'PeerFault';
    this.id = id;
    this.wait = wait;
  }
}

/** Faults after which nothing more is asked in this look: the next question would fare the same. */
const ENDS_LOOK = new Set(['peer.silent', 'peer.busy', 'peer.refuses', 'peer.fails']);
export const endsLook = (fault: PeerFault): boolean => ENDS_LOOK.has(fault.id);

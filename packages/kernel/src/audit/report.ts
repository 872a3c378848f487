import type { JournalPlace } from '../contract.ts';

type Fault = 'leaf' | 'gap' | 'beyond' | 'root' | 'frontier' | 'tile' | 'tiles' | 'signature' | 'checkpoint' | 'checkpoint-root' | 'cosignature' | 'latest' | 'unsigned' | 'blob' | 'personal' | 'record';
export type AuditFaultId = `audit.${Fault}`;

/** One thing that is not as it must be. `id` is a message; `journal` and `params` say where. */
export interface AuditFault {
  readonly id: AuditFaultId;
  readonly coop: string;
  readonly journal?: JournalPlace;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface JournalAudit extends JournalPlace {
  readonly leaves: number;
  readonly bytes: number;
  readonly tiles: number;
  readonly checkpoints: number;
  /** Checkpoints signed by their journal's party for more than is held yet. */
  readonly promised: number;
  readonly cosignatures: number;
  /** Seconds its leaves, tree, tiles and checkpoints took. */
  readonly seconds: number;
}

export interface AuditReport {
  readonly journals: readonly JournalAudit[];
  /** Blobs hashed again. */
  readonly blobs: number;
  /** Personal values opened and compared with their commitments; null without the node's key. */
  readonly personal: number | null;
  /** Cooperations whose records were made again from the acts and compared; null when that was left out. */
  readonly rebuilt: number | null;
  readonly faults: readonly AuditFault[];
  readonly seconds: number;
}

/** How far an audit is: of one step, counts of what was done and of what there is. */
export interface AuditProgress {
  readonly step: 'leaves' | 'checkpoints' | 'blobs' | 'personal' | 'records';
  readonly done: number;
  readonly of: number;
  readonly journal?: JournalPlace;
}

/** Faults are gathered, not thrown: an audit goes on and tells all, up to what anyone would read. */
export class Faults {
  static readonly most = 1_000;
  readonly list: AuditFault[] = [];

  add(id: AuditFaultId, coop: string, params: AuditFault['params'] = {}, journal?: JournalPlace): void {
    if (this.list.length < Faults.most) this.list.push({ id, coop, params, ...(journal ? { journal: { coop: journal.coop, party: journal.party, audience: journal.audience } } : {}) });
  }
}

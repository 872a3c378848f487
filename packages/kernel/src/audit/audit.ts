import type { Cooperation } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { journalsOf } from '../journal/append.ts';
import type { AnyKind } from '../kind.ts';
import { kernelKinds } from '../kinds/index.ts';
import { run } from '../store/index.ts';
import { auditBlobs, auditPersonal, auditRecords } from './beside.ts';
import { auditCheckpoints, sizesOf, type Signers } from './checkpoints.ts';
import { Faults, type AuditProgress, type AuditReport, type JournalAudit } from './report.ts';
import { auditTree } from './tree.ts';

export interface AuditOptions extends Signers {
  readonly database: Database;
  readonly cooperations: readonly Cooperation[];
  readonly kinds: readonly AnyKind[];
  /** Opens personal values; without it they are not looked at. */
  readonly nodeKey?: Uint8Array;
  /** Whether records are made again and compared. While that goes on, writers of the cooperation wait. Default true. */
  readonly records?: boolean;
  readonly progress?: (progress: AuditProgress) => void;
}

/**
 * Checks everything a node holds against the bytes of its acts: leaves, tree, tiles, roots, checkpoints and cosignatures of
 * every journal, blobs, personal values, and the records. Changes nothing. Faults are answered, all of them up to 1,000.
 */
export async function auditNode(options: AuditOptions): Promise<AuditReport> {
  const { database, cooperations, progress = () => {} } = options;
  const { kysely } = database;
  const started = performance.now();
  const faults = new Faults();
  const journals: JournalAudit[] = [];
  for (const cooperation of cooperations) journals.push(...await auditJournals(options, cooperation, faults));
  const [{ blobs: ofBlobs, personal: ofPersonal } = { blobs: 0, personal: 0 }] = await run<{ blobs: number; personal: number }>(kysely, 'select (select count(*) from blob)::int as blobs, (select count(*) from personal)::int as personal');
  const blobs = await auditBlobs(kysely, faults, (done) => { progress({ step: 'blobs', done, of: ofBlobs }); });
  const personal = options.nodeKey ? await auditPersonal(kysely, options.nodeKey, faults, (done) => { progress({ step: 'personal', done, of: ofPersonal }); }) : null;
  let rebuilt: number | null = null;
  if (options.records ?? true) {
    const kinds = new Map([...kernelKinds, ...options.kinds].map((kind) => [kind.name, kind]));
    rebuilt = 0;
    for (const cooperation of cooperations) {
      progress({ step: 'records', done: rebuilt, of: cooperations.length });
      await auditRecords(database, contextOf(options.party, cooperation, kinds), faults);
      rebuilt += 1;
    }
  }
  return { journals, blobs, personal, rebuilt, faults: faults.list, seconds: (performance.now() - started) / 1_000 };
}

async function auditJournals(options: AuditOptions, cooperation: Cooperation, faults: Faults): Promise<JournalAudit[]> {
  const { database: { kysely }, progress = () => {} } = options;
  const found: JournalAudit[] = [];
  for (const row of await journalsOf(kysely, cooperation.id)) {
    const journal = { coop: cooperation.id, party: row.party, audience: row.audience };
    const began = performance.now();
    const sizes = await sizesOf(kysely, journal);
    const { roots, ...tree } = await auditTree(kysely, journal, row, sizes, faults, (done) => { progress({ step: 'leaves', done, of: row.size, journal }); });
    const notes = await auditCheckpoints(kysely, cooperation, journal, row, roots, options, faults, (done) => { progress({ step: 'checkpoints', done, of: sizes.size, journal }); });
    found.push({ ...journal, ...tree, ...notes, seconds: (performance.now() - began) / 1_000 });
  }
  return found;
}

function contextOf(party: string, cooperation: Cooperation, kinds: ReadonlyMap<string, AnyKind>): Context {
  return { party, cooperation, kinds, languages: [...new Set([...cooperation.parties.flatMap((each) => each.languages), 'en'])] };
}

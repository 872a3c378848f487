import { sha256, toHex } from '../hash/index.ts';
import { readCanonical, type Json } from '../jcs/index.ts';
import { keyHistory, type KeyHistory, type KeyRole } from '../keys/index.ts';
import type { Outcome } from '../outcome.ts';
import { checkAct, forksAmong, merge, type ActReport, type CheckedAct } from './acts.ts';
import { agreements, type AgreementReport } from './agreements.ts';
import { isRecord, readBundle, type BundleFault, type BundleSubject } from './bundle.ts';
import { checkCheckpoint, type CheckpointReport } from './checkpoints.ts';
import { checkContradiction, type ContradictionReport } from './contradictions.ts';

export interface BundleReport {
  /** `proven` when every act, and every contradiction, rests on a trusted key; `unproven` when some does not, as always when no fingerprints are given. */
  readonly authenticity: 'proven' | 'unproven';
  /** The record the bundle says it was made for, where some act that holds together names it. */
  readonly about: BundleSubject | null;
  readonly keys: readonly { readonly vkey: string; readonly fingerprint: string; readonly party: string; readonly role: KeyRole; readonly serial: number | null; readonly isTrusted: boolean }[];
  readonly keyFaults: KeyHistory['faults'];
  readonly checkpoints: readonly CheckpointReport[];
  /** Each act once, however many proofs lead to it. */
  readonly acts: readonly ActReport[];
  /** Pairs of acts (by place) that stand at one index of one journal: its party signed two histories. */
  readonly forks: readonly (readonly [number, number])[];
  readonly agreements: readonly AgreementReport[];
  /** Journals of which two histories are said to be signed, and whether that is shown. */
  readonly contradictions: readonly ContradictionReport[];
}

/** Contents are not acts: a trilingual instrument is longer. */
const CONTENT_LIMITS = { maxBytes: 16 * 1024 * 1024 };

/**
 * Checks an evidence bundle, offline: what each journal is shown to hold, signed by whom, held by whom since when, and who
 * consented to exactly which content. `roots` are fingerprints (64 hex digits) that the reader trusts from elsewhere; without
 * them a forger could have brought keys of his own, and authenticity is reported as unproven. Never throws over the bundle's
 * content; rejects only where the platform cannot check Ed25519 at all.
 */
export async function verifyBundle(bytes: Uint8Array, { roots = [], maxBytes }: { readonly roots?: readonly string[]; readonly maxBytes?: number } = {}): Promise<Outcome<BundleReport, BundleFault>> {
  const bundle = readBundle(bytes, maxBytes);
  if (!bundle.ok) return bundle;
  const history = await keyHistory({ anchors: bundle.value.anchors, statements: bundle.value.keys, trusted: new Set(roots) });
  const checkpoints = await Promise.all(bundle.value.checkpoints.map((source) => checkCheckpoint(source, history.keys)));
  const acts = merge(bundle.value.acts.map((act) => checkAct(act, checkpoints)));
  const contradictions = (bundle.value.contradictions ?? []).map((each) => checkContradiction(each, checkpoints));
  const standings = [...acts.map(({ report }) => report.standing), ...contradictions.map(({ standing }) => standing)];
  const contents = new Map(bundle.value.contents.flatMap((content): [string, Json][] => {
    const reading = readCanonical(content, CONTENT_LIMITS);
    return reading.ok ? [[toHex(sha256(content)), reading.value]] : [];
  }));
  return {
    ok: true,
    value: {
      authenticity: standings.length > 0 && standings.every((standing) => standing === 'authentic') ? 'proven' : 'unproven',
      about: bundle.value.about && acts.some((act) => names(act, bundle.value.about!)) ? bundle.value.about : null,
      keys: history.keys.map(({ key, fingerprint, owner, statement, isTrusted }) => ({ vkey: key.vkey, fingerprint, party: owner.party, role: owner.role, serial: statement?.serial ?? null, isTrusted })),
      keyFaults: history.faults,
      checkpoints: checkpoints.map(({ report }) => report),
      acts: acts.map(({ report }) => report),
      forks: forksAmong(acts),
      agreements: agreements(acts, contents),
      contradictions,
    },
  };
}

const names = ({ report, cooperation: within, items }: CheckedAct, { cooperation, record }: BundleSubject): boolean =>
  report.standing !== 'unproven' && within === cooperation && items.some((item) => isRecord(item) && item['record'] === record);

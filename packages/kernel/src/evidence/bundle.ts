/** Evidence that leaves the node: everything needed to check, without any node, who agreed to exactly what. */
import { formatBundle, type BundledAct } from '@entente/verify';
import type { HistoryEntry, Person } from '../contract.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import { Checkpoints, provenAct, type Holder } from './collect.ts';

export interface EvidenceWish {
  readonly coop: string;
  readonly record: string;
  /** Version by its name; the one shown when left out. */
  readonly version?: string;
  /** Who asks: only acts of journals this person may read are given. */
  readonly by: Person;
  /** Keys that stand by their own fingerprint (vkeys): the parties' roots, or where there are none the journals' and cosigners' own. */
  readonly anchors: readonly string[];
  /** Statements of roots about keys. */
  readonly statements?: readonly string[];
}

export interface EvidenceFile { readonly bytes: Uint8Array; readonly version: string; readonly acts: number }

/**
 * The evidence bundle of one version of a record: its proposals, consents and declines, those of the candidates that competed
 * with it, and its retirement; each act with exact bytes, proofs and checkpoints. Refuses `record.unknown`,
 * `version.unknown`, `evidence.home` (such journals never leave the node), and `evidence.unsigned` where no signed checkpoint covers any of the acts yet.
 */
export async function evidenceBundle(kernel: Holder, { coop, record, version: wished, by, anchors, statements = [] }: EvidenceWish): Promise<Result<EvidenceFile>> {
  const reader = kernel.reader(by);
  const row = await reader.get(coop, record);
  if (!row) return refuse(problem('record.unknown', [], { record }));
  if (kernel.kinds.get(row.kind)?.audience === 'home') return refuse(problem('evidence.home', [], { record }));
  const version = wished ?? row.version;
  const history = await reader.history(coop, record);
  const candidates = await reader.candidates(coop, record);
  const on = candidates.find((each) => each.h === version)?.on;
  const rivals = new Set(on === undefined ? [] : candidates.filter((each) => each.on === on).map((each) => each.h));
  const contents = new Set(on === undefined ? [version] : candidates.filter((each) => rivals.has(each.h)).map((each) => each.contentHash));
  const wanted = history.filter(({ item }) => concerns(item, version, on, rivals, contents));
  if (wanted.length === 0) return refuse(problem('version.unknown', [], { version }));

  const checkpoints = new Checkpoints();
  const acts: BundledAct[] = [];
  for (const entry of once(wanted)) acts.push(...await provenAct(kernel, coop, entry, checkpoints));
  if (acts.length === 0) return refuse(problem('evidence.unsigned', [], { record }));
  const apart = await contentsApart(kernel, coop, wanted);
  const bytes = formatBundle({ about: { cooperation: coop, record }, anchors: [...new Set(anchors)], keys: statements, checkpoints: checkpoints.notes, acts, contents: apart });
  return ok({ bytes, version, acts: once(wanted).length });
}

/** Whether an item belongs to the version: says something of a candidate for the same place, writes it, or retires it. */
function concerns(item: HistoryEntry['item'], version: string, on: string | null | undefined, rivals: ReadonlySet<string>, contents: ReadonlySet<string>): boolean {
  if (item.verb === 'propose') return on !== undefined && item.on === on && contents.has(item.hash);
  if (item.verb === 'consent' || item.verb === 'reject') return rivals.has(item.h);
  return (item.verb === 'put' && contents.has(item.hash)) || (item.verb === 'retire' && item.on === version);
}

const once = (entries: readonly HistoryEntry[]): HistoryEntry[] => [...new Map(entries.map((entry) => [`${entry.party}/${entry.audience}/${entry.index}`, entry])).values()];

/** Canonical bytes of contents that did not fit into their act and travelled as blobs. */
async function contentsApart(kernel: Holder, coop: string, entries: readonly HistoryEntry[]): Promise<Uint8Array[]> {
  const hashes = new Set(entries.flatMap(({ item }) => ((item.verb === 'propose' || item.verb === 'put') ? [item.hash] : [])));
  const found: Uint8Array[] = [];
  for (const hash of hashes) {
    const blob = await kernel.blobs.entitled(coop, hash) ? await kernel.blobs.get(hash) : null;
    if (blob) found.push(blob.bytes);
  }
  return found;
}

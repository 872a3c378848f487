import { fromBase64, toBase64 } from '../hash/index.ts';
import { canonicalBytes, readCanonical, type Json, type Refusal } from '../jcs/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';

/** One act with the proof that its journal holds it. */
export interface BundledAct {
  /** Origin line of its journal. */
  readonly journal: string;
  readonly index: number;
  /** Exact bytes of the leaf. */
  readonly bytes: Uint8Array;
  /** Place of the checkpoint that the proof leads to. */
  readonly checkpoint: number;
  readonly proof: readonly Uint8Array[];
}

/** One of two signed trees that cannot both be the journal: its checkpoint, and the root of its first leaves with the proof that the tree begins so. */
export interface BundledTree {
  /** Place of the checkpoint. */
  readonly checkpoint: number;
  /** Root of the first `size` leaves of this tree. */
  readonly root: Uint8Array;
  /** Consistency proof from those to the checkpoint (RFC 9162 2.1.4); empty where it is of that size. */
  readonly proof: readonly Uint8Array[];
}

/** Two signed histories of one journal: their first `size` leaves are not the same. */
export interface BundledContradiction { readonly journal: string; readonly size: number; readonly trees: readonly [BundledTree, BundledTree] }

/** The record a bundle was asked for. A hint where to look, proven by nothing: the acts may speak of hundreds beside it. */
export interface BundleSubject { readonly cooperation: string; readonly record: string }

/** Everything needed to check, without a node, who said what in which journal. */
export interface Bundle {
  readonly about?: BundleSubject;
  /** Keys that stand by their own fingerprint (vkeys): the parties' roots, or their journals' keys. */
  readonly anchors: readonly string[];
  /** Statements of roots about keys (signed notes). */
  readonly keys: readonly string[];
  /** Signed and cosigned checkpoints (signed notes). */
  readonly checkpoints: readonly string[];
  readonly acts: readonly BundledAct[];
  /** Canonical bytes of contents that the acts name by hash. */
  readonly contents: readonly Uint8Array[];
  /** Journals of which two histories were signed. */
  readonly contradictions?: readonly BundledContradiction[];
}

export type BundleFault = Refusal | 'not-a-bundle' | 'newer-format' | 'too-many-parts';

const FORMAT = 'entente/evidence/v1';
const MAX_BYTES = 64 * 1024 * 1024;
/** What an honest bundle never comes near, and a hostile one may not spend more of the reader's time than. */
const MAX_VALUES = 1_000_000;
const MAX_PARTS = { anchors: 200, keys: 200, checkpoints: 1000, contents: 10_000, acts: 10_000, contradictions: 200 };

/** The bytes of a bundle: canonical JSON, binary parts in base64. */
export function formatBundle({ about, anchors, keys, checkpoints, acts, contents, contradictions }: Bundle): Uint8Array {
  return canonicalBytes({
    format: FORMAT, ...(about ? { about: { cooperation: about.cooperation, record: about.record } } : {}), anchors, keys, checkpoints, contents: contents.map(toBase64),
    acts: acts.map(({ journal, index, bytes, checkpoint, proof }) => ({ journal, index, bytes: toBase64(bytes), checkpoint, proof: proof.map(toBase64) })),
    ...(contradictions ? { contradictions: contradictions.map(({ journal, size, trees }) => ({ journal, size, trees: trees.map(({ checkpoint, root, proof }) => ({ checkpoint, root: toBase64(root), proof: proof.map(toBase64) })) })) } : {}),
  });
}

/** Reads a bundle's form. Never throws; nothing in it is checked yet. */
export function readBundle(bytes: Uint8Array, maxBytes = MAX_BYTES): Outcome<Bundle, BundleFault> {
  if (bytes.length <= maxBytes && valuesIn(bytes) > MAX_VALUES) return bad('too-many-parts');
  const reading = readCanonical(bytes, { maxBytes, maxDepth: 8 });
  if (!reading.ok) return bad(reading.reason);
  const source = reading.value;
  if (!isRecord(source) || typeof source['format'] !== 'string' || !source['format'].startsWith('entente/evidence/v')) return bad('not-a-bundle');
  if (source['format'] !== FORMAT) return bad('newer-format');
  const [anchors, keys, checkpoints] = [source['anchors'], source['keys'], source['checkpoints']].map(texts);
  if (Object.entries(MAX_PARTS).some(([name, most]) => (list(source[name])?.length ?? 0) > most)) return bad('too-many-parts');
  const contents = binaries(source['contents']);
  const acts = list(source['acts'])?.map(readAct);
  const contradictions = source['contradictions'] === undefined ? undefined : list(source['contradictions'])?.map(readContradiction) ?? [null];
  if (!anchors || !keys || !checkpoints || !contents || !acts?.every((act) => act !== null) || !(contradictions ?? []).every((each) => each !== null)) return bad('not-a-bundle');
  const about = subject(source['about']);
  return good({ ...(about ? { about } : {}), anchors, keys, checkpoints, acts, contents, ...(contradictions ? { contradictions: contradictions as BundledContradiction[] } : {}) });
}

function readContradiction(source: Json): BundledContradiction | null {
  if (!isRecord(source)) return null;
  const { journal, size } = source;
  const [one, other, ...more] = list(source['trees'])?.map(readTree) ?? [];
  return typeof journal === 'string' && typeof size === 'number' && one && other && more.length === 0 ? { journal, size, trees: [one, other] } : null;
}

function readTree(source: Json): BundledTree | null {
  if (!isRecord(source)) return null;
  const root = typeof source['root'] === 'string' ? fromBase64(source['root']) : null;
  const proof = binaries(source['proof']);
  return typeof source['checkpoint'] === 'number' && root && proof ? { checkpoint: source['checkpoint'], root, proof } : null;
}

/** How many values a text of JSON has at most. Counted before it is read: two bytes each may become sixty in memory. */
function valuesIn(bytes: Uint8Array): number {
  let count = 1;
  for (const byte of bytes) if (byte === 0x2c || byte === 0x5b || byte === 0x7b) count += 1;
  return count;
}

function subject(source: Json | undefined): BundleSubject | null {
  if (!isRecord(source)) return null;
  const { cooperation, record } = source;
  return typeof cooperation === 'string' && typeof record === 'string' ? { cooperation, record } : null;
}

function readAct(source: Json): BundledAct | null {
  if (!isRecord(source)) return null;
  const { journal, index, checkpoint } = source;
  const bytes = typeof source['bytes'] === 'string' ? fromBase64(source['bytes']) : null;
  const proof = binaries(source['proof']);
  if (typeof journal !== 'string' || typeof index !== 'number' || typeof checkpoint !== 'number' || !bytes || !proof) return null;
  return { journal, index, bytes, checkpoint, proof };
}

export const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: Json | undefined): readonly Json[] | null => (Array.isArray(value) ? (value as readonly Json[]) : null);

const texts = (value: Json | undefined): readonly string[] | null => list(value)?.every((each) => typeof each === 'string') ? (value as readonly string[]) : null;

function binaries(value: Json | undefined): Uint8Array[] | null {
  const decoded = texts(value)?.map(fromBase64);
  return decoded?.every((each) => each !== null) ? decoded : null;
}

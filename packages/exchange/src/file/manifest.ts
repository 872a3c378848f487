import { parseNote, signNote, verifyNote, type Signer, type VerifierKey } from '@entente/verify';
import { FileFault } from './frames.ts';

/** What a file says of itself before anything else: whose it is, for whom, and when it was made. */
export interface Manifest {
  readonly coop: string;
  readonly from: string;
  readonly for: string;
  /** UTC. */
  readonly made: string;
}

const LINES = /^entente\/export\/v1\ncoop (?<coop>[^\s]{1,200})\nfrom (?<from>[^\s]{1,200})\nfor (?<to>[^\s]{1,200})\nmade (?<made>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)\n$/u;

export const signManifest = ({ coop, from, for: to, made }: Manifest, signer: Signer): Promise<string> =>
  signNote(`entente/export/v1\ncoop ${coop}\nfrom ${from}\nfor ${to}\nmade ${made}\n`, signer);

/** The last frame: the digest of all frames before it, under the same key. */
export const signEnd = (sha256: string, signer: Signer): Promise<string> => signNote(`entente/export/v1/end\n${sha256}\n`, signer);

/** Transport keys by party. */
export type TransportKeys = Readonly<Record<string, readonly VerifierKey[]>>;

export async function readManifest(bytes: Uint8Array, keys: TransportKeys): Promise<Manifest> {
  const note = parseNote(bytes);
  const groups = note.ok ? LINES.exec(note.value.text)?.groups : undefined;
  if (!note.ok || !groups) throw new FileFault('file.not-an-export');
  const manifest = { coop: groups['coop'] ?? '', from: groups['from'] ?? '', for: groups['to'] ?? '', made: groups['made'] ?? '' };
  const signed = await verifyNote(note.value, Object.hasOwn(keys, manifest.from) ? (keys[manifest.from] ?? []) : []);
  if (!signed.ok) throw new FileFault('file.signature', { from: manifest.from, reason: signed.reason });
  return manifest;
}

export async function checkEnd(bytes: Uint8Array, sha256: string, keys: readonly VerifierKey[]): Promise<void> {
  const note = parseNote(bytes);
  if (!note.ok || note.value.text !== `entente/export/v1/end\n${sha256}\n` || !(await verifyNote(note.value, keys)).ok) throw new FileFault('file.end');
}

/** What a file says it holds, without a node and without believing it. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { journalName, parseCheckpoint, parseEntries, parseNote } from '@entente/verify';
import { framesOf } from './frames.ts';

export interface Described {
  /** Stretches of journals, by `party/audience`: acts from `first` up to, not with, `end`. */
  readonly acts: readonly { readonly journal: string; readonly first: number; readonly end: number }[];
  readonly blobs: number;
}

/** Counts what is in a file that was just written. Throws FileFault when it cannot be read. */
export async function describeFile(file: string): Promise<Described> {
  const acts = new Map<string, { journal: string; first: number; end: number }>();
  let [journal, blobs] = ['', 0];
  for await (const { type, bytes } of framesOf(createReadStream(file).pipe(createGunzip()))) {
    if (type === 'B') blobs += 1;
    if (type === 'C') journal = nameOf(bytes);
    if (type !== 'E') continue;
    const first = Number(Buffer.from(bytes.buffer, bytes.byteOffset, 8).readBigUInt64BE());
    const leaves = parseEntries(bytes.subarray(8));
    const known = acts.get(journal) ?? { journal, first, end: first };
    acts.set(journal, { ...known, end: first + (leaves.ok ? leaves.value.length : 0) });
  }
  return { acts: [...acts.values()], blobs };
}

function nameOf(bytes: Uint8Array): string {
  const note = parseNote(bytes);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  const name = checkpoint.ok ? journalName(checkpoint.value.origin) : null;
  return name ? `${name.party}/${name.audience}` : '?';
}
